using System.Collections.Generic;

namespace LearnSharp.Ir;

/// <summary>A loop. A turn is the body, as a block labelled with the continue label, and the step.</summary>
internal sealed class LoopNode(Loop loop, ExitVariable breakExit, SequenceNode turn, Local trips) : Node
{
    /// <summary>Its number in the function, in program order.</summary>
    public int Number { get; init; }

    /// <summary>Whether every turn is reversed right after it has run.</summary>
    public bool IsFused { get; init; }

    /// <summary>The loop as it was.</summary>
    public Loop Loop { get; } = loop;

    /// <summary>What remembers the exit that left the loop.</summary>
    public ExitVariable BreakExit { get; } = breakExit;

    /// <summary>A turn: the body, a <see cref="LabelledNode"/>, and the step, a <see cref="SequenceNode"/>.</summary>
    public SequenceNode Turn { get; } = turn;

    /// <inheritdoc/>
    public override IReadOnlyList<Node> Parts => [Turn];

    /// <summary>Whether every turn runs to its end, and only the condition ends the loop.</summary>
    public bool HasWholeTurns => Loop.While is null && Turn.Exits.Count == 0 && Body.Body.Exits.Count == 0;

    /// <summary>The counter where it numbers whole turns, 0, 1, 2, …, so that what turns keep can stand in arrays, each at its number; or null.</summary>
    public Counter? Numbering => HasWholeTurns && Counter is { Up: true, Test: BinaryOperator.Less, Start: Constant { AsLong: 0 }, Local.Type: ScalarType { Kind: ScalarKind.Int } } counter ? counter : null;

    /// <summary>The local that counts turns, where the count cannot be computed (<see cref="Counter"/>).</summary>
    public Local Trips { get; } = trips;

    /// <summary>Whether the old count is pushed before the loop is entered anew.</summary>
    public bool SaveTrips { get; set; }

    /// <summary>The counter of a loop whose turns are known from its bounds, or null.</summary>
    public Counter? Counter { get; set; }

    /// <summary>What the reverse, running in the direction of the loop, carries along; empty where it runs backwards.</summary>
    public List<Carried> Carried { get; } = [];

    /// <summary>The stretches of arrays that the turns overwrite element by element, saved together before the loop.</summary>
    public List<PushElements> Stretches { get; } = [];

    /// <summary>The arrays that hold records of the turns, or of those of loops in a fused one; made before the loop.</summary>
    public List<Column> Columns { get; } = [];

    /// <summary>The body.</summary>
    public LabelledNode Body => (LabelledNode)Turn.Nodes[0];

    /// <summary>The step.</summary>
    public SequenceNode Step => (SequenceNode)Turn.Nodes[1];
}
