using System;
using LearnSharp;

namespace QuickStart;

/// <summary>Shows the progress of a fit: a line whenever the best loss has halved.</summary>
public sealed class ProgressLines : IProgress<FitProgress>
{
    private double _shown = double.PositiveInfinity;

    /// <inheritdoc/>
    public void Report(FitProgress value)
    {
        if (value.BestLoss > _shown / 2)
            return;
        _shown = value.BestLoss;
        Console.WriteLine($"  {value}");
    }
}
