namespace LearnSharp.Ir;

/// <summary>An operator with two operands.</summary>
/// <param name="Operator">The operator.</param>
/// <param name="Left">Evaluated first.</param>
/// <param name="Right">Evaluated second; for <see cref="BinaryOperator.AndAlso"/> and <see cref="BinaryOperator.OrElse"/> only when needed.</param>
/// <param name="Checked">Whether integer arithmetic throws on overflow.</param>
public sealed record Binary(BinaryOperator Operator, Expression Left, Expression Right, bool Checked = false) : Expression
{
    /// <summary>Whether the operator compares: the result is bool whatever the operands' type.</summary>
    public bool IsComparison => Operator is >= BinaryOperator.Equal and <= BinaryOperator.GreaterOrEqual;

    /// <summary>Whether the right operand is evaluated only when needed.</summary>
    public bool IsShortCircuit => Operator is BinaryOperator.AndAlso or BinaryOperator.OrElse;

    /// <inheritdoc/>
    public override IrType Type => IsComparison ? ScalarType.Bool : Left.Type;
}
