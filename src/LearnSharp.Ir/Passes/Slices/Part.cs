namespace LearnSharp.Ir;

/// <summary>What a span names: elements of an array or span.</summary>
/// <param name="Array">The array or span.</param>
/// <param name="Start">The index of the first element in it.</param>
/// <param name="Count">The number of elements.</param>
internal readonly record struct Part(Expression Array, Expression Start, Expression Count)
{
    /// <summary>Whether it is all of the array.</summary>
    public bool IsWhole => Start is Constant { AsLong: 0 } && Count is Length length && length.Array.Equals(Array);
}
