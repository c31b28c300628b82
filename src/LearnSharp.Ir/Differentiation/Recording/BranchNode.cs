using System.Collections.Generic;

namespace LearnSharp.Ir;

/// <summary>A branch.</summary>
internal sealed class BranchNode(Expression condition, SequenceNode then, SequenceNode otherwise, Local flag) : Node
{
    /// <summary>The condition.</summary>
    public Expression Condition { get; } = condition;

    /// <summary>When it holds.</summary>
    public SequenceNode Then { get; } = then;

    /// <summary>Otherwise.</summary>
    public SequenceNode Else { get; } = otherwise;

    /// <inheritdoc/>
    public override IReadOnlyList<Node> Parts => [Then, Else];

    /// <summary>The local that keeps the condition's value where <see cref="UsesFlag"/>.</summary>
    public Local Flag { get; } = flag;

    /// <summary>Whether the condition's value is kept; otherwise the reverse sweep evaluates the condition again.</summary>
    public bool UsesFlag { get; set; }

    /// <summary>Whether the flag's old value is pushed.</summary>
    public bool SaveFlag { get; set; }
}
