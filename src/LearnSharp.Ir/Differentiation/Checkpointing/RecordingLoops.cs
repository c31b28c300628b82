using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>Finds the loops that grow the workspace's stacks turn by turn, and whose turns can be run again from the state in front of them.</summary>
internal static class RecordingLoops
{
    // So few turns are not worth a check.
    private const long Few = 256;

    /// <summary>The break labels of such loops of a function; the passes have run.</summary>
    public static HashSet<Label> Of(FunctionPlan plan, IReadOnlyDictionary<string, FunctionPlan> plans)
    {
        var found = new HashSet<Label>();
        Visit(plan.Body, plan, plans, found);
        return found;
    }

    private static void Visit(Node node, FunctionPlan plan, IReadOnlyDictionary<string, FunctionPlan> plans, HashSet<Label> found)
    {
        switch (node)
        {
            case SequenceNode sequence:
                foreach (var child in sequence.Nodes)
                    Visit(child, plan, plans, found);
                break;
            case LabelledNode labelled:
                Visit(labelled.Body, plan, plans, found);
                break;
            case BranchNode branch:
                Visit(branch.Then, plan, plans, found);
                Visit(branch.Else, plan, plans, found);
                break;
            case LoopNode loop:
                if (!loop.IsFused && !IsShort(loop) && Recording.Happens(loop.Turn, plan, plans) && !WritesRows(loop, plan))
                    found.Add(loop.Loop.Break);
                Visit(loop.Turn, plan, plans, found);
                break;
        }
    }

    private static bool IsShort(LoopNode loop) => loop.Counter is { Start: Constant start, Bound: Constant bound } && System.Math.Abs(bound.AsLong - start.AsLong) <= Few;

    // The rows of an array of arrays belong to the state as well, and are not kept.
    private static bool WritesRows(LoopNode loop, FunctionPlan plan) =>
        plan.Primal.Any(local => ArrayLevels.IsJagged(local.Type) && ArrayLevels.Of(local).Any(level => loop.Written.Contains(plan.Facts.Classes.Of(level))));
}
