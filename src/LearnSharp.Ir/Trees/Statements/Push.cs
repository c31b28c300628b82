namespace LearnSharp.Ir;

/// <summary>Saves a value on the workspace's stack of its type. Made by passes only.</summary>
/// <param name="Value">A scalar, enum or array reference.</param>
public sealed record Push(Expression Value) : Statement;
