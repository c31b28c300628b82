namespace LearnSharp.Optimization;

/// <summary>How Adam goes through the rows.</summary>
internal sealed record AdamOptions
{
    /// <summary>Seed of the order of the rows.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>The first learning rate: about the largest change of a parameter in one step, in units of <see cref="Scales"/>.</summary>
    public double LearningRate { get; init; } = 0.01;

    /// <summary>The unit of each parameter. Null: 1 for all.</summary>
    public double[]? Scales { get; init; }

    /// <summary>Rows a batch.</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>The largest number of times that every row is seen.</summary>
    public int Epochs { get; init; } = 200;

    /// <summary>Epochs between evaluations of the value by which the best point is kept.</summary>
    public int EvaluateEvery { get; init; } = 1;

    /// <summary>How the learning rate falls.</summary>
    public RateDecay Decay { get; init; } = RateDecay.Cosine;

    /// <summary>Evaluations without a new best value after which <see cref="RateDecay.Plateau"/> lowers the rate.</summary>
    public int PlateauEvaluations { get; init; } = 10;

    /// <summary>Evaluations without a new best value after which the run ends with <see cref="StopReason.EarlyStopping"/>. Null: never.</summary>
    public int? EarlyStoppingEvaluations { get; init; }

    /// <summary>β₁: how much of the mean gradient is kept from step to step.</summary>
    public double MeanDecay { get; init; } = 0.9;

    /// <summary>β₂: how much of the mean squared gradient is kept from step to step.</summary>
    public double SquareDecay { get; init; } = 0.999;

    /// <summary>ε: keeps the step finite where gradients vanish. Small against any gradient that matters.</summary>
    public double Epsilon { get; init; } = 1e-8;
}
