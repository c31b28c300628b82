namespace LearnSharp.Ir;

/// <summary>An operator with one operand; the result has the operand's type.</summary>
/// <param name="Operator">The operator.</param>
/// <param name="Operand">The operand.</param>
/// <param name="Checked">Whether integer negation throws on overflow.</param>
public sealed record Unary(UnaryOperator Operator, Expression Operand, bool Checked = false) : Expression
{
    /// <inheritdoc/>
    public override IrType Type => Operand.Type;
}
