namespace LearnSharp.Ir;

/// <summary>
/// An expression: pure (no effects), though its evaluation may throw (an index out of range, integer division by zero, checked overflow).
/// <see cref="ArrayNew"/>, <see cref="ArrayLiteral"/> and <see cref="ArrayRent"/> allocate and may stand only as the whole value of a declaration or assignment.
/// </summary>
public abstract record Expression
{
    /// <summary>The type of the value.</summary>
    public abstract IrType Type { get; }

    /// <summary>Where it came from; an annotation outside equality.</summary>
    public Origin Origin { get; init; }
}
