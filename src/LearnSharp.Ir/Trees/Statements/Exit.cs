namespace LearnSharp.Ir;

/// <summary>Leaves the enclosing <see cref="Labelled"/> block or loop that bears the label; loops may be nested between.</summary>
/// <param name="Target">The label.</param>
public sealed record Exit(Label Target) : Statement;
