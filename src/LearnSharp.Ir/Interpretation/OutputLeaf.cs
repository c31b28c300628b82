namespace LearnSharp.Ir;

/// <summary>A double or float that a run gave, with its derivatives: part of a result, or of an array argument as the run left it.</summary>
/// <param name="Path">Where it stands: <c>result</c>, <c>result0[3]</c>, <c>xs[3]</c>.</param>
/// <param name="Result">The result it belongs to, or -1.</param>
/// <param name="Parameter">The root's parameter it belongs to, or -1.</param>
/// <param name="Value">Its value.</param>
/// <param name="Derivatives">Its derivative by each <see cref="Jacobian.Inputs"/>.</param>
/// <param name="Contributions">For each input, the sum of the absolute contributions of all paths from it: at least the absolute derivative, and
/// more where paths cancel.</param>
public sealed record OutputLeaf(
    string Path, int Result, int Parameter, double Value, EquatableArray<double> Derivatives, EquatableArray<double> Contributions);
