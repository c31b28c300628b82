namespace LearnSharp.Ir;

/// <summary>Something that can be stored to.</summary>
public abstract record Place
{
    /// <summary>The type of the values stored.</summary>
    public abstract IrType Type { get; }

    /// <summary>The expression that reads the place.</summary>
    public abstract Expression Read { get; }
}
