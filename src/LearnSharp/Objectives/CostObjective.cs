using System;
using System.Threading;

namespace LearnSharp;

/// <summary>A cost computed outside of the program.</summary>
internal sealed class CostObjective<TProgram, TInput, TWeights, TChoices, TResult>(
    Func<TWeights, TChoices, int, CancellationToken, double> cost, int seed, CancellationToken cancellationToken) : IObjective
    where TProgram : struct, IProgram<TInput, TWeights, TChoices, TResult>
    where TInput : struct
    where TWeights : struct
    where TChoices : struct
{
    // What the report needs again, so that a costly simulation is not run twice for it: the first evaluation and the best one.
    private Known? _first;
    private Known? _best;
    private int[] _options = new int[TProgram.Info.Choices.Count];
    private TChoices _choices = TProgram.CreateChoices(new int[TProgram.Info.Choices.Count]);

    public string LossName => "cost";

    public int RowCount => 0;

    public bool HasGradient => false;

    public int ResidualCount => 0;

    public bool IsSquared => false;

    public bool HasKinks => false;

    public double Smoothing { get; set; }

    public bool IsExact { get; set; } = true;

    public bool HasApproximation => false;

    public double TotalWeight => 1;

    public RowFailure? Failure { get; private set; }

    public void Select(ReadOnlySpan<int> options)
    {
        _options = options.ToArray();
        _choices = TProgram.CreateChoices(options);
    }

    public bool TryLoss(ReadOnlySpan<double> weights, out double loss)
    {
        Failure = null;
        foreach (var known in new[] { _first, _best })
        {
            if (known is not null && weights.SequenceEqual(known.Weights) && known.Options.AsSpan().SequenceEqual(_options))
            {
                loss = known.Loss;
                return true;
            }
        }

        loss = double.NaN;
        if (cancellationToken.IsCancellationRequested)
            return false;
        try
        {
            loss = cost(TProgram.CreateWeights(weights), _choices, seed, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The user's code: what it throws ranks these weights last, and does not end the training.
            Failure = new RowFailure(-1, exception, double.NaN);
            return false;
        }

        if (double.IsFinite(loss))
        {
            if (_best is null || loss < _best.Loss)
                _best = new Known(weights.ToArray(), _options, loss);
            _first ??= _best;
            return true;
        }

        Failure = new RowFailure(-1, null, loss);
        return false;
    }

    public bool TryGradient(ReadOnlySpan<double> weights, out double loss, Span<double> gradient) => throw NoGradient();

    public bool TryBatch(ReadOnlySpan<double> weights, ReadOnlySpan<int> rows, out double loss, Span<double> gradient) => throw NoGradient();

    public bool TryResiduals(ReadOnlySpan<double> weights, Span<double> residuals) => throw NoGradient();

    public bool TryJacobian(ReadOnlySpan<double> weights, Span<double> residuals, Span<double> jacobian) => throw NoGradient();

    private static NotSupportedException NoGradient() => new("A black-box cost has no gradient.");

    private sealed record Known(double[] Weights, int[] Options, double Loss);
}
