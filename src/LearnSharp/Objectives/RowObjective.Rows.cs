using System;

namespace LearnSharp;

/// <content>What is done for each row.</content>
internal sealed partial class RowObjective<TProgram, TInput, TWeights, TChoices, TResult>
{
    public bool TryBatch(ReadOnlySpan<double> weights, ReadOnlySpan<int> rows, out double loss, Span<double> gradient)
    {
        _weights = TProgram.CreateWeights(weights);
        Failure = null;
        var scratch = TakeScratch();
        PrepareLanes();
        if (_useLanes)
        {
            loss = RunBatchInLanes(rows, scratch, gradient);
            if (Failure is not null || !double.IsFinite(loss) || AreFinite(gradient))
            {
                GiveBack(scratch);
                return Failure is null && double.IsFinite(loss);
            }
        }

        var sum = default(CompensatedSum);
        var total = 0.0;
        gradient.Clear();
        foreach (var row in rows)
        {
            if (WeightOf(row) == 0)
                continue;
            try
            {
                sum.Add(AddGradient(row, scratch, gradient));
                total += WeightOf(row);
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                Failure = new RowFailure(row, exception, double.NaN);
                break;
            }
        }

        GiveBack(scratch);
        loss = sum.Value / total;
        for (var j = 0; j < gradient.Length; j++)
            gradient[j] /= total;
        return Failure is null && double.IsFinite(loss);
    }

    private void LossOfRow(int chunk, int row, RowScratch scratch)
    {
        var result = TProgram.Run(in _inputs[row], in _weights, in _choices);
        AddLoss(chunk, row, WeightOf(row) * _loss.Value(in _inputs[row], in result, row, scratch));
    }

    private void GradientOfRow(int chunk, int row, RowScratch scratch)
        => AddLoss(chunk, row, AddGradient(row, scratch, _gradients.AsSpan(chunk * _weightCount, _weightCount)));

    /// <summary>Adds a row's gradient times its weight; returns its loss times its weight.</summary>
    private double AddGradient(int row, RowScratch scratch, Span<double> gradient)
    {
        var weight = WeightOf(row);
        var unit = scratch.Seed(1);
        unit[0] = 1;
        var derivative = scratch.Derivative;
        Array.Clear(derivative);

        // One output needs one run: its derivatives times the slope of the loss. Several need the result first, for the seeds.
        if (IsSingle)
        {
            var single = TProgram.Pullback(in _inputs[row], in _weights, in _choices, unit, derivative);
            var loss = _loss.Gradient(in _inputs[row], in single, row, scratch, unit);
            for (var j = 0; j < derivative.Length; j++)
                gradient[j] += weight * unit[0] * derivative[j];
            return weight * loss;
        }

        var result = TProgram.Run(in _inputs[row], in _weights, in _choices);
        var seed = scratch.Seed(result is null ? 0 : TProgram.OutputCount(in result));
        var value = _loss.Gradient(in _inputs[row], in result, row, scratch, seed);
        TProgram.Pullback(in _inputs[row], in _weights, in _choices, seed, derivative);
        for (var j = 0; j < derivative.Length; j++)
            gradient[j] += weight * derivative[j];
        return weight * value;
    }

    private void ResidualsOfRow(int chunk, int row, RowScratch scratch)
    {
        var result = TProgram.Run(in _inputs[row], in _weights, in _choices);
        var residuals = _residuals.AsSpan(_loss.ResidualOffset(row), _loss.ResidualsOf(row));
        _loss.Residuals(in result, row, scratch, residuals, scratch.Slopes(residuals.Length));
        Scale(chunk, row, residuals);
    }

    private void JacobianOfRow(int chunk, int row, RowScratch scratch)
    {
        var first = _loss.ResidualOffset(row);
        var residuals = _residuals.AsSpan(first, _loss.ResidualsOf(row));
        var slopes = scratch.Slopes(residuals.Length);
        var seed = scratch.Seed(residuals.Length);
        var root = Math.Sqrt(WeightOf(row));
        if (!IsSingle)
        {
            var result = TProgram.Run(in _inputs[row], in _weights, in _choices);
            _loss.Residuals(in result, row, scratch, residuals, slopes);
        }

        for (var k = 0; k < residuals.Length; k++)
        {
            Array.Clear(seed);
            seed[k] = 1;
            var derivatives = _jacobian.AsSpan((first + k) * _weightCount, _weightCount);
            var result = TProgram.Pullback(in _inputs[row], in _weights, in _choices, seed, derivatives);
            if (IsSingle)
                _loss.Residuals(in result, row, scratch, residuals, slopes);
            for (var j = 0; j < derivatives.Length; j++)
                derivatives[j] *= root * slopes[k];
        }

        Scale(chunk, row, residuals);
    }

    private static bool AreFinite(ReadOnlySpan<double> derivatives)
    {
        foreach (var derivative in derivatives)
        {
            if (!double.IsFinite(derivative))
                return false;
        }

        return true;
    }

    private void AddLoss(int chunk, int row, double loss)
    {
        if (!double.IsFinite(loss))
            _failures[chunk] = new RowFailure(row, null, loss);
        _sums[chunk].Add(loss);
    }

    private void Scale(int chunk, int row, Span<double> residuals)
    {
        var root = Math.Sqrt(WeightOf(row));
        foreach (ref var residual in residuals)
        {
            residual *= root;
            if (!double.IsFinite(residual))
                _failures[chunk] = new RowFailure(row, null, residual);
        }
    }

    /// <summary>Whether a result is one number by its type.</summary>
    private static bool IsSingle => typeof(TResult) == typeof(double) || typeof(TResult) == typeof(float);
}
