using System;

namespace LearnSharp.Ir;

/// <summary>An interpreted program reached a <see cref="Throw"/>.</summary>
/// <param name="template">The template of the <see cref="Extern"/> that makes the exception.</param>
/// <param name="exception">The exception itself where the host knows the template, otherwise null.</param>
public sealed class IrThrownException(string template, Exception? exception) : Exception($"The program threw {template}.", exception)
{
    /// <summary>The template of the <see cref="Extern"/> that makes the exception.</summary>
    public string Template { get; } = template;
}
