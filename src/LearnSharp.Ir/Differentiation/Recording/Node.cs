using System.Collections.Generic;

namespace LearnSharp.Ir;

/// <summary>A statement of a flat function with what the passes decided about recording and reversing it.</summary>
internal abstract class Node
{
    /// <summary>Where the statement came from.</summary>
    public Origin Origin { get; init; }

    /// <summary>The exits out of this node: per label the highest site number.</summary>
    public Dictionary<Label, int> Exits { get; } = [];

    /// <summary>The locals given a new value in this node.</summary>
    public HashSet<Local> Killed { get; } = [];

    /// <summary>The array classes with elements written in this node.</summary>
    public HashSet<Local> Written { get; } = [];

    /// <summary>Whether the reverse sweep has something to do here; false only when it surely has not.</summary>
    public bool HasReverse { get; set; }

    /// <summary>Takes over what a part of this node exits to, kills and writes.</summary>
    public void Include(Node part)
    {
        foreach (var exit in part.Exits)
            Exits[exit.Key] = exit.Value;
        Killed.UnionWith(part.Killed);
        Written.UnionWith(part.Written);
    }
}
