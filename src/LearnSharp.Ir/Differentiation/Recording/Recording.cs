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
    public static bool Happens(Node node, FunctionPlan plan, IReadOnlyDictionary<string, FunctionPlan> plans) => new Recording(plans).Visit(node, plan);

    private bool Visit(Node node, FunctionPlan plan) => node switch
    {
        ActionNode action => action.Save || (action is { IsReversibleCall: true, Statement: Call call } && Visit(_plans[call.Function])),
        SequenceNode sequence => sequence.Frame.Count > 0 || sequence.Nodes.Exists(child => Visit(child, plan)),
        LabelledNode labelled => labelled.Exit.Save || Visit(labelled.Body, plan),
        BranchNode branch => branch.SaveFlag || Visit(branch.Then, plan) || Visit(branch.Else, plan),
        LoopNode loop => loop.SaveTrips || loop.BreakExit.Save || Visit(loop.Turn, plan),
        _ => false,
    };

    private bool Visit(FunctionPlan callee) => _seen.Add(callee) && (SplitFunctions.Kept(callee).Count > 0 || Visit(callee.Body, callee));
}
