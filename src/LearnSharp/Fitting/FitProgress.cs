using System;
using System.Globalization;

namespace LearnSharp;

/// <summary>Where a running fit stands.</summary>
/// <param name="Iteration">Iterations so far, over all starts and combinations of choices.</param>
/// <param name="Loss">Loss of the run in progress; NaN before its first evaluation. On mini-batches an estimate.</param>
/// <param name="BestLoss">The best loss so far.</param>
/// <param name="Elapsed">Time since the fit began.</param>
/// <param name="Evaluations">Evaluations so far.</param>
/// <param name="Phase">What is being done, in words: the method, the start, the choices being tried.</param>
public readonly record struct FitProgress(int Iteration, double Loss, double BestLoss, TimeSpan Elapsed, int Evaluations, string Phase)
{
    /// <summary>One line for a person.</summary>
    public override string ToString()
        => string.Create(CultureInfo.InvariantCulture, $"{Iteration,6}  loss {Loss:G6}  best {BestLoss:G6}  {Elapsed.TotalSeconds:F1} s  {Phase}");
}
