namespace LearnSharp.Ir;

/// <summary>A conversion between scalar or enum types, or from an array to a span, or from a span to a read-only span.</summary>
/// <param name="Target">The type to convert to.</param>
/// <param name="Operand">The value to convert.</param>
/// <param name="Checked">Whether a value outside the target throws.</param>
public sealed record Convert(IrType Target, Expression Operand, bool Checked = false) : Expression
{
    /// <inheritdoc/>
    public override IrType Type => Target;
}
