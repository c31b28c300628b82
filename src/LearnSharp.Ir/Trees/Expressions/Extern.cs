namespace LearnSharp.Ir;

/// <summary>
/// A passive value computed by C# that the IR does not look into: a static readonly field, a property of a string, a call into another assembly with passive
/// arguments. It has no derivative.
/// </summary>
/// <param name="ValueType">The type of the value.</param>
/// <param name="Template">C# with <c>{0}</c>, <c>{1}</c>, … for the operands; every name fully qualified.</param>
/// <param name="Operands">The operands.</param>
/// <param name="Purity">What may be assumed about evaluating it.</param>
public sealed record Extern(IrType ValueType, string Template, EquatableArray<Expression> Operands, Purity Purity) : Expression
{
    /// <inheritdoc/>
    public override IrType Type => ValueType;
}
