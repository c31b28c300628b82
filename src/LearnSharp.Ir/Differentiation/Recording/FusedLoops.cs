using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// Finds the loops of a root whose two sweeps become one: each turn is reversed right after it has run, so that its records are gone before the next turn begins and its values are still
/// at hand. That needs turns that hand on nothing but sums (<see cref="LoopTurn"/>) whose adjoints are known before the loop (<see cref="EarlyAdjoint"/>).
/// </summary>
internal static class FusedLoops
{
    /// <summary>The numbers of the loops that record something and could be fused, on a plan whose passes have run.</summary>
    public static IEnumerable<int> Candidates(FunctionPlan plan, IReadOnlyDictionary<string, FunctionPlan> plans, bool mayRunTwice) =>
        AtTop(plan.Body, []).Where(pair => Holds(pair.Loop, pair.After, plan) && (mayRunTwice || plan.TurnOf(pair.Loop).Lent.Count == 0) && Recording.Happens(pair.Loop, plans))
            .Select(static pair => pair.Loop.Number).ToList();

    /// <summary>The numbers of the fused loops in which something is restored that must live on: they cannot be fused.</summary>
    public static IEnumerable<int> Failed(FunctionPlan plan) =>
        AtTop(plan.Body, []).Where(pair => pair.Loop.IsFused && plan.TurnOf(pair.Loop).Restores(pair.After)).Select(static pair => pair.Loop.Number).ToList();

    /// <summary>The loops at the top level of a root, plain blocks taken apart, each with what runs after it.</summary>
    public static IEnumerable<(LoopNode Loop, IReadOnlyList<Node> After)> AtTop(SequenceNode sequence, IReadOnlyList<Node> after)
    {
        for (var i = 0; i < sequence.Nodes.Count; i++)
        {
            if (sequence.Nodes[i] is not (LoopNode or SequenceNode))
                continue;
            var rest = sequence.Nodes.Skip(i + 1).SelectMany(static node => node.Flat).Concat(after).ToList();
            if (sequence.Nodes[i] is LoopNode loop)
            {
                yield return (loop, rest);
                continue;
            }

            foreach (var inner in AtTop((SequenceNode)sequence.Nodes[i], rest))
                yield return inner;
        }
    }

    /// <summary>The loops of a root that run once, or once in every turn of a fused loop, each with the outermost loop around it: itself or the fused one.</summary>
    public static IEnumerable<(LoopNode Loop, LoopNode Outer)> RunningOnce(FunctionPlan plan)
    {
        foreach (var (loop, _) in AtTop(plan.Body, []))
        {
            if (!loop.IsFused)
                yield return (loop, loop);
            else if (loop.HasReverse)
            {
                foreach (var (inner, _) in AtTop(loop.Body.Body, []))
                    yield return (inner, loop);
            }
        }
    }

    private static bool Holds(LoopNode loop, IReadOnlyList<Node> rest, FunctionPlan plan)
    {
        var turn = plan.TurnOf(loop);
        if (!turn.HandsOnOnlySums || turn.HasRows || !turn.TakesToWhatStays(rest) || rest.Any(static node => node.Exits.Count > 0 || node is ExitNode))
            return false;
        var seeds = EarlyAdjoint.Unknown(plan);
        return turn.Sums.All(sum => EarlyAdjoint.Of(plan, loop, sum, rest, seeds) is not null) && loop.Written.Where(plan.Facts.IsActive).All(array => turn.IsOwn(array, rest));
    }
}
