namespace LearnSharp.Ir;

/// <summary>Stores a value. The place's array and index are evaluated before the value.</summary>
/// <param name="Target">Where to.</param>
/// <param name="Value">What.</param>
public sealed record Assign(Place Target, Expression Value) : Statement;
