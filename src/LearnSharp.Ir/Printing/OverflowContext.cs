namespace LearnSharp.Ir;

/// <summary>What integer arithmetic does on overflow where the printed code says neither <c>checked</c> nor <c>unchecked</c>.</summary>
public enum OverflowContext
{
    /// <summary>Not known: the text says it wherever it matters, so that it means the same in every project.</summary>
    Unknown,

    /// <summary>It wraps around: C#'s default.</summary>
    Unchecked,

    /// <summary>It throws: a project with <c>CheckForOverflowUnderflow</c>.</summary>
    Checked,
}
