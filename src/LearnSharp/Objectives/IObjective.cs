using System;

namespace LearnSharp;

/// <summary>
/// What weights are judged by, for the combination of choices selected. Every answer of <see langword="false"/> is a failure described by
/// <see cref="Failure"/>.
/// </summary>
internal interface IObjective
{
    /// <summary>Name of the loss.</summary>
    string LossName { get; }

    /// <summary>Number of rows; 0 for a black-box cost.</summary>
    int RowCount { get; }

    /// <summary>Whether <see cref="TryGradient"/> exists.</summary>
    bool HasGradient { get; }

    /// <summary>Number of residuals whose squares add up to the loss, or 0.</summary>
    int ResidualCount { get; }

    /// <summary>Whether the residuals are the errors themselves, so that their covariance gives standard errors.</summary>
    bool IsSquared { get; }

    /// <summary>Whether the loss has kinks, which <see cref="Smoothing"/> rounds.</summary>
    bool HasKinks { get; }

    /// <summary>Half-width of the rounding of kinks in gradients and residuals, in the units of the target; 0 for none.</summary>
    double Smoothing { get; set; }

    /// <summary>
    /// Whether every answer is that of the exact program, as it is reported; otherwise many rows may run at once, with vector math that differs in the last digits. True at first.
    /// </summary>
    bool IsExact { get; set; }

    /// <summary>Whether <see cref="IsExact"/> makes a difference.</summary>
    bool HasApproximation { get; }

    /// <summary>The sum of row weights: sums of squares of residuals are this times the mean loss.</summary>
    double TotalWeight { get; }

    /// <summary>Why the last evaluation failed; null when it did not, or was cancelled.</summary>
    RowFailure? Failure { get; }

    /// <summary>Selects a combination of choices.</summary>
    /// <param name="options">One option index per choice.</param>
    void Select(ReadOnlySpan<int> options);

    /// <summary>The mean loss, exactly as it is reported.</summary>
    /// <param name="weights">All weights.</param>
    /// <param name="loss">Receives the mean loss.</param>
    bool TryLoss(ReadOnlySpan<double> weights, out double loss);

    /// <summary>The mean loss (kinks rounded) and its derivative by every weight.</summary>
    /// <param name="weights">All weights.</param>
    /// <param name="loss">Receives the mean loss.</param>
    /// <param name="gradient">Receives one derivative per weight.</param>
    bool TryGradient(ReadOnlySpan<double> weights, out double loss, Span<double> gradient);

    /// <summary>The same over some rows only.</summary>
    /// <param name="weights">All weights.</param>
    /// <param name="rows">The rows of the batch.</param>
    /// <param name="loss">Receives the mean loss of the batch.</param>
    /// <param name="gradient">Receives one derivative per weight.</param>
    bool TryBatch(ReadOnlySpan<double> weights, ReadOnlySpan<int> rows, out double loss, Span<double> gradient);

    /// <summary>The residuals, each times the root of its row's weight.</summary>
    bool TryResiduals(ReadOnlySpan<double> weights, Span<double> residuals);

    /// <summary>The residuals and their derivatives, row-major: one row of derivatives by all weights per residual.</summary>
    bool TryJacobian(ReadOnlySpan<double> weights, Span<double> residuals, Span<double> jacobian);
}
