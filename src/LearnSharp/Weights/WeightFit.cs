namespace LearnSharp;

/// <summary>Weights fitted for one combination of choices.</summary>
internal sealed record WeightFit
{
    /// <summary>All weights.</summary>
    public required double[] Weights { get; init; }

    /// <summary>The mean loss on the training rows; NaN where the program failed.</summary>
    public required double Loss { get; init; }

    /// <summary>What fits are compared by: the loss on the validation rows if given, else <see cref="Loss"/>.</summary>
    public required double Score { get; init; }

    /// <summary>Why training ended.</summary>
    public required StopReason Reason { get; init; }

    /// <summary>The method, in words.</summary>
    public required string Method { get; init; }

    /// <summary>Standard error of each weight, or NaN.</summary>
    public required double[] StandardErrors { get; init; }

    /// <summary>For each weight, how it could be trained.</summary>
    public required WeightInfluence[] Influence { get; init; }
}
