using System.Collections.Generic;

namespace LearnSharp.Ir;

/// <summary>The statements of a block.</summary>
internal sealed class SequenceNode : Node
{
    /// <summary>The statements in order.</summary>
    public List<Node> Nodes { get; } = [];

    /// <inheritdoc/>
    public override IReadOnlyList<Node> Parts => Nodes;

    /// <summary>The locals declared right here, in a block that runs again and again and always to its end: where the reverse sweep needs them, the block's end is where they are recorded.</summary>
    public List<Local> Declared { get; } = [];

    /// <summary>The locals of <see cref="Declared"/> that are pushed at the end of the block and popped where the reverse sweep enters it.</summary>
    public List<Local> Frame { get; } = [];

    /// <summary>The classes of arrays of which the reverse sweep needs elements as they are at the end of the block.</summary>
    public HashSet<Local> NeededElements { get; } = [];

    /// <summary>For locals of <see cref="Frame"/> whose records have an array of their own, the element of this turn.</summary>
    public Dictionary<Local, ElementPlace> Columns { get; } = [];

    /// <summary>Adds a statement.</summary>
    public void Add(Node node)
    {
        Nodes.Add(node);
        Include(node);
    }
}
