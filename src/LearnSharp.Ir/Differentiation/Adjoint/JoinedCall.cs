using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>A call of a function in one sweep (<see cref="JoinedFunction"/>), where the adjoints of its results are known beforehand.</summary>
internal static class JoinedCall
{
    /// <summary>The adjoints of the results of a call as expressions over what is there before it; null where they are not known yet.</summary>
    /// <param name="plan">The caller's plan; its adjoints are written.</param>
    /// <param name="call">The call.</param>
    /// <param name="callee">The plan of the function called.</param>
    /// <param name="rest">What runs after the call.</param>
    /// <param name="seeds">The adjoints that are known of locals at the end of that.</param>
    public static List<Expression>? Seeds(FunctionPlan plan, Call call, FunctionPlan callee, IReadOnlyList<Node> rest, IReadOnlyDictionary<Local, Expression> seeds)
    {
        var known = new List<Expression>();
        for (var k = 0; k < call.Targets.Count; k++)
        {
            var result = callee.Function.Results[k];
            if (!callee.Facts.IsActive(result))
                continue;
            if (call.Targets[k] is not LocalPlace { Local: var target } || !plan.Facts.IsActive(target))
                known.Add(Formula.Zero(result.Type));
            else if (EarlyAdjoint.OfValue(plan, target, rest, seeds) is { } seed)
                known.Add(seed);
            else
                return null;
        }

        return known;
    }

    /// <summary>The statements that call the function: it returns the adjoints of its active parameters beside its results.</summary>
    public static IEnumerable<Statement> Write(FunctionPlan plan, ActionNode node, FunctionPlan callee, List<Expression> seeds)
    {
        var call = (Call)node.Statement;
        var position = node.Adjoint.FindIndex(static statement => statement is Call);
        var reverse = (Call)node.Adjoint[position];
        var shadows = call.Arguments.Where((_, i) => callee.Function.Parameters[i] is { Type: ArrayType } parameter && callee.Facts.IsActive(parameter)).Select(plan.ShadowOf);
        return
        [
            .. node.Adjoint.Take(position),
            call with { Function = SplitNames.JoinedId(callee), Arguments = [.. call.Arguments, .. shadows, .. seeds], Targets = [.. call.Targets, .. reverse.Targets] },
        ];
    }

    /// <summary>What remains of the adjoint of the call for the reverse sweep.</summary>
    public static IEnumerable<Statement> Remaining(ActionNode node) => node.Adjoint.SkipWhile(static statement => statement is not Call).Skip(1);
}
