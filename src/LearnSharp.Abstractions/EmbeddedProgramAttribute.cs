using System;
using System.ComponentModel;

namespace LearnSharp;

/// <summary>
/// The program of a public learnable method, kept in its assembly so that methods of other assemblies can call it and be differentiated through it. Written by the generator.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EmbeddedProgramAttribute : Attribute
{
    /// <summary>The program of a method.</summary>
    /// <param name="method">The method's name with its types: <c>Shop.Pricing.Price(double, double)</c>.</param>
    /// <param name="program">The program as text; its first word is the version of the format.</param>
    public EmbeddedProgramAttribute(string method, string program) =>
        (Method, Program) = (method ?? throw new ArgumentNullException(nameof(method)), program ?? throw new ArgumentNullException(nameof(program)));

    /// <summary>The method's name with its types.</summary>
    public string Method { get; }

    /// <summary>The program as text.</summary>
    public string Program { get; }
}
