using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// Takes back records at the ends of blocks that cost more than computing the value again: a number read from an array that is put back as it was anyway (<c>old = a[i]; …; a[i] = f(old);</c>),
/// arithmetic on such numbers, and, in loops that record more than a cache holds, functions that take no longer than moving a record out of the cache and back.
/// </summary>
/// <remarks>
/// A value is computed again where what it is made of has been undone: behind the first statement after it that overwrites one of its operands (<see cref="Node.Recomputes"/>). Nothing is
/// saved for that which would not be saved without.
/// </remarks>
internal sealed class RepeatedRecords
{
    // How often a loop is taken to turn whose count is not known, and how many numbers fill a second-level cache: a nest of three loops fills it.
    private const long UsualTurns = 64;
    private const long ManyTurns = UsualTurns * UsualTurns * UsualTurns;

    private readonly FunctionPlan _plan;
    private readonly SequenceNode _sequence;
    private readonly bool _isLong;
    private readonly Dictionary<Local, int> _positions = [];

    private RepeatedRecords(FunctionPlan plan, SequenceNode sequence, bool isLong)
    {
        (_plan, _sequence, _isLong) = (plan, sequence, isLong);
        for (var i = 0; i < sequence.Nodes.Count; i++)
        {
            if (sequence.Nodes[i] is ActionNode { Statement: Declare { Value: not null, Local: { Type: ScalarType } local } } && !plan.Reassigned.Contains(local))
                _positions[local] = i;
        }
    }

    private int End => _sequence.Nodes.Count;

    /// <summary>Looks through a plan whose save marks are set; returns whether records were taken back, so that these have to be settled again.</summary>
    public static bool Choose(FunctionPlan plan)
    {
        if (!Visit(plan, plan.Body, 1))
            return false;
        // What definitions read is asked for anew.
        plan.Needed.ExceptWith(plan.Definitions.Keys);
        return true;
    }

    private static bool Visit(FunctionPlan plan, Node node, long turns) => node switch
    {
        SequenceNode sequence => (sequence.Frame.Count > 0 && sequence.Exits.Count == 0 && new RepeatedRecords(plan, sequence, turns >= ManyTurns).Choose())
            | sequence.Nodes.Aggregate(false, (any, child) => any | Visit(plan, child, turns)),
        LabelledNode labelled => Visit(plan, labelled.Body, turns),
        BranchNode branch => Visit(plan, branch.Then, turns) | Visit(plan, branch.Else, turns),
        LoopNode { IsFused: true } fused => Visit(plan, fused.Body, turns),
        LoopNode loop => Visit(plan, loop.Turn, System.Math.Min(turns, ManyTurns) * TurnsOf(loop)),
        _ => false,
    };

    private static long TurnsOf(LoopNode loop) => loop.Counter is { Start: Constant start, Bound: Constant bound }
        ? System.Math.Min(System.Math.Max(System.Math.Abs(bound.AsLong - start.AsLong), 1), ManyTurns)
        : UsualTurns;

    private bool Choose()
    {
        var any = false;
        foreach (var local in _sequence.Frame.Where(_positions.ContainsKey).OrderBy(local => _positions[local]).ToList())
        {
            var found = new Dictionary<Local, int>();
            if (!Find(local, found, isRecord: true) || !MoveDependents(found, out var unneeded) || found.Any(one => IsAsked(one.Key, one.Value)))
                continue;
            foreach (var one in found)
                Repeat(one.Key, one.Value);
            foreach (var one in unneeded)
                Forget(one);
            any = true;
        }

        return any;
    }

    private void Repeat(Local local, int at)
    {
        _plan.Definitions[local] = ValueOf(local);
        if (!_plan.Recomputed.ContainsKey(local))
            _plan.Recomputed[local] = _plan.Ids.Local(local.Type, local.Name);
        foreach (var node in _sequence.Nodes)
            node.Recomputes.Remove(local);
        if (at == End)
            return;
        _plan.RecomputedLate.Add(local);
        _sequence.Nodes[at].Recomputes.Add(local);
        _sequence.Nodes[at].Recomputes.Sort((one, other) => _positions[one].CompareTo(_positions[other]));
    }

    private void Forget(Local local)
    {
        _plan.Definitions.Remove(local);
        _plan.Recomputed.Remove(local);
        _plan.RecomputedLate.Remove(local);
        foreach (var node in _sequence.Nodes)
            node.Recomputes.Remove(local);
    }

    private Expression ValueOf(Local local) => ((Declare)((ActionNode)_sequence.Nodes[_positions[local]]).Statement).Value!;

    /// <summary>
    /// Finds out behind which node, undone, a local can be computed again; for the end of the block, where the reverse sweep enters it. The same for operands that nobody has asked for yet.
    /// </summary>
    private bool Find(Local local, Dictionary<Local, int> found, bool isRecord)
    {
        var value = ValueOf(local);
        if (!Cost.IsRecomputable(value) && !(isRecord && _isLong && value is MathCall { Function: MathFunction.Exp or MathFunction.Sqrt } call && call.Arguments.All(Cost.IsRecomputable)))
            return false;
        var (position, at, reads) = (_positions[local], End, Reads.Of(value));
        foreach (var operand in reads.Locals)
        {
            if (_sequence.Nodes.Skip(position + 1).Any(node => node.Killed.Contains(operand)))
                return false;
            if (!_sequence.Declared.Contains(operand))
            {
                if (!IsSteady(operand))
                    return false;
            }
            else if (_plan.Recomputed.ContainsKey(operand))
            {
                at = System.Math.Min(at, PlaceOf(operand));
            }
            else if (!_sequence.Frame.Contains(operand))
            {
                if (!_positions.ContainsKey(operand) || (!found.ContainsKey(operand) && !Find(operand, found, isRecord: false)))
                    return false;
                at = System.Math.Min(at, found[operand]);
            }
        }

        foreach (var of in reads.Elements.Select(array => _plan.Facts.Classes.Of(_plan.Unshadowed(array))))
        {
            var first = _sequence.Nodes.FindIndex(position + 1, node => node.Written.Contains(of));
            if (first < 0 ? _plan.Facts.IsWritten(of) && !_sequence.NeededElements.Contains(of) : !_sequence.Nodes.Skip(first).All(node => IsPutBack(node, of)))
                return false;
            if (first >= 0)
                at = System.Math.Min(at, first);
        }

        found[local] = at;
        return true;
    }

    private int PlaceOf(Local recomputed) =>
        _plan.RecomputedLate.Contains(recomputed) && _sequence.Nodes.FindIndex(node => node.Recomputes.Contains(recomputed)) is >= 0 and var late ? late : End;

    // What is computed again from a value has to wait for it; what could be, but nobody asks for, need not be.
    private bool MoveDependents(Dictionary<Local, int> found, out List<Local> unneeded)
    {
        unneeded = [];
        foreach (var dependent in _positions.Where(pair => _plan.Recomputed.ContainsKey(pair.Key) && _plan.Definitions.ContainsKey(pair.Key)).OrderBy(static pair => pair.Value))
        {
            var operands = Reads.Of(_plan.Definitions[dependent.Key]).Locals.Where(found.ContainsKey).ToList();
            if (operands.Count == 0)
                continue;
            var (at, before) = (operands.Min(operand => found[operand]), PlaceOf(dependent.Key));
            if (at >= before)
                continue;
            if (_plan.Needed.Contains(dependent.Key))
                found[dependent.Key] = at;
            else
                unneeded.Add(dependent.Key);
        }

        return true;
    }

    /// <summary>Whether a value is asked for before it is there: by a node that is undone before that at <paramref name="at"/>, or by undoing that one.</summary>
    private bool IsAsked(Local local, int at) => _sequence.Nodes.Skip(at).Any(node => ReferenceEquals(node, _sequence.Nodes[at]) && node is ActionNode { Statement: Assign } store
        ? store.PlaceReads.Locals.Contains(local)
        : node.Mentions(local) || node.Actions.Any(action => action.AdjointReads.Locals.Contains(local)));

    // The reverse sweep has it anyway, with the value that it has here.
    private bool IsSteady(Local local)
    {
        if (_plan.Reassigned.Contains(local) && !_plan.Recomputed.ContainsKey(local))
            return false;
        if (!_plan.Framed.ContainsKey(local) || _plan.Needed.Contains(local))
            return true;
        return _plan.Recomputed.ContainsKey(local)
            && (!_plan.Definitions.TryGetValue(local, out var definition) || (Reads.Of(definition) is { Elements.Count: 0 } reads && reads.Locals.All(IsSteady)));
    }

    private static bool IsPutBack(Node node, Local of) => !node.Written.Contains(of) || node.Actions.All(action => action.Save || !action.Written.Contains(of));
}
