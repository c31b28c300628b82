using System;
using System.Diagnostics;
using System.Threading;
using LearnSharp.Optimization;

namespace LearnSharp;

/// <summary>What a whole fit has used of its limits, and whom it tells how it goes.</summary>
/// <param name="options">The limits.</param>
/// <param name="progress">Told after each iteration, or null.</param>
/// <param name="cancellationToken">Ends the fit.</param>
internal sealed class FitClock(FitOptions options, IProgress<FitProgress>? progress, CancellationToken cancellationToken)
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private int _iterations;

    /// <summary>Time since the fit began.</summary>
    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_start);

    /// <summary>Evaluations by all optimizers that have ended, and single ones.</summary>
    public int Evaluations { get; private set; }

    /// <summary>The best loss so far; NaN before the first.</summary>
    public double BestLoss { get; private set; } = double.NaN;

    /// <summary>What is being done, in words.</summary>
    public string Phase { get; set; } = "start";

    /// <summary>The token that ends the fit.</summary>
    public CancellationToken Token => cancellationToken;

    /// <summary>Evaluations that may still be made.</summary>
    public int EvaluationsLeft => options.MaxEvaluations is { } limit ? Math.Max(0, limit - Evaluations) : int.MaxValue;

    private bool IsOutOfTime => options.TimeLimit is { } limit && Elapsed >= limit;

    /// <summary>The reason why the fit must stop here, or null while it may go on.</summary>
    public StopReason? MustStop()
    {
        if (cancellationToken.IsCancellationRequested)
            return StopReason.Cancelled;
        if (EvaluationsLeft == 0)
            return StopReason.EvaluationLimit;
        return IsOutOfTime ? StopReason.TimeLimit : null;
    }

    /// <summary>Counts evaluations that were made.</summary>
    public void Count(int evaluations) => Evaluations += evaluations;

    /// <summary>Notes a loss that was reached.</summary>
    public void Note(double loss)
    {
        if (!(BestLoss <= loss) && !double.IsNaN(loss))
            BestLoss = loss;
    }

    /// <summary>Options for an optimizer within what is left of the limits.</summary>
    /// <param name="mostEvaluations">The largest number of evaluations for this run.</param>
    /// <param name="toLoss">Factor from the optimizer's value to the mean loss.</param>
    /// <param name="stopEarly">A further reason to stop, or null.</param>
    /// <param name="isExact">Whether the optimizer's value is the loss itself, not a rounded one.</param>
    public OptimizerOptions Limits(int mostEvaluations, double toLoss, Func<bool>? stopEarly = null, bool isExact = true)
    {
        var before = Evaluations;
        var result = new OptimizerOptions
        {
            MaxEvaluations = Math.Min(mostEvaluations, EvaluationsLeft),
            OutOfTime = () => IsOutOfTime || stopEarly?.Invoke() == true,
            Progress = report => Report(report.Value * toLoss, before + report.Evaluations, isExact),
        };
        return options.Tolerance is { } tolerance ? result with { ValueTolerance = tolerance } : result;
    }

    private void Report(double loss, int evaluations, bool isExact)
    {
        _iterations++;
        if (isExact)
            Note(loss);
        progress?.Report(new FitProgress(_iterations, loss, BestLoss, Elapsed, evaluations, Phase));
    }
}
