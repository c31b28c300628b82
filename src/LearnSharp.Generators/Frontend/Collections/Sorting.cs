using System;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Frontend;

/// <summary>What is being sorted.</summary>
/// <param name="Order">The array of positions that is put into order.</param>
/// <param name="At">The element at a position.</param>
/// <param name="IsLess">Whether one element comes before another, where there is no comparison.</param>
/// <param name="Comparison">Compares two elements; null for the default order.</param>
internal sealed record Sorting(LocalRead Order, Func<Expression, Expression> At, Func<Expression, Expression, Expression>? IsLess, Callable? Comparison);
