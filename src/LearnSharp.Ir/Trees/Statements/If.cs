namespace LearnSharp.Ir;

/// <summary>A branch.</summary>
/// <param name="Condition">A bool.</param>
/// <param name="Then">When the condition holds.</param>
/// <param name="Else">Otherwise; may be empty.</param>
public sealed record If(Expression Condition, Block Then, Block Else) : Statement;
