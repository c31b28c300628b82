using System.Collections.Generic;
using System.IO;
using System.Linq;
using LearnSharp.Generators.Diagnostics;
using LearnSharp.Generators.Emission;
using LearnSharp.Generators.Frontend;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Pipeline;

/// <summary>Finds the learned values of a method among the project's artefacts, and says what is wrong with them.</summary>
internal static class ArtefactResolver
{
    /// <summary>The artefacts that hold a method's values, those of its sets among them, or are named as if they did, in the order of their paths.</summary>
    public static EquatableArray<ArtefactFile> Candidates(BodyModel body, IEnumerable<ArtefactFile> files) =>
        files.Where(file => Claims(file, body.Method.Owner) || body.Sets.Any(set => ClaimsSet(file, OwnerOf(set.Type))))
            .OrderBy(static file => file.Path, System.StringComparer.Ordinal)
            .ToEquatableArray();

    /// <summary>The artefacts that hold the values of a type's set, in the order of their paths.</summary>
    public static EquatableArray<ArtefactFile> Candidates(SetModel set, IEnumerable<ArtefactFile> files) =>
        files.Where(file => ClaimsSet(file, set.Owner)).OrderBy(static file => file.Path, System.StringComparer.Ordinal).ToEquatableArray();

    /// <summary>The values of a program: those of the artefacts of <paramref name="variant"/>, or the starting values when there is no valid one.</summary>
    /// <param name="linked">The method, which has a program, and its artefacts.</param>
    /// <param name="variant">Which artefact; null for the one without a variant.</param>
    /// <param name="required">Whether a missing or invalid artefact is an error.</param>
    /// <param name="used">Whether a missing artefact is worth a word.</param>
    /// <param name="findings">Receives what is wrong.</param>
    public static ArtefactValues Resolve(LinkedModel linked, string? variant, bool required, bool used, ICollection<Finding> findings)
    {
        var (method, body) = (linked.Body.Method.Owner, linked.Body);
        var schema = Schema(body);
        if (schema.Weights.IsEmpty && schema.Choices.IsEmpty)
            return Start(schema);

        // What is of a set of a type stands in the artefact of that set; one of the program that has everything does as well.
        var own = linked.Artefacts.Where(file => Claims(file, method) && file.VariantOf(method) == variant && !IsOfSet(file, body)).ToArray();
        var valid = own.FirstOrDefault(file => file.Artefact?.Program == method.FullName)?.Artefact;
        var sets = body.Sets.Select(set => (Set: set, Files: linked.Artefacts.Where(file => ClaimsSet(file, OwnerOf(set.Type)) && file.VariantOf(OwnerOf(set.Type)) == variant).ToArray()))
            .Select(pair => (pair.Set, pair.Files, Held: pair.Files.Any(file => file.Artefact?.Program == pair.Set.Type.FullName))).ToArray();
        var inSets = new HashSet<string>(sets.Where(pair => pair.Held || valid is null || !NamesOf(pair.Set, body).Any(Has)).SelectMany(pair => NamesOf(pair.Set, body)));
        bool Has(string name) => valid!.Weights.Any(weight => weight.Name == name) || valid.Choices.Any(choice => choice.Name == name);
        bool IsOwn(string name) => !inSets.Contains(name);

        var values = Start(schema);
        if (schema.Weights.Any(weight => IsOwn(weight.Name)) || schema.Choices.Any(choice => IsOwn(choice.Name)) || body.Sets.IsEmpty)
            values = Of(method, variant, own, schema, IsOwn, required, used, findings);
        var (weights, choices) = (values.Weights.ToArray(), values.Choices.ToArray());
        foreach (var (set, files, _) in sets.Where(pair => NamesOf(pair.Set, body).Any(inSets.Contains)))
        {
            var learned = Of(OwnerOf(set.Type), variant, files, Schema(set.Set), static _ => true, required, used, findings);
            foreach (var (index, weight) in set.Set.Weights.Select(static (weight, index) => (index, weight)))
                weights[body.Program!.Weights.ToList().FindIndex(other => other.Parameter == set.Parameters[weight.Parameter])] = learned.Weights[index];
            foreach (var (index, choice) in set.Set.Choices.Select(static (choice, index) => (index, choice)))
                choices[body.Program!.Choices.ToList().FindIndex(other => other.Parameter == set.Parameters[choice.Parameter])] = learned.Choices[index];
        }

        return values with { Weights = weights.ToEquatableArray(), Choices = choices.ToEquatableArray() };
    }

    /// <summary>The values of a type's set.</summary>
    public static ArtefactValues Resolve(SetModel set, EquatableArray<ArtefactFile> artefacts, bool required, bool used, ICollection<Finding> findings) =>
        Of(set.Owner, null, artefacts.Where(file => file.VariantOf(set.Owner) is null).ToArray(), Schema(set.Set), static _ => true, required, used, findings);

    /// <summary>Artefacts that belong to no method and no type of the project.</summary>
    public static EquatableArray<Finding> Unclaimed(IEnumerable<ArtefactFile> files, IReadOnlyCollection<MethodModel> methods, IReadOnlyCollection<SetModel> sets) =>
        files.Where(file => !methods.Any(method => Claims(file, method.Owner)) && !sets.Any(set => ClaimsSet(file, set.Owner)))
            .Select(static file => file.Artefact is { } artefact
                ? Finding.In(file, ArtefactRules.Unclaimed.Id, Name(file), artefact.Program)
                : Finding.In(file, ArtefactRules.Damaged.Id, Name(file), file.Problem!))
            .ToEquatableArray();

    // The values of one owner from its files; of names that are not wanted nothing is said.
    private static ArtefactValues Of(
        ArtefactOwner owner, string? variant, ArtefactFile[] files, ArtefactSchema schema, System.Func<string, bool> isWanted, bool required, bool used, ICollection<Finding> findings)
    {
        var valid = files.Where(file => file.Artefact?.Program == owner.FullName).ToArray();
        if (valid.Length == 0)
        {
            if (files.Length == 0)
                Missing(owner, variant, required, used, findings);
            else
                Invalid(owner, files[0], required, findings);
            return Start(schema);
        }

        foreach (var other in valid.Skip(1))
        {
            var suggestion = $"{owner.ArtefactName}.variant{Artefact.FileExtension}";
            findings.Add(Finding.In(other, ArtefactRules.Duplicate.Id, owner.FullName, Name(other), Name(valid[0]), suggestion));
        }

        var values = ArtefactMatch.Apply(schema, valid[0].Artefact!);
        Differences(owner, valid[0], values.Notes.Where(note => note.Name.Length == 0 || isWanted(note.Name)).ToEquatableArray(), required, findings);
        return values;
    }

    private static bool Claims(ArtefactFile file, ArtefactOwner owner) =>
        file.Artefact?.Program == owner.FullName || file.Stem == owner.ArtefactName || file.VariantOf(owner) is not null;

    // Pid.Step may be a method's file: behind the name of a type a variant stands only where the file itself says so.
    private static bool ClaimsSet(ArtefactFile file, ArtefactOwner owner) => file.Artefact?.Program == owner.FullName || file.Stem == owner.ArtefactName;

    private static bool IsOfSet(ArtefactFile file, BodyModel body) => body.Sets.Any(set => file.Artefact?.Program == set.Type.FullName);

    private static ArtefactOwner OwnerOf(TypeSet type) => new("T:" + type.FullName, type.FullName, type.ArtefactName, type.Accessibility == "public");

    private static IEnumerable<string> NamesOf(LinkedSet set, BodyModel body) =>
        body.Program!.Weights.Where(weight => set.Parameters.Contains(weight.Parameter)).Select(static weight => weight.Name)
            .Concat(body.Program.Choices.Where(choice => set.Parameters.Contains(choice.Parameter)).Select(static choice => choice.Name));

    private static void Missing(ArtefactOwner method, string? variant, bool required, bool used, ICollection<Finding> findings)
    {
        var expected = method.ArtefactName + (variant is null ? "" : "." + variant) + Artefact.FileExtension;
        if (required && (used || method.IsVisible))
        {
            var why = $"no '{expected}' is among the project's additional files; fit it and save the result";
            findings.Add(Finding.At(method, ArtefactRules.TrainingRequired.Id, method.FullName, why));
        }
        else if (used)
        {
            findings.Add(Finding.At(method, ArtefactRules.NotTrained.Id, method.FullName, expected));
        }
    }

    private static void Invalid(ArtefactOwner method, ArtefactFile file, bool required, ICollection<Finding> findings)
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

    private static void Differences(ArtefactOwner method, ArtefactFile file, EquatableArray<ArtefactNote> notes, bool required, ICollection<Finding> findings)
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

    /// <summary>What a type's set expects of its artefact.</summary>
    private static ArtefactSchema Schema(LearnedSet set)
    {
        var names = set.Weights.Select(static weight => weight.Name).ToList();
        var weights = set.Weights.Select(weight => new WeightSlot(weight.Name, weight.Start, weight.Min, weight.Max, weight.Above is null ? -1 : names.IndexOf(weight.Above)));
        var choices = set.Choices.Select(static choice => new ChoiceSlot(choice.Name, choice.Options.Select(static option => OptionText.Of(option)), choice.Start));
        return new(set.Type!.FullName, Hashes.Set(set), "", weights, choices);
    }

    private static ArtefactValues Start(ArtefactSchema schema) =>
        new(schema.Weights.Select(static weight => weight.Start), schema.Choices.Select(static choice => choice.Start), []);

    private static int IndexOf(LearnableProgram program, string? above) =>
        above is null ? -1 : program.Weights.ToList().FindIndex(weight => weight.Name == above);

    private static string Name(ArtefactFile file) => Path.GetFileName(file.Path);
}
