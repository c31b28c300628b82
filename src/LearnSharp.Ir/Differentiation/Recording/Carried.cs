namespace LearnSharp.Ir;

/// <summary>A passive local that a loop carries from turn to turn and whose reverse, running in the same direction, computes it again: <c>power = 1; for (…) { …; power = power * t; }</c>.</summary>
/// <param name="Local">The local.</param>
/// <param name="Start">Its value before the first turn.</param>
/// <param name="Update">What ends a turn.</param>
internal sealed record Carried(Local Local, Expression Start, Assign Update);
