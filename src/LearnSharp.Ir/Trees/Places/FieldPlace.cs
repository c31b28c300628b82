namespace LearnSharp.Ir;

/// <summary>A settable field of a struct or tuple that itself stands in a place.</summary>
/// <param name="Struct">The place of the struct.</param>
/// <param name="Index">The field's position in <see cref="StructType.Fields"/>.</param>
public sealed record FieldPlace(Place Struct, int Index) : Place
{
    /// <inheritdoc/>
    public override IrType Type => ((StructType)Struct.Type).Fields[Index].Type;

    /// <inheritdoc/>
    public override Expression Read => new FieldRead(Struct.Read, Index);
}
