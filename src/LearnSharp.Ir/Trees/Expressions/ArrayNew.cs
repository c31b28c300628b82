namespace LearnSharp.Ir;

/// <summary><c>new T[length]</c>: fresh, zeroed. Only as the whole value of a declaration or assignment.</summary>
/// <param name="Array">The array's type (<see cref="ArrayKind.Array"/>).</param>
/// <param name="Length">An int; negative throws.</param>
public sealed record ArrayNew(ArrayType Array, Expression Length) : Expression
{
    /// <inheritdoc/>
    public override IrType Type => Array;
}
