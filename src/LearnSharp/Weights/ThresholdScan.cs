using System;
using System.Collections.Generic;
using System.Linq;

namespace LearnSharp;

/// <summary>Candidates for a weight that acts in steps.</summary>
internal sealed class ThresholdScan
{
    private const int Candidates = 24;
    private const double Decades = 1.5;
    private const double WideRatio = 100;

    private readonly double _low;
    private readonly double _high;
    private readonly double _value;

    /// <summary>A scan of one weight.</summary>
    /// <param name="infos">All weights.</param>
    /// <param name="weight">The weight to scan.</param>
    /// <param name="weights">The values of all.</param>
    public ThresholdScan(IReadOnlyList<WeightInfo> infos, int weight, ReadOnlySpan<double> weights)
    {
        Weight = weight;
        _value = weights[weight];
        (_low, _high) = (infos[weight].Min, infos[weight].Max);
        if (infos[weight].Above is >= 0 and var partner)
            _low = Math.Max(_low, weights[partner]);
        for (var i = 0; i < infos.Count; i++)
        {
            if (infos[i].Above == weight)
                _high = Math.Min(_high, weights[i]);
        }
    }

    /// <summary>The weight.</summary>
    public int Weight { get; }

    /// <summary>The weights with another value of the scanned one.</summary>
    public double[] With(ReadOnlySpan<double> weights, double candidate)
    {
        var result = weights.ToArray();
        result[Weight] = candidate;
        return result;
    }

    /// <summary>Candidates over the bounds, or some decades around the value where there are none.</summary>
    public IEnumerable<double> Spread()
    {
        if (double.IsFinite(_low) && double.IsFinite(_high))
        {
            var geometric = _low > 0 && _high / _low > WideRatio;
            return Enumerable.Range(0, Candidates).Select(k => (k + 0.5) / Candidates)
                .Select(t => geometric ? _low * Math.Pow(_high / _low, t) : _low + (t * (_high - _low)))
                .Select(value => Math.Clamp(value, _low, _high));
        }

        var around = _value == 0 ? 1 : Math.Abs(_value);
        var sizes = Enumerable.Range(0, Candidates).Select(k => around * Math.Pow(10, Decades * ((2.0 * k / (Candidates - 1)) - 1)));
        return sizes.Concat(sizes.Select(static size => -size)).Append(0).Where(value => value >= _low && value <= _high);
    }

    /// <summary>Candidates in the gaps beside the best value so far.</summary>
    public static IReadOnlyList<double> Between(IEnumerable<double> tried, double best)
    {
        var sorted = tried.ToList();
        var at = sorted.IndexOf(best);
        var result = new List<double>();
        AddGap(result, at > 0 ? sorted[at - 1] : best, best);
        AddGap(result, best, at + 1 < sorted.Count ? sorted[at + 1] : best);
        return result;
    }

    private static void AddGap(List<double> result, double from, double to)
    {
        for (var k = 1; k <= 4; k++)
        {
            var value = from + (k / 5.0 * (to - from));
            if (value > from && value < to)
                result.Add(value);
        }
    }
}
