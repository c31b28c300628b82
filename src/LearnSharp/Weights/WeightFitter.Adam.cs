namespace LearnSharp;

/// <content>Mini-batches.</content>
internal sealed partial class WeightFitter
{
    private Run RunAdam(WeightProblem problem, ParameterMap map, ValidationTracker? tracker, double[] origin, int mostEvaluations)
        => RunSmooth(problem, map, tracker, origin, FitEffort.Quick, mostEvaluations);
}
