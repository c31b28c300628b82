using System;

namespace LearnSharp.Optimization;

/// <summary>
/// A value that is a mean over rows, whose gradient can be had for a few rows at a time. <see cref="IBlackBoxProblem.TryValue"/> gives the value
/// by which the best
/// point is chosen: over all rows, or over validation rows.
/// </summary>
internal interface IStochasticProblem : IBlackBoxProblem
{
    /// <summary>Number of rows to draw from.</summary>
    int RowCount { get; }

    /// <summary>Evaluates the mean gradient over some rows.</summary>
    /// <param name="x">The n parameters.</param>
    /// <param name="rows">Indices of the rows.</param>
    /// <param name="gradient">Receives the n derivatives of the mean. Every element must be written.</param>
    /// <returns>Whether the gradient exists at this point.</returns>
    bool TryBatchGradient(ReadOnlySpan<double> x, ReadOnlySpan<int> rows, Span<double> gradient);
}
