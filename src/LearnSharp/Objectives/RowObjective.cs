using System;
using System.Collections.Concurrent;
using System.Threading;

namespace LearnSharp;

/// <summary>The weighted mean loss of a program over rows, evaluated in chunks.</summary>
internal sealed partial class RowObjective<TProgram, TInput, TWeights, TChoices, TResult> : IObjective
    where TProgram : struct, IProgram<TInput, TWeights, TChoices, TResult>
    where TInput : struct
    where TWeights : struct
    where TChoices : struct
{
    private readonly TInput[] _inputs;
    private readonly double[]? _rowWeights;
    private readonly RowLoss<TInput, TResult> _loss;
    private readonly ChunkLayout _layout;
    private readonly ChunkRunner _runner;
    private readonly int _weightCount;
    private readonly ConcurrentBag<RowScratch> _scratches = [];
    private readonly CompensatedSum[] _sums;
    private readonly RowFailure?[] _failures;
    private readonly Action<int> _runChunk;
    private RowScratch? _spare;
    private double[] _gradients = [];
    private double[] _residuals = [];
    private double[] _jacobian = [];
    private TWeights _weights;
    private TChoices _choices;
    private RowPass _pass;

    /// <summary>An objective over rows.</summary>
    /// <param name="inputs">The inputs.</param>
    /// <param name="rowWeights">The weight of each row, or null.</param>
    /// <param name="loss">The loss of the rows.</param>
    /// <param name="maxThreads">The largest number of threads.</param>
    /// <param name="cancellationToken">Ends an evaluation early.</param>
    public RowObjective(TInput[] inputs, double[]? rowWeights, RowLoss<TInput, TResult> loss, int maxThreads, CancellationToken cancellationToken)
    {
        _inputs = inputs;
        _rowWeights = rowWeights;
        _loss = loss;
        _layout = new ChunkLayout(inputs.Length);
        _runner = new ChunkRunner(maxThreads, cancellationToken);
        _weightCount = TProgram.Info.Weights.Count;
        _sums = new CompensatedSum[_layout.Chunks];
        _failures = new RowFailure?[_layout.Chunks];
        _choices = TProgram.CreateChoices(new int[TProgram.Info.Choices.Count]);
        _runChunk = RunChunk;
        TotalWeight = inputs.Length;
        if (rowWeights is not null)
        {
            var sum = default(CompensatedSum);
            foreach (var weight in rowWeights)
                sum.Add(weight);
            TotalWeight = sum.Value;
        }
    }

    private enum RowPass
    {
        Loss,
        Gradient,
        Residuals,
        Jacobian,
    }

    public string LossName => _loss.Name;

    public int RowCount => _inputs.Length;

    public bool HasGradient => TProgram.Info.HasGradient && _loss.HasGradient;

    public int ResidualCount => HasGradient ? _loss.ResidualCount : 0;

    public bool IsSquared => _loss.IsSquared;

    public bool HasKinks => _loss.HasKinks;

    public double Smoothing
    {
        get => _loss.Smoothing;
        set => _loss.Smoothing = value;
    }

    public bool IsExact { get; set; } = true;

    public bool HasApproximation => HasLanes;

    public double TotalWeight { get; }

    public RowFailure? Failure { get; private set; }

    public void Select(ReadOnlySpan<int> options) => _choices = TProgram.CreateChoices(options);

    public bool TryLoss(ReadOnlySpan<double> weights, out double loss)
    {
        loss = double.NaN;
        if (!Pass(weights, RowPass.Loss))
            return false;
        loss = Sum() / TotalWeight;
        return double.IsFinite(loss);
    }

    public bool TryGradient(ReadOnlySpan<double> weights, out double loss, Span<double> gradient)
    {
        loss = double.NaN;
        if (_gradients.Length == 0)
            _gradients = new double[_layout.Chunks * _weightCount];
        Array.Clear(_gradients);
        if (!Pass(weights, RowPass.Gradient))
            return false;
        ReduceGradients();
        for (var j = 0; j < _weightCount; j++)
            gradient[j] = _gradients[j] / TotalWeight;
        loss = Sum() / TotalWeight;
        return double.IsFinite(loss);
    }

    public bool TryResiduals(ReadOnlySpan<double> weights, Span<double> residuals)
    {
        if (_residuals.Length == 0)
            _residuals = new double[_loss.ResidualCount];
        if (!Pass(weights, RowPass.Residuals))
            return false;
        _residuals.CopyTo(residuals);
        return true;
    }

    public bool TryJacobian(ReadOnlySpan<double> weights, Span<double> residuals, Span<double> jacobian)
    {
        if (_residuals.Length == 0)
            _residuals = new double[_loss.ResidualCount];
        if (_jacobian.Length == 0)
            _jacobian = new double[checked(_loss.ResidualCount * _weightCount)];
        Array.Clear(_jacobian);
        if (!Pass(weights, RowPass.Jacobian))
            return false;
        _residuals.CopyTo(residuals);
        _jacobian.CopyTo(jacobian);
        return true;
    }

    /// <summary>
    /// Runs a pass over all rows with the given weights. The failure of the first row that fails is kept, whichever thread met one first.
    /// </summary>
    private bool Pass(ReadOnlySpan<double> weights, RowPass pass)
    {
        _pass = pass;
        _weights = TProgram.CreateWeights(weights);
        PrepareLanes();
        Array.Clear(_sums);
        Array.Clear(_failures);
        Failure = null;
        if (!_runner.Run(_layout.Chunks, _runChunk))
            return false;
        foreach (var failure in _failures)
        {
            if (failure is not null)
            {
                Failure = failure;
                return false;
            }
        }

        return true;
    }

    private void RunChunk(int chunk)
    {
        var scratch = TakeScratch();
        if (_useLanes)
        {
            RunChunkInLanes(chunk, scratch);
            GiveBack(scratch);
            return;
        }

        RunRowsAlone(chunk, scratch);
        GiveBack(scratch);
    }

    private void RunRowsAlone(int chunk, RowScratch scratch)
    {
        var end = _layout.End(chunk);
        for (var row = _layout.First(chunk); row < end && _failures[chunk] is null; row++)
        {
            if (WeightOf(row) != 0)
                RunRowAlone(chunk, row, scratch);
        }
    }

    private void RunRowAlone(int chunk, int row, RowScratch scratch)
    {
        try
        {
            RunRow(chunk, row, scratch);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The user's code: what it throws ends this evaluation, not the training.
            _failures[chunk] = new RowFailure(row, exception, double.NaN);
        }
    }

    // One at hand without looking into the bag: the only one, where one thread runs all chunks.
    private RowScratch TakeScratch() =>
        Interlocked.Exchange(ref _spare, null) ?? (_scratches.TryTake(out var scratch) ? scratch : new RowScratch(_weightCount));

    private void GiveBack(RowScratch scratch)
    {
        if (Interlocked.CompareExchange(ref _spare, scratch, null) is not null)
            _scratches.Add(scratch);
    }

    private void RunRow(int chunk, int row, RowScratch scratch)
    {
        switch (_pass)
        {
            case RowPass.Loss:
                LossOfRow(chunk, row, scratch);
                break;
            case RowPass.Gradient:
                GradientOfRow(chunk, row, scratch);
                break;
            case RowPass.Residuals:
                ResidualsOfRow(chunk, row, scratch);
                break;
            case RowPass.Jacobian:
                JacobianOfRow(chunk, row, scratch);
                break;
        }
    }

    private double WeightOf(int row) => _rowWeights is null ? 1 : _rowWeights[row];

    private double Sum()
    {
        var total = default(CompensatedSum);
        foreach (ref readonly var sum in _sums.AsSpan())
            total.Add(in sum);
        return total.Value;
    }

    /// <summary>Adds the chunks' gradients up in a tree: the first then holds the sum.</summary>
    private void ReduceGradients()
    {
        for (var stride = 1; stride < _layout.Chunks; stride *= 2)
        {
            for (var chunk = 0; chunk + stride < _layout.Chunks; chunk += 2 * stride)
            {
                var to = _gradients.AsSpan(chunk * _weightCount, _weightCount);
                var from = _gradients.AsSpan((chunk + stride) * _weightCount, _weightCount);
                for (var j = 0; j < to.Length; j++)
                    to[j] += from[j];
            }
        }
    }
}
