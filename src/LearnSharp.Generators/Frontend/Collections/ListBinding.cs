using System.Runtime.CompilerServices;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Frontend;

/// <summary>A list, stack or queue made in a translated body: an array that is replaced by a longer one when it is full, and how many elements count.</summary>
/// <param name="Kind">Which of the three.</param>
/// <param name="Items">Where the array is; it may be longer than there are elements.</param>
/// <param name="End">The position behind the last element; null for an array seen as a list, whose length it is.</param>
/// <param name="Start">The position of a queue's first element; null where it is zero.</param>
internal sealed record ListBinding(ListKind Kind, Place Items, Place? End, Place? Start = null) : CollectionBinding
{
    /// <summary>A list in variables of its own.</summary>
    /// <param name="kind">Which of the three.</param>
    /// <param name="items">The array.</param>
    /// <param name="end">The position behind the last element; null for an array seen as a list.</param>
    /// <param name="start">The position of a queue's first element; null where it is zero.</param>
    public ListBinding(ListKind kind, Local items, Local? end, Local? start = null)
        : this(kind, new LocalPlace(items), end is null ? null : new LocalPlace(end), start is null ? null : new LocalPlace(start))
    {
    }

    /// <inheritdoc/>
    public override string Noun => Kind switch
    {
        ListKind.Stack => "A stack",
        ListKind.Queue => "A queue",
        ListKind.View => "An array seen as a list",
        _ => "A list",
    };

    /// <summary>The type of its elements.</summary>
    public IrType Element => ((ArrayType)Items.Type).Element;

    /// <inheritdoc/>
    public bool Equals(ListBinding? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
