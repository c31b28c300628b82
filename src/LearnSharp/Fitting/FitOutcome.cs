using System;
using System.Collections.Generic;

namespace LearnSharp;

/// <summary>
/// What the trainer hands to a generated <c>FitResult</c>. Read it there: every member is on
/// <see cref="FitResult{TProgram, TInput, TWeights, TChoices, TResult}"/>.
/// </summary>
/// <typeparam name="TWeights">The continuous weights.</typeparam>
/// <typeparam name="TChoices">The discrete choices.</typeparam>
public sealed class FitOutcome<TWeights, TChoices>
    where TWeights : struct
    where TChoices : struct
{
    /// <summary>The trained values and their record.</summary>
    public required ModelState<TWeights, TChoices> State { get; init; }

    /// <summary>The trained weights.</summary>
    public TWeights Weights => State.Weights;

    /// <summary>The chosen options.</summary>
    public TChoices Choices => State.Choices;

    /// <summary>The weights that training started from.</summary>
    public required TWeights StartWeights { get; init; }

    /// <summary>The choices that training started from.</summary>
    public required TChoices StartChoices { get; init; }

    /// <summary>Standard error of each weight; NaN where there is none, infinity where the data does not determine the weight.</summary>
    public required TWeights StandardErrors { get; init; }

    /// <summary>Name of the loss, rows, and losses before and after.</summary>
    public required TrainingRecord Training { get; init; }

    /// <summary>Why training ended.</summary>
    public required StopReason StopReason { get; init; }

    /// <summary>The method that trained the weights, in words.</summary>
    public required string Method { get; init; }

    /// <summary>Evaluations made.</summary>
    public required int Evaluations { get; init; }

    /// <summary>Time spent.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>The combinations of choices that were tried, best first.</summary>
    public required IReadOnlyList<TriedCombination<TChoices>> Tried { get; init; }

    /// <summary>What a person should know: weights at a bound, weights that had no influence, a search that was cut short.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }
}
