using System;

namespace LearnSharp;

/// <summary>
/// Watches the loss on validation rows while weights are trained on others, keeps what is best there, and says when it has stopped improving.
/// </summary>
/// <param name="objective">The loss on the validation rows.</param>
/// <param name="patience">Points without improvement after which a run should stop.</param>
internal sealed class ValidationTracker(IObjective objective, int patience)
{
    private double[] _best = [];
    private double _bestOfRun;
    private int _sinceBest;

    /// <summary>The weights with the lowest loss seen; empty before the first.</summary>
    public ReadOnlySpan<double> Best => _best;

    /// <summary>The lowest loss seen; infinity before the first.</summary>
    public double BestLoss { get; private set; } = double.PositiveInfinity;

    /// <summary>Whether the run in progress should stop.</summary>
    public bool ShouldStop => _sinceBest >= patience;

    /// <summary>Whether any run was stopped.</summary>
    public bool HasStopped { get; private set; }

    /// <summary>Ends a run; the next one has its own patience.</summary>
    public void EndRun()
    {
        HasStopped |= ShouldStop;
        _sinceBest = 0;
        _bestOfRun = double.PositiveInfinity;
    }

    /// <summary>Looks at a point on the way.</summary>
    /// <param name="weights">All weights.</param>
    public void Visit(ReadOnlySpan<double> weights)
    {
        if (!objective.TryLoss(weights, out var loss))
            loss = double.PositiveInfinity;
        if (loss < BestLoss)
        {
            BestLoss = loss;
            _best = weights.ToArray();
        }

        if (loss < _bestOfRun)
        {
            _bestOfRun = loss;
            _sinceBest = 0;
        }
        else
        {
            _sinceBest++;
        }
    }
}
