using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// Decides which overwritten values must be saved: those that the adjoint of an earlier statement reads (Hascoët, Naumann and Pascual, "To be recorded" analysis in reverse-mode
/// automatic differentiation, 2005). A forward data-flow analysis over the structured program; loops are iterated to a fixpoint.
/// </summary>
internal sealed class ToBeRecorded
{
    private readonly FunctionPlan _plan;
    private readonly Dictionary<Label, NeedState> _atLabel = [];

    private ToBeRecorded(FunctionPlan plan) => _plan = plan;

    /// <summary>Sets the save marks of a plan and <see cref="FunctionPlan.NeededAtEnd"/>.</summary>
    public static void Run(FunctionPlan plan)
    {
        var analysis = new ToBeRecorded(plan);
        var state = new NeedState();
        foreach (var level in plan.LevelsKept)
            state.Classes.Add(plan.Facts.Classes.Of(level));

        if (analysis.Visit(plan.Body, state) is { } end)
            plan.NeededAtEnd = end.Locals;
    }

    private void Need(NeedState state, Reads reads)
    {
        foreach (var local in reads.Locals)
            Need(state, local);
        foreach (var array in reads.Elements)
        {
            if (_plan.IsPrimalArray(array))
                state.Classes.Add(_plan.Facts.Classes.Of(array));
        }
    }

    private void Need(NeedState state, Local local)
    {
        if (_plan.Primal.Contains(local) && !_plan.Recomputed.ContainsKey(local))
            state.Locals.Add(local);
    }

    private static bool Kill(NeedState state, Local local) => state.Locals.Remove(local);

    private NeedState? Visit(Node node, NeedState state)
    {
        switch (node)
        {
            case ActionNode { Statement: Throw }:
                return null;
            case ActionNode action:
                Visit(action, state);
                return state;
            case SequenceNode sequence:
            {
                NeedState? current = state;
                foreach (var child in sequence.Nodes)
                {
                    if (current is null)
                        return null;
                    current = Visit(child, current);
                }

                if (current is not null)
                    Close(sequence, current);
                return current;
            }

            case LabelledNode labelled:
                return Visit(labelled, state);
            case ExitNode exit:
                if (!_atLabel.TryGetValue(exit.Target, out var target))
                    _atLabel[exit.Target] = target = new NeedState();
                target.Include(state);
                return null;
            case BranchNode branch:
                return Visit(branch, state);
            case LoopNode loop:
                return Visit(loop, state);
            default:
                return state;
        }
    }

    // What the block declares goes out of scope: what is needed of it is recorded here.
    private static void Close(SequenceNode sequence, NeedState state)
    {
        sequence.NeededElements.UnionWith(state.Classes);
        foreach (var local in sequence.Declared)
        {
            if (state.Locals.Remove(local) && !sequence.Frame.Contains(local))
                sequence.Frame.Add(local);
        }
    }

    private void Visit(ActionNode node, NeedState state)
    {
        switch (node.Statement)
        {
            case Declare s:
            {
                // The adjoint of a declaration runs before the old value is restored: it reads the new one.
                if (_plan.Definitions.TryGetValue(s.Local, out var definition) && _plan.Needed.Contains(s.Local))
                    Need(state, Reads.Of(definition));
                node.Save |= Kill(state, s.Local);
                Need(state, node.AdjointReads);
                break;
            }

            case Assign { Target: LocalPlace target }:
                Need(state, node.AdjointReads);
                if (!state.Locals.Contains(target.Local))
                    break;
                if (node.Inverse is not null)
                {
                    node.Invert = true;
                    break;
                }

                node.Save = true;
                Kill(state, target.Local);
                break;
            case Assign:
                Need(state, node.AdjointReads);
                if (node.IsShadowRow || (!node.Initializes && node.Written.Any(state.Classes.Contains)))
                {
                    node.Save = true;
                    Need(state, node.PlaceReads);
                }

                break;
            default:
                Need(state, node.AdjointReads);
                foreach (var array in node.ElementsRead)
                    state.Classes.Add(_plan.Facts.Classes.Of(array));
                foreach (var local in node.Killed)
                    Kill(state, local);
                break;
        }
    }

    private NeedState? Visit(LabelledNode node, NeedState state)
    {
        Enter(node.Exit, state);
        return NeedState.Join(Visit(node.Body, state), Arrived(node.Label));
    }

    // From here on every way out, those to labels further out included, is reversed by guards that read the variable.
    private static void Enter(ExitVariable exit, NeedState state)
    {
        if (!exit.Needed)
            return;
        exit.Save |= Kill(state, exit.Local);
        state.Locals.Add(exit.Local);
    }

    private NeedState? Arrived(Label label) => _atLabel.TryGetValue(label, out var state) ? state.Copy() : null;

    private NeedState? Visit(BranchNode node, NeedState state)
    {
        // What decides the way back is needed on every way out of the branch; nothing in the branch changes it.
        if (node.HasReverse && node.UsesFlag)
        {
            node.SaveFlag |= Kill(state, node.Flag);
            state.Locals.Add(node.Flag);
        }
        else if (node.HasReverse)
        {
            Need(state, Reads.Of(node.Condition));
        }

        var then = Visit(node.Then, state.Copy());
        return NeedState.Join(then, Visit(node.Else, state));
    }

    private NeedState? Visit(LoopNode node, NeedState state)
    {
        if (node is { IsFused: true, HasReverse: true })
        {
            // Every turn is undone before the next one: nothing is needed of it later, and what it overwrites of earlier values is put back.
            Visit(node.Step, state.Copy());
            Visit(node.Body.Body, state.Copy());
            return state;
        }

        if (node.HasReverse && node.Counter is { } counter)
        {
            Need(state, Reads.Of(counter.Start));
            Need(state, Reads.Of(counter.Bound));
            foreach (var carried in node.Carried)
                Need(state, Reads.Of(carried.Update.Value));
        }
        else if (node.HasReverse)
        {
            node.SaveTrips |= Kill(state, node.Trips);
            state.Locals.Add(node.Trips);
        }

        Enter(node.BreakExit, state);
        var head = Fresh(node, state);
        var end = (NeedState?)null;
        while (true)
        {
            var turn = VisitTurn(node, head.Copy());
            if (node.Loop.While is not null)
                end = NeedState.Join(end, turn?.Copy());
            if (!head.Include(turn))
                break;
        }

        if (node.Loop.Condition is not null)
            end = NeedState.Join(end, head.Copy());
        end = NeedState.Join(end, Arrived(node.Loop.Break));
        if (end is not null)
            Cover(node, end);
        return end;
    }

    // A turn of a loop that begins new rows stores the element of its own number, which nobody has seen.
    private NeedState? VisitTurn(LoopNode node, NeedState state) => Visit(node.Turn, Fresh(node, state));

    private NeedState Fresh(LoopNode node, NeedState state)
    {
        if (_plan.RowStarts.TryGetValue(node, out var arrays))
            state.Classes.ExceptWith(arrays);
        return state;
    }

    // A loop that overwrites every element of an array, saving what was needed, leaves none needed but those that its own turns read.
    private void Cover(LoopNode node, NeedState end)
    {
        var covered = FullOverwrites.Of(node, _plan).Where(end.Classes.Contains).ToList();
        if (covered.Count == 0)
            return;
        var own = new NeedState();
        while (own.Include(VisitTurn(node, own.Copy())))
        {
        }

        foreach (var array in covered.Where(array => !own.Classes.Contains(array)))
            end.Classes.Remove(array);
    }
}
