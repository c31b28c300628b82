namespace LearnSharp.Ir;

/// <summary>A double or float among the arguments of a run: a scalar, an element of an array, a field of a struct.</summary>
/// <param name="Path">Where it stands: <c>x</c>, <c>xs[3]</c>, <c>p.X</c>.</param>
/// <param name="Parameter">The root's parameter it belongs to.</param>
/// <param name="Value">Its value.</param>
public sealed record InputLeaf(string Path, int Parameter, double Value);
