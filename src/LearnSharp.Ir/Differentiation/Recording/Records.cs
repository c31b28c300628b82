using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>Checks that what must be recorded can be.</summary>
internal static class Records
{
    /// <summary>The records that the workspace cannot hold.</summary>
    public static IEnumerable<Refusal> Refusals(FunctionPlan plan)
    {
        foreach (var refusal in plan.Body.Actions.Where(static action => action.Save).Select(RefusalOf).OfType<Refusal>())
            yield return refusal;
        if (plan.Facts.IsRoot)
            yield break;
        foreach (var local in SplitFunctions.Kept(plan).Where(static local => !IsRecordable(local.Type)))
            yield return Refuse(local, default);
    }

    private static Refusal? RefusalOf(ActionNode action) => action.Statement switch
    {
        Declare declared when !IsRecordable(declared.Local.Type) => Refuse(declared.Local, action.Origin),
        Assign { Target: LocalPlace target } when !IsRecordable(target.Type) => Refuse(target.Local, action.Origin),
        Assign { Target: ElementPlace or FieldPlace } element when StructShape.Leaves(element.Target.Type, "").Any(static leaf => !IsRecordable(leaf.Type)) =>
            Refuse(PlanBuilder.ElementArray(element.Target), action.Origin),
        _ => null,
    };

    /// <summary>Whether the workspace has a stack for values of a type.</summary>
    public static bool IsRecordable(IrType type) => type is ScalarType or EnumType or OpaqueType or ArrayType { Kind: ArrayKind.Array };

    private static Refusal Refuse(Local local, Origin origin) => new(
        local.Type is ArrayType
            ? $"The span {local.Name} is given another value while its old one is still needed for the derivative; use an array or a local of its own."
            : $"{local.Name} of type {local.Type} is given another value while its old one is still needed for the derivative; use a local of its own.",
        origin);
}
