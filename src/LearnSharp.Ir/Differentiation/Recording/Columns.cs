using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// Gives the records of loops arrays of their own: one element a turn, found by the counter. That is cheaper than a stack, and the reversed turns may run in any order. For loops over an array at
/// the top level of a root, and for loops that run once in every turn of a fused one, whose arrays serve turn after turn.
/// </summary>
/// <remarks>Elsewhere loops run again and again: their records belong on stacks, which forget what has been reversed.</remarks>
internal static class Columns
{
    /// <summary>Fills <see cref="LoopNode.Columns"/>; the save marks are final.</summary>
    public static void Choose(FunctionPlan plan)
    {
        if (!plan.Facts.IsRoot)
            return;
        foreach (var (loop, outer) in FusedLoops.RunningOnce(plan))
        {
            if (loop is not { IsFused: false, HasReverse: true, Numbering: { } counter } || LengthOf(loop, counter, outer) is not { } length)
                continue;

            foreach (var local in loop.Body.Body.Frame)
            {
                if (IsKept(local))
                    loop.Body.Body.Columns[local] = Column(plan, outer, counter, length, local);
            }

            foreach (var node in loop.Body.Body.Nodes)
            {
                if (node is ActionNode { Save: true, Statement: Assign { Target: LocalPlace { Local: var saved } } } action && IsKept(saved))
                    action.Column = Column(plan, outer, counter, length, saved);
            }
        }
    }

    private static bool IsKept(Local local) => local.Type == ScalarType.Double || local.Type == ScalarType.Int;

    // At the top, only what is there once for each of some data: other counts may be large.
    private static Expression? LengthOf(LoopNode loop, Counter counter, LoopNode outer)
    {
        if (ReferenceEquals(loop, outer))
            return counter.Bound as Length;
        var reads = Reads.Of(counter.Bound);
        if (!Cost.IsRecomputable(counter.Bound) || reads.Elements.Count > 0 || reads.Locals.Any(outer.Killed.Contains))
            return null;
        return counter.Bound is Length ? counter.Bound : new Conditional(new Binary(BinaryOperator.Greater, counter.Bound, Constant.Of(0)), counter.Bound, Constant.Of(0));
    }

    private static ElementPlace Column(FunctionPlan plan, LoopNode outer, Counter counter, Expression length, Local recorded)
    {
        var column = plan.Ids.Local(new ArrayType((ScalarType)recorded.Type, ArrayKind.Array), recorded.Name + "s");
        outer.Columns.Add(new(column, length));
        return new ElementPlace(new LocalRead(column), new LocalRead(counter.Local));
    }
}
