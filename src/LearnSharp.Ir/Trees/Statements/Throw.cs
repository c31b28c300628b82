namespace LearnSharp.Ir;

/// <summary>Throws.</summary>
/// <param name="Exception">An <see cref="Extern"/> of an exception type.</param>
public sealed record Throw(Expression Exception) : Statement;
