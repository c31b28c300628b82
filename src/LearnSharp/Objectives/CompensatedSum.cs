using System;

namespace LearnSharp;

/// <summary>
/// A sum that carries its rounding error along (Neumaier 1974): as good as twice the precision, and the same for the same order of terms.
/// </summary>
internal struct CompensatedSum
{
    private double _sum;
    private double _compensation;

    /// <summary>The sum so far.</summary>
    public readonly double Value => _sum + _compensation;

    /// <summary>Adds a term.</summary>
    public void Add(double term)
    {
        var sum = _sum + term;
        _compensation += Math.Abs(_sum) >= Math.Abs(term) ? (_sum - sum) + term : (term - sum) + _sum;
        _sum = sum;
    }

    /// <summary>Adds another sum with its compensation.</summary>
    public void Add(in CompensatedSum other)
    {
        Add(other._sum);
        Add(other._compensation);
    }
}
