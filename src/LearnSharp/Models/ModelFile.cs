using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using LearnSharp.Ir;

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
    /// <exception cref="ArtefactException">The file is damaged or half-written, written by a newer version, or belongs to another program; the
    /// message says which and where.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ModelState<TWeights, TChoices> Load<TProgram, TInput, TWeights, TChoices, TResult>(string path)
        where TProgram : struct, IProgram<TInput, TWeights, TChoices, TResult>
        where TInput : struct
        where TWeights : struct
        where TChoices : struct
    {
        var (values, metrics) = SetArtefacts.Load(TProgram.Info, path);
        return new ModelState<TWeights, TChoices>(
            TProgram.CreateWeights(values.Weights.AsSpan()),
            TProgram.CreateChoices(values.Choices.AsSpan()),
            metrics is null ? null : Record(metrics),
            [.. values.Notes.Select(static note => note.Message)]);
    }

    internal static void Save<TProgram, TInput, TWeights, TChoices, TResult>(ModelState<TWeights, TChoices> state, string path)
        where TProgram : struct, IProgram<TInput, TWeights, TChoices, TResult>
        where TInput : struct
        where TWeights : struct
        where TChoices : struct
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        WriteWhole(path, ArtefactText.Write(SetArtefacts.Single(TProgram.Info, Whole<TProgram, TInput, TWeights, TChoices, TResult>(state))));
    }

    internal static string SaveToProject<TProgram, TInput, TWeights, TChoices, TResult>(ModelState<TWeights, TChoices> state, string from)
        where TProgram : struct, IProgram<TInput, TWeights, TChoices, TResult>
        where TInput : struct
        where TWeights : struct
        where TChoices : struct
    {
        var folder = ProjectFolder.Above(from);
        var paths = new List<string>();
        foreach (var (name, artefact) in SetArtefacts.Split(TProgram.Info, Whole<TProgram, TInput, TWeights, TChoices, TResult>(state)))
        {
            paths.Add(Path.Combine(folder, name + Artefact.FileExtension));
            WriteWhole(paths[^1], ArtefactText.Write(artefact));
        }

        return paths[0];
    }

    /// <summary>The artefact with everything that the model has.</summary>
    private static Artefact Whole<TProgram, TInput, TWeights, TChoices, TResult>(ModelState<TWeights, TChoices> state)
        where TProgram : struct, IProgram<TInput, TWeights, TChoices, TResult>
        where TInput : struct
        where TWeights : struct
        where TChoices : struct
    {
        var info = TProgram.Info;
        var values = new double[info.Weights.Count];
        TProgram.Flatten(state.Weights, values);
        var options = new int[info.Choices.Count];
        TProgram.IndexOptions(state.Choices, options);
        return new Artefact(
            info.FullName,
            info.Signature,
            info.SignatureHash,
            info.BodyHash,
            info.Weights.Select((weight, i) => new ArtefactWeight(weight.Name, values[i])).ToEquatableArray(),
            info.Choices.Select((choice, i) => new ArtefactChoice(choice.Name, choice.Options[options[i]])).ToEquatableArray(),
            state.Training is { } training ? Metrics(training) : null);
    }

    /// <summary>Writes beside the file and renames, so that whoever reads it finds the old text or the new one, never a part.</summary>
    private static void WriteWhole(string path, string text)
    {
        var full = Path.GetFullPath(path);
        var temporary = FormattableString.Invariant($"{full}.{Environment.ProcessId}-{Environment.CurrentManagedThreadId}.tmp");
        try
        {
            File.WriteAllText(temporary, text);
            File.Move(temporary, full, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    private static ArtefactMetrics Metrics(TrainingRecord record) => new(
        record.LossName,
        record.Rows,
        record.LossBefore,
        record.LossAfter,
        record.ValidationRows,
        record.ValidationLossBefore,
        record.ValidationLossAfter);

    private static TrainingRecord Record(ArtefactMetrics metrics) => new(
        metrics.Loss,
        metrics.Rows,
        metrics.Before ?? double.NaN,
        metrics.After ?? double.NaN,
        metrics.ValidationRows,
        metrics.ValidationBefore ?? double.NaN,
        metrics.ValidationAfter ?? double.NaN);
}
