namespace LearnSharp.Ir;

/// <summary>A field of a struct or tuple.</summary>
/// <param name="Struct">The struct value.</param>
/// <param name="Index">The field's position in <see cref="StructType.Fields"/>.</param>
public sealed record FieldRead(Expression Struct, int Index) : Expression
{
    /// <inheritdoc/>
    public override IrType Type => ((StructType)Struct.Type).Fields[Index].Type;
}
