using System;

namespace LearnSharp.Optimization;

/// <summary>The value of a residual problem, Σ r², for methods that want nothing but the value.</summary>
internal sealed class SumOfSquares(IResidualProblem problem) : IBlackBoxProblem
{
    private readonly double[] _residuals = new double[problem.ResidualCount];

    /// <inheritdoc/>
    public int ParameterCount => problem.ParameterCount;

    /// <inheritdoc/>
    public bool TryValue(ReadOnlySpan<double> x, out double value)
    {
        value = double.NaN;
        if (!problem.TryResiduals(x, _residuals))
            return false;
        value = Vectors.SumOfSquares(_residuals);
        return double.IsFinite(value);
    }
}
