using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Frontend;

/// <summary>
/// A dictionary or set made in a translated body. What carries no derivative is C#'s own: an object of the same kind that has the position of each key, so that
/// equality, order and exceptions are C#'s. What may carry one is in arrays, at these positions.
/// </summary>
/// <param name="Shape">Its type.</param>
/// <param name="Index">The C# object.</param>
/// <param name="Keys">The keys by position; null where the object's own will do.</param>
/// <param name="Values">The values by position; null for a set.</param>
/// <param name="Next">The first position that is free; null where there are none.</param>
internal sealed record MapBinding(MapShape Shape, Place Index, Place? Keys, Place? Values, Place? Next) : CollectionBinding
{
    /// <summary>What it is made of.</summary>
    public List<Place> Parts => new[] { Index, Keys, Values, Next }.OfType<Place>().ToList();

    /// <summary>How often the translation has changed which keys there are: as long as that stays, so do their positions.</summary>
    public int Changes { get; set; }

    /// <inheritdoc/>
    public override string Noun => Shape.Value is null ? "A set" : "A dictionary";

    /// <inheritdoc/>
    public override string Changed => Shape.IsSorted ? "Collection was modified after the enumerator was instantiated." : base.Changed;

    /// <inheritdoc/>
    public bool Equals(MapBinding? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
