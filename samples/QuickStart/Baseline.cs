using System;
using System.Collections.Generic;
using System.Linq;

namespace QuickStart;

/// <summary>What one would do by hand: a straight line through the logarithms, one for men and one for women.</summary>
public sealed class Baseline
{
    private readonly Dictionary<bool, (double Intercept, double Slope)> _lines;

    /// <summary>Fits the lines by least squares.</summary>
    /// <param name="races">The races; a sex with fewer than two of them has no line.</param>
    public Baseline(IEnumerable<Race> races) =>
        _lines = races.GroupBy(static race => race.Women)
            .Where(static group => group.Select(static race => race.Meters).Distinct().Count() > 1)
            .ToDictionary(static group => group.Key, Line);

    /// <summary>Predicts a time in seconds; NaN for a sex without a line.</summary>
    /// <param name="race">The race; its time is not looked at.</param>
    public double Predict(Race race) =>
        _lines.TryGetValue(race.Women, out var line) ? Math.Exp(line.Intercept + (line.Slope * Math.Log(race.Meters))) : double.NaN;

    private static (double Intercept, double Slope) Line(IEnumerable<Race> races)
    {
        var points = races.Select(static race => (X: Math.Log(race.Meters), Y: Math.Log(race.Seconds))).ToArray();
        var (x, y) = (points.Average(static p => p.X), points.Average(static p => p.Y));
        var slope = points.Sum(p => (p.X - x) * (p.Y - y)) / points.Sum(p => (p.X - x) * (p.X - x));
        return (y - (slope * x), slope);
    }
}
