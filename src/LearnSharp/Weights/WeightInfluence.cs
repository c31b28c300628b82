namespace LearnSharp;

/// <summary>How a weight influences the loss.</summary>
internal enum WeightInfluence
{
    /// <summary>Through derivatives, or nothing is known against it.</summary>
    Smooth,

    /// <summary>Only in steps (a condition, rounding): its derivative was zero everywhere, and it was trained by search.</summary>
    Stepwise,

    /// <summary>Not at all, as far as was tried.</summary>
    None,
}
