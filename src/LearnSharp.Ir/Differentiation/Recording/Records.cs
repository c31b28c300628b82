using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>Checks that what must be recorded can be.</summary>
internal static class Records
{
    /// <summary>The records that the workspace cannot hold.</summary>
    public static IEnumerable<Refusal> Refusals(FunctionPlan plan)
    {
        foreach (var refusal in Visit(plan.Body))
            yield return refusal;
        if (plan.Facts.IsRoot)
            yield break;
        foreach (var local in SplitFunctions.Kept(plan).Where(static local => !IsRecordable(local.Type)))
            yield return Refuse(local, default);
    }

    private static IEnumerable<Refusal> Visit(Node node)
    {
        switch (node)
        {
            case ActionNode { Save: true } action when action.Statement is Declare declared && !IsRecordable(declared.Local.Type):
                return [Refuse(declared.Local, action.Origin)];
            case ActionNode { Save: true } action when action.Statement is Assign { Target: LocalPlace target } && !IsRecordable(target.Type):
                return [Refuse(target.Local, action.Origin)];
            case ActionNode { Save: true } action when action.Statement is Assign { Target: ElementPlace or FieldPlace } element
                && StructShape.Leaves(element.Target.Type, "").Any(static leaf => !IsRecordable(leaf.Type)):
                return [Refuse(PlanBuilder.ElementArray(element.Target), action.Origin)];
            case SequenceNode sequence:
                return sequence.Nodes.SelectMany(Visit);
            case LabelledNode labelled:
                return Visit(labelled.Body);
            case BranchNode branch:
                return Visit(branch.Then).Concat(Visit(branch.Else));
            case LoopNode loop:
                return Visit(loop.Turn);
            default:
                return [];
        }
    }

    /// <summary>Whether the workspace has a stack for values of a type.</summary>
    public static bool IsRecordable(IrType type) => type is ScalarType or EnumType or OpaqueType or ArrayType { Kind: ArrayKind.Array };

    private static Refusal Refuse(Local local, Origin origin) => new(
        local.Type is ArrayType
            ? $"The span {local.Name} is given another value while its old one is still needed for the derivative; use an array or a local of its own."
            : $"{local.Name} of type {local.Type} is given another value while its old one is still needed for the derivative; use a local of its own.",
        origin);
}
