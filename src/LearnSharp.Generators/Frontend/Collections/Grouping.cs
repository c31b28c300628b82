using System;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Frontend;

/// <summary>Elements by their keys: which keys there are, in the order in which they come first, and the elements of each.</summary>
/// <param name="Index">What knows the number of each key.</param>
/// <param name="Keys">The keys by number.</param>
/// <param name="Count">How many keys there are.</param>
/// <param name="Elements">The elements of the key of a number.</param>
internal sealed record Grouping(MapBinding Index, Place Keys, Expression Count, Func<Expression, Sequence> Elements);
