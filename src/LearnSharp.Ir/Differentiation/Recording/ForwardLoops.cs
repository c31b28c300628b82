using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// Finds the loops whose reverse may run in the direction of the loop: turns only add to adjoints that no turn reads, so their order does not matter. What such a loop
/// carries from turn to turn is then computed again, turn by turn, instead of recorded.
/// </summary>
internal static class ForwardLoops
{
    /// <summary>Fills <see cref="LoopNode.Carried"/>; the adjoints of the plan are written.</summary>
    public static void Choose(FunctionPlan plan) => Visit(plan, plan.Body, []);

    /// <summary>Visits a node; <paramref name="before"/> are the nodes that ran before it since its loop's turn or its branch began, the last one first.</summary>
    private static void Visit(FunctionPlan plan, Node node, IEnumerable<Node> before)
    {
        switch (node)
        {
            case SequenceNode sequence:
                for (var i = 0; i < sequence.Nodes.Count; i++)
                {
                    var earlier = sequence.Nodes.Take(i).Reverse().Concat(before);
                    if (sequence.Nodes[i] is LoopNode { IsFused: false, Counter: { Up: true } counter } candidate)
                        Choose(plan, candidate, counter, earlier);
                    Visit(plan, sequence.Nodes[i], earlier);
                }

                break;
            case LabelledNode labelled:
                Visit(plan, labelled.Body, []);
                break;
            case BranchNode branch:
                Visit(plan, branch.Then, []);
                Visit(plan, branch.Else, []);
                break;
            case LoopNode loop:
                Visit(plan, loop.Turn, []);
                break;
        }
    }

    /// <summary>Takes the choice back for loops in which something is recorded after all: records come back in reverse order. Returns whether there were any.</summary>
    public static bool Revoke(FunctionPlan plan)
    {
        var recording = plan.Body.All.OfType<LoopNode>().Where(static loop => loop.Carried.Count > 0 && loop.Body.Actions.Any(static action => action.Save || action.Invert)).ToList();
        foreach (var loop in recording)
        {
            foreach (var carried in loop.Carried)
                plan.Recomputed.Remove(carried.Local);
            loop.Carried.Clear();
        }

        return recording.Count > 0;
    }

    private static void Choose(FunctionPlan plan, LoopNode loop, Counter counter, IEnumerable<Node> before)
    {
        var nodes = new List<ActionNode>();
        if (loop.Written.Count > 0 || !IsStraight(loop.Body.Body, nodes) || !OnlyAdds(plan, nodes))
            return;
        var carried = new List<Carried>();
        // From the end of a turn backwards: updates of passive locals, after everything whose adjoint could read them.
        for (var i = nodes.Count - 1; i >= 0 && nodes[i] is { Adjoint.Count: 0, Statement: Assign { Target: LocalPlace { Local: var local } } update }; i--)
        {
            if (local.Type is not ScalarType || plan.Facts.IsActive(local) || nodes.Count(node => node.Killed.Contains(local)) != 1
                || StartOf(local, before) is not { } start || IsReadOutside(local, plan.Body, loop))
            {
                return;
            }

            carried.Insert(0, new(local, start, update));
        }

        var known = new HashSet<Local>(carried.Select(static one => one.Local)) { counter.Local };
        bool IsKnown(Local local) => known.Contains(local) || !loop.Killed.Contains(local);
        if (carried.Count == 0 || !carried.All(one => Cost.IsRecomputable(one.Update.Value) && Reads.Of(one.Update.Value).Locals.All(IsKnown)))
            return;
        loop.Carried.AddRange(carried);
        foreach (var one in carried)
            plan.Recomputed[one.Local] = plan.Ids.Local(one.Local.Type, one.Local.Name);
    }

    private static bool IsStraight(SequenceNode sequence, List<ActionNode> nodes)
    {
        foreach (var node in sequence.Nodes)
        {
            if (node is SequenceNode inner && IsStraight(inner, nodes))
                continue;
            if (node is not ActionNode { Statement: Declare or Assign } action)
                return false;
            nodes.Add(action);
        }

        return true;
    }

    // Adjoints declared in the turn are its own; the others are added to, or read, but not both.
    private static bool OnlyAdds(FunctionPlan plan, List<ActionNode> nodes)
    {
        var own = new HashSet<Local>();
        var added = new HashSet<Local>();
        var reads = new List<Expression>();
        foreach (var statement in nodes.SelectMany(static node => node.Adjoint))
        {
            switch (statement)
            {
                case Declare { Value: { } value } declared:
                    own.Add(declared.Local);
                    reads.Add(value);
                    break;
                case Assign { Value: Binary { Operator: BinaryOperator.Add or BinaryOperator.Subtract } sum, Target: LocalPlace or ElementPlace { Array: LocalRead } } add
                    when sum.Left.Equals(add.Target.Read):
                    reads.Add(sum.Right);
                    if (add.Target is ElementPlace { Array: LocalRead array } element)
                    {
                        added.Add(array.Local);
                        reads.Add(element.Index);
                    }
                    else
                    {
                        added.Add(((LocalPlace)add.Target).Local);
                    }

                    break;
                default:
                    return false;
            }
        }

        return reads.Select(Reads.Of).All(read => !read.Elements.Any(plan.IsShadow) && !read.Locals.Any(local => added.Contains(local) && !own.Contains(local)));
    }

    private static Constant? StartOf(Local local, IEnumerable<Node> before) => before.FirstOrDefault(node => node.Killed.Contains(local)) switch
    {
        ActionNode { Statement: Declare { Value: Constant declared } } => declared,
        ActionNode { Statement: Assign { Value: Constant assigned } } => assigned,
        _ => null,
    };

    private static bool IsReadOutside(Local local, Node node, LoopNode loop) => node switch
    {
        _ when ReferenceEquals(node, loop) => false,
        ActionNode action => action.AdjointReads.Locals.Contains(local) || Reads.Of([action.Statement]).Locals.Contains(local),
        SequenceNode sequence => sequence.Nodes.Any(child => IsReadOutside(local, child, loop)),
        LabelledNode labelled => IsReadOutside(local, labelled.Body, loop),
        BranchNode branch => LocalSearch.FindsRead(branch.Condition, local) || IsReadOutside(local, branch.Then, loop) || IsReadOutside(local, branch.Else, loop),
        LoopNode other => (other.Counter is { } counter && (LocalSearch.FindsRead(counter.Start, local) || LocalSearch.FindsRead(counter.Bound, local))) || IsReadOutside(local, other.Turn, loop),
        _ => false,
    };
}
