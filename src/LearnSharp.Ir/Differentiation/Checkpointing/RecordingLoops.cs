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
        // The rows of an array of arrays belong to the state as well, and are not kept.
        var loops = plan.Body.All.OfType<LoopNode>().Where(loop => !loop.IsFused && !IsShort(loop, limit / LargeTurn) && Recording.Happens(loop.Turn, plans) && !loop.Written.Any(plan.HasRows));
        return [.. loops.Select(static loop => loop.Loop.Break)];
    }

    private static bool IsShort(LoopNode loop, long few) => loop.Counter is { Start: Constant start, Bound: Constant bound } && System.Math.Abs(bound.AsLong - start.AsLong) <= few;
}
