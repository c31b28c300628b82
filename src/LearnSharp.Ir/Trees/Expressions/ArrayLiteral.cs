namespace LearnSharp.Ir;

/// <summary><c>new T[] { a, b, c }</c>: fresh. Only as the whole value of a declaration or assignment.</summary>
/// <param name="Array">The array's type (<see cref="ArrayKind.Array"/>).</param>
/// <param name="Elements">The elements, evaluated in order.</param>
public sealed record ArrayLiteral(ArrayType Array, EquatableArray<Expression> Elements) : Expression
{
    /// <inheritdoc/>
    public override IrType Type => Array;
}
