using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// Takes back what <see cref="ReverseNeeds"/> assumed too generously: a branch or loop in which nothing turned out to be saved, undone or handed on has no reverse, so that neither its
/// condition nor its turns have to be known. Every round may need less than the one before.
/// </summary>
internal static class Pruning
{
    /// <summary>Runs <see cref="ToBeRecorded"/> until nothing more falls away.</summary>
    public static void Run(FunctionPlan plan)
    {
        do
        {
            do
            {
                Reset(plan);
                ToBeRecorded.Run(plan);
            }
            while (ForwardLoops.Revoke(plan));
        }
        while (Prune(plan.Body).Changed);
    }

    private static void Reset(FunctionPlan plan)
    {
        foreach (var exit in plan.Exits.Values)
            exit.Save = false;
        foreach (var node in plan.Body.All)
        {
            switch (node)
            {
                case ActionNode action:
                    (action.Save, action.Invert) = (false, false);
                    break;
                case SequenceNode sequence:
                    sequence.Frame.Clear();
                    sequence.NeededElements.Clear();
                    break;
                case BranchNode branch:
                    branch.SaveFlag = false;
                    break;
                case LoopNode loop:
                    loop.SaveTrips = false;
                    break;
            }
        }
    }

    private static (bool HasReverse, bool Changed) Prune(Node node)
    {
        switch (node)
        {
            case ActionNode action:
                return (action.Save || action.Invert || action.Adjoint.Count > 0, false);
            case SequenceNode sequence:
            {
                var parts = sequence.Nodes.Select(Prune).ToList();
                return (parts.Any(static part => part.HasReverse) || sequence.Frame.Count > 0, parts.Any(static part => part.Changed));
            }

            case LabelledNode labelled:
            {
                var body = Prune(labelled.Body);
                return (body.HasReverse || labelled.Exit.Save, body.Changed);
            }

            case BranchNode branch:
            {
                var (then, otherwise) = (Prune(branch.Then), Prune(branch.Else));
                return Settle(branch, then.HasReverse || otherwise.HasReverse, then.Changed || otherwise.Changed);
            }

            case LoopNode loop:
            {
                var turn = Prune(loop.Turn);
                var (has, changed) = Settle(loop, turn.HasReverse, turn.Changed);
                return (has || loop.BreakExit.Save, changed);
            }

            default:
                return (false, false);
        }
    }

    private static (bool HasReverse, bool Changed) Settle(Node node, bool hasReverse, bool changed)
    {
        if (node.HasReverse && !hasReverse)
            (node.HasReverse, changed) = (false, true);
        return (hasReverse, changed);
    }
}
