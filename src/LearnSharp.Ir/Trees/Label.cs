namespace LearnSharp.Ir;

/// <summary>The target of an <see cref="Exit"/>: a labelled block, or a loop's break or continue point.</summary>
/// <param name="Id">Unique within the function.</param>
public sealed record Label(int Id);
