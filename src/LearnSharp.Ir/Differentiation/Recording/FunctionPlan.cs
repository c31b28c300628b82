using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>How one function is reversed: its statements as nodes, the locals that go with them, and the decisions of the passes.</summary>
internal sealed class FunctionPlan(FunctionFacts facts, Fusion fusion)
{
    private readonly Dictionary<Local, Local> _shadows = [];
    private readonly Dictionary<int, Local> _shadowed = [];
    private readonly Dictionary<Local, Local> _adjoints = [];
    private readonly Dictionary<LoopNode, LoopTurn> _turns = [];

    /// <summary>The analyses' facts.</summary>
    public FunctionFacts Facts { get; } = facts;

    /// <summary>The function.</summary>
    public FlatFunction Function => Facts.Function;

    /// <summary>Free ids.</summary>
    public FreshIds Ids => Function.Ids;

    /// <summary>Which loops have one sweep.</summary>
    public Fusion Fusion => fusion;

    /// <summary>The parameters whose shadows are the caller's buffers, or stand in for them, with those buffers.</summary>
    public Dictionary<Local, Local> Lent { get; } = [];

    /// <summary>The active scalars whose adjoints fused loops add to: they are declared before the forward sweep.</summary>
    public HashSet<Local> EarlyAdjoints { get; } = [];

    /// <summary>The body.</summary>
    public SequenceNode Body { get; set; } = new();

    /// <summary>The locals of the forward sweep: those of the function, shadows, flags, counts and exits.</summary>
    public HashSet<Local> Primal { get; } = [];

    /// <summary>The exit variables by label.</summary>
    public Dictionary<Label, ExitVariable> Exits { get; } = [];

    /// <summary>The locals that the reverse sweep computes again, with the local that holds them there.</summary>
    public Dictionary<Local, Local> Recomputed { get; } = [];

    /// <summary>The locals that are recorded at the end of the block that declares them (<see cref="SequenceNode.Declared"/>), with the local that holds them in the reverse sweep.</summary>
    public Dictionary<Local, Local> Framed { get; } = [];

    /// <summary>The locals of <see cref="Recomputed"/> whose value is computed later than where the reverse sweep enters their scope (<see cref="Node.Recomputes"/>).</summary>
    public HashSet<Local> RecomputedLate { get; } = [];

    /// <summary>The rows in which parts of a turn keep their arrays (<see cref="TurnRows"/>).</summary>
    public Dictionary<Node, List<TurnRow>> Rows { get; } = [];

    /// <summary>The loops that begin new rows, with the classes of the arrays: nothing is needed of what stood there before.</summary>
    public Dictionary<LoopNode, List<Local>> RowStarts { get; } = [];

    /// <summary>The arrays that rows are in, with the loop before which each is made.</summary>
    public Dictionary<Local, (LoopNode Before, Column Column)> RowColumns { get; } = [];

    /// <summary>The locals that are given a value in more than one place.</summary>
    public HashSet<Local> Reassigned { get; } = [];

    /// <summary>The lengths with which arrays are made, of those that are made where they are declared.</summary>
    public Dictionary<Local, Expression> Lengths { get; } = [];

    /// <summary>The declarations of <see cref="Recomputed"/> locals.</summary>
    public Dictionary<Local, Expression> Definitions { get; } = [];

    /// <summary>The locals whose values the reverse sweep reads.</summary>
    public HashSet<Local> Needed { get; } = [];

    /// <summary>The locals whose final values the reverse sweep starts from.</summary>
    public HashSet<Local> NeededAtEnd { get; set; } = [];

    /// <summary>Per parameter, whether the reverse sweep reads it.</summary>
    public HashSet<int> NeededParameters { get; } = [];

    /// <summary>The levels of array parameters (<see cref="ArrayLevels"/>) whose elements, as the function left them, its reverse sweep reads.</summary>
    public HashSet<Local> LevelsRead { get; } = [];

    /// <summary>The levels of array parameters whose elements, as they were before a call, the reverse sweep of a caller may read.</summary>
    public HashSet<Local> LevelsKept { get; } = [];

    /// <summary>
    /// Whether calls of this function have a forward and a reverse sweep: something active goes in, arrays are written that the caller may need as they were, or an array comes out that
    /// needs a shadow, since it goes where others go that are active.
    /// </summary>
    public bool IsReversible => Function.Parameters.Any(parameter => Facts.IsActive(parameter) || (parameter.Type is ArrayType && Facts.WritesThrough(parameter)))
        || Function.Results.Any(result => result.Type is ArrayType && Facts.IsActive(result));

    /// <summary>Whether the reverse sweep reads a local of the forward sweep as that left it.</summary>
    public bool IsStored(Local local) => Needed.Contains(local) && !Recomputed.ContainsKey(local) && !Framed.ContainsKey(local);

    /// <summary>Whether the reverse sweep reads a local that has its record at the end of its block.</summary>
    public bool IsInFrame(Local local) => Needed.Contains(local) && !Recomputed.ContainsKey(local) && Framed.ContainsKey(local);

    /// <summary>The name of a local in the reverse sweep.</summary>
    public Local InReverse(Local local) => Recomputed.TryGetValue(local, out var recomputed) ? recomputed : Framed.TryGetValue(local, out var framed) ? framed : local;

    /// <summary>Whether a local is a shadow.</summary>
    public bool IsShadow(Local local) => _shadowed.ContainsKey(ArrayLevels.OwnerId(local));

    /// <summary>Whether an array local, or the one that a level belongs to, holds values of the forward sweep rather than adjoints.</summary>
    public bool IsPrimalArray(Local array) => !IsShadow(array) && (ArrayLevels.IsRows(array) || Primal.Contains(array));

    /// <summary>The array local, or level of one, whose adjoints a shadow or level of a shadow holds; any other local itself.</summary>
    public Local Unshadowed(Local array)
    {
        if (!_shadowed.TryGetValue(ArrayLevels.OwnerId(array), out var primal))
            return array;
        return ArrayLevels.Of(primal).First(level => level.Id - primal.Id == array.Id - ArrayLevels.OwnerId(array));
    }

    /// <summary>What the turns of a loop take and hand on; the nodes are built.</summary>
    public LoopTurn TurnOf(LoopNode loop)
    {
        if (!_turns.TryGetValue(loop, out var turn))
            _turns[loop] = turn = new LoopTurn(loop, this);
        return turn;
    }

    /// <summary>Whether rows of arrays of arrays may be arrays of a class.</summary>
    public bool HasRows(Local of) => Primal.Any(local => ArrayLevels.IsJagged(local.Type) && !IsShadow(local) && ArrayLevels.Of(local).Any(level => Facts.Classes.Of(level).Equals(of)));

    /// <summary>The shadow of an active array local: the array that holds the adjoints of its elements.</summary>
    public Local ShadowOf(Local array)
    {
        if (_shadows.TryGetValue(array, out var shadow))
            return shadow;
        var type = ((ArrayType)array.Type) is { Kind: ArrayKind.ReadOnlySpan } span ? span with { Kind = ArrayKind.Span } : array.Type;
        return SetShadow(array, Ids.Local(type, AdjointName(array.Name)));
    }

    /// <summary>Names the shadow of an array local.</summary>
    public Local SetShadow(Local array, Local shadow)
    {
        _shadows[array] = shadow;
        _shadowed[shadow.Id] = array;
        return shadow;
    }

    /// <summary>The shadow of an active array expression.</summary>
    public Expression ShadowOf(Expression array) => array switch
    {
        LocalRead e => new LocalRead(ShadowOf(e.Local)),
        Element e => new Element(ShadowOf(e.Array), e.Index),
        Convert { Target: ArrayType target } e when ShadowOf(e.Operand) is var operand =>
            operand.Type is ArrayType { Kind: ArrayKind.Span } ? operand : new Convert(target with { Kind = ArrayKind.Span }, operand),
        _ => throw new System.InvalidOperationException($"{array.GetType().Name} has no shadow."),
    };

    /// <summary>The local that holds the adjoint of an active scalar.</summary>
    public Local AdjointOf(Local scalar)
    {
        if (!_adjoints.TryGetValue(scalar, out var adjoint))
            _adjoints[scalar] = adjoint = Ids.Local(scalar.Type, AdjointName(scalar.Name));
        return adjoint;
    }

    /// <summary>The name of what goes with a value in the reverse sweep: <c>dPrice</c> for <c>price</c>.</summary>
    public static string AdjointName(string name)
    {
        var trimmed = name.TrimStart('_', '@');
        return trimmed.Length == 0 ? "d" + name : "d" + char.ToUpperInvariant(trimmed[0]) + trimmed.Substring(1);
    }
}
