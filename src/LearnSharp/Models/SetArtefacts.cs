using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using LearnSharp.Ir;

namespace LearnSharp;

/// <summary>
/// Which artefact a value stands in: those of a type's weight set in the set's own, shared by all programs that read it, and the rest in the program's.
/// </summary>
internal static class SetArtefacts
{
    /// <summary>The artefacts of a model by the stems of their file names: the program's own first, where it has anything of its own.</summary>
    public static List<(string Name, Artefact Artefact)> Split(ProgramInfo info, Artefact whole)
    {
        var result = new List<(string, Artefact)>();
        var own = whole with
        {
            Weights = whole.Weights.Where((_, index) => !info.Sets.Any(set => set.Weights.Any(entry => entry.Index == index))).ToEquatableArray(),
            Choices = whole.Choices.Where((_, index) => !info.Sets.Any(set => set.Choices.Any(entry => entry.Index == index))).ToEquatableArray(),
        };
        if (info.Sets.Count == 0 || !own.Weights.IsEmpty || !own.Choices.IsEmpty)
            result.Add((info.ArtefactName, own));
        foreach (var set in info.Sets)
            result.Add((set.ArtefactName, Of(set, whole)));
        return result;
    }

    /// <summary>The artefact for one file: the set's where all weights and choices are of one set, else one with everything.</summary>
    public static Artefact Single(ProgramInfo info, Artefact whole) => Split(info, whole) is [var only] ? only.Artefact : whole;

    /// <summary>
    /// The values in a file, which is the program's or that of one of its sets; sets that the program's lacks are read from their own files beside it.
    /// </summary>
    /// <exception cref="ArtefactException">A file is damaged, or belongs to another program.</exception>
    public static (ArtefactValues Values, ArtefactMetrics? Metrics) Load(ProgramInfo info, string path)
    {
        var artefact = Read(path, ArtefactText.Read);
        if (artefact.Program != info.FullName && info.Sets.FirstOrDefault(set => set.FullName == artefact.Program) is { } only)
            return (Read(path, _ => Apply(info, only, artefact)), artefact.Metrics);
        foreach (var set in info.Sets.Where(set => Entries(set).All(entry => !artefact.Weights.Any(weight => weight.Name == entry) && !artefact.Choices.Any(choice => choice.Name == entry))))
        {
            var beside = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, set.ArtefactName + Artefact.FileExtension);
            if (artefact.Program == info.FullName && File.Exists(beside))
                artefact = With(artefact, info, set, Read(beside, ArtefactText.Read));
        }

        return (Read(path, _ => ArtefactMatch.Apply(Schema(info), artefact)), artefact.Metrics);

        IEnumerable<string> Entries(WeightSetInfo set) =>
            set.Weights.Select(entry => info.Weights[entry.Index].Name).Concat(set.Choices.Select(entry => info.Choices[entry.Index].Name));
    }

    private static T Read<T>(string path, Func<string, T> read)
    {
        var text = File.ReadAllText(path);
        try
        {
            return read(text);
        }
        catch (ArtefactException exception)
        {
            throw new ArtefactException($"{path}: {exception.Message}", exception);
        }
    }

    private static Artefact Of(WeightSetInfo set, Artefact whole) => new(
        set.FullName,
        set.Signature,
        set.SignatureHash,
        "",
        set.Weights.Select(entry => new ArtefactWeight(entry.Name, whole.Weights[entry.Index].Value)).ToEquatableArray(),
        set.Choices.Select(entry => new ArtefactChoice(entry.Name, whole.Choices[entry.Index].Option)).ToEquatableArray(),
        whole.Metrics);

    // The artefact with the values of a set under the names that the program has for them.
    private static Artefact With(Artefact artefact, ProgramInfo info, WeightSetInfo set, Artefact of)
    {
        if (of.Program != set.FullName)
            return artefact;
        var weights = set.Weights.SelectMany(entry => of.Weights.Where(weight => weight.Name == entry.Name).Select(weight => new ArtefactWeight(info.Weights[entry.Index].Name, weight.Value)));
        var choices = set.Choices.SelectMany(entry => of.Choices.Where(choice => choice.Name == entry.Name).Select(choice => new ArtefactChoice(info.Choices[entry.Index].Name, choice.Option)));
        return artefact with { Weights = artefact.Weights.Concat(weights).ToEquatableArray(), Choices = artefact.Choices.Concat(choices).ToEquatableArray() };
    }

    // The values of one set, and the start of everything else.
    private static ArtefactValues Apply(ProgramInfo info, WeightSetInfo set, Artefact artefact)
    {
        var whole = Schema(info);
        int IndexOf(int above) => set.Weights.Select(static entry => entry.Index).ToList().IndexOf(above);
        var part = new ArtefactSchema(
            set.FullName,
            set.SignatureHash,
            "",
            set.Weights.Select(entry => whole.Weights[entry.Index] with { Name = entry.Name, Above = IndexOf(whole.Weights[entry.Index].Above) }).ToEquatableArray(),
            set.Choices.Select(entry => whole.Choices[entry.Index] with { Name = entry.Name }).ToEquatableArray());
        var values = ArtefactMatch.Apply(part, artefact);
        var weights = whole.Weights.Select(static weight => weight.Start).ToEquatableArray().AsSpan().ToArray();
        var choices = whole.Choices.Select(static choice => choice.Start).ToEquatableArray().AsSpan().ToArray();
        for (var i = 0; i < set.Weights.Count; i++)
            weights[set.Weights[i].Index] = values.Weights[i];
        for (var i = 0; i < set.Choices.Count; i++)
            choices[set.Choices[i].Index] = values.Choices[i];
        return new(weights.ToEquatableArray(), choices.ToEquatableArray(), values.Notes);
    }

    private static ArtefactSchema Schema(ProgramInfo info) => new(
        info.FullName,
        info.SignatureHash,
        info.BodyHash,
        info.Weights.Select(static weight => new WeightSlot(weight.Name, weight.Start, weight.Min, weight.Max, weight.Above)).ToEquatableArray(),
        info.Choices.Select(static choice => new ChoiceSlot(choice.Name, choice.Options.ToEquatableArray(), choice.Start)).ToEquatableArray());
}
