namespace LearnSharp.Ir;

/// <summary>A weight in an artefact.</summary>
/// <param name="Name">Its name in <c>Weights</c>; an element of an array is <c>Taps[2]</c>.</param>
/// <param name="Value">Its value; finite.</param>
public sealed record ArtefactWeight(string Name, double Value);
