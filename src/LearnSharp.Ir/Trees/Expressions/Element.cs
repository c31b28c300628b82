namespace LearnSharp.Ir;

/// <summary>An element of an array or span; throws <see cref="System.IndexOutOfRangeException"/> outside it.</summary>
/// <param name="Array">The array or span.</param>
/// <param name="Index">An int.</param>
public sealed record Element(Expression Array, Expression Index) : Expression
{
    /// <inheritdoc/>
    public override IrType Type => ((ArrayType)Array.Type).Element;
}
