namespace LearnSharp.Ir;

/// <summary>A size that does not change: an expression and a number added to it.</summary>
/// <param name="Base">The expression, or null for zero.</param>
/// <param name="Added">The number.</param>
internal readonly record struct Size(Expression? Base, long Added)
{
    /// <summary>Whether this is surely not less than another one.</summary>
    public bool IsAtLeast(Size other) => Equals(Base, other.Base) && Added >= other.Added;
}
