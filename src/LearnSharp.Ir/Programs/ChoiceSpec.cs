namespace LearnSharp.Ir;

/// <summary>A discrete choice of a program.</summary>
/// <param name="Name">Its name in <c>Choices</c>, PascalCase.</param>
/// <param name="Parameter">The root parameter that receives it.</param>
/// <param name="InBody">Whether it was declared in the body.</param>
/// <param name="Options">The values it may take, in order; at least one.</param>
/// <param name="Start">Index of the starting option.</param>
public sealed record ChoiceSpec(string Name, int Parameter, bool InBody, EquatableArray<Constant> Options, int Start);
