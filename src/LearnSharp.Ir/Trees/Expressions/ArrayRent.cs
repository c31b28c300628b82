namespace LearnSharp.Ir;

/// <summary>
/// An array of exactly the given length from the workspace, given back when the program that rented it ends. Made by passes only; only as the whole
/// value of a declaration or assignment.
/// </summary>
/// <param name="Array">The array's type (<see cref="ArrayKind.Array"/>).</param>
/// <param name="Length">An int.</param>
public sealed record ArrayRent(ArrayType Array, Expression Length) : Expression
{
    /// <summary>Whether its elements are zero. Those of one that is not cleared are stored before they are read.</summary>
    public bool IsCleared { get; init; } = true;

    /// <inheritdoc/>
    public override IrType Type => Array;
}
