using System.Collections.Generic;

namespace LearnSharp.Ir;

/// <summary>A statement without statements in it, other than an exit.</summary>
internal sealed class ActionNode(Statement statement) : Node
{
    private HashSet<Local>? _mentions;

    /// <summary>The statement.</summary>
    public Statement Statement { get; } = statement;

    /// <summary>The locals that the statement reads or sets.</summary>
    public HashSet<Local> StatementMentions => _mentions ??= LearnSharp.Ir.Mentions.Of(Statement);

    /// <summary>What propagates adjoints through the statement, over the locals of the forward sweep.</summary>
    public List<Statement> Adjoint { get; } = [];

    /// <summary>What <see cref="Adjoint"/> reads of the forward sweep's values.</summary>
    public Reads AdjointReads { get; set; } = Reads.Of([]);

    /// <summary>What finds the element that the statement stores, whose place undoing it and its adjoint go to; nothing where it stores none.</summary>
    public Reads PlaceReads => Statement is Assign { Target: not LocalPlace } store ? Reads.Of([store with { Value = Constant.Of(0) }]) : Reads.Of([]);

    /// <summary>The arrays handed to a call whose elements its reverse sweep reads.</summary>
    public List<Local> ElementsRead { get; } = [];

    /// <summary>Whether the value that the statement overwrites is pushed first and popped in the reverse sweep.</summary>
    public bool Save { get; set; }

    /// <summary>Where the value that the statement overwrites is saved, if not on a stack.</summary>
    public ElementPlace? Column { get; set; }

    /// <summary>Whether what the statement overwrites is saved with all that its loop overwrites (<see cref="LoopNode.Stretches"/>) instead.</summary>
    public bool SavesInStretch { get; set; }

    /// <summary>What the statement overwrites, where that is known without a record (<see cref="KnownContents"/>).</summary>
    public Expression? PutBack { get; set; }

    /// <summary>The statement that undoes this one without a record (<c>i = i - 1</c> for <c>i = i + 1</c>), or null.</summary>
    public Statement? Inverse { get; init; }

    /// <summary>Whether the reverse sweep runs <see cref="Inverse"/>.</summary>
    public bool Invert { get; set; }

    /// <summary>Whether the reverse sweep gives what the statement overwrites its old value again, itself or in the function called.</summary>
    public bool Restores => Save || Invert || IsReversibleCall;

    /// <summary>Whether the statement gives a local its first value since its declaration.</summary>
    public bool IsFirst { get; set; }

    /// <summary>Whether the statement fills an array that nobody has read yet.</summary>
    public bool Initializes { get; init; }

    /// <summary>Whether the statement stores the shadow of a row into that of an array of arrays: always taken back, since adjoints are found through it.</summary>
    public bool IsShadowRow { get; init; }

    /// <summary>Whether the statement is the one of a loop whose adjoint is taken after the loop (<see cref="RunningSelection"/>).</summary>
    public bool IsSelecting { get; set; }

    /// <summary>For the place after such a loop, what it kept; there is no statement.</summary>
    public RunningSelection? Selection { get; init; }

    /// <summary>For a call that is made in one sweep (<see cref="JoinedCall"/>), what runs after it.</summary>
    public IReadOnlyList<Node>? JoinedBefore { get; set; }

    /// <summary>Whether the statement is a call of a function that has a forward and a reverse sweep.</summary>
    public bool IsReversibleCall { get; init; }
}
