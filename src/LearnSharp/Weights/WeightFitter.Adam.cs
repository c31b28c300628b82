using System;
using LearnSharp.Optimization;

namespace LearnSharp;

/// <content>Mini-batches.</content>
internal sealed partial class WeightFitter
{
    private const int DefaultBatch = 256;
    private const int Epochs = 10;
    private const double LearningRate = 0.02;
    private const int PolishEvaluations = 300;

    /// <summary>Adam comes near the optimum in few passes over the rows; L-BFGS over all rows takes it from there.</summary>
    private Run RunAdam(WeightProblem problem, ParameterMap map, ValidationTracker? tracker, double[] origin, int mostEvaluations)
    {
        var start = map.ToParameters(origin);
        var batch = Math.Min(options.BatchSize ?? DefaultBatch, problem.RowCount);
        var batches = (problem.RowCount + batch - 1) / batch;
        var settings = new AdamOptions
        {
            Seed = SeedOf(5),
            BatchSize = batch,
            Epochs = Epochs,
            LearningRate = LearningRate,
            Scales = Scales(start, map.Bounds),
        };

        // Adam counts batches; the limits of a fit count passes.
        var limits = clock.Limits(mostEvaluations, 1, StopEarly(tracker));
        var passes = Math.Min(limits.MaxEvaluations, 2 * Epochs);
        problem.IsExact = !objective.HasApproximation;
        var result = Adam.Minimize(problem, start, map.Bounds, settings, limits with { MaxEvaluations = passes * (batches + 1) }, clock.Token);
        problem.IsExact = true;
        var run = ToRun(result with { Evaluations = result.Evaluations / (batches + 1) }, map, "Adam", 1);
        if (clock.MustStop() is { } stop)
            return run with { Reason = stop };
        var polish = RunSmooth(problem, map, tracker, run.Weights, FitEffort.Quick, Math.Min(mostEvaluations, PolishEvaluations));
        return polish.Loss <= run.Loss || double.IsNaN(run.Loss) ? polish with { Method = "Adam, L-BFGS" } : run;
    }

    private static double[] Scales(double[] start, Bounds bounds)
    {
        var scales = new double[start.Length];
        for (var i = 0; i < scales.Length; i++)
            scales[i] = start[i] != 0 ? Math.Abs(start[i]) : bounds.IsBoxed(i) && !bounds.IsFixed(i) ? bounds.Upper[i] - bounds.Lower[i] : 1;
        return scales;
    }
}
