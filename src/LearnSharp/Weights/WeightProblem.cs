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

    public bool TryValue(ReadOnlySpan<double> x, out double value)
    {
        map.ToWeights(x, _weights);

        // A rounded loss must be the same with and without derivatives.
        return objective.HasKinks && objective.Smoothing > 0
            ? objective.TryGradient(_weights, out value, _gradient)
            : objective.TryLoss(_weights, out value);
    }

    public bool TryGradient(ReadOnlySpan<double> x, out double value, Span<double> gradient)
    {
        map.ToWeights(x, _weights);
        if (!objective.TryGradient(_weights, out value, _gradient))
            return false;
        ToParameters(x, gradient);
        tracker?.Visit(_weights);
        return true;
    }

    public bool TryBatchGradient(ReadOnlySpan<double> x, ReadOnlySpan<int> rows, Span<double> gradient)
    {
        map.ToWeights(x, _weights);
        if (!objective.TryBatch(_weights, rows, out _, _gradient))
            return false;
        ToParameters(x, gradient);
        return true;
    }

    public bool TryResiduals(ReadOnlySpan<double> x, Span<double> residuals)
    {
        map.ToWeights(x, _weights);
        return objective.TryResiduals(_weights, residuals);
    }

    public bool TryJacobian(ReadOnlySpan<double> x, Span<double> residuals, Span<double> jacobian)
    {
        if (_jacobian.Length == 0)
            _jacobian = new double[checked(ResidualCount * map.WeightCount)];
        map.ToWeights(x, _weights);
        if (!objective.TryJacobian(_weights, residuals, _jacobian))
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
