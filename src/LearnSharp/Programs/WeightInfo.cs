namespace LearnSharp;

/// <summary>A continuous weight of a program.</summary>
/// <param name="Name">Its name in <c>Weights</c>; an element of an array is <c>Taps[2]</c>.</param>
/// <param name="Start">The starting value.</param>
/// <param name="Min">Smallest allowed value; negative infinity when unbounded.</param>
/// <param name="Max">Largest allowed value; infinity when unbounded.</param>
/// <param name="Log">Search and scale logarithmically.</param>
/// <param name="Above">Index of the weight that this one stays at or above; -1 for none.</param>
/// <param name="Fixed">Never trained.</param>
public sealed record WeightInfo(
    string Name,
    double Start,
    double Min = double.NegativeInfinity,
    double Max = double.PositiveInfinity,
    bool Log = false,
    int Above = -1,
    bool Fixed = false);
