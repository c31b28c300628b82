namespace LearnSharp;

/// <summary>The formulas of the built-in losses.</summary>
internal enum LossKind
{
    /// <summary>e².</summary>
    Squared,

    /// <summary>|e|.</summary>
    Absolute,

    /// <summary>Squared near zero, absolute beyond.</summary>
    Huber,

    /// <summary>Negative log-likelihood of a probability.</summary>
    Log,

    /// <summary>Whether the prediction is wrong.</summary>
    ZeroOne,
}
