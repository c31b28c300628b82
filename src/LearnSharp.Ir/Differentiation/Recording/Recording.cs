using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>Whether a part of a plan puts anything on the workspace's stacks.</summary>
internal sealed class Recording
{
    private readonly IReadOnlyDictionary<string, FunctionPlan> _plans;
    private readonly HashSet<FunctionPlan> _seen = [];

    private Recording(IReadOnlyDictionary<string, FunctionPlan> plans) => _plans = plans;

    /// <summary>Whether the node records, itself or in a function that it calls; the passes have run.</summary>
    public static bool Happens(Node node, IReadOnlyDictionary<string, FunctionPlan> plans) => new Recording(plans).Visit(node);

    private bool Visit(Node node) => node.All.Any(part => part switch
    {
        ActionNode action => action.Save || (action is { IsReversibleCall: true, Statement: Call call } && Visit(_plans[call.Function])),
        SequenceNode sequence => sequence.Frame.Count > 0,
        LabelledNode labelled => labelled.Exit.Save,
        BranchNode branch => branch.SaveFlag,
        LoopNode loop => loop.SaveTrips || loop.BreakExit.Save,
        _ => false,
    });

    private bool Visit(FunctionPlan callee) => _seen.Add(callee) && (SplitFunctions.Kept(callee).Count > 0 || Visit(callee.Body));
}
