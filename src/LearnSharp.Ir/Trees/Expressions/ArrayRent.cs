namespace LearnSharp.Ir;

/// <summary>
/// A zeroed array of exactly the given length from the workspace, given back when the program that rented it ends. Made by passes only; only as the whole
/// value of a declaration or assignment.
/// </summary>
/// <param name="Array">The array's type (<see cref="ArrayKind.Array"/>).</param>
/// <param name="Length">An int.</param>
public sealed record ArrayRent(ArrayType Array, Expression Length) : Expression
{
    /// <inheritdoc/>
    public override IrType Type => Array;
}
