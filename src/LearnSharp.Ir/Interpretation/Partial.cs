using System;

namespace LearnSharp.Ir;

/// <summary>
/// A partial derivative with its magnitude. The magnitude is at least the absolute value; it is larger where the derivative is itself a difference,
/// so that formulas that are equal on paper but round differently are told from wrong ones.
/// </summary>
/// <param name="Value">The derivative.</param>
/// <param name="Magnitude">The sum of the absolute values of its terms.</param>
internal readonly record struct Partial(double Value, double Magnitude)
{
    /// <summary>A derivative without cancellation.</summary>
    public static implicit operator Partial(double value) => new(value, Math.Abs(value));
}
