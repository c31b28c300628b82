using System.Collections.Generic;

namespace LearnSharp.Ir;

/// <summary>A block that can be left early.</summary>
internal sealed class LabelledNode(Label label, ExitVariable exit, SequenceNode body) : Node
{
    /// <summary>Its label.</summary>
    public Label Label { get; } = label;

    /// <summary>What remembers the exit taken.</summary>
    public ExitVariable Exit { get; } = exit;

    /// <summary>The statements.</summary>
    public SequenceNode Body { get; } = body;

    /// <inheritdoc/>
    public override IReadOnlyList<Node> Parts => [Body];
}
