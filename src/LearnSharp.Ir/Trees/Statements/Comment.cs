namespace LearnSharp.Ir;

/// <summary>A comment in the printed code; no effect.</summary>
/// <param name="Text">One line, without the slashes.</param>
public sealed record Comment(string Text) : Statement;
