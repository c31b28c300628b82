namespace LearnSharp.Ir;

/// <summary>A reason why a program has no derivative in reverse mode.</summary>
/// <param name="Message">What stands in the way, and the way out.</param>
/// <param name="Origin">Where it stands.</param>
public sealed record Refusal(string Message, Origin Origin);
