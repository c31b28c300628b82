namespace LearnSharp.Ir;

/// <summary>Evaluates an effectful <see cref="Extern"/> and drops its value.</summary>
/// <param name="Value">The expression.</param>
public sealed record Evaluate(Expression Value) : Statement;
