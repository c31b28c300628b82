namespace LearnSharp.Optimization;

/// <summary>How CMA-ES starts and restarts. The defaults need no tuning.</summary>
internal sealed record CmaEsOptions
{
    /// <summary>Seed of all random numbers.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>First standard deviation, in units of <see cref="Scales"/>.</summary>
    public double Sigma { get; init; } = 0.3;

    /// <summary>
    /// The unit of each parameter: a change that matters. Null: the magnitude of the start or the width of the limits, whichever is
    /// smaller; 1 where there is neither.
    /// </summary>
    public double[]? Scales { get; init; }

    /// <summary>Points in a generation. Null: 4 + ⌊3 ln n⌋. Each restart doubles it.</summary>
    public int? Population { get; init; }

    /// <summary>The largest number of restarts. Zero: none.</summary>
    public int MaxRestarts { get; init; } = 9;

    /// <summary>
    /// Ends as soon as this many runs have ended at the best value, to within a relative 1e-6. A large number: restarts until a limit is reached.
    /// </summary>
    public int Agreement { get; init; } = 2;

    /// <summary>A value that is good enough: the search ends once it is reached.</summary>
    public double Target { get; init; } = double.NegativeInfinity;
}
