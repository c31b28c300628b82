using Microsoft.CodeAnalysis;

namespace LearnSharp.Generators.Frontend;

/// <summary>The object of an instance method of a type with a weight set: of its members there are parameters, of itself nothing.</summary>
/// <param name="Type">The type.</param>
internal sealed record SelfBinding(INamedTypeSymbol Type) : Binding
{
    public override string Noun => "The object itself";
}
