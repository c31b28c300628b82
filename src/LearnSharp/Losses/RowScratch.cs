using System;
using System.Collections.Generic;

namespace LearnSharp;

/// <summary>Buffers for the rows of one chunk, kept between evaluations so that rows allocate nothing.</summary>
/// <param name="weights">Number of weights.</param>
internal sealed class RowScratch(int weights)
{
    private readonly Dictionary<int, double[]> _seeds = [];
    private double[] _outputs = [];
    private double[] _slopes = [];

    /// <summary>Buffers for rows that run several at once.</summary>
    public LaneScratch Lanes { get; } = new(weights);

    /// <summary>One value per weight.</summary>
    public double[] Derivative { get; } = new double[weights];

    /// <summary>Room for a result's outputs.</summary>
    public Span<double> Outputs(int count) => Sized(ref _outputs, count);

    /// <summary>Room for the derivatives of residuals.</summary>
    public Span<double> Slopes(int count) => Sized(ref _slopes, count);

    /// <summary>An array of exactly the given length, as pullbacks take their seeds. Its content is that of its last use.</summary>
    public double[] Seed(int count)
    {
        if (!_seeds.TryGetValue(count, out var seed))
            _seeds.Add(count, seed = new double[count]);
        return seed;
    }

    private static Span<double> Sized(ref double[] buffer, int count)
    {
        if (buffer.Length < count)
            buffer = new double[Math.Max(count, 2 * buffer.Length)];
        return buffer.AsSpan(0, count);
    }
}
