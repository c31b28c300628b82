using LearnSharp.Ir;
using Microsoft.CodeAnalysis;

namespace LearnSharp.Generators.Frontend;

/// <summary>A struct that is named by an interface: a copy of its own, whose methods are known.</summary>
/// <param name="Type">The struct.</param>
/// <param name="Local">The copy.</param>
internal sealed record BoxBinding(INamedTypeSymbol Type, Local Local) : Binding
{
    /// <inheritdoc/>
    public override string Noun => "A struct named by an interface";
}
