namespace LearnSharp.Ir;

/// <summary>Leaves the function with its results.</summary>
/// <param name="Values">One per result.</param>
public sealed record Return(EquatableArray<Expression> Values) : Statement;
