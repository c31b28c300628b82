namespace LearnSharp.Ir;

/// <summary>
/// A value with its derivatives by every input and, beside each, the sum of the absolute contributions of the paths from that input: what the
/// derivative would be if nothing cancelled.
/// </summary>
/// <param name="value">The value.</param>
/// <param name="tangents">One derivative per input; null when the value depends on none.</param>
/// <param name="contributions">One sum per input, at least as large as the derivative; null when the value depends on none.</param>
internal sealed class Dual(double value, double[]? tangents, double[]? contributions)
{
    /// <summary>The value.</summary>
    public double Value { get; } = value;

    /// <summary>One derivative per input; null when the value depends on none.</summary>
    public double[]? Tangents { get; } = tangents;

    /// <summary>One sum per input; null when the value depends on none.</summary>
    public double[]? Contributions { get; } = contributions;
}
