using System.Collections.Generic;

namespace LearnSharp.Generators.Tests.Frontend;

/// <summary>One construct of C#: members of a class with a method <c>M</c>, and arguments to run it on.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Source">The members; <c>M</c> is the learnable method.</param>
/// <param name="Arguments">The arguments of each run.</param>
public sealed record ConstructCase(string Name, string Source, IReadOnlyList<object?[]> Arguments)
{
    /// <summary>A case.</summary>
    public static ConstructCase Of(string name, string source, params object?[][] arguments) => new(name, source, arguments);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
