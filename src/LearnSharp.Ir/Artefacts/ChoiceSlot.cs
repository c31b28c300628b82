namespace LearnSharp.Ir;

/// <summary>A choice that an artefact picks an option of.</summary>
/// <param name="Name">Its name in <c>Choices</c>.</param>
/// <param name="Options">The options as text, in order.</param>
/// <param name="Start">Index of the option without an artefact.</param>
public sealed record ChoiceSlot(string Name, EquatableArray<string> Options, int Start);
