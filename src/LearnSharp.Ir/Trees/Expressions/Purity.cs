namespace LearnSharp.Ir;

/// <summary>What may be assumed about evaluating an <see cref="Extern"/>.</summary>
public enum Purity
{
    /// <summary>No effects, same operands give the same value: may be repeated or dropped.</summary>
    Pure,

    /// <summary>Unknown: evaluated exactly as often and in the order that the method would. Only as the whole value of a declaration or assignment, or alone.</summary>
    Effectful,
}
