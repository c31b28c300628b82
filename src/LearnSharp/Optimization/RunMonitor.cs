using System.Threading;

namespace LearnSharp.Optimization;

/// <summary>Counts what a run has used and says when it must stop. One monitor may span several runs, which then share its limits.</summary>
internal sealed class RunMonitor(OptimizerOptions options, CancellationToken cancellationToken)
{
    /// <summary>Evaluations counted so far.</summary>
    public int Evaluations { get; private set; }

    /// <summary>Iterations reported so far.</summary>
    public int Iterations { get; private set; }

    /// <summary>Evaluations that may still be made.</summary>
    public int EvaluationsLeft => options.MaxEvaluations - Evaluations;

    /// <summary>Counts one evaluation; to be called as it is made.</summary>
    public void CountEvaluation() => Evaluations++;

    /// <summary>Counts an iteration and tells the listener about it.</summary>
    public void Report(double bestValue)
    {
        Iterations++;
        options.Progress?.Invoke(new IterationReport(Iterations, Evaluations, bestValue));
    }

    /// <summary>The reason why the run must stop here, or null while it may go on.</summary>
    public StopReason? MustStop()
    {
        if (cancellationToken.IsCancellationRequested)
            return StopReason.Cancelled;
        if (Evaluations >= options.MaxEvaluations)
            return StopReason.EvaluationLimit;
        return options.OutOfTime?.Invoke() == true ? StopReason.TimeLimit : null;
    }
}
