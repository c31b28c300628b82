using System;
using System.Collections.Generic;
using System.Linq;
using LearnSharp.Optimization;

namespace LearnSharp;

/// <content>Weights without a derivative: thresholds in conditions, numbers that are rounded.</content>
internal sealed partial class WeightFitter
{
    private const int MostScannedWeights = 6;
    private const int QuickFitEvaluations = 60;
    private const double Indistinct = 1e-9;

    /// <summary>
    /// A weight whose derivative was zero at every point visited reaches the result only in steps. Such weights are scanned one after the other,
    /// the smooth ones fitted anew for every candidate;
    /// very many are searched together with the others.
    /// </summary>
    private (Run Run, WeightInfluence[] Influence) SearchStepwise(
        WeightProblem problem, ParameterMap map, ValidationTracker? tracker, Run run, FitEffort effort)
    {
        var influence = new WeightInfluence[map.WeightCount];
        var stepwise = new List<int>();
        for (var i = 0; i < map.WeightCount; i++)
        {
            if (!map.IsFree(i) || problem.HasInfluence[i])
                continue;
            influence[i] = WeightInfluence.None;
            stepwise.Add(i);
        }

        if (stepwise.Count == 0)
            return (run, influence);
        objective.TryLoss(run.Weights, out var loss);
        run = run with { Loss = loss };
        if (stepwise.Count > MostScannedWeights)
        {
            var search = RunSearch(problem, map, tracker, run.Weights, effort, int.MaxValue);
            foreach (var i in stepwise)
                influence[i] = WeightInfluence.Stepwise;
            return (search.Loss < run.Loss ? search with { Method = $"{run.Method}, CMA-ES" } : run, influence);
        }

        var before = run;
        var sweeps = stepwise.Count == 1 ? 1 : 2;
        for (var sweep = 0; sweep < sweeps; sweep++)
        {
            foreach (var i in stepwise)
            {
                var scan = new ThresholdScan(infos, i, run.Weights);
                run = Scan(scan, run, effort, out var matters);
                if (matters)
                    influence[i] = WeightInfluence.Stepwise;
            }
        }

        if (ReferenceEquals(run, before))
            return (before, influence);

        // The last fit of the others was a short one.
        var polished = RunMethod(MethodFor(map), problem, map, tracker, run.Weights, run.Loss, FitEffort.Quick, int.MaxValue);
        clock.Count(1);
        return objective.TryLoss(polished.Weights, out loss) && loss <= run.Loss
            ? (polished with { Loss = loss, Method = $"{before.Method}, scan" }, influence)
            : (run with { Method = $"{before.Method}, scan" }, influence);
    }

    private Run Scan(ThresholdScan scan, Run run, FitEffort effort, out bool matters)
    {
        var tried = new SortedDictionary<double, Run> { [run.Weights[scan.Weight]] = run };
        matters = false;
        var rounds = effort == FitEffort.Quick ? 1 : 3;
        for (var round = 0; round < rounds; round++)
        {
            var candidates = round == 0 ? scan.Spread() : ThresholdScan.Between(tried.Keys, BestKey(tried));
            foreach (var candidate in candidates)
            {
                if (tried.ContainsKey(candidate) || clock.MustStop() is not null)
                    continue;
                var fitted = FitOthers(scan, candidate, run.Weights);
                matters |= fitted.Exact != run.Loss;
                tried[candidate] = fitted.Run;
            }
        }

        return Middle(tried, run);
    }

    /// <summary>Fits the other weights with one held.</summary>
    /// <returns>The run, and the loss with the candidate alone changed, by which one sees whether it matters.</returns>
    private (Run Run, double Exact) FitOthers(ThresholdScan scan, double candidate, double[] weights)
    {
        var moved = scan.With(weights, candidate);
        clock.Count(1);
        if (!objective.TryLoss(moved, out var exact))
            return (new Run("none", StopReason.Failed, moved, double.PositiveInfinity), double.NaN);
        var map = new ParameterMap(infos, moved, new HashSet<int> { scan.Weight });
        if (map.Count == 0 || !IsCheap)
            return (new Run("scan", StopReason.Converged, moved, exact), exact);
        var problem = new WeightProblem(objective, map, null);
        var run = RunMethod(MethodFor(map), problem, map, null, moved, exact, FitEffort.Quick, QuickFitEvaluations);
        clock.Count(1);
        return objective.TryLoss(run.Weights, out var loss) && loss < exact
            ? (run with { Loss = loss }, exact)
            : (new Run("scan", StopReason.Converged, moved, exact), exact);
    }

    private static double BestKey(SortedDictionary<double, Run> tried) => tried.MinBy(static pair => pair.Value.Loss).Key;

    /// <summary>
    /// All values between two data points are as good as each other: the middle one of the best stretch is the most sensible, unless the run that
    /// began was as good.
    /// </summary>
    private static Run Middle(SortedDictionary<double, Run> tried, Run before)
    {
        var best = tried[BestKey(tried)];
        if (!(best.Loss < before.Loss - (Indistinct * Math.Abs(before.Loss))))
            return before;
        var runs = tried.Values.ToList();
        var first = runs.IndexOf(best);
        var last = first;
        while (last + 1 < runs.Count && runs[last + 1].Loss <= best.Loss + (Indistinct * Math.Abs(best.Loss)))
            last++;
        return runs[(first + last) / 2];
    }
}
