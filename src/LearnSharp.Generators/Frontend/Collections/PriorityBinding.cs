using System.Runtime.CompilerServices;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Frontend;

/// <summary>A priority queue made in a translated body: C#'s own one, of positions, which decides what comes first, and arrays that have what is at each position.</summary>
/// <param name="Index">C#'s priority queue of positions.</param>
/// <param name="Items">The elements by position.</param>
/// <param name="Priorities">Their priorities by position.</param>
/// <param name="Next">The first position that was never taken.</param>
/// <param name="Free">The positions that were taken and are free again.</param>
internal sealed record PriorityBinding(Place Index, Place Items, Place Priorities, Place Next, ListBinding Free) : CollectionBinding
{
    /// <inheritdoc/>
    public override string Noun => "A priority queue";

    /// <summary>The type of its elements.</summary>
    public IrType Element => ((ArrayType)Items.Type).Element;

    /// <summary>The type of its priorities.</summary>
    public IrType Priority => ((ArrayType)Priorities.Type).Element;

    /// <inheritdoc/>
    public bool Equals(PriorityBinding? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
