namespace LearnSharp.Ir;

/// <summary><c>condition ? whenTrue : whenFalse</c>; only the chosen operand is evaluated.</summary>
/// <param name="Condition">A bool.</param>
/// <param name="WhenTrue">The value when the condition holds.</param>
/// <param name="WhenFalse">The value otherwise; of the same type.</param>
public sealed record Conditional(Expression Condition, Expression WhenTrue, Expression WhenFalse) : Expression
{
    /// <inheritdoc/>
    public override IrType Type => WhenTrue.Type;
}
