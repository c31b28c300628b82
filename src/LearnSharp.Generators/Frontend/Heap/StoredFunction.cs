using System.Collections.Generic;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;

namespace LearnSharp.Generators.Frontend;

/// <summary>A function that is stored: what it takes along of the code that makes it is in arrays, a position for each time that it is made.</summary>
/// <param name="Function">The function.</param>
/// <param name="Captured">The variables that it takes along, each with the array of their values; null stands for <c>this</c>.</param>
/// <param name="Count">How often it was made; null where it takes nothing along.</param>
internal sealed record StoredFunction(DelegateBinding Function, IReadOnlyList<(ISymbol? Symbol, Local Values)> Captured, Local? Count);
