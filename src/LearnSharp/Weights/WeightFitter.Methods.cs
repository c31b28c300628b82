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
        var local = new LevenbergMarquardt(problem, map.Bounds, limits);
        var result = MultiStart.Minimize<LeastSquaresResult>(
            new SumOfSquares(problem),
            map.ToParameters(origin),
            map.Bounds,
            (start, monitor) =>
            {
                var result = local.Run(start, monitor);
                tracker?.EndRun();
                return result;
            },
            limits,
            Starts(effort),
            clock.Token);
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
        var local = new LimitedMemoryBfgs(problem, map.Bounds, limits);
        var result = MultiStart.Minimize<OptimizationResult>(
            problem,
            map.ToParameters(origin),
            map.Bounds,
            (start, monitor) =>
            {
                var result = local.Run(start, monitor);
                tracker?.EndRun();
                return result;
            },
            limits,
            Starts(effort),
            clock.Token);
        return ToRun(result, map, "L-BFGS", 1);
    }

    private Run RunSearch(WeightProblem problem, ParameterMap map, ValidationTracker? tracker, double[] origin, FitEffort effort, int mostEvaluations)
    {
        var budget = options.MaxEvaluations is null ? SearchEvaluations * (map.Count + 2) : int.MaxValue;
        if (effort == FitEffort.Quick)
            budget = Math.Min(budget, QuickSearchEvaluations * (map.Count + 2));
        var limits = clock.Limits(Math.Min(mostEvaluations, budget), 1, StopEarly(tracker));
        var settings = new CmaEsOptions { Seed = SeedOf(2), MaxRestarts = effort == FitEffort.Quick ? 0 : 9 };
        var result = CmaEs.Minimize(problem, map.ToParameters(origin), map.Bounds, settings, limits, clock.Token);
        var run = ToRun(result, map, "CMA-ES", 1);

        // The end of the budget that the method sets itself is its ordinary end.
        var isOwnBudget = run.Reason == StopReason.EvaluationLimit && mostEvaluations == int.MaxValue && clock.EvaluationsLeft > 0;
        return isOwnBudget ? run with { Reason = StopReason.Converged } : run;
    }

    /// <summary>On a loss with kinks a descent method can get stuck on one; a search around the point can get it off.</summary>
    private Run PolishBySearch(WeightProblem problem, ParameterMap map, Run run)
    {
        var limits = clock.Limits(SearchEvaluations * (map.Count + 2), 1);
        var settings = new CmaEsOptions { Seed = SeedOf(3), Sigma = 0.05, MaxRestarts = 1 };
        var result = CmaEs.Minimize(problem, map.ToParameters(run.Weights), map.Bounds, settings, limits, clock.Token);
        var search = ToRun(result, map, "L-BFGS, CMA-ES", 1);
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
