using System;
using Microsoft.Extensions.Logging;

namespace LearnSharp;

/// <summary>Settings of a fit. None is needed: the defaults pick a method that suits the problem.</summary>
public sealed record FitOptions
{
    /// <summary>
    /// Seed of everything random: restarts, mini-batches, searches. The same seed and data give the same bits, for any number of threads.
    /// </summary>
    public int Seed { get; init; } = 1;

    /// <summary>
    /// Number of starting points of the weights: 1 for the given one alone, more for that many spread around it, of which the best result is kept.
    /// 0, the default: one, and further ones if
    /// it ends badly.
    /// </summary>
    public int Starts { get; init; }

    /// <summary>
    /// The largest number of evaluations, each one pass over the rows (with or without derivatives) or one call of a black-box cost. Null: as many
    /// as the method needs.
    /// </summary>
    public int? MaxEvaluations { get; init; }

    /// <summary>
    /// The time after which the best so far is returned. Null: no limit. A fit that ends by time depends on the machine; one that ends otherwise
    /// does not.
    /// </summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>The largest number of threads; null for one per processor. Results do not depend on it.</summary>
    public int? MaxThreads { get; init; }

    /// <summary>The numerical method.</summary>
    public FitMethod Method { get; init; } = FitMethod.Auto;

    /// <summary>The relative improvement of the loss per iteration below which a fit has converged. Null: the most that the method can do.</summary>
    public double? Tolerance { get; init; }

    /// <summary>Rows in a mini-batch of Adam. Null: 256.</summary>
    public int? BatchSize { get; init; }

    /// <summary>Up to this many combinations of choices, every one is fitted; beyond, a local search picks which.</summary>
    public int ExhaustiveChoices { get; init; } = 64;

    /// <summary>The largest number of combinations that the local search over choices fits.</summary>
    public int MaxCombinations { get; init; } = 200;

    /// <summary>Evaluations on validation rows without improvement after which a fit stops early.</summary>
    public int Patience { get; init; } = 20;

    /// <summary>Told what the fit does: the method, restarts, combinations. Null: nobody is told.</summary>
    public ILogger? Logger { get; init; }
}
