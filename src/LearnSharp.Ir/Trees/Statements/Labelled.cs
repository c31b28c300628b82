namespace LearnSharp.Ir;

/// <summary>A block that can be left early: an <see cref="Exit"/> to the label continues after it.</summary>
/// <param name="Label">The label.</param>
/// <param name="Body">The statements.</param>
public sealed record Labelled(Label Label, Block Body) : Statement;
