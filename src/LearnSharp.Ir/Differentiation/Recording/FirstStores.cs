using System.Collections.Generic;

namespace LearnSharp.Ir;

/// <summary>
/// Finds assignments that surely give a local its first value since a declaration without one. Nobody reads the default that they replace, so that its adjoint need not be
/// cleared: <c>double r; if (c) r = a; else r = b;</c>.
/// </summary>
internal static class FirstStores
{
    /// <summary>Sets <see cref="ActionNode.IsFirst"/> in a plan.</summary>
    public static void Mark(FunctionPlan plan) => Visit(plan.Body, []);

    /// <summary>Visits a node with the locals that are surely still without a value; returns those after it, or null when its end is not reached.</summary>
    private static HashSet<Local>? Visit(Node node, HashSet<Local> unset)
    {
        switch (node)
        {
            case ActionNode { Statement: Throw } or ExitNode:
                return null;
            case ActionNode { Statement: Declare declared }:
                unset.Remove(declared.Local);
                if (declared.Value is null)
                    unset.Add(declared.Local);
                return unset;
            case ActionNode action:
                action.IsFirst = action.Statement is Assign { Target: LocalPlace target } s && unset.Contains(target.Local) && !LocalSearch.FindsRead(s.Value, target.Local);
                unset.ExceptWith(action.Killed);
                return unset;
            case SequenceNode sequence:
            {
                HashSet<Local>? current = unset;
                foreach (var child in sequence.Nodes)
                    current = current is null ? null : Visit(child, current);
                return current;
            }

            case BranchNode branch:
            {
                var then = Visit(branch.Then, [.. unset]);
                var otherwise = Visit(branch.Else, unset);
                if (then is null || otherwise is null)
                    return then ?? otherwise;
                then.IntersectWith(otherwise);
                return then;
            }

            case LabelledNode labelled:
            {
                var after = new HashSet<Local>(unset);
                after.ExceptWith(labelled.Killed);
                Visit(labelled.Body, unset);
                return after;
            }

            case LoopNode loop:
                // Another turn may have set it before.
                unset.ExceptWith(loop.Killed);
                Visit(loop.Turn, [.. unset]);
                return unset;
            default:
                return unset;
        }
    }
}
