namespace LearnSharp.Ir;

/// <summary>The counter of a loop <c>for (i = start; i op bound; i = i ± 1)</c> that nothing else changes: the reverse sweep counts it back.</summary>
/// <param name="Local">The counter in the forward sweep.</param>
/// <param name="Reversed">The counter in the reverse sweep.</param>
/// <param name="Start">Its first value.</param>
/// <param name="Test">The comparison of the loop's condition.</param>
/// <param name="Bound">What it is compared with; it does not change in the loop.</param>
/// <param name="Up">Whether it counts up.</param>
internal sealed record Counter(Local Local, Local Reversed, Expression Start, BinaryOperator Test, Expression Bound, bool Up);
