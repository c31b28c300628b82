namespace LearnSharp.Ir;

/// <summary>A choice in an artefact.</summary>
/// <param name="Name">Its name in <c>Choices</c>.</param>
/// <param name="Option">The chosen option as text: an enum member's name, <c>true</c> or <c>false</c>, a number.</param>
public sealed record ArtefactChoice(string Name, string Option);
