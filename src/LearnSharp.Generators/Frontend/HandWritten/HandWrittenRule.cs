using Microsoft.CodeAnalysis;

namespace LearnSharp.Generators.Frontend;

/// <summary>The hand-written derivatives of a method; at least one of them is there.</summary>
/// <param name="Pullback">Its pullback.</param>
/// <param name="Pushforward">Its pushforward.</param>
internal sealed record HandWrittenRule(IMethodSymbol? Pullback, IMethodSymbol? Pushforward);
