using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// The adjoint of a sum at the end of a loop, as far as it is known before the loop runs: what follows passes it on through sums and constant factors. In
/// <c>for (…) sum += f(x[i]); return 0.5 * sum;</c> it is half the seed from the beginning.
/// </summary>
internal sealed class EarlyAdjoint
{
    private readonly FunctionPlan _plan;
    private readonly IReadOnlyDictionary<Local, Expression> _seeds;
    private readonly IReadOnlyList<Node> _rest;
    private readonly HashSet<Local> _killed;
    private readonly bool _takesActive;

    private EarlyAdjoint(FunctionPlan plan, IEnumerable<Local> killed, IReadOnlyList<Node> rest, IReadOnlyDictionary<Local, Expression> seeds, bool takesActive)
    {
        (_plan, _rest, _seeds, _takesActive) = (plan, rest, seeds, takesActive);
        _killed = [.. killed, .. rest.SelectMany(static node => node.Killed)];
    }

    /// <summary>The adjoint as an expression over what is there before the loop, or null.</summary>
    /// <param name="plan">The root's plan; its adjoints are written.</param>
    /// <param name="loop">The loop.</param>
    /// <param name="sum">The local that it adds to.</param>
    /// <param name="rest">What runs after the loop, plain blocks taken apart.</param>
    /// <param name="seeds">The adjoints of the results.</param>
    public static Expression? Of(FunctionPlan plan, LoopNode loop, Local sum, IReadOnlyList<Node> rest, IReadOnlyDictionary<Local, Expression> seeds) =>
        new EarlyAdjoint(plan, loop.Killed, rest, seeds, takesActive: false).Of(sum, 0);

    /// <summary>The same where nothing is restored on the way back (<see cref="JoinedFunction"/>), so that factors may themselves depend on what is differentiated.</summary>
    public static Expression? OfSum(FunctionPlan plan, LoopNode loop, Local sum, IReadOnlyList<Node> rest, IReadOnlyDictionary<Local, Expression> seeds) =>
        new EarlyAdjoint(plan, loop.Killed, rest, seeds, takesActive: true).Of(sum, 0);

    /// <summary>The adjoint of a value that is about to be computed, as an expression over what is there before.</summary>
    /// <param name="plan">The plan; its adjoints are written.</param>
    /// <param name="value">The local that will hold it.</param>
    /// <param name="rest">What runs after it is computed.</param>
    /// <param name="seeds">The adjoints that are known of locals at the end of that.</param>
    public static Expression? OfValue(FunctionPlan plan, Local value, IReadOnlyList<Node> rest, IReadOnlyDictionary<Local, Expression> seeds) =>
        new EarlyAdjoint(plan, [value], rest, seeds, takesActive: true).Of(value, 0);

    /// <summary>Seeds of a root's results, for asking whether an adjoint is known.</summary>
    public static Dictionary<Local, Expression> Unknown(FunctionPlan plan) => plan.Function.Results.Distinct().ToDictionary(static result => result, static result => (Expression)new LocalRead(result));

    /// <summary>Whether a node, and everything in it, only adds to an active local: <c>sum = sum + e</c>.</summary>
    public static bool OnlyAdds(Node node, Local sum) => node switch
    {
        ActionNode { Selection: { } selection } => !selection.Mentions(sum),
        ActionNode { Statement: Assign { Target: LocalPlace { Local: var target } } s } when target.Equals(sum) =>
            SelfSum.Split(s.Value, new LocalRead(sum)) is { } self && !LocalSearch.FindsRead(self.Added, sum),
        ActionNode action => !action.Killed.Contains(sum) && (action.Adjoint.Count == 0 || !action.StatementMentions.Contains(sum)),
        SequenceNode sequence => sequence.Nodes.TrueForAll(child => OnlyAdds(child, sum)),
        LabelledNode labelled => OnlyAdds(labelled.Body, sum),
        BranchNode branch => OnlyAdds(branch.Then, sum) && OnlyAdds(branch.Else, sum),
        LoopNode loop => OnlyAdds(loop.Turn, sum),
        _ => true,
    };

    private Expression? Of(Local local, int from)
    {
        Expression total = Formula.Zero(local.Type);
        for (var i = from; i < _rest.Count; i++)
        {
            if (!_rest[i].Mentions(local) || OnlyAdds(_rest[i], local))
                continue;
            if (_rest[i] is not ActionNode { Statement: var statement } || StoredBy(statement) is not var (target, value) || target.Equals(local)
                || Of(target, i + 1) is not { } after || Part(value, local) is not { } part)
            {
                return null;
            }

            total = Added(total, Scaled(after, part));
        }

        return _seeds.TryGetValue(local, out var seed) ? Added(total, seed) : total;
    }

    private static (Local Target, Expression Value)? StoredBy(Statement statement) => statement switch
    {
        Declare { Value: { } value } s => (s.Local, value),
        Assign { Target: LocalPlace target } s => (target.Local, s.Value),
        _ => null,
    };

    private static Expression Added(Expression left, Expression right) => Formula.IsZero(left) ? right : Formula.IsZero(right) ? left : Formula.Add(left, right);

    private static Expression Scaled(Expression adjoint, Expression factor) => Formula.IsZero(adjoint) || Formula.IsZero(factor) ? Formula.Zero(adjoint.Type) : Formula.Multiply(adjoint, factor);

    /// <summary>The partial derivative of a value to a local that it is linear in with factors known early.</summary>
    private Expression? Part(Expression value, Local local)
    {
        if (!LocalSearch.FindsRead(value, local))
            return Formula.Zero(value.Type);
        switch (value)
        {
            case LocalRead:
                return Constant.Floating(value.Type, 1);
            case Unary { Operator: UnaryOperator.Negate } e:
                return Part(e.Operand, local) is { } part ? Formula.Negate(part) : null;
            case Binary { Operator: BinaryOperator.Add } e:
                return Part(e.Left, local) is { } added && Part(e.Right, local) is { } other ? Added(added, other) : null;
            case Binary { Operator: BinaryOperator.Subtract } e:
                return Part(e.Left, local) is { } from && Part(e.Right, local) is { } taken ? Added(from, Formula.Negate(taken)) : null;
            case Binary { Operator: BinaryOperator.Multiply } e when IsEarly(e.Right):
                return Part(e.Left, local) is { } left ? Scaled(left, e.Right) : null;
            case Binary { Operator: BinaryOperator.Multiply } e when IsEarly(e.Left):
                return Part(e.Right, local) is { } right ? Scaled(right, e.Left) : null;
            case Binary { Operator: BinaryOperator.Divide } e when IsEarly(e.Right):
                return Part(e.Left, local) is { } divided ? Formula.Divide(divided, e.Right) : null;
            default:
                return null;
        }
    }

    private bool IsEarly(Expression expression)
    {
        var reads = Reads.Of(expression);
        return Cost.IsRecomputable(expression) && expression.Type is ScalarType { IsFloating: true } && reads.Elements.Count == 0
            && reads.Locals.All(local => local.Type is not ArrayType && !_killed.Contains(local) && (_takesActive || !_plan.Facts.IsActive(local)));
    }
}
