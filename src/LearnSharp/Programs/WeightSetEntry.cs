namespace LearnSharp;

/// <summary>A weight or choice of a type's set in a program.</summary>
/// <param name="Name">Its name in the set.</param>
/// <param name="Index">Its position among the program's weights or choices.</param>
public sealed record WeightSetEntry(string Name, int Index);
