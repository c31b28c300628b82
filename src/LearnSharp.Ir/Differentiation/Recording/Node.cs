using System.Collections.Generic;
using System.Linq;

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

    /// <summary>The recomputed locals that get their value where this node is undone, before its adjoint, because what they are computed from has its old value again there.</summary>
    public List<Local> Recomputes { get; } = [];

    /// <summary>The nodes right in this one, in the order in which they run.</summary>
    public virtual IReadOnlyList<Node> Parts => [];

    /// <summary>This node and all nodes in it.</summary>
    public IReadOnlyList<Node> All
    {
        get
        {
            var all = new List<Node>();
            Collect(this, all);
            return all;
        }
    }

    /// <summary>The statements in this node without statements in them.</summary>
    public IEnumerable<ActionNode> Actions => All.OfType<ActionNode>();

    /// <summary>The nodes that run one after the other in this one, plain blocks taken apart.</summary>
    public IEnumerable<Node> Flat => this is SequenceNode sequence ? sequence.Nodes.SelectMany(static node => node.Flat) : [this];

    private static void Collect(Node node, List<Node> all)
    {
        all.Add(node);
        foreach (var part in node.Parts)
            Collect(part, all);
    }

    /// <summary>Whether the forward sweep of this node reads or sets a local.</summary>
    public bool Mentions(Local local) => Killed.Contains(local) || this switch
    {
        ActionNode { Selection: { } selection } => selection.Mentions(local),
        ActionNode action => action.StatementMentions.Contains(local),
        SequenceNode sequence => sequence.Nodes.Exists(node => node.Mentions(local)),
        LabelledNode labelled => labelled.Body.Mentions(local),
        BranchNode branch => LocalSearch.FindsRead(branch.Condition, local) || branch.Then.Mentions(local) || branch.Else.Mentions(local),
        LoopNode loop => loop.Loop is var whole && (IsRead(whole.Condition, local) || IsRead(whole.While, local) || loop.Turn.Mentions(local)),
        _ => false,
    };

    private static bool IsRead(Expression? expression, Local local) => expression is not null && LocalSearch.FindsRead(expression, local);

    /// <summary>Takes over what a part of this node exits to, kills and writes.</summary>
    public void Include(Node part)
    {
        foreach (var exit in part.Exits)
            Exits[exit.Key] = exit.Value;
        Killed.UnionWith(part.Killed);
        Written.UnionWith(part.Written);
    }
}
