using System;

namespace LearnSharp.Ir;

/// <summary>What a run of the interpreter may use.</summary>
public sealed record InterpreterOptions
{
    /// <summary>The options of a run that was given none.</summary>
    public static InterpreterOptions Default { get; } = new();

    /// <summary>The number of statements and loop turns after which the run is stopped with a <see cref="FuelExhaustedException"/>.</summary>
    public long Fuel { get; init; } = 100_000_000;

    /// <summary>
    /// The function that stands for an <see cref="Extern"/>, or null when the host does not know it. It takes the operands' values and returns the
    /// value (for
    /// <see cref="Throw"/>: the exception).
    /// </summary>
    public Func<Extern, Func<object?[], object?>?> Resolve { get; init; } = static _ => null;
}
