namespace LearnSharp.Ir;

/// <summary>A struct or tuple made from its fields.</summary>
/// <param name="Struct">The type.</param>
/// <param name="Fields">One value per field, evaluated in order.</param>
public sealed record StructNew(StructType Struct, EquatableArray<Expression> Fields) : Expression
{
    /// <inheritdoc/>
    public override IrType Type => Struct;
}
