using System;

namespace LearnSharp;

/// <summary>Reads and writes the artefact of a program. Users call <c>MProgram.Load</c>, <c>Model.Save</c> and <c>FitResult.Save</c>.</summary>
public static class ModelFile
{
    /// <summary>Reads a model's values from an artefact file, matching weights and choices by name.</summary>
    /// <typeparam name="TProgram">The generated program.</typeparam>
    /// <typeparam name="TInput">The data of one row.</typeparam>
    /// <typeparam name="TWeights">The continuous weights.</typeparam>
    /// <typeparam name="TChoices">The discrete choices.</typeparam>
    /// <typeparam name="TResult">The program's result.</typeparam>
    /// <param name="path">The file.</param>
    /// <returns>The values, and notes on what did not match; weights and choices that the file lacks keep their starting values.</returns>
    /// <exception cref="FormatException">The file is damaged or half-written, written by a newer version, or belongs to another program; the message says which and where.</exception>
    /// <exception cref="System.IO.IOException">The file cannot be read.</exception>
    public static ModelState<TWeights, TChoices> Load<TProgram, TInput, TWeights, TChoices, TResult>(string path)
        where TProgram : struct, IProgram<TInput, TWeights, TChoices, TResult>
        where TInput : struct
        where TWeights : struct
        where TChoices : struct
        => throw new InvalidOperationException(path);

    internal static void Save<TProgram, TInput, TWeights, TChoices, TResult>(ModelState<TWeights, TChoices> state, string path)
        where TProgram : struct, IProgram<TInput, TWeights, TChoices, TResult>
        where TInput : struct
        where TWeights : struct
        where TChoices : struct
        => throw new InvalidOperationException(path + state);

    internal static string SaveToProject<TProgram, TInput, TWeights, TChoices, TResult>(ModelState<TWeights, TChoices> state, string from)
        where TProgram : struct, IProgram<TInput, TWeights, TChoices, TResult>
        where TInput : struct
        where TWeights : struct
        where TChoices : struct
        => throw new InvalidOperationException(from + state);
}
