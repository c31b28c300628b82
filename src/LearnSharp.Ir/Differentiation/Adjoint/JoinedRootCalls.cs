using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// The calls at the top level of a root that are made in one sweep. They add to the derivatives of arrays while the method may still throw, as fused loops do (<see cref="FusedLoops"/>), so memory
/// stands in for the caller's buffers.
/// </summary>
internal static class JoinedRootCalls
{
    /// <summary>The calls, each with what runs after it; the passes of the plan have run.</summary>
    public static List<(ActionNode Node, IReadOnlyList<Node> After)> Of(FunctionPlan root, IReadOnlyDictionary<string, FunctionPlan> plans, IReadOnlyDictionary<string, Function> joined)
    {
        var seeds = EarlyAdjoint.Unknown(root);
        return AtTop(root.Body, []).Where(pair => pair.Node.Statement is Call call && pair.Node.IsReversibleCall && joined.ContainsKey(call.Function)
            && !pair.After.Any(static node => node.Exits.Count > 0 || node is ExitNode) && Arrays(call, plans[call.Function]).All(array => array is not null && root.Lent.ContainsKey(array))
            && JoinedCall.Seeds(root, call, plans[call.Function], pair.After, seeds) is not null).ToList();
    }

    /// <summary>The parameters whose derivatives such a call adds to.</summary>
    public static IEnumerable<Local?> Arrays(Call call, FunctionPlan callee) => call.Arguments
        .Where((_, i) => callee.Function.Parameters[i] is { Type: ArrayType } parameter && callee.Facts.IsActive(parameter)).Select(static argument => (argument as LocalRead)?.Local);

    private static IEnumerable<(ActionNode Node, IReadOnlyList<Node> After)> AtTop(SequenceNode sequence, IReadOnlyList<Node> after)
    {
        for (var i = 0; i < sequence.Nodes.Count; i++)
        {
            if (sequence.Nodes[i] is ActionNode { Statement: Call } action)
                yield return (action, [.. sequence.Nodes.Skip(i + 1).SelectMany(static node => node.Flat), .. after]);
        }
    }
}
