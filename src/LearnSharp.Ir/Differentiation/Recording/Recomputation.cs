using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// Chooses what the reverse sweep computes again instead of recording it: locals assigned only where they are declared, with a cheap value whose operands stay as they are in the
/// rest of the local's scope. A chain of such locals costs no memory at all.
/// </summary>
internal static class Recomputation
{
    /// <summary>Fills <see cref="FunctionPlan.Definitions"/> and <see cref="FunctionPlan.Recomputed"/>.</summary>
    public static void Choose(FunctionPlan plan)
    {
        var killed = new Dictionary<Local, int>();
        foreach (var local in plan.Body.Actions.SelectMany(static action => action.Killed))
            killed[local] = killed.TryGetValue(local, out var count) ? count + 1 : 1;
        foreach (var kill in killed)
        {
            if (kill.Value > 1)
                plan.Reassigned.Add(kill.Key);
        }

        Visit(plan, plan.Body, killed, isTop: plan.Facts.IsRoot);
    }

    private static void Visit(FunctionPlan plan, Node node, Dictionary<Local, int> kills, bool isTop)
    {
        switch (node)
        {
            case SequenceNode sequence:
                for (var i = 0; i < sequence.Nodes.Count; i++)
                {
                    // At the top of the root the forward sweep's local is still there; so it is for a fused loop, which is reversed before its block ends.
                    if (!isTop && sequence.Nodes[i] is ActionNode { Statement: Declare { Value: { } value } declared } && kills[declared.Local] == 1
                        && !sequence.Nodes.Skip(i + 1).Any(node => IsReadInFused(node, plan.Unshadowed(declared.Local)))
                        && (IsUnchanged(plan, value, sequence, i) || IsRestored(plan, declared.Local, value, sequence, i)))
                    {
                        plan.Definitions[declared.Local] = value;
                        plan.Recomputed[declared.Local] = plan.Ids.Local(declared.Local.Type, declared.Local.Name);
                    }

                    Visit(plan, sequence.Nodes[i], kills, isTop: false);
                }

                break;
            case LabelledNode labelled:
                Visit(plan, labelled.Body, kills, isTop: false);
                break;
            case BranchNode branch:
                Visit(plan, branch.Then, kills, isTop: false);
                Visit(plan, branch.Else, kills, isTop: false);
                break;
            case LoopNode loop:
                if (loop.IsFused)
                {
                    Visit(plan, loop.Body.Body, kills, isTop: true);
                    break;
                }

                if (loop.Counter is { } counter)
                    plan.Recomputed[counter.Local] = counter.Reversed;
                Visit(plan, loop.Turn, kills, isTop: false);
                break;
        }
    }

    private static bool IsReadInFused(Node node, Local local) => node switch
    {
        LoopNode { IsFused: true } loop => loop.Mentions(local),
        SequenceNode sequence => sequence.Nodes.Exists(child => IsReadInFused(child, local)),
        _ => false,
    };

    private static bool IsUnchanged(FunctionPlan plan, Expression value, SequenceNode sequence, int position)
    {
        if (!Cost.IsRecomputable(value))
            return false;
        var reads = Reads.Of(value);
        if (reads.Locals.Any(plan.RecomputedLate.Contains) && reads.Locals.Any(local => IsLateHere(sequence, local)))
            return false;
        var classes = reads.Elements.Select(array => plan.Facts.Classes.Of(plan.Unshadowed(array))).ToList();
        for (var i = position + 1; i < sequence.Nodes.Count; i++)
        {
            if (reads.Locals.Any(sequence.Nodes[i].Killed.Contains) || classes.Any(sequence.Nodes[i].Written.Contains))
                return false;
        }

        return true;
    }

    private static bool IsLateHere(SequenceNode sequence, Local local) => sequence.Nodes.Any(node => node.Recomputes.Contains(local));

    /// <summary>
    /// Whether the local is last mentioned before what it is computed from changes, by a statement that is undone without a record: <c>kept = sign * x; sum += kept * y; sign = -sign;</c>.
    /// It is then computed again where that statement has been undone.
    /// </summary>
    private static bool IsRestored(FunctionPlan plan, Local local, Expression value, SequenceNode sequence, int position)
    {
        if (!Cost.IsRecomputable(value) || sequence.Exits.Count > 0)
            return false;
        var reads = Reads.Of(value);
        var classes = reads.Elements.Select(array => plan.Facts.Classes.Of(plan.Unshadowed(array))).ToList();
        var undone = position + 1;
        while (undone < sequence.Nodes.Count && !sequence.Nodes[undone].Recomputes.Any(reads.Locals.Contains) && !reads.Locals.Any(sequence.Nodes[undone].Killed.Contains))
            undone++;
        if (undone == sequence.Nodes.Count || sequence.Nodes[undone] is not ActionNode { Inverse: not null })
            return false;
        for (var i = position + 1; i < sequence.Nodes.Count; i++)
        {
            if (classes.Any(sequence.Nodes[i].Written.Contains) || (i >= undone && sequence.Nodes[i].Mentions(local)))
                return false;
        }

        sequence.Nodes[undone].Recomputes.Add(local);
        plan.RecomputedLate.Add(local);
        return true;
    }
}
