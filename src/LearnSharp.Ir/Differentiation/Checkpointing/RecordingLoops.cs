using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>Finds the loops that grow the workspace's stacks turn by turn, and whose turns can be run again from the state in front of them.</summary>
internal static class RecordingLoops
{
    // More than a turn without a loop in it records.
    private const long LargeTurn = 1024;

    /// <summary>The break labels of such loops of a function; the passes have run.</summary>
    /// <param name="plan">The plan of the function.</param>
    /// <param name="plans">The plans of all functions.</param>
    /// <param name="limit">The bytes that all records may take: loops of a few turns, written as a number, are left alone.</param>
    public static HashSet<Label> Of(FunctionPlan plan, IReadOnlyDictionary<string, FunctionPlan> plans, long limit)
    {
        var found = new HashSet<Label>();
        Visit(plan.Body, plan, plans, limit / LargeTurn, found);
        return found;
    }

    private static void Visit(Node node, FunctionPlan plan, IReadOnlyDictionary<string, FunctionPlan> plans, long few, HashSet<Label> found)
    {
        switch (node)
        {
            case SequenceNode sequence:
                foreach (var child in sequence.Nodes)
                    Visit(child, plan, plans, few, found);
                break;
            case LabelledNode labelled:
                Visit(labelled.Body, plan, plans, few, found);
                break;
            case BranchNode branch:
                Visit(branch.Then, plan, plans, few, found);
                Visit(branch.Else, plan, plans, few, found);
                break;
            case LoopNode loop:
                if (!loop.IsFused && !IsShort(loop, few) && Recording.Happens(loop.Turn, plan, plans) && !WritesRows(loop, plan))
                    found.Add(loop.Loop.Break);
                Visit(loop.Turn, plan, plans, few, found);
                break;
        }
    }

    private static bool IsShort(LoopNode loop, long few) => loop.Counter is { Start: Constant start, Bound: Constant bound } && System.Math.Abs(bound.AsLong - start.AsLong) <= few;

    // The rows of an array of arrays belong to the state as well, and are not kept.
    private static bool WritesRows(LoopNode loop, FunctionPlan plan) =>
        plan.Primal.Any(local => ArrayLevels.IsJagged(local.Type) && ArrayLevels.Of(local).Any(level => loop.Written.Contains(plan.Facts.Classes.Of(level))));
}
