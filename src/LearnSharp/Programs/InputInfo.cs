namespace LearnSharp;

/// <summary>A data column of a program.</summary>
/// <param name="Name">Its name in <c>Input</c>, PascalCase.</param>
/// <param name="TypeName">The C# type, fully qualified.</param>
public sealed record InputInfo(string Name, string TypeName);
