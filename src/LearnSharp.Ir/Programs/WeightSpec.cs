namespace LearnSharp.Ir;

/// <summary>A continuous weight of a program.</summary>
/// <param name="Name">Its name in <c>Weights</c>, PascalCase.</param>
/// <param name="Parameter">The root parameter that receives it: position in <see cref="Function.Parameters"/>.</param>
/// <param name="InBody">Whether it was declared in the body (<c>Learn.Weight</c>), so that the method's own signature does not have it.</param>
/// <param name="Start">The starting value.</param>
/// <param name="Min">Smallest allowed value; negative infinity when unbounded.</param>
/// <param name="Max">Largest allowed value; infinity when unbounded.</param>
/// <param name="Log">Search and scale logarithmically; needs positive bounds or start.</param>
/// <param name="Above">Name of the weight this one stays at or above, or null.</param>
/// <param name="Fixed">Never trained.</param>
public sealed record WeightSpec(string Name, int Parameter, bool InBody, double Start, double Min, double Max, bool Log, string? Above, bool Fixed);
