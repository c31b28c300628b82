using System;

namespace LearnSharp.Optimization;

/// <summary>
/// Searches along a descent direction for a step that satisfies the weak Wolfe conditions, by bracketing as Lewis and Overton (2013) do, which
/// also ends on
/// functions with kinks, with cubic interpolation inside the bracket. A failed evaluation counts as a step too long.
/// </summary>
internal sealed class WolfeSearch
{
    private const double SufficientDecrease = 1e-4;
    private const double CurvatureFraction = 0.9;
    private const double Expansion = 4;
    private const double Negligible = 1e-17;
    private const int MaxTrials = 60;

    /// <summary>How a search ended.</summary>
    internal enum Outcome
    {
        /// <summary>The conditions hold at the trial point, or it lies on the bounds and the value still falls there.</summary>
        Found,

        /// <summary>The best point lowers the value, though the conditions could not be met.</summary>
        Lower,

        /// <summary>No step lowers the value.</summary>
        None,
    }

    /// <summary>The value at <paramref name="step"/> and its slope along the direction. False if the evaluation failed.</summary>
    internal delegate bool Evaluate(double step, out double value, out double slope);

    /// <summary>The step of the best point.</summary>
    public double Step { get; private set; }

    /// <summary>Searches.</summary>
    /// <param name="value">Value at step 0.</param>
    /// <param name="slope">Slope at step 0; negative.</param>
    /// <param name="first">First step to try.</param>
    /// <param name="longest">The longest step allowed, at least <paramref name="first"/>.</param>
    /// <param name="evaluate">Evaluates a step.</param>
    /// <param name="mustStop">Asked before each evaluation.</param>
    public Outcome Search(double value, double slope, double first, double longest, Evaluate evaluate, Func<bool> mustStop)
    {
        double low = 0, lowValue = value, lowSlope = slope;
        double high = double.PositiveInfinity, highValue = double.NaN, highSlope = double.NaN;
        Step = 0;
        var step = first;
        for (var trial = 0; trial < MaxTrials && !mustStop(); trial++)
        {
            var evaluated = evaluate(step, out var stepValue, out var stepSlope);
            if (!evaluated || !(stepValue <= value + (SufficientDecrease * step * slope)) || stepValue >= value)
            {
                high = step;
                highValue = evaluated ? stepValue : double.NaN;
                highSlope = stepSlope;
            }
            else
            {
                low = Step = step;
                lowValue = stepValue;
                lowSlope = stepSlope;
                if (stepSlope >= CurvatureFraction * slope || step >= longest)
                    return Outcome.Found;
            }

            if (double.IsPositiveInfinity(high))
            {
                step = Math.Min(longest, Expansion * step);
                continue;
            }

            // Ends too where what is left of the bracket promises less than a rounding error.
            step = Inside(low, lowValue, lowSlope, high, highValue, highSlope);
            if (!(step > low && step < high) || !((high - low) * -slope > Negligible * Math.Abs(value)))
                break;
        }

        return Step > 0 ? Outcome.Lower : Outcome.None;
    }

    private static double Inside(double low, double lowValue, double lowSlope, double high, double highValue, double highSlope)
    {
        var width = high - low;
        if (double.IsNaN(highValue))
            return low + (0.1 * width);

        // The minimum of the cubic through both values and slopes, kept away from the ends so that the bracket shrinks at a steady rate.
        var d1 = lowSlope + highSlope - (3 * (highValue - lowValue) / width);
        var root = (d1 * d1) - (lowSlope * highSlope);
        var denominator = highSlope - lowSlope + (2 * Math.Sqrt(Math.Max(root, 0)));
        var fraction = root >= 0 && denominator != 0 ? (Math.Sqrt(root) + d1 - lowSlope) / denominator : double.NaN;
        if (!double.IsFinite(fraction))
            fraction = 0.5;
        return low + (Math.Clamp(fraction, 0.1, 0.9) * width);
    }
}
