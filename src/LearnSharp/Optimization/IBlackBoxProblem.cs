using System;

namespace LearnSharp.Optimization;

/// <summary>A value to be minimized of which nothing but the value can be had.</summary>
/// <remarks>
/// A failed evaluation (an exception in the program, a NaN, an infinity) answers <see langword="false"/> and ranks behind every value.
/// </remarks>
internal interface IBlackBoxProblem
{
    /// <summary>Number of parameters n, the length of x.</summary>
    int ParameterCount { get; }

    /// <summary>Evaluates the value at <paramref name="x"/>.</summary>
    /// <param name="x">The n parameters, within the bounds.</param>
    /// <param name="value">Receives the value; of no meaning after a failure.</param>
    /// <returns>Whether the value exists at this point.</returns>
    bool TryValue(ReadOnlySpan<double> x, out double value);
}
