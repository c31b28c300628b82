using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// Finds the loops of a root whose two sweeps become one: each turn is reversed right after it has run, so that its records are gone before the next turn begins and its values are still
/// at hand. That needs turns that hand on nothing but sums whose adjoints are known before the loop (<see cref="EarlyAdjoint"/>).
/// </summary>
internal static class FusedLoops
{
    /// <summary>The numbers of the loops that record something and could be fused, on a plan whose passes have run.</summary>
    public static IEnumerable<int> Candidates(FunctionPlan plan, IReadOnlyDictionary<string, FunctionPlan> plans, bool mayRunTwice) =>
        AtTop(plan.Body, []).Where(pair => Holds(pair.Loop, pair.After, plan) && (mayRunTwice || !AddsToLent(pair.Loop, plan)) && Recording.Happens(pair.Loop, plan, plans))
            .Select(static pair => pair.Loop.Number).ToList();

    /// <summary>The numbers of the fused loops in which something is restored that must live on: they cannot be fused.</summary>
    public static IEnumerable<int> Failed(FunctionPlan plan) =>
        AtTop(plan.Body, []).Where(pair => pair.Loop.IsFused && RestoresWhatLives(pair.Loop, pair.After, plan)).Select(static pair => pair.Loop.Number).ToList();

    /// <summary>The loops at the top level of a root, plain blocks taken apart, each with what runs after it.</summary>
    public static IEnumerable<(LoopNode Loop, IReadOnlyList<Node> After)> AtTop(SequenceNode sequence, IReadOnlyList<Node> after)
    {
        for (var i = 0; i < sequence.Nodes.Count; i++)
        {
            if (sequence.Nodes[i] is not (LoopNode or SequenceNode))
                continue;
            var rest = sequence.Nodes.Skip(i + 1).SelectMany(Flat).Concat(after).ToList();
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

    /// <summary>The active locals that live longer than a turn and that the loop adds to.</summary>
    public static IEnumerable<Local> Sums(LoopNode loop, FunctionPlan plan)
    {
        var own = DeclaredIn(loop.Turn);
        return loop.Killed.Where(local => local.Type is ScalarType && plan.Primal.Contains(local) && !own.Contains(local) && plan.Facts.IsActive(local)).OrderBy(static local => local.Id);
    }

    /// <summary>The active scalars that the loop reads and that are neither its own nor its sums.</summary>
    public static IEnumerable<Local> Outer(LoopNode loop, FunctionPlan plan)
    {
        var own = DeclaredIn(loop.Turn);
        return plan.Primal.Where(local => local.Type is ScalarType && !own.Contains(local) && !loop.Killed.Contains(local) && plan.Facts.IsActive(local) && loop.Mentions(local))
            .OrderBy(static local => local.Id);
    }

    /// <summary>The parameters whose shadows the caller lends and that the loop adds to.</summary>
    public static IEnumerable<Local> Lent(LoopNode loop, FunctionPlan plan) => plan.Lent.Keys
        .Where(parameter => ArrayLevels.Of(parameter).Any(level => IsNamed(plan.Facts.Classes.Of(level), loop, plan))).OrderBy(static local => local.Id);

    // By whichever name: also a parameter's buffer goes by those of its array.
    private static bool IsNamed(Local of, LoopNode loop, FunctionPlan plan) =>
        plan.Primal.Any(local => local.Type is ArrayType && !plan.IsShadow(local) && ArrayLevels.Of(local).Any(level => plan.Facts.Classes.Of(level).Equals(of)) && loop.Mentions(local));

    /// <summary>Whether the turns of a fused loop share no array but what they read and add to: also those that carry no derivative are stored in full by each turn that reads them.</summary>
    /// <param name="loop">The loop.</param>
    /// <param name="rest">What runs after it.</param>
    /// <param name="plan">The plan.</param>
    public static bool HasOwnTurns(LoopNode loop, IReadOnlyList<Node> rest, FunctionPlan plan)
    {
        var own = DeclaredIn(loop.Turn);
        return loop.Written.All(array => IsMadeIn(array, own, plan)
            || (OwnArrays.IsOwn(loop, array, plan) && !IsMentioned(array, rest, plan) && !plan.Function.Parameters.Any(parameter => IsOf(parameter, array, plan))));
    }

    private static bool AddsToLent(LoopNode loop, FunctionPlan plan) => Lent(loop, plan).Any();

    private static IEnumerable<Node> Flat(Node node) => node is SequenceNode sequence ? sequence.Nodes.SelectMany(Flat) : [node];

    private static bool Holds(LoopNode loop, IReadOnlyList<Node> rest, FunctionPlan plan)
    {
        if (loop.Loop.While is not null || loop.Turn.Exits.Count > 0 || loop.Body.Body.Exits.Count > 0 || loop.Body.Body.Nodes.Count == 0)
            return false;
        // A turn is reversed before the loop steps on.
        if (loop.Step.Written.Count > 0 || loop.Step.Killed.Any(plan.Facts.IsActive))
            return false;
        if (rest.Any(static node => node.Exits.Count > 0 || node is ExitNode))
            return false;
        var (own, seeds) = (DeclaredIn(loop.Turn), plan.Function.Results.Distinct().ToDictionary(static result => result, static result => (Expression)new LocalRead(result)));
        foreach (var sum in Sums(loop, plan))
        {
            if (!EarlyAdjoint.OnlyAdds(loop, sum) || EarlyAdjoint.Of(plan, loop, sum, rest, seeds) is null)
                return false;
        }

        // Arrays of arrays, arrays made anew, and references that move are left to the general way.
        if (Lent(loop, plan).Any(static parameter => ArrayLevels.IsJagged(parameter.Type)) || loop.Written.Any(plan.HasRows)
            || plan.Primal.Any(local => ArrayLevels.IsJagged(local.Type) && plan.Facts.IsActive(local) && loop.Mentions(local)))
        {
            return false;
        }

        if (loop.Killed.Any(local => local.Type is not ScalarType && !own.Contains(local)))
            return false;
        foreach (var array in loop.Written.Where(array => !IsMadeIn(array, own, plan)))
        {
            if (plan.Facts.IsActive(array) && (!OwnArrays.IsOwn(loop, array, plan) || IsMentioned(array, rest, plan) || plan.Function.Parameters.Any(parameter => IsOf(parameter, array, plan))))
                return false;
        }

        // What the loop takes derivatives to must still be the same thing at the end: what is added to a number later would get those as well.
        return !plan.Primal.Any(local => plan.Facts.IsActive(local) && loop.Mentions(local) && !own.Contains(local)
            && (local.Type is ArrayType
                ? rest.Any(node => node.Written.Contains(plan.Facts.Classes.Of(local)) || node.Killed.Contains(local))
                : !loop.Killed.Contains(local) && rest.Any(node => node.Killed.Contains(local))));
    }

    private static bool IsMadeIn(Local array, HashSet<Local> own, FunctionPlan plan) => plan.Primal.Where(local => IsOf(local, array, plan)).All(own.Contains);

    private static bool IsOf(Local local, Local array, FunctionPlan plan) => local.Type is ArrayType && !plan.IsShadow(local) && plan.Facts.Classes.Of(local).Equals(array);

    private static bool IsMentioned(Local array, IReadOnlyList<Node> rest, FunctionPlan plan) =>
        plan.Primal.Where(local => IsOf(local, array, plan)).Any(local => rest.Any(node => node.Mentions(local))) || plan.Function.Results.Any(result => IsOf(result, array, plan));

    private static HashSet<Local> DeclaredIn(Node node)
    {
        var declared = new HashSet<Local>();
        Collect(node);
        return declared;

        void Collect(Node part)
        {
            switch (part)
            {
                case ActionNode { Statement: Declare s }:
                    declared.Add(s.Local);
                    break;
                case SequenceNode sequence:
                    sequence.Nodes.ForEach(Collect);
                    break;
                case LabelledNode labelled:
                    Collect(labelled.Body);
                    break;
                case BranchNode branch:
                    Collect(branch.Then);
                    Collect(branch.Else);
                    break;
                case LoopNode loop:
                    Collect(loop.Turn);
                    break;
            }
        }
    }

    private static bool RestoresWhatLives(LoopNode loop, IReadOnlyList<Node> rest, FunctionPlan plan)
    {
        var own = DeclaredIn(loop.Turn);
        return Any(loop.Turn, action => ((action.Save || action.Invert) && action.Killed.Any(local => !own.Contains(local)))
            || ((action.Save || action.Invert || action.IsReversibleCall)
                && action.Written.Any(array => !IsMadeIn(array, own, plan) && (!OwnArrays.IsOwn(loop, array, plan) || IsMentioned(array, rest, plan)))));
    }

    private static bool Any(Node node, System.Func<ActionNode, bool> holds) => node switch
    {
        ActionNode action => holds(action),
        SequenceNode sequence => sequence.Nodes.Exists(child => Any(child, holds)),
        LabelledNode labelled => Any(labelled.Body, holds),
        BranchNode branch => Any(branch.Then, holds) || Any(branch.Else, holds),
        LoopNode loop => Any(loop.Turn, holds),
        _ => false,
    };
}
