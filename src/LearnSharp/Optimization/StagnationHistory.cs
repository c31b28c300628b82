using System;

namespace LearnSharp.Optimization;

/// <summary>
/// Notices when the values of a search have become flat, or have stopped falling (Hansen 2009, "Benchmarking a BI-population CMA-ES", section 2).
/// </summary>
internal sealed class StagnationHistory
{
    private readonly double[] _recent;
    private readonly double[] _best;
    private readonly double[] _median;
    private readonly double[] _sorted;
    private int _count;

    /// <summary>Sets up for a search over <paramref name="n"/> parameters with <paramref name="population"/> points a generation.</summary>
    public StagnationHistory(int n, int population)
    {
        _recent = new double[10 + (int)Math.Ceiling(30.0 * n / population)];
        var window = 120 + (int)Math.Ceiling(30.0 * n / population);
        _best = new double[window];
        _median = new double[window];
        _sorted = new double[window];
    }

    /// <summary>Adds a generation.</summary>
    /// <returns>Null: go on. True: all values of late are the same. False: the values have stopped falling.</returns>
    public bool? Add(double best, double median, double worst, double tolerance)
    {
        _recent[_count % _recent.Length] = best;
        _best[_count % _best.Length] = best;
        _median[_count % _median.Length] = median;
        _count++;
        if (_count >= _recent.Length && IsFlat(worst, tolerance))
            return true;
        return _count >= 2 * _best.Length && _count % _best.Length == 0 && HasStopped(_best) && HasStopped(_median) ? false : null;
    }

    private bool IsFlat(double worst, double tolerance)
    {
        double low = worst, high = worst;
        foreach (var value in _recent)
        {
            low = Math.Min(low, value);
            high = Math.Max(high, value);
        }

        return high - low <= tolerance * Math.Abs(low);
    }

    /// <summary>Whether the middle value of the last fifth of the window is no better than that of the first.</summary>
    private bool HasStopped(double[] window)
    {
        var part = window.Length / 5;
        return Median(window, window.Length - part, part) >= Median(window, 0, part);
    }

    private double Median(double[] window, int from, int count)
    {
        Array.Copy(window, from, _sorted, 0, count);
        Array.Sort(_sorted, 0, count);
        return _sorted[count / 2];
    }
}
