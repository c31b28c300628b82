using System;
using LearnSharp.Optimization;

namespace LearnSharp;

/// <content>The methods.</content>
internal sealed partial class WeightFitter
{
    private const int LeastSquaresEvaluations = 100_000;
    private const int SearchEvaluations = 400;
    private const int QuickSearchEvaluations = 60;
    private const int SmoothingStages = 9;
    private const int StageEvaluations = 300;

    private Run RunLeastSquares(
        WeightProblem problem, ParameterMap map, ValidationTracker? tracker, double[] origin, FitEffort effort, int mostEvaluations)
    {
        var most = Math.Min(mostEvaluations, objective.IsSquared ? LeastSquaresEvaluations : 20 * StageEvaluations);
        var limits = clock.Limits(most, 1 / objective.TotalWeight, StopEarly(tracker), objective.Smoothing == 0);
        var result = ThenExactly(problem, map, map.ToParameters(origin), limits, effort, (start, limits, starts) =>
        {
            var local = new LevenbergMarquardt(problem, map.Bounds, limits);
            return MultiStart.Minimize<LeastSquaresResult>(
                new SumOfSquares(problem),
                start,
                map.Bounds,
                (start, monitor) =>
                {
                    var result = local.Run(start, monitor);
                    tracker?.EndRun();
                    return result;
                },
                limits,
                starts,
                clock.Token);
        });
        var run = ToRun(result, map, "Levenberg–Marquardt", 1 / objective.TotalWeight);
        if (objective.HasKinks)
            return run;
        if (objective.IsSquared)
            return run with { StandardErrors = result.Covariance.Length == 0 ? null : map.StandardErrors(result.X, result.Covariance) };

        // Gauss–Newton overrates the curvature of rows beyond delta; L-BFGS takes the last digits.
        var finish = RunSmooth(problem, map, tracker, run.Weights, FitEffort.Quick, mostEvaluations);
        return finish.Loss <= run.Loss || double.IsNaN(run.Loss) ? finish with { Method = "Levenberg–Marquardt, L-BFGS" } : run;
    }

    private Run RunSmooth(WeightProblem problem, ParameterMap map, ValidationTracker? tracker, double[] origin, FitEffort effort, int mostEvaluations)
    {
        var limits = clock.Limits(mostEvaluations, 1, StopEarly(tracker), objective.Smoothing == 0);
        var result = ThenExactly(problem, map, map.ToParameters(origin), limits, effort, (start, limits, starts) =>
        {
            var local = new LimitedMemoryBfgs(problem, map.Bounds, limits);
            return MultiStart.Minimize<OptimizationResult>(
                problem,
                start,
                map.Bounds,
                (start, monitor) =>
                {
                    var result = local.Run(start, monitor);
                    tracker?.EndRun();
                    return result;
                },
                limits,
                starts,
                clock.Token);
        });
        return ToRun(result, map, "L-BFGS", 1);
    }

    /// <summary>
    /// Minimizes with the rows run several at once where they can be, and from what that finds with the exact program: the last digits are those of the method itself.
    /// </summary>
    /// <param name="problem">The problem.</param>
    /// <param name="map">Its parameters.</param>
    /// <param name="start">Where to start.</param>
    /// <param name="limits">Of both runs together.</param>
    /// <param name="effort">How many starts the first run may take.</param>
    /// <param name="minimize">Minimizes from a start, within limits, from so many starts.</param>
    private TResult ThenExactly<TResult>(
        WeightProblem problem,
        ParameterMap map,
        double[] start,
        OptimizerOptions limits,
        FitEffort effort,
        Func<double[], OptimizerOptions, MultiStartOptions, TResult> minimize)
        where TResult : OptimizationResult
    {
        problem.IsExact = !objective.HasApproximation;
        var first = minimize(start, limits, Starts(effort));
        var isDone = problem.IsExact || first.Evaluations >= limits.MaxEvaluations || first.Reason is not (StopReason.Converged or StopReason.NoProgress);
        problem.IsExact = true;
        if (isDone)
            return first;
        var rest = limits with
        {
            MaxEvaluations = limits.MaxEvaluations - first.Evaluations,
            Progress = report => limits.Progress?.Invoke(report with { Evaluations = first.Evaluations + report.Evaluations }),
        };
        var second = minimize(first.X, rest, Starts(FitEffort.Quick));
        return second with { Evaluations = first.Evaluations + second.Evaluations, Iterations = first.Iterations + second.Iterations };
    }

    private Run RunSearch(WeightProblem problem, ParameterMap map, ValidationTracker? tracker, double[] origin, FitEffort effort, int mostEvaluations)
    {
        var budget = options.MaxEvaluations is null ? SearchEvaluations * (map.Count + 2) : int.MaxValue;
        if (effort == FitEffort.Quick)
            budget = Math.Min(budget, QuickSearchEvaluations * (map.Count + 2));
        var limits = clock.Limits(Math.Min(mostEvaluations, budget), 1, StopEarly(tracker));
        var settings = new CmaEsOptions { Seed = SeedOf(2), MaxRestarts = effort == FitEffort.Quick ? 0 : 9 };
        var run = Search(problem, map, origin, settings, limits, "CMA-ES");

        // The end of the budget that the method sets itself is its ordinary end.
        var isOwnBudget = run.Reason == StopReason.EvaluationLimit && mostEvaluations == int.MaxValue && clock.EvaluationsLeft > 0;
        return isOwnBudget ? run with { Reason = StopReason.Converged } : run;
    }

    private Run Search(WeightProblem problem, ParameterMap map, double[] origin, CmaEsOptions settings, OptimizerOptions limits, string method)
    {
        problem.IsExact = !objective.HasApproximation;
        var result = CmaEs.Minimize(problem, map.ToParameters(origin), map.Bounds, settings, limits, clock.Token);
        var run = ToRun(result, map, method, 1);
        if (problem.IsExact)
            return run;

        // What others compare with is the exact loss.
        problem.IsExact = true;
        clock.Count(1);
        return objective.TryLoss(run.Weights, out var loss) ? run with { Loss = loss } : run;
    }

    /// <summary>On a loss with kinks a descent method can get stuck on one; a search around the point can get it off.</summary>
    private Run PolishBySearch(WeightProblem problem, ParameterMap map, Run run)
    {
        var limits = clock.Limits(SearchEvaluations * (map.Count + 2), 1);
        var settings = new CmaEsOptions { Seed = SeedOf(3), Sigma = 0.05, MaxRestarts = 1 };
        var search = Search(problem, map, run.Weights, settings, limits, "L-BFGS, CMA-ES");
        if (search.Loss >= run.Loss)
            return run;

        // As in a search of its own, the end of the budget that was set here is no limit of the caller's.
        return search.Reason == StopReason.EvaluationLimit && clock.EvaluationsLeft > 0 ? search with { Reason = StopReason.Converged } : search;
    }

    /// <summary>
    /// A loss with kinks is minimized with the kinks rounded, ever less: each stage starts where the last one ended, and the stage with the lowest
    /// exact loss is kept.
    /// </summary>
    private Run RunSmoothed(
        FitMethod method,
        WeightProblem problem,
        ParameterMap map,
        ValidationTracker? tracker,
        double[] origin,
        double startLoss,
        FitEffort effort,
        int mostEvaluations)
    {
        var best = new Run("none", StopReason.Converged, origin, startLoss);
        var current = origin;
        var scale = startLoss;
        var width = 0.1;
        for (var stage = 0; stage < SmoothingStages && scale > 0; stage++)
        {
            objective.Smoothing = width * scale;
            var most = Math.Min(mostEvaluations, StageEvaluations);
            var stageEffort = stage == 0 ? effort : FitEffort.Quick;
            var run = method switch
            {
                FitMethod.LevenbergMarquardt => RunLeastSquares(problem, map, tracker, current, stageEffort, stage == 0 ? most * 12 : most),
                FitMethod.Adam when stage == 0 => RunAdam(problem, map, tracker, current, mostEvaluations),
                _ => RunSmooth(problem, map, tracker, current, stageEffort, stage == 0 ? most * 12 : most),
            };
            objective.Smoothing = 0;
            clock.Count(1);
            if (!objective.TryLoss(run.Weights, out var loss))
                break;
            current = run.Weights;
            if (loss <= best.Loss)
                best = run with { Loss = loss, StandardErrors = null, Reason = StopReason.Converged };
            if (clock.MustStop() is { } stop)
                return best with { Reason = stop };
            scale = Math.Min(scale, loss);
            width *= 0.1;
        }

        return best;
    }

    private static Func<bool>? StopEarly(ValidationTracker? tracker) => tracker is null ? null : () => tracker.ShouldStop;

    private MultiStartOptions Starts(FitEffort effort)
    {
        var single = new MultiStartOptions { Starts = 1, Agreement = 1, Seed = SeedOf(4) };
        if (effort == FitEffort.Quick || options.Starts == 1)
            return single;
        if (options.Starts > 1)
            return single with { Starts = options.Starts, Agreement = int.MaxValue };
        return IsCheap ? new MultiStartOptions { Seed = SeedOf(4) } : single with { Starts = 4 };
    }

    private Run ToRun(OptimizationResult result, ParameterMap map, string method, double toLoss)
    {
        clock.Count(result.Evaluations);
        var weights = new double[map.WeightCount];
        map.ToWeights(result.X, weights);
        return new Run(method, result.Reason, weights, result.Value * toLoss);
    }
}
