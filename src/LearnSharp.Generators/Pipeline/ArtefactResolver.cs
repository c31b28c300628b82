using System.Collections.Generic;
using System.IO;
using System.Linq;
using LearnSharp.Generators.Diagnostics;
using LearnSharp.Generators.Emission;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Pipeline;

/// <summary>Finds the learned values of a method among the project's artefacts, and says what is wrong with them.</summary>
internal static class ArtefactResolver
{
    /// <summary>The artefacts that hold a method's values, or are named as if they did, in the order of their paths.</summary>
    public static EquatableArray<ArtefactFile> Candidates(MethodModel method, IEnumerable<ArtefactFile> files) =>
        files.Where(file => file.Artefact?.Program == method.FullName || IsNamedFor(file, method))
            .OrderBy(static file => file.Path, System.StringComparer.Ordinal)
            .ToEquatableArray();

    /// <summary>The values of a program: those of the artefact of <paramref name="variant"/>, or the starting values when there is no valid one.</summary>
    /// <param name="linked">The method, which has a program, and its artefacts.</param>
    /// <param name="variant">Which artefact; null for the one without a variant.</param>
    /// <param name="required">Whether a missing or invalid artefact is an error.</param>
    /// <param name="used">Whether a missing artefact is worth a word.</param>
    /// <param name="findings">Receives what is wrong.</param>
    public static ArtefactValues Resolve(LinkedModel linked, string? variant, bool required, bool used, ICollection<Finding> findings)
    {
        var method = linked.Body.Method;
        var schema = Schema(linked.Body);
        if (schema.Weights.IsEmpty && schema.Choices.IsEmpty)
            return Start(schema);

        var files = linked.Artefacts.Where(file => file.VariantOf(method) == variant).ToArray();
        var valid = files.Where(file => file.Artefact?.Program == method.FullName).ToArray();
        if (valid.Length == 0)
        {
            if (files.Length == 0)
                Missing(method, variant, required, used, findings);
            else
                Invalid(method, files[0], required, findings);
            return Start(schema);
        }

        foreach (var other in valid.Skip(1))
        {
            var suggestion = $"{method.ArtefactName}.variant{Artefact.FileExtension}";
            findings.Add(Finding.In(other, ArtefactRules.Duplicate.Id, method.FullName, Name(other), Name(valid[0]), suggestion));
        }

        var values = ArtefactMatch.Apply(schema, valid[0].Artefact!);
        Differences(method, valid[0], values.Notes, required, findings);
        return values;
    }

    /// <summary>Artefacts that belong to no method of the project.</summary>
    public static EquatableArray<Finding> Unclaimed(IEnumerable<ArtefactFile> files, IReadOnlyCollection<MethodModel> methods) =>
        files.Where(file => !methods.Any(method => file.Artefact?.Program == method.FullName || IsNamedFor(file, method)))
            .Select(static file => file.Artefact is { } artefact
                ? Finding.In(file, ArtefactRules.Unclaimed.Id, Name(file), artefact.Program)
                : Finding.In(file, ArtefactRules.Damaged.Id, Name(file), file.Problem!))
            .ToEquatableArray();

    private static bool IsNamedFor(ArtefactFile file, MethodModel method) => file.Stem == method.ArtefactName || file.VariantOf(method) is not null;

    private static void Missing(MethodModel method, string? variant, bool required, bool used, ICollection<Finding> findings)
    {
        var expected = method.ArtefactName + (variant is null ? "" : "." + variant) + Artefact.FileExtension;
        var visible = method.Accessibility is not ("private" or "internal" or "private protected");
        if (required && (used || visible))
        {
            var why = $"no '{expected}' is among the project's additional files; fit it and save the result";
            findings.Add(Finding.At(method, ArtefactRules.TrainingRequired.Id, method.FullName, why));
        }
        else if (used)
        {
            findings.Add(Finding.At(method, ArtefactRules.NotTrained.Id, method.FullName, expected));
        }
    }

    private static void Invalid(MethodModel method, ArtefactFile file, bool required, ICollection<Finding> findings)
    {
        if (required)
        {
            var why = file.Problem is null
                ? $"the artefact '{Name(file)}' holds the values of '{file.Artefact!.Program}'"
                : $"'{Name(file)}' cannot be read: {file.Problem}";
            findings.Add(Finding.In(file, ArtefactRules.TrainingRequired.Id, method.FullName, why));
            return;
        }

        findings.Add(file.Problem is null
            ? Finding.In(file, ArtefactRules.Foreign.Id, Name(file), method.FullName, file.Artefact!.Program)
            : Finding.In(file, ArtefactRules.Damaged.Id, Name(file), file.Problem));
    }

    private static void Differences(MethodModel method, ArtefactFile file, EquatableArray<ArtefactNote> notes, bool required, ICollection<Finding> findings)
    {
        if (notes.Any(static note => note.Kind == ArtefactNoteKind.BodyChanged))
            findings.Add(Finding.In(file, ArtefactRules.BodyChanged.Id, method.FullName, Name(file)));
        if (notes.Any(static note => note.Kind is ArtefactNoteKind.SignatureChanged or ArtefactNoteKind.New or ArtefactNoteKind.Gone))
        {
            string List(string what, ArtefactNoteKind kind)
            {
                var names = notes.Where(note => note.Kind == kind).Select(static note => note.Name).ToArray();
                return names.Length == 0 ? $"nothing is {what}" : $"{what}: {string.Join(", ", names)}";
            }

            var differences = $"{List("new", ArtefactNoteKind.New)}; {List("gone", ArtefactNoteKind.Gone)}";
            if (required && notes.Any(static note => note.Kind == ArtefactNoteKind.New))
                findings.Add(Finding.In(
                    file, ArtefactRules.TrainingRequired.Id, method.FullName, $"'{Name(file)}' was trained for another signature; {differences}"));
            else
                findings.Add(Finding.In(file, ArtefactRules.SignatureChanged.Id, method.FullName, Name(file), differences));
        }

        foreach (var note in notes.Where(static note => note.Kind is ArtefactNoteKind.OutOfBounds or ArtefactNoteKind.UnknownOption))
            findings.Add(Finding.In(file, ArtefactRules.ValueNotAllowed.Id, method.FullName, Name(file), note.Message));
    }

    private static ArtefactSchema Schema(BodyModel body)
    {
        var program = body.Program!;
        var weights = program.Weights.Select(weight => new WeightSlot(weight.Name, weight.Start, weight.Min, weight.Max, IndexOf(program, weight.Above)));
        var choices = program.Choices.Select(static choice =>
            new ChoiceSlot(choice.Name, choice.Options.Select(static option => OptionText.Of(option)), choice.Start));
        return new(body.Method.FullName, Hashes.Signature(body), Hashes.Body(body), weights, choices);
    }

    private static ArtefactValues Start(ArtefactSchema schema) =>
        new(schema.Weights.Select(static weight => weight.Start), schema.Choices.Select(static choice => choice.Start), []);

    private static int IndexOf(LearnableProgram program, string? above) =>
        above is null ? -1 : program.Weights.ToList().FindIndex(weight => weight.Name == above);

    private static string Name(ArtefactFile file) => Path.GetFileName(file.Path);
}
