namespace LearnSharp.Ir;

/// <summary><c>default(T)</c>.</summary>
/// <param name="ValueType">The type.</param>
public sealed record Default(IrType ValueType) : Expression
{
    /// <inheritdoc/>
    public override IrType Type => ValueType;
}
