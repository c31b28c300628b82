namespace LearnSharp.Ir;

/// <summary>A weight that an artefact gives a value to.</summary>
/// <param name="Name">Its name in <c>Weights</c>.</param>
/// <param name="Start">The value without an artefact.</param>
/// <param name="Min">Smallest allowed value.</param>
/// <param name="Max">Largest allowed value.</param>
/// <param name="Above">Index of the weight that this one stays at or above; -1 for none.</param>
public sealed record WeightSlot(
    string Name, double Start, double Min = double.NegativeInfinity, double Max = double.PositiveInfinity, int Above = -1);
