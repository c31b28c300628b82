namespace LearnSharp.Ir;

/// <summary>Why an artefact cannot be used.</summary>
public enum ArtefactProblem
{
    /// <summary>The text is not a complete, well-formed artefact: half-written, badly merged, or edited by mistake.</summary>
    Damaged,

    /// <summary>It was written by a newer version, in a format that this one does not know.</summary>
    Newer,

    /// <summary>It belongs to another program.</summary>
    Foreign,
}
