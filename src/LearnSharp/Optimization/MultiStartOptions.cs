namespace LearnSharp.Optimization;

/// <summary>How many starts to make, and from where.</summary>
internal sealed record MultiStartOptions
{
    /// <summary>The largest number of runs, that from the given start included.</summary>
    public int Starts { get; init; } = 16;

    /// <summary>
    /// Ends as soon as this many runs have reached the best value, to within <see cref="AgreementTolerance"/>. 1: only a bad first run is
    /// repeated.
    /// </summary>
    public int Agreement { get; init; } = 3;

    /// <summary>Relative difference of values that counts as the same minimum.</summary>
    public double AgreementTolerance { get; init; } = 1e-6;

    /// <summary>Points drawn and evaluated for each further run, of which the best becomes its start. 1: no choice.</summary>
    public int Candidates { get; init; } = 20;

    /// <summary>Spread of the first further start, in decades; each further one lies wider.</summary>
    public double Spread { get; init; } = 0.3;

    /// <summary>The largest spread, in decades.</summary>
    public double LargestSpread { get; init; } = 2;

    /// <summary>Seed of the points drawn.</summary>
    public ulong Seed { get; init; } = 1;
}
