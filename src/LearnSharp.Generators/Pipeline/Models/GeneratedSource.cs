namespace LearnSharp.Generators.Pipeline;

/// <summary>A file to add to the compilation.</summary>
/// <param name="Hint">Its name, unique among all.</param>
/// <param name="Text">Its text.</param>
internal sealed record GeneratedSource(string Hint, string Text);
