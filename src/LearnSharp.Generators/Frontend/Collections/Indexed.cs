using System;
using System.Collections.Generic;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Frontend;

/// <summary>Elements by position.</summary>
/// <param name="Count">Emits and gives how many there are, when an enumeration starts.</param>
/// <param name="At">Emits and gives the element at an index that is in range.</param>
internal sealed record Indexed(Func<Expression> Count, Func<Expression, Expression> At)
{
    /// <summary>The collections that the elements come from: going through them ends with an exception when one changes.</summary>
    public IReadOnlyList<CollectionBinding> Lists { get; init; } = [];
}
