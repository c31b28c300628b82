using LearnSharp.Ir;

namespace LearnSharp.Generators.Frontend;

/// <summary>A type of dictionaries or sets.</summary>
/// <param name="Kind">Which of them.</param>
/// <param name="Key">The type of the keys, or of a set's elements.</param>
/// <param name="Value">The type of the values; null for a set.</param>
internal sealed record MapShape(MapKind Kind, IrType Key, IrType? Value)
{
    /// <summary>Whether C# keeps the keys in order.</summary>
    public bool IsSorted => Kind is MapKind.SortedDictionary or MapKind.SortedList or MapKind.SortedSet;

    /// <summary>Whether what is stored may carry a derivative, so that it is in arrays of the method: each key has a position there. Other sets are C#'s own.</summary>
    public bool HasPositions => Value is not null || Key.IsDifferentiable;

    /// <summary>The type of the C# object that knows the keys, and the position of each.</summary>
    public OpaqueType Index
    {
        get
        {
            const string collections = "global::System.Collections.Generic.";
            return new(this switch
            {
                { HasPositions: false } => $"{collections}{Kind}<{Key.CSharpName}>",
                { Kind: MapKind.SortedSet } => $"{collections}{MapKind.SortedDictionary}<{Key.CSharpName}, int>",
                { Kind: MapKind.HashSet } => $"{collections}{MapKind.Dictionary}<{Key.CSharpName}, int>",
                _ => $"{collections}{Kind}<{Key.CSharpName}, int>",
            });
        }
    }
}
