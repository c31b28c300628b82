using System;

namespace LearnSharp.Optimization;

/// <summary>
/// Draws starting points around a given one: on a logarithmic scale by the magnitude of each parameter, and always within the bounds.
/// </summary>
internal sealed class StartingPoints(Bounds bounds, ulong seed)
{
    private const double SignFlip = 0.2;
    private const double UniformInBox = 0.3;
    private const double SpansDecades = 100;

    private readonly SeededRandom _random = new(seed);

    /// <summary>Draws a point.</summary>
    /// <param name="around">The point to draw around; within the bounds.</param>
    /// <param name="decades">Spread: the standard deviation of the logarithm of the magnitude, to base 10.</param>
    /// <param name="point">Receives the point.</param>
    public void Draw(ReadOnlySpan<double> around, double decades, Span<double> point)
    {
        for (var i = 0; i < point.Length; i++)
            point[i] = bounds.IsFixed(i) ? around[i] : bounds.Project(i, DrawOne(i, around[i], decades));
    }

    private double DrawOne(int i, double around, double decades)
    {
        var (lower, upper) = (bounds.Lower[i], bounds.Upper[i]);
        if (bounds.IsBoxed(i) && _random.NextDouble() < UniformInBox)
        {
            var u = _random.NextDouble();
            return lower > 0 && upper / lower > SpansDecades ? lower * Math.Pow(upper / lower, u) : lower + (u * (upper - lower));
        }

        var magnitude = Magnitude(i, around) * Math.Pow(10, decades * _random.NextGaussian());
        var sign = around == 0 ? (_random.NextDouble() < 0.5 ? -1 : 1) : Math.Sign(around);
        if (_random.NextDouble() < SignFlip)
            sign = -sign;
        var value = sign * magnitude;
        if (value >= lower && value <= upper)
            return value;

        // Beyond a limit: somewhere on the way to it, rather than on it.
        var limit = value < lower ? lower : upper;
        return around + (_random.NextDouble() * (limit - around));
    }

    private double Magnitude(int i, double around)
    {
        if (around != 0)
            return Math.Abs(around);
        if (bounds.IsBoxed(i))
            return 0.5 * (bounds.Upper[i] - bounds.Lower[i]);
        return 1;
    }
}
