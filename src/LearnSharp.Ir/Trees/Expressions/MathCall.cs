namespace LearnSharp.Ir;

/// <summary>A call of <c>System.Math</c> or <c>System.MathF</c>.</summary>
/// <param name="Function">Which function.</param>
/// <param name="Overload">The scalar type whose overload is called: float means MathF.</param>
/// <param name="Arguments">The arguments, all of the overload's type unless <see cref="MathFunctions"/> says otherwise.</param>
public sealed record MathCall(MathFunction Function, ScalarType Overload, EquatableArray<Expression> Arguments) : Expression
{
    /// <inheritdoc/>
    public override IrType Type => Function == MathFunction.Sign ? ScalarType.Int : Overload;
}
