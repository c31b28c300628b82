namespace LearnSharp.Ir;

/// <summary>Statements in order; a scope for the locals declared in it.</summary>
/// <param name="Statements">The statements.</param>
public sealed record Block(EquatableArray<Statement> Statements) : Statement
{
    /// <summary>The block without statements.</summary>
    public static readonly Block Empty = new([]);
}
