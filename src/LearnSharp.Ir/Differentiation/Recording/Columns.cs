namespace LearnSharp.Ir;

/// <summary>
/// Gives the records of loops over an array at the top level of a root arrays of their own: one element a turn, found by the counter. That is cheaper than a stack, and the reversed turns may
/// run in any order.
/// </summary>
/// <remarks>Elsewhere loops run again and again: their records belong on stacks, which forget what has been reversed.</remarks>
internal static class Columns
{
    private static readonly ArrayType Doubles = new(ScalarType.Double, ArrayKind.Array);

    /// <summary>Fills <see cref="LoopNode.Columns"/>; the save marks are final.</summary>
    public static void Choose(FunctionPlan plan)
    {
        if (!plan.Facts.IsRoot)
            return;
        foreach (var (loop, _) in FusedLoops.AtTop(plan.Body, []))
        {
            if (loop is not { IsFused: false, HasReverse: true, Counter: { Up: true, Test: BinaryOperator.Less, Start: Constant { AsLong: 0 }, Bound: Length, Local.Type: ScalarType { Kind: ScalarKind.Int } } counter }
                || loop.Body.Body.Exits.Count > 0)
            {
                continue;
            }

            foreach (var local in loop.Body.Body.Frame)
            {
                if (local.Type == ScalarType.Double)
                    loop.Body.Body.Columns[local] = Column(plan, loop, counter, local.Name);
            }

            foreach (var node in loop.Body.Body.Nodes)
            {
                if (node is ActionNode { Save: true, Statement: Assign { Target: LocalPlace { Local: var saved } } } action && saved.Type == ScalarType.Double)
                    action.Column = Column(plan, loop, counter, saved.Name);
            }
        }
    }

    private static ElementPlace Column(FunctionPlan plan, LoopNode loop, Counter counter, string name)
    {
        var column = plan.Ids.Local(Doubles, name + "s");
        loop.Columns.Add(column);
        return new ElementPlace(new LocalRead(column), new LocalRead(counter.Local));
    }

    /// <summary>What makes a column.</summary>
    public static Assign Made(Local column, Counter counter) => new(new LocalPlace(column), new ArrayRent(Doubles, counter.Bound));
}
