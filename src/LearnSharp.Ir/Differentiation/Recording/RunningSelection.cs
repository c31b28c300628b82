using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// A loop that does nothing but keep the largest or smallest of what its turns see: <c>for (…) max = Math.Max(max, x[i]);</c>. The adjoint of what is left goes to what the last turn gave that
/// changed it, so that this turn's number is all that is recorded.
/// </summary>
/// <param name="Kept">The local that keeps it.</param>
/// <param name="Seen">What a turn sees, at the last turn that changed it.</param>
/// <param name="Last">The number of that turn, or -1.</param>
/// <param name="MayChange">Whether what is kept is not surely better than what a turn sees: the two may be equal, or zeros of different signs, or no numbers.</param>
/// <param name="Changes">Whether the derivative of what is kept is that of what a turn sees.</param>
internal sealed record RunningSelection(Local Kept, Expression Seen, Local Last, Expression MayChange, Expression Changes)
{
    /// <summary>The selection that a loop is; null for any other loop.</summary>
    /// <param name="loop">The loop, its counter found.</param>
    /// <param name="plan">The plan.</param>
    public static RunningSelection? Of(LoopNode loop, FunctionPlan plan)
    {
        if (plan.Facts.Selects || loop.IsFused || loop.Written.Count > 0 || loop.Counter is not { Up: true, Start: Constant { AsLong: >= 0 }, Local: { Type: ScalarType { Kind: ScalarKind.Int } } counter })
            return null;
        if (loop.Body.Body.Nodes is not [ActionNode { Statement: Assign { Target: LocalPlace { Local: var kept }, Value: MathCall { Function: MathFunction.Max or MathFunction.Min } call } }]
            || !plan.Facts.IsActive(kept))
        {
            return null;
        }

        var self = new LocalRead(kept);
        var position = call.Arguments[0].Equals(self) ? 1 : call.Arguments[1].Equals(self) ? 0 : -1;
        if (position < 0 || call.Arguments[position] is not { } seen || !Cost.IsRecomputable(seen) || Reads.Of(seen).Locals.Any(local => loop.Killed.Contains(local) && !local.Equals(counter)))
            return null;
        var better = new Binary(call.Function == MathFunction.Max ? BinaryOperator.Greater : BinaryOperator.Less, self, seen);
        var first = Derivatives.Selects(call, 0, call);
        var last = plan.Ids.Local(ScalarType.Int, "last");
        return new(kept, new At(counter, last).Visit(seen), last, new Unary(UnaryOperator.Not, better), position == 0 ? first : new Unary(UnaryOperator.Not, first));
    }

    /// <summary>Whether the adjoint taken after the loop has to do with a local.</summary>
    public bool Mentions(Local local) => local.Equals(Kept) || local.Equals(Last) || LocalSearch.FindsRead(Seen, local);

    private sealed class At(Local counter, Local last) : Rewriter
    {
        public override Expression Visit(Expression expression) => expression is LocalRead read && read.Local.Equals(counter) ? new LocalRead(last) : base.Visit(expression);
    }
}
