namespace LearnSharp.Ir;

/// <summary>The number of elements of an array or span, an int.</summary>
/// <param name="Array">The array or span.</param>
public sealed record Length(Expression Array) : Expression
{
    /// <inheritdoc/>
    public override IrType Type => ScalarType.Int;
}
