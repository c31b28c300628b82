using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace LearnSharp.Generators.Diagnostics;

/// <summary>
/// The rules about artefacts, reported by the generator, which holds the files. They are warnings that <c>TreatWarningsAsErrors</c> leaves warnings (the
/// package's props list them in <c>WarningsNotAsErrors</c>): a project that has not been trained yet builds.
/// </summary>
internal static class ArtefactRules
{
    /// <summary>A learned method has no artefact.</summary>
    public static readonly DiagnosticDescriptor NotTrained = new(
        "LS0100",
        "A learned method has no artefact",
        "'{0}' is not trained: no '{1}' is among the project's additional files, so the learned method has the starting values; fit it and save the result",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "LS0100");

    /// <summary>An artefact cannot be read.</summary>
    public static readonly DiagnosticDescriptor Damaged = new(
        "LS0101",
        "An artefact cannot be read",
        "The artefact '{0}' cannot be read. {1} The learned method has the starting values; restore the file or train again.",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "LS0101");

    /// <summary>An artefact belongs to another method than its name says.</summary>
    public static readonly DiagnosticDescriptor Foreign = new(
        "LS0102",
        "An artefact belongs to another method than its name says",
        "The artefact '{0}' is named for '{1}', but holds the values of '{2}'; write '{1}' into \"program\" if the method was renamed, else use the right file",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "LS0102");

    /// <summary>The code has changed since the training.</summary>
    public static readonly DiagnosticDescriptor BodyChanged = new(
        "LS0103",
        "The code has changed since the training",
        "The code of '{0}' has changed since '{1}' was trained: its values may not suit the code any more; train again",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "LS0103");

    /// <summary>The weights or choices have changed since the training.</summary>
    public static readonly DiagnosticDescriptor SignatureChanged = new(
        "LS0104",
        "The weights or choices have changed since the training",
        "The signature of '{0}' has changed since '{1}' was trained; values are matched by name: {2}; train again",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "LS0104");

    /// <summary>Values of an artefact are not allowed any more.</summary>
    public static readonly DiagnosticDescriptor ValueNotAllowed = new(
        "LS0105",
        "A value of an artefact is not allowed any more",
        "The artefact '{1}' of '{0}' has a value that is not allowed any more. {2} Train again, or widen the bounds.",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "LS0105");

    /// <summary>Two artefacts hold values of the same method.</summary>
    public static readonly DiagnosticDescriptor Duplicate = new(
        "LS0106",
        "Two artefacts hold values of the same method",
        "The artefact '{1}' holds values of '{0}' too; '{2}' is used. Keep one, or name the other after a variant: '{3}'.",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "LS0106");

    /// <summary>An artefact belongs to no learnable method of the project.</summary>
    public static readonly DiagnosticDescriptor Unclaimed = new(
        "LS0107",
        "An artefact belongs to no learnable method of the project",
        "The artefact '{0}' holds the values of '{1}', which is no learnable method of this project; remove it, or write the new name into \"program\"",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "LS0107");

    /// <summary>The project requires training, and a learned method is not trained.</summary>
    public static readonly DiagnosticDescriptor TrainingRequired = new(
        "LS0110",
        "A learned method is not trained, and the project requires it",
        "LearnSharpRequireTrained is set, and '{0}' is not trained: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "LS0110");

    private const string Category = "LearnSharp";
    private const string Pages = "https://learnsharp.dev/rules/";

    private static readonly Dictionary<string, DiagnosticDescriptor> ById = new[]
    {
        NotTrained, Damaged, Foreign, BodyChanged, SignatureChanged, ValueNotAllowed, Duplicate, Unclaimed, TrainingRequired,
    }.ToDictionary(static rule => rule.Id);

    /// <summary>The rule with the id <paramref name="id"/>.</summary>
    public static DiagnosticDescriptor Find(string id) => ById[id];
}
