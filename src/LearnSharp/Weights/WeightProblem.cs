using System;
using LearnSharp.Optimization;

namespace LearnSharp;

/// <summary>An objective as the optimizers see it: a function of the free parameters.</summary>
/// <param name="objective">The objective.</param>
/// <param name="map">From parameters to weights.</param>
/// <param name="tracker">Told of the points visited with derivatives, or null.</param>
internal sealed class WeightProblem(IObjective objective, ParameterMap map, ValidationTracker? tracker)
    : IResidualProblem, ISmoothProblem, IStochasticProblem
{
    private readonly double[] _weights = new double[map.WeightCount];
    private readonly double[] _gradient = new double[map.WeightCount];
    private double[] _jacobian = [];

    /// <summary>For each weight, whether any derivative by it was ever other than zero.</summary>
    public bool[] HasInfluence { get; } = new bool[map.WeightCount];

    /// <inheritdoc cref="IResidualProblem.ParameterCount"/>
    public int ParameterCount => map.Count;

    public int ResidualCount => objective.ResidualCount;

    public int RowCount => objective.RowCount;

    /// <summary>Whether the optimizer sees the exact program (<see cref="IObjective.IsExact"/>). All others always do.</summary>
    public bool IsExact { get; set; } = true;

    public bool TryValue(ReadOnlySpan<double> x, out double value)
    {
        map.ToWeights(x, _weights);
        objective.IsExact = IsExact;

        // A rounded loss must be the same with and without derivatives.
        var succeeded = objective.HasKinks && objective.Smoothing > 0
            ? objective.TryGradient(_weights, out value, _gradient)
            : objective.TryLoss(_weights, out value);
        objective.IsExact = true;
        return succeeded;
    }

    public bool TryGradient(ReadOnlySpan<double> x, out double value, Span<double> gradient)
    {
        map.ToWeights(x, _weights);
        objective.IsExact = IsExact;
        var succeeded = objective.TryGradient(_weights, out value, _gradient);
        objective.IsExact = true;
        if (!succeeded)
            return false;
        ToParameters(x, gradient);
        tracker?.Visit(_weights);
        return true;
    }

    public bool TryBatchGradient(ReadOnlySpan<double> x, ReadOnlySpan<int> rows, Span<double> gradient)
    {
        map.ToWeights(x, _weights);
        objective.IsExact = IsExact;
        var succeeded = objective.TryBatch(_weights, rows, out _, _gradient);
        objective.IsExact = true;
        if (!succeeded)
            return false;
        ToParameters(x, gradient);
        return true;
    }

    public bool TryResiduals(ReadOnlySpan<double> x, Span<double> residuals)
    {
        map.ToWeights(x, _weights);
        objective.IsExact = IsExact;
        var succeeded = objective.TryResiduals(_weights, residuals);
        objective.IsExact = true;
        return succeeded;
    }

    public bool TryJacobian(ReadOnlySpan<double> x, Span<double> residuals, Span<double> jacobian)
    {
        if (_jacobian.Length == 0)
            _jacobian = new double[checked(ResidualCount * map.WeightCount)];
        map.ToWeights(x, _weights);
        objective.IsExact = IsExact;
        var succeeded = objective.TryJacobian(_weights, residuals, _jacobian);
        objective.IsExact = true;
        if (!succeeded)
            return false;
        map.Linearize(x, _weights);
        for (var i = 0; i < residuals.Length; i++)
        {
            var byWeights = _jacobian.AsSpan(i * map.WeightCount, map.WeightCount);
            NoteInfluence(byWeights);
            map.PullBack(byWeights, jacobian.Slice(i * map.Count, map.Count));
        }

        tracker?.Visit(_weights);
        return true;
    }

    private void ToParameters(ReadOnlySpan<double> x, Span<double> gradient)
    {
        NoteInfluence(_gradient);
        map.Linearize(x, _weights);
        map.PullBack(_gradient, gradient);
    }

    private void NoteInfluence(ReadOnlySpan<double> derivatives)
    {
        for (var j = 0; j < derivatives.Length; j++)
            HasInfluence[j] |= derivatives[j] != 0;
    }
}
