using System.Collections.Generic;
using System.Linq;
using static LearnSharp.Ir.Formula;

namespace LearnSharp.Ir;

/// <summary>
/// The two halves of a function whose derivative is written by hand: the forward sweep runs the function, the reverse one its pullback; or, where only the pushforward is known, that one
/// along each parameter.
/// </summary>
internal static class RuleAdjoint
{
    /// <summary>Why a rule has no reverse mode.</summary>
    public static IEnumerable<Refusal> Refusals(FunctionFacts facts)
    {
        var source = facts.Function.Source;
        if (source.Derivative is not { Pullback: null })
            yield break;
        foreach (var parameter in facts.Function.Parameters.Where(parameter => parameter.Type is ArrayType && facts.IsActive(parameter)))
        {
            yield return new Refusal(
                $"{source.Name} has a pushforward written by hand but no pullback, and '{parameter.Name}' is an array; give it a pullback, which has the derivatives by all elements at once.", default);
        }
    }

    /// <summary>Says what the reverse sweep reads: all of the arguments.</summary>
    public static void Need(FunctionPlan plan)
    {
        for (var i = 0; i < plan.Function.Parameters.Count; i++)
        {
            plan.NeededParameters.Add(i);
            if (plan.Function.Parameters[i].Type is ArrayType)
                plan.LevelsRead.UnionWith(ArrayLevels.Of(plan.Function.Parameters[i]));
        }
    }

    /// <summary>The forward sweep: parameters, shadows of active arrays → results.</summary>
    public static Function Forward(FunctionPlan plan)
    {
        var source = plan.Function.Source;
        var results = source.Results.Select(type => plan.Ids.Local(type, "result"));
        var statements = results.Select<Statement>(static result => new Declare(result, null)).ToList();
        statements.Add(new Call(
            results.Select<Place?>(static result => new LocalPlace(result)), source.Id, source.Parameters.Select<Expression>(static parameter => new LocalRead(parameter.Local))));
        statements.Add(new Return(results.Select<Expression>(static result => new LocalRead(result))));
        return new Function(
            SplitNames.ForwardId(plan),
            SplitNames.ForwardName(plan),
            [.. source.Parameters, .. Shadows(plan).Select(static local => new Parameter(local))],
            source.Results,
            new Block(statements.ToEquatableArray()));
    }

    /// <summary>The reverse sweep: parameters, shadows of active arrays, the adjoint of the result → adjoints of the active numbers.</summary>
    public static Function Reverse(FunctionPlan plan)
    {
        var source = plan.Function.Source;
        var seed = plan.Ids.Local(source.Results[0], "seed");
        var outputs = plan.Function.Parameters.Where(parameter => parameter.Type is not ArrayType && plan.Facts.IsActive(parameter)).ToList();
        var statements = new List<Statement>();
        if (source.Derivative!.Pullback is not null)
        {
            foreach (var output in outputs)
                statements.Add(new Declare(plan.AdjointOf(output), null));
            RuleFunctions.Pullback(plan.Facts, new LocalRead(seed), plan.ShadowOf, plan.AdjointOf, statements);
        }
        else
        {
            foreach (var output in outputs)
            {
                var slope = plan.Ids.Local(source.Results[0], "slope");
                statements.Add(new Declare(slope, null));
                RuleFunctions.Pushforward(plan.Facts, parameter => parameter.Equals(output) ? Constant.Floating(parameter.Type, 1) : Zero(parameter.Type), slope, statements);
                Expression adjoint = Multiply(new LocalRead(seed), new LocalRead(slope));
                statements.Add(new Declare(plan.AdjointOf(output), adjoint.Type.Equals(output.Type) ? adjoint : new Convert(output.Type, adjoint)));
            }
        }

        if (outputs.Count > 0)
            statements.Add(new Return(outputs.Select(output => (Expression)new LocalRead(plan.AdjointOf(output))).ToEquatableArray()));
        var isSeeded = plan.Function.Results.Any(plan.Facts.IsActive);
        return new Function(
            SplitNames.ReverseId(plan),
            SplitNames.ReverseName(plan),
            [.. source.Parameters, .. Shadows(plan).Select(static local => new Parameter(local)), .. isSeeded ? new[] { new Parameter(seed) } : []],
            outputs.Select(static output => output.Type).ToEquatableArray(),
            new Block(statements.ToEquatableArray()));
    }

    private static IEnumerable<Local> Shadows(FunctionPlan plan) =>
        plan.Function.Parameters.Where(parameter => parameter.Type is ArrayType && plan.Facts.IsActive(parameter)).Select(plan.ShadowOf);
}
