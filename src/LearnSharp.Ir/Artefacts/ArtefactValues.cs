namespace LearnSharp.Ir;

/// <summary>An artefact's values for today's program.</summary>
/// <param name="Weights">One value per weight, within its bounds.</param>
/// <param name="Choices">One option index per choice.</param>
/// <param name="Notes">How the artefact differs from the program; empty when it does not.</param>
public sealed record ArtefactValues(EquatableArray<double> Weights, EquatableArray<int> Choices, EquatableArray<ArtefactNote> Notes);
