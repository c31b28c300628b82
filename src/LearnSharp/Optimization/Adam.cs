using System;
using System.Threading;

namespace LearnSharp.Optimization;

/// <summary>
/// Minimizes a mean over rows from gradients of small batches: Adam (Kingma and Ba 2015, algorithm 1) with a falling learning rate, projected
/// onto the bounds
/// after every step. The best point at which the whole value was evaluated is kept.
/// </summary>
/// <remarks>
/// A batch without a gradient is passed over. After several in a row, or where the value itself cannot be evaluated, the run goes back to the
/// best point with half the rate.
/// An iteration is an epoch; each batch and each value counts as an evaluation.
/// </remarks>
internal sealed class Adam
{
    private const double PlateauFactor = 1.0 / 3;
    private const double SmallestRate = 1e-3;
    private const int FailuresInARow = 5;
    private const int MaxReturns = 20;

    private readonly IStochasticProblem _problem;
    private readonly Bounds _bounds;
    private readonly AdamOptions _settings;
    private readonly RunMonitor _monitor;
    private readonly MiniBatches _batches;
    private readonly double[] _x;
    private readonly double[] _best;
    private readonly double[] _gradient;
    private readonly double[] _mean;
    private readonly double[] _square;
    private double _bestValue = double.NaN;
    private double _rate;
    private int _evaluationsSinceBest;
    private int _steps;
    private int _failures;
    private int _returns;

    private Adam(
        IStochasticProblem problem,
        ReadOnlySpan<double> start, Bounds bounds, AdamOptions settings, OptimizerOptions options, CancellationToken cancellationToken)
    {
        var n = problem.ParameterCount;
        if (bounds.Count != n)
            throw new ArgumentException($"The bounds are for {bounds.Count} parameters, the problem has {n}.", nameof(bounds));
        if (settings.Scales is { } scales && scales.Length != n)
            throw new ArgumentException($"There are {scales.Length} scales, the problem has {n} parameters.", nameof(settings));
        _problem = problem;
        _bounds = bounds;
        _settings = settings;
        _monitor = new RunMonitor(options, cancellationToken);
        _batches = new MiniBatches(problem.RowCount, settings.BatchSize, settings.Seed);
        _x = start.ToArray();
        bounds.Project(_x);
        _best = (double[])_x.Clone();
        _gradient = new double[n];
        _mean = new double[n];
        _square = new double[n];
        _rate = settings.LearningRate;
    }

    /// <summary>Minimizes from <paramref name="start"/>, moved into the bounds first.</summary>
    /// <param name="problem">The value and its gradients.</param>
    /// <param name="start">The starting point. It is evaluated too, so the result is never worse.</param>
    /// <param name="bounds">The bounds; null for none.</param>
    /// <param name="settings">Batches, epochs, rates.</param>
    /// <param name="options">Limits; progress is told once an epoch.</param>
    /// <param name="cancellationToken">Ends the run; the best so far is returned.</param>
    /// <returns>The best point. <see cref="StopReason.EvaluationLimit"/> also where all epochs were used; <see cref="StopReason.Converged"/>
    /// where the rate has
    /// fallen so far that nothing moves any more.</returns>
    public static OptimizationResult Minimize(
        IStochasticProblem problem, ReadOnlySpan<double> start, Bounds? bounds = null, AdamOptions? settings = null, OptimizerOptions? options = null,
        CancellationToken cancellationToken = default)
        => new Adam(
            problem, start, bounds ?? Bounds.None(problem.ParameterCount), settings ?? new AdamOptions(),
            options ?? new OptimizerOptions(), cancellationToken).Run();

    private OptimizationResult Run()
    {
        Judge();
        var reason = StopReason.EvaluationLimit;
        for (var epoch = 0; epoch < _settings.Epochs; epoch++)
        {
            var stop = GoThroughRows(epoch);
            var judged = stop is null && (epoch + 1) % _settings.EvaluateEvery == 0;
            if (judged)
                Judge();
            _monitor.Report(_bestValue);
            stop ??= judged ? Ended() : null;
            if (stop is not null)
            {
                reason = stop.Value;
                break;
            }
        }

        if (double.IsNaN(_bestValue))
            reason = _monitor.MustStop() ?? StopReason.Failed;
        return new OptimizationResult
        {
            X = (double[])_best.Clone(), Value = _bestValue, Iterations = _monitor.Iterations, Evaluations = _monitor.Evaluations,
            GradientNorm = double.NaN,
            Reason = reason,
        };
    }

    private StopReason? GoThroughRows(int epoch)
    {
        var batches = _batches.Count;
        for (var b = 0; b < batches; b++)
        {
            if (_monitor.MustStop() is { } stop)
                return stop;
            var batch = _batches.Next();
            _monitor.CountEvaluation();
            if (_problem.TryBatchGradient(_x, batch, _gradient) && Vectors.AllFinite(_gradient))
            {
                _failures = 0;
                var progress = (epoch + ((double)b / batches)) / _settings.Epochs;
                Step(_settings.Decay == RateDecay.Cosine ? _rate * 0.5 * (1 + Math.Cos(Math.PI * progress)) : _rate);
            }
            else if (++_failures >= FailuresInARow)
            {
                ReturnToBest();
            }

            if (_returns > MaxReturns)
                return StopReason.NoProgress;
        }

        return null;
    }

    private void Step(double rate)
    {
        _steps++;
        var (b1, b2) = (_settings.MeanDecay, _settings.SquareDecay);
        var meanBias = 1 - Math.Pow(b1, _steps);
        var squareBias = 1 - Math.Pow(b2, _steps);
        for (var i = 0; i < _x.Length; i++)
        {
            // In units u of the parameter the gradient is u times as large and the step is in units of u.
            var unit = _settings.Scales?[i] ?? 1;
            var g = _gradient[i] * unit;
            _mean[i] = (b1 * _mean[i]) + ((1 - b1) * g);
            _square[i] = (b2 * _square[i]) + ((1 - b2) * g * g);
            var step = rate * (_mean[i] / meanBias) / (Math.Sqrt(_square[i] / squareBias) + _settings.Epsilon);
            _x[i] = _bounds.Project(i, _x[i] - (unit * step));
        }
    }

    /// <summary>Evaluates the value that decides, and keeps the point if it is the best.</summary>
    private void Judge()
    {
        _monitor.CountEvaluation();
        if (!_problem.TryValue(_x, out var value) || !double.IsFinite(value))
        {
            ReturnToBest();
            return;
        }

        if (!(value >= _bestValue))
        {
            _bestValue = value;
            _x.CopyTo(_best, 0);
            _evaluationsSinceBest = 0;
        }
        else
        {
            _evaluationsSinceBest++;
        }
    }

    private StopReason? Ended()
    {
        if (_evaluationsSinceBest >= _settings.EarlyStoppingEvaluations)
            return StopReason.EarlyStopping;
        if (_settings.Decay != RateDecay.Plateau || _evaluationsSinceBest < _settings.PlateauEvaluations)
            return null;
        _rate *= PlateauFactor;
        _evaluationsSinceBest = 0;
        return _rate < SmallestRate * _settings.LearningRate ? StopReason.Converged : null;
    }

    private void ReturnToBest()
    {
        _returns++;
        _failures = 0;
        _rate *= 0.5;
        _steps = 0;
        _best.CopyTo(_x, 0);
        Array.Clear(_mean);
        Array.Clear(_square);
    }
}
