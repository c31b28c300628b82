using System;
using System.Collections.Generic;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Frontend;

/// <summary>Emits the loop over the elements that are left: <paramref name="sink"/> emits what happens to each; an exit to <paramref name="done"/> ends the loop.</summary>
/// <param name="sink">Takes the element of a turn.</param>
/// <param name="done">A fresh label that encloses this loop and nothing behind it.</param>
internal delegate void Enumeration(Action<Expression> sink, Label done);

/// <summary>
/// A sequence that is not evaluated yet: what <c>IEnumerable</c> is to a translated body. Each enumeration emits its code anew, so that lambdas see the
/// variables as they are when the sequence is evaluated, as C# has it.
/// </summary>
/// <param name="Element">The type of its elements.</param>
/// <param name="Start">
/// Emits the declarations of an enumeration's state. With <c>true</c> its loop may be left and emitted again, and goes on where it was left.
/// </param>
internal sealed record Sequence(IrType Element, Func<bool, Enumeration> Start)
{
    /// <summary>How elements are reached by their position; null where only an enumeration knows.</summary>
    public Indexed? Indexed { get; init; }

    /// <summary>Emits and gives a number of elements that the sequence does not exceed; null where none is known.</summary>
    public Func<Expression>? Bound { get; init; }

    /// <summary>Whether elements are there already: reaching one runs no code.</summary>
    public bool IsPlain { get; init; }

    /// <summary>Whether this is an array or a list itself: sums over such start at zero, sums over others at the first element.</summary>
    public bool IsStored { get; init; }

    /// <summary>The collections that it goes through.</summary>
    public IReadOnlyList<CollectionBinding> Lists { get; init; } = [];

    /// <summary>Whether an enumeration can be left and taken up again.</summary>
    public bool CanResume { get; init; } = true;
}
