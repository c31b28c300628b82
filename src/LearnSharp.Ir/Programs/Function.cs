namespace LearnSharp.Ir;

/// <summary>A function: parameters in, results out. Falling off the end is allowed only without results.</summary>
/// <param name="Id">Unique in a program and stable across edits of its body: <c>Shop.Pricing.Price(double, double)</c>.</param>
/// <param name="Name">The C# identifier to print.</param>
/// <param name="Parameters">In order.</param>
/// <param name="Results">Types of the results; empty for void. Printed as void, the type, or a tuple.</param>
/// <param name="Body">The statements.</param>
public sealed record Function(string Id, string Name, EquatableArray<Parameter> Parameters, EquatableArray<IrType> Results, Block Body)
{
    /// <summary>The derivatives that somebody wrote by hand: modes of differentiation use them and do not look into the body. Null for a function that is differentiated itself.</summary>
    public DerivativeRule? Derivative { get; init; }

    /// <summary>What reverse mode knows of the function where it wrote it: how it changes with its arguments. Null for any other function.</summary>
    public GradientMap? Map { get; init; }

    /// <summary>
    /// Whether the function is there for its derivatives alone: its only result equals its first argument, to the bit, and is written with <see cref="BinaryOperator.WithDerivativeOf"/>.
    /// </summary>
    public bool IsRefinement { get; init; }

    /// <summary>What a function is that <see cref="LongLoops"/> made of a loop. Null for any other function.</summary>
    internal LongLoop? Loop { get; init; }
}
