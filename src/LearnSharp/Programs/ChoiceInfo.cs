using System.Collections.Generic;

namespace LearnSharp;

/// <summary>A discrete choice of a program.</summary>
/// <param name="Name">Its name in <c>Choices</c>.</param>
/// <param name="Options">The options as text, in order: enum members by name, <c>true</c> and <c>false</c>, numbers.</param>
/// <param name="Start">Index of the starting option.</param>
/// <param name="Ordered">Whether neighbouring options are alike (numbers), so that a search may step to them first.</param>
public sealed record ChoiceInfo(string Name, IReadOnlyList<string> Options, int Start, bool Ordered);
