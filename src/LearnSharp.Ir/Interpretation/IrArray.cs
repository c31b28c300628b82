namespace LearnSharp.Ir;

/// <summary>An array while a program runs; spans are references to the same elements.</summary>
internal sealed class IrArray(object?[] items)
{
    /// <summary>The elements.</summary>
    public object?[] Items { get; } = items;
}
