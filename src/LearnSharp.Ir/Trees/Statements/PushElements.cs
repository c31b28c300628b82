namespace LearnSharp.Ir;

/// <summary>Saves a stretch of an array on the workspace's stack of its elements' type, all at once. What lies outside the array is left out. Made by passes only.</summary>
/// <param name="Array">An array or span of double or float.</param>
/// <param name="Start">The first index.</param>
/// <param name="End">The index after the last one.</param>
public sealed record PushElements(Expression Array, Expression Start, Expression End) : Statement;
