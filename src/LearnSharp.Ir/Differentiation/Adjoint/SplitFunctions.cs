using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// The two halves of a differentiated callee: <c>Forward</c> runs it and leaves on the workspace what <c>Reverse</c> takes from there. Several calls, recursive ones included,
/// leave their records one above the other, and their reverse sweeps run last in, first out.
/// </summary>
internal static class SplitFunctions
{
    /// <summary>The locals that the forward sweep hands to the reverse one, in the order in which they are pushed.</summary>
    public static List<Local> Kept(FunctionPlan plan)
    {
        var parameters = new HashSet<Local>(plan.Function.Parameters);
        return plan.NeededAtEnd.Where(local => plan.IsStored(local) && !parameters.Contains(local)).OrderBy(static local => local.Id).ToList();
    }

    /// <summary>The forward sweep: parameters, shadows of active arrays → results, shadows of active arrays among them.</summary>
    public static Function Forward(FunctionPlan plan, IReadOnlyDictionary<string, FunctionPlan> plans)
    {
        var function = plan.Function;
        var statements = ForwardSweep.Write(plan, plans, new Dictionary<Local, Expression>());
        foreach (var local in Kept(plan))
            statements.Add(new Push(new LocalRead(local)));
        var results = new List<Local>(function.Results);
        results.AddRange(function.Results.Where(result => result.Type is ArrayType && plan.Facts.IsActive(result)).Select(plan.ShadowOf));
        if (results.Count > 0)
            statements.Add(new Return(results.Select(static result => (Expression)new LocalRead(result)).ToEquatableArray()));
        var parameters = function.Parameters.Concat(Shadows(plan)).Select(static local => new Parameter(local));
        return new Function(
            SplitNames.ForwardId(plan),
            SplitNames.ForwardName(plan),
            parameters.ToEquatableArray(),
            results.Select(static result => result.Type).ToEquatableArray(),
            new Block(statements.ToEquatableArray()));
    }

    /// <summary>The reverse sweep: the parameters it reads, shadows of active arrays, adjoints of the active results → adjoints of the active scalar parameters.</summary>
    public static Function Reverse(FunctionPlan plan)
    {
        var function = plan.Function;
        var parameters = function.Parameters.Where((_, i) => plan.NeededParameters.Contains(i)).Concat(Shadows(plan)).ToList();
        var seeds = new Dictionary<Local, Expression>();
        foreach (var result in function.Results.Where(result => result.Type is ScalarType && plan.Facts.IsActive(result)))
        {
            var seed = plan.Ids.Local(result.Type, FunctionPlan.AdjointName(result.Name));
            parameters.Add(seed);
            seeds[result] = new LocalRead(seed);
        }

        var outputs = function.Parameters.Where(parameter => parameter.Type is ScalarType && plan.Facts.IsActive(parameter)).ToList();
        var statements = new List<Statement>();
        var kept = Kept(plan);
        var sweep = ReverseSweep.Write(plan, seeds);
        var mentioned = Mentions.Of(new Block(sweep.ToEquatableArray()));
        var stored = plan.Needed.Where(plan.IsStored).Except(function.Parameters).Where(local => mentioned.Contains(local) || kept.Contains(local));
        foreach (var local in stored.OrderBy(static local => local.Id))
            statements.Add(new Declare(local, null));
        for (var i = kept.Count - 1; i >= 0; i--)
            statements.Add(new Pop(new LocalPlace(kept[i])));
        foreach (var output in outputs)
            statements.Add(new Declare(plan.AdjointOf(output), Formula.Zero(output.Type)));
        statements.AddRange(sweep);
        if (outputs.Count > 0)
            statements.Add(new Return(outputs.Select(output => (Expression)new LocalRead(plan.AdjointOf(output))).ToEquatableArray()));
        return new Function(
            SplitNames.ReverseId(plan),
            SplitNames.ReverseName(plan),
            parameters.Select(static local => new Parameter(local)).ToEquatableArray(),
            outputs.Select(static output => output.Type).ToEquatableArray(),
            AccumulatorFusion.Run(new Block(statements.ToEquatableArray())));
    }

    private static IEnumerable<Local> Shadows(FunctionPlan plan) =>
        plan.Function.Parameters.Where(parameter => parameter.Type is ArrayType && plan.Facts.IsActive(parameter)).Select(plan.ShadowOf);
}
