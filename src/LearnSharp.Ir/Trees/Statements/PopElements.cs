namespace LearnSharp.Ir;

/// <summary>Restores the stretch of an array that <see cref="PushElements"/> with the same bounds saved last. Made by passes only.</summary>
/// <param name="Array">An array or span of double or float.</param>
/// <param name="Start">The first index.</param>
/// <param name="End">The index after the last one.</param>
public sealed record PopElements(Expression Array, Expression Start, Expression End) : Statement;
