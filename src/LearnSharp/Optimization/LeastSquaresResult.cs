using System;

namespace LearnSharp.Optimization;

/// <summary>The result of a least-squares fit, with what the curvature at the minimum says about the certainty of each parameter.</summary>
internal sealed record LeastSquaresResult : OptimizationResult
{
    /// <summary>
    /// s²(JᵀJ)⁻¹ at the result, n×n, row-major, with s² = <see cref="ResidualVariance"/>. A parameter that the data does not determine (it takes
    /// part in a
    /// direction along which the residuals do not change) has the variance +∞ and NaN covariances; one that is fixed or held by a bound has NaN
    /// throughout.
    /// Empty where nothing could be evaluated.
    /// </summary>
    public required double[] Covariance { get; init; }

    /// <summary>
    /// Square roots of the diagonal of <see cref="Covariance"/>; +∞ for undetermined parameters, NaN for held ones. Empty where nothing could be
    /// evaluated.
    /// </summary>
    public required double[] StandardErrors { get; init; }

    /// <summary>s² = Σ r² / (m − rank); NaN without degrees of freedom.</summary>
    public required double ResidualVariance { get; init; }

    /// <summary>Number of independent directions, among the parameters that no bound holds, that the data determines.</summary>
    public required int Rank { get; init; }

    /// <summary>A result for a start at which nothing could be evaluated.</summary>
    public static LeastSquaresResult Nothing(ReadOnlySpan<double> x, int evaluations, StopReason reason) => new()
    {
        X = x.ToArray(), Value = double.NaN, Iterations = 0, Evaluations = evaluations, GradientNorm = double.NaN, Reason = reason,
        Covariance = [], StandardErrors = [], ResidualVariance = double.NaN, Rank = 0,
    };
}
