using System;

namespace LearnSharp.Optimization;

/// <summary>Lower and upper limits of each parameter. Optimizers evaluate and return only points that lie exactly within them.</summary>
internal sealed class Bounds
{
    private const double Rounding = 4 * 2.220446049250313e-16;

    private readonly double[] _lower;
    private readonly double[] _upper;

    /// <summary>Takes copies of both arrays. Infinities stand for no limit; equal limits hold the parameter fixed.</summary>
    /// <exception cref="ArgumentException">The lengths differ, a limit is NaN, or a lower limit exceeds its upper one.</exception>
    public Bounds(ReadOnlySpan<double> lower, ReadOnlySpan<double> upper)
    {
        if (lower.Length != upper.Length)
        {
            throw new ArgumentException(
                $"There are {lower.Length} lower and {upper.Length} upper limits; give one of each for every parameter.", nameof(upper));
        }

        for (var i = 0; i < lower.Length; i++)
        {
            if (!(lower[i] <= upper[i]) || double.IsPositiveInfinity(lower[i]) || double.IsNegativeInfinity(upper[i]))
            {
                throw new ArgumentException(
                    FormattableString.Invariant(
                        $"Parameter {i} has the limits {lower[i]} and {upper[i]}; the lower one must not exceed the upper one."),
                    nameof(lower));
            }
        }

        _lower = lower.ToArray();
        _upper = upper.ToArray();
    }

    /// <summary>Number of parameters.</summary>
    public int Count => _lower.Length;

    /// <summary>Lower limits, −∞ where there is none.</summary>
    public ReadOnlySpan<double> Lower => _lower;

    /// <summary>Upper limits, +∞ where there is none.</summary>
    public ReadOnlySpan<double> Upper => _upper;

    /// <summary>No limits on <paramref name="count"/> parameters.</summary>
    public static Bounds None(int count)
    {
        var lower = new double[count];
        var upper = new double[count];
        Array.Fill(lower, double.NegativeInfinity);
        Array.Fill(upper, double.PositiveInfinity);
        return new Bounds(lower, upper);
    }

    /// <summary>Whether the limits of parameter <paramref name="i"/> are equal.</summary>
    public bool IsFixed(int i) => _lower[i] == _upper[i];

    /// <summary>Whether parameter <paramref name="i"/> is limited on both sides.</summary>
    public bool IsBoxed(int i) => double.IsFinite(_lower[i]) && double.IsFinite(_upper[i]);

    /// <summary>Moves every parameter to the nearest value within its limits.</summary>
    public void Project(Span<double> x)
    {
        for (var i = 0; i < x.Length; i++)
            x[i] = Project(i, x[i]);
    }

    /// <summary>The value within the limits of parameter <paramref name="i"/> nearest to <paramref name="value"/>.</summary>
    public double Project(int i, double value) => value < _lower[i] ? _lower[i] : value > _upper[i] ? _upper[i] : value;

    /// <summary>
    /// The value within the limits nearest to <paramref name="value"/>, a sum that started at <paramref name="from"/>: exactly on a limit that it
    /// misses by no more
    /// than the rounding of that sum, so that a step meant to end on the limit does.
    /// </summary>
    public double Land(int i, double from, double value)
    {
        var (lower, upper) = (_lower[i], _upper[i]);
        if (double.IsFinite(lower) && value - lower <= Rounding * Math.Max(Math.Abs(from), Math.Abs(lower)))
            return lower;
        return double.IsFinite(upper) && upper - value <= Rounding * Math.Max(Math.Abs(from), Math.Abs(upper)) ? upper : value;
    }

    /// <summary>Whether every parameter lies within its limits.</summary>
    public bool Contains(ReadOnlySpan<double> x)
    {
        for (var i = 0; i < x.Length; i++)
        {
            if (!(x[i] >= _lower[i] && x[i] <= _upper[i]))
                return false;
        }

        return true;
    }

    /// <summary>
    /// Whether parameter <paramref name="i"/> cannot move downhill: it is fixed, or it lies on a limit that the negative gradient points out of.
    /// </summary>
    public bool Holds(int i, double x, double gradient)
        => IsFixed(i) || (x <= _lower[i] && gradient > 0) || (x >= _upper[i] && gradient < 0);
}
