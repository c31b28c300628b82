namespace LearnSharp.Ir;

/// <summary>An element of an array or span.</summary>
/// <param name="Array">The array or span; evaluated first.</param>
/// <param name="Index">An int; evaluated second.</param>
public sealed record ElementPlace(Expression Array, Expression Index) : Place
{
    /// <inheritdoc/>
    public override IrType Type => ((ArrayType)Array.Type).Element;

    /// <inheritdoc/>
    public override Expression Read => new Element(Array, Index);
}
