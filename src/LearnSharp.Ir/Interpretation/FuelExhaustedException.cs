using System;

namespace LearnSharp.Ir;

/// <summary>An interpreted program ran longer than <see cref="InterpreterOptions.Fuel"/> allows.</summary>
/// <param name="fuel">The number of steps that were allowed.</param>
public sealed class FuelExhaustedException(long fuel)
    : Exception($"The program did not end within {fuel} steps; allow more with {nameof(InterpreterOptions)}.{nameof(InterpreterOptions.Fuel)}.");
