namespace LearnSharp.Optimization;

/// <summary>The best point that a run found, and how the run ended.</summary>
internal record OptimizationResult
{
    /// <summary>The best point; within the bounds. The starting point where nothing could be evaluated.</summary>
    public required double[] X { get; init; }

    /// <summary>The value at <see cref="X"/>; for least squares Σ r². NaN where nothing could be evaluated.</summary>
    public required double Value { get; init; }

    /// <summary>Iterations made.</summary>
    public required int Iterations { get; init; }

    /// <summary>Evaluations made, of any kind.</summary>
    public required int Evaluations { get; init; }

    /// <summary>
    /// Largest component of the gradient at <see cref="X"/> along which a move is possible (components that a bound holds count as zero). NaN
    /// where there is no gradient.
    /// </summary>
    public required double GradientNorm { get; init; }

    /// <summary>Why the run ended.</summary>
    public required StopReason Reason { get; init; }
}
