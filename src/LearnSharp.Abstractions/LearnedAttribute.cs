using System;

namespace LearnSharp;

/// <summary>
/// Marks a static partial method that the generator implements with the learned code of a learnable method of the same type: the learned values as
/// constants, no weights and no choices in the signature, no runtime behind it.
/// </summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class LearnedAttribute : Attribute
{
    /// <summary>The learned face of <paramref name="method"/>.</summary>
    /// <param name="method">The learnable method (or the name its attribute gives it), by <c>nameof</c>.</param>
    public LearnedAttribute(string method) => Method = method ?? throw new ArgumentNullException(nameof(method));

    /// <summary>The learnable method, or the name its attribute gives it.</summary>
    public string Method { get; }

    /// <summary>Which artefact: <c>Type.Method.{Variant}.learned.json</c>. Null for the one without a variant.</summary>
    public string? Variant { get; set; }
}
