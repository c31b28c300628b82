using System.Collections.Generic;

namespace LearnSharp.Ir;

/// <summary>The statements of a block.</summary>
internal sealed class SequenceNode : Node
{
    /// <summary>The statements in order.</summary>
    public List<Node> Nodes { get; } = [];

    /// <summary>Adds a statement.</summary>
    public void Add(Node node)
    {
        Nodes.Add(node);
        Include(node);
    }
}
