namespace LearnSharp.Ir;

/// <summary>Declares a local in the enclosing block. A declaration without a value gives it the default of its type.</summary>
/// <param name="Local">The local; declared once in a function.</param>
/// <param name="Value">Its first value, or null for the default.</param>
public sealed record Declare(Local Local, Expression? Value) : Statement;
