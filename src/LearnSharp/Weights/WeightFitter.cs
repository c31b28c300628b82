using System;
using System.Collections.Generic;
using System.Linq;
using LearnSharp.Optimization;

namespace LearnSharp;

/// <summary>Fits the weights for the combination of choices that the objective has selected, by the method that suits the problem.</summary>
/// <param name="infos">The weights.</param>
/// <param name="objective">The loss on the training rows.</param>
/// <param name="validation">The loss on the validation rows, or null.</param>
/// <param name="options">The caller's settings.</param>
/// <param name="clock">The limits of the whole fit.</param>
internal sealed partial class WeightFitter(
    IReadOnlyList<WeightInfo> infos, IObjective objective, IObjective? validation, FitOptions options, FitClock clock)
{
    private const int MostLeastSquaresWeights = 300;
    private const long LargestJacobian = 4_000_000;
    private const long ManyRowsTimesWeights = 20_000_000;

    // Up to this many rows × weights, a pass is so cheap that further starts and searches cost nothing to speak of.
    private const long CheapPass = 50_000;

    private bool IsCheap => (long)Math.Max(1, objective.RowCount) * infos.Count <= CheapPass;

    /// <summary>Fits from given weights.</summary>
    /// <param name="start">All weights; allowed ones.</param>
    /// <param name="effort">How much to try.</param>
    /// <param name="mostEvaluations">The largest number of evaluations of each run of an optimizer.</param>
    public WeightFit Fit(ReadOnlySpan<double> start, FitEffort effort, int mostEvaluations = int.MaxValue)
    {
        var tracker = validation is null ? null : new ValidationTracker(validation, options.Patience);
        var map = new ParameterMap(infos, start);
        var origin = start.ToArray();
        clock.Count(1);
        if (!objective.TryLoss(origin, out var startLoss))
        {
            if (SpreadStart.Find(objective, map, origin, SeedOf(1), clock) is not { } found)
                return Failed(origin);
            origin = found;
            objective.TryLoss(origin, out startLoss);
        }

        clock.Note(startLoss);
        tracker?.Visit(origin);
        if (map.Count == 0)
            return Finish(origin, startLoss, tracker, new Run("no free weights", StopReason.Converged, origin, startLoss), map, null);

        var problem = new WeightProblem(objective, map, tracker);
        var method = MethodFor(map);
        var run = RunMethod(method, problem, map, tracker, origin, startLoss, effort, mostEvaluations);
        WeightInfluence[]? influence = null;
        if (method != FitMethod.CmaEs && clock.MustStop() is null && !double.IsNaN(run.Loss))
            (run, influence) = SearchStepwise(problem, map, tracker, run, effort);
        return Finish(origin, startLoss, tracker, run, map, influence);
    }

    /// <summary>The method for a problem, unless the caller names one.</summary>
    /// <exception cref="ArgumentException">The method named cannot train this problem.</exception>
    private FitMethod MethodFor(ParameterMap map)
    {
        var canSquare = objective.ResidualCount > 0;
        switch (options.Method)
        {
            case FitMethod.LevenbergMarquardt when !canSquare:
                throw new ArgumentException(
                    "Levenberg–Marquardt needs a squared, Huber or absolute loss and a program with a gradient; "
                    + $"the {objective.LossName} loss of this program is none.");
            case FitMethod.Lbfgs or FitMethod.Adam when !objective.HasGradient:
                throw new ArgumentException(
                    $"{options.Method} needs a gradient, which the {objective.LossName} loss of this program does not have. "
                    + "Use CmaEs, or leave the choice to Auto.");
            case FitMethod.Auto:
                break;
            default:
                return options.Method;
        }

        if (!objective.HasGradient)
            return FitMethod.CmaEs;
        if (canSquare && map.Count <= MostLeastSquaresWeights && (long)objective.ResidualCount * infos.Count <= LargestJacobian)
            return FitMethod.LevenbergMarquardt;
        return (long)objective.RowCount * map.Count > ManyRowsTimesWeights ? FitMethod.Adam : FitMethod.Lbfgs;
    }

    private Run RunMethod(
        FitMethod method,
        WeightProblem problem,
        ParameterMap map,
        ValidationTracker? tracker,
        double[] origin,
        double startLoss,
        FitEffort effort,
        int mostEvaluations)
    {
        if (objective.HasKinks && method is FitMethod.LevenbergMarquardt or FitMethod.Lbfgs or FitMethod.Adam)
            return RunSmoothed(method, problem, map, tracker, origin, startLoss, effort, mostEvaluations);
        switch (method)
        {
            case FitMethod.LevenbergMarquardt:
                return RunLeastSquares(problem, map, tracker, origin, effort, mostEvaluations);
            case FitMethod.Adam:
                return RunAdam(problem, map, tracker, origin, mostEvaluations);
            case FitMethod.CmaEs:
                return RunSearch(problem, map, tracker, origin, effort, mostEvaluations);
            default:
                var run = RunSmooth(problem, map, tracker, origin, effort, mostEvaluations);
                return run.Reason == StopReason.NoProgress && effort == FitEffort.Full && IsCheap ? PolishBySearch(problem, map, run) : run;
        }
    }

    private WeightFit Failed(double[] start) => new()
    {
        Weights = start,
        Loss = double.NaN,
        Score = double.NaN,
        Reason = clock.MustStop() ?? StopReason.Failed,
        Method = "none",
        StandardErrors = NotANumbers(),
        Influence = new WeightInfluence[infos.Count],
    };

    /// <summary>The best of what was found, by the exact loss: never worse than the start.</summary>
    private WeightFit Finish(double[] origin, double startLoss, ValidationTracker? tracker, Run run, ParameterMap map, WeightInfluence[]? influence)
    {
        var weights = run.Weights;
        clock.Count(1);
        if (!objective.TryLoss(weights, out var loss) || loss > startLoss)
            (weights, loss) = (origin, startLoss);
        (weights, loss) = WithoutIdleMoves(weights, loss, origin, influence);
        var errors = run.StandardErrors;
        var reason = run.Reason;
        var score = loss;
        if (tracker is not null)
        {
            tracker.Visit(weights);
            tracker.EndRun();
            if (!tracker.Best.IsEmpty && !tracker.Best.SequenceEqual(weights))
            {
                weights = tracker.Best.ToArray();
                errors = null;
                objective.TryLoss(weights, out loss);
            }

            score = tracker.Best.IsEmpty ? double.NaN : tracker.BestLoss;
            if (tracker.HasStopped && reason == StopReason.TimeLimit && clock.MustStop() is null)
                reason = StopReason.EarlyStopping;
        }

        clock.Note(loss);
        influence ??= [.. Enumerable.Repeat(WeightInfluence.Smooth, map.WeightCount)];
        errors ??= NotANumbers();
        for (var i = 0; i < errors.Length; i++)
        {
            if (influence[i] != WeightInfluence.Smooth)
                errors[i] = double.NaN;
        }

        return new WeightFit
        {
            Weights = weights,
            Loss = loss,
            Score = score,
            Reason = clock.Token.IsCancellationRequested ? StopReason.Cancelled : reason,
            Method = run.Method,
            StandardErrors = errors,
            Influence = influence,
        };
    }

    /// <summary>A weight that does not matter keeps its starting value, wherever a further start has carried it.</summary>
    private (double[] Weights, double Loss) WithoutIdleMoves(double[] weights, double loss, double[] origin, WeightInfluence[]? influence)
    {
        if (influence?.Contains(WeightInfluence.None) != true)
            return (weights, loss);
        var kept = (double[])weights.Clone();
        for (var i = 0; i < kept.Length; i++)
        {
            if (influence[i] == WeightInfluence.None && infos[i].Above < 0 && !infos.Any(other => other.Above == i))
                kept[i] = origin[i];
        }

        return objective.TryLoss(kept, out var same) && same <= loss ? (kept, same) : (weights, loss);
    }

    private double[] NotANumbers() => [.. Enumerable.Repeat(double.NaN, infos.Count)];

    private ulong SeedOf(ulong purpose) => unchecked(((ulong)options.Seed * 0x9E3779B97F4A7C15) + purpose);

    /// <summary>What a method reached.</summary>
    private sealed record Run(string Method, StopReason Reason, double[] Weights, double Loss, double[]? StandardErrors = null);
}
