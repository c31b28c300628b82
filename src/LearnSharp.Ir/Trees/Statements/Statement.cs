namespace LearnSharp.Ir;

/// <summary>A statement. Effects happen in statements only, one after another.</summary>
public abstract record Statement
{
    /// <summary>Where it came from; an annotation outside equality.</summary>
    public Origin Origin { get; init; }
}
