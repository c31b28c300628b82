using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>The functions that a hand-written derivative consists of, and calls of them.</summary>
internal static class RuleFunctions
{
    /// <summary>All functions of a function's rule, or of what it is called with again; none where it has neither.</summary>
    public static IEnumerable<Function> Of(Function function)
    {
        foreach (var program in new[] { function.Derivative?.Pullback, function.Derivative?.Pushforward, function.Map?.Along })
        {
            if (program is null)
                continue;
            yield return program.Root;
            foreach (var callee in program.Callees)
                yield return callee;
        }
    }

    /// <summary>Writes the call of a pullback; what it gives for parameters that are not asked for is dropped.</summary>
    /// <param name="facts">The function.</param>
    /// <param name="seed">What its result counts.</param>
    /// <param name="shadows">The array that is added to for an active array parameter.</param>
    /// <param name="adjoints">The local that receives the derivative by an active number.</param>
    /// <param name="written">Receives the statements.</param>
    public static void Pullback(
        FunctionFacts facts, Expression seed, System.Func<Local, Local> shadows, System.Func<Local, Local> adjoints, List<Statement> written)
    {
        var source = facts.Function.Source;
        var rule = source.Derivative!;
        var arguments = source.Parameters.Select(static parameter => (Expression)new LocalRead(parameter.Local)).ToList();
        arguments.Add(seed);
        var targets = new List<Place?>();
        for (var i = 0; i < source.Parameters.Count; i++)
        {
            if (!rule.IsIndependent(source, i))
                continue;
            var parameter = source.Parameters[i].Local;
            if (parameter.Type is not ArrayType array)
            {
                targets.Add(facts.IsActive(parameter) ? new LocalPlace(adjoints(parameter)) : null);
                continue;
            }

            arguments.Add(facts.IsActive(parameter)
                ? new LocalRead(shadows(parameter))
                : Zeros(facts, parameter, array with { Kind = array.Kind == ArrayKind.Array ? ArrayKind.Array : ArrayKind.Span }, written));
        }

        written.Add(new Call(targets.ToEquatableArray(), rule.Pullback!.Root.Id, arguments.ToEquatableArray()));
    }

    /// <summary>Writes the call of a pushforward.</summary>
    /// <param name="facts">The function.</param>
    /// <param name="tangents">The tangent of an active parameter.</param>
    /// <param name="target">What receives the tangent of the result.</param>
    /// <param name="written">Receives the statements.</param>
    public static void Pushforward(FunctionFacts facts, System.Func<Local, Expression> tangents, Local target, List<Statement> written)
    {
        var source = facts.Function.Source;
        var rule = source.Derivative!;
        var arguments = new List<Expression>();
        for (var i = 0; i < source.Parameters.Count; i++)
        {
            var parameter = source.Parameters[i].Local;
            arguments.Add(new LocalRead(parameter));
            if (!rule.IsIndependent(source, i))
                continue;
            if (facts.IsActive(parameter))
                arguments.Add(tangents(parameter));
            else
                arguments.Add(parameter.Type is ArrayType array ? Zeros(facts, parameter, array, written) : Formula.Zero(parameter.Type));
        }

        written.Add(new Call([new LocalPlace(target)], rule.Pushforward!.Root.Id, arguments.ToEquatableArray()));
    }

    /// <summary>Declares an array of zeros as long as a parameter, and gives it as a value of a type.</summary>
    public static Expression Zeros(FunctionFacts facts, Local parameter, ArrayType type, List<Statement> written)
    {
        var memory = type with { Kind = ArrayKind.Array };
        var zeros = facts.Function.Ids.Local(memory, parameter.Name + "Zeros");
        written.Add(new Declare(zeros, new ArrayRent(memory, new Length(new LocalRead(parameter)))));
        return type.Kind == ArrayKind.Array ? new LocalRead(zeros) : new Convert(type, new LocalRead(zeros));
    }
}
