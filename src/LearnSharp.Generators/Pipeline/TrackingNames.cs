namespace LearnSharp.Generators.Pipeline;

/// <summary>The names of the pipeline's steps, for tests that ask which of them ran again.</summary>
internal static class TrackingNames
{
    /// <summary>What the project says: one value.</summary>
    public const string Options = nameof(Options);

    /// <summary>Signatures of learnable methods, from symbols only.</summary>
    public const string Surface = nameof(Surface);

    /// <summary>Signatures of <c>[Learned]</c> methods.</summary>
    public const string LearnedSurface = nameof(LearnedSurface);

    /// <summary>Types with weight sets.</summary>
    public const string Sets = nameof(Sets);

    /// <summary>Where learnable and learned methods stand: changes with every edit above them and reaches diagnostics only.</summary>
    public const string Places = nameof(Places);

    /// <summary>The names of learned shorthands that the code mentions.</summary>
    public const string Mentions = nameof(Mentions);

    /// <summary>Artefact files, read.</summary>
    public const string Artefacts = nameof(Artefacts);

    /// <summary>Translated programs, one for each learnable method.</summary>
    public const string Bodies = nameof(Bodies);

    /// <summary>Programs with the artefacts that are theirs.</summary>
    public const string Linked = nameof(Linked);

    /// <summary>The text of every generated program.</summary>
    public const string ProgramSources = nameof(ProgramSources);

    /// <summary>What assemblies bring of their public learnable methods.</summary>
    public const string EmbeddedSources = nameof(EmbeddedSources);

    /// <summary>The text of every learned face.</summary>
    public const string LearnedSources = nameof(LearnedSources);

    /// <summary>What the build has to say about artefacts.</summary>
    public const string Findings = nameof(Findings);

    /// <summary>Every step that a comment elsewhere must leave as it was.</summary>
    public static readonly string[] All =
        [Options, Surface, LearnedSurface, Places, Mentions, Artefacts, Bodies, Linked, ProgramSources, EmbeddedSources, LearnedSources, Findings];
}
