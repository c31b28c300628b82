namespace LearnSharp.Ir;

/// <summary>A statement. Effects happen in statements only, one after another.</summary>
public abstract record Statement
{
    private Statement[]? _alone;

    /// <summary>A statement of no known origin.</summary>
    protected Statement()
    {
    }

    /// <summary>Copies what a changed copy keeps.</summary>
    protected Statement(Statement original) => Origin = original.Origin;

    /// <summary>Where it came from; an annotation outside equality.</summary>
    public Origin Origin { get; init; }

    /// <summary>The sequence of this one statement; made once, since every pass asks for it.</summary>
    internal EquatableArray<Statement> Alone => new(_alone ??= [this]);

    /// <summary>Whether two statements are of one kind; each kind adds its own parts.</summary>
    public virtual bool Equals(Statement? other) => other is not null && EqualityContract == other.EqualityContract;

    /// <inheritdoc/>
    public override int GetHashCode() => EqualityContract.GetHashCode();
}
