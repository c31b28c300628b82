namespace LearnSharp.Generators.Pipeline;

/// <summary>A partial type around a learnable method.</summary>
/// <param name="Keyword">What its declaration says: <c>class</c>, <c>struct</c>, <c>record</c>, <c>record struct</c>, <c>interface</c>.</param>
/// <param name="Name">Its identifier, escaped where it is a keyword.</param>
internal sealed record ContainingType(string Keyword, string Name);
