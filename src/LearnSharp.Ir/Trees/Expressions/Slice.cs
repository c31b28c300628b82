namespace LearnSharp.Ir;

/// <summary>
/// A part of an array or span, as a span of its own: another name for the same elements. Only as the whole value of a declaration or of an assignment to a local. The part lies within what it is a part of:
/// who makes one tests that before. Only front ends make these; <see cref="SliceLowering"/> replaces them, and nothing after it knows them.
/// </summary>
/// <param name="Array">The array or span.</param>
/// <param name="Start">The index of the first element, an int.</param>
/// <param name="Count">The number of elements, an int.</param>
public sealed record Slice(Expression Array, Expression Start, Expression Count) : Expression
{
    /// <inheritdoc/>
    public override IrType Type => (ArrayType)Array.Type is { Kind: ArrayKind.ReadOnlySpan } type ? type : ((ArrayType)Array.Type) with { Kind = ArrayKind.Span };
}
