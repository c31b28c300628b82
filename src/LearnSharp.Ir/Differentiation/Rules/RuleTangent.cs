using System.Collections.Generic;
using System.Linq;
using static LearnSharp.Ir.Formula;

namespace LearnSharp.Ir;

/// <summary>
/// A function whose derivative is written by hand, with tangents: its pushforward beside it, or, where only the pullback is known, the derivatives that this gives for a seed of one times
/// the tangents.
/// </summary>
internal static class RuleTangent
{
    /// <summary>Parameters, then the tangents of the active ones → result, its tangent.</summary>
    public static Function Write(TangentLocals tangents)
    {
        var source = tangents.Function.Source;
        var facts = tangents.Facts;
        var active = tangents.Function.Parameters.Where(facts.IsActive).ToList();
        var result = tangents.Ids.Local(source.Results[0], "result");
        var tangent = tangents.Ids.Local(source.Results[0], "tResult");
        var statements = new List<Statement>
        {
            new Declare(result, null),
            new Call([new LocalPlace(result)], source.Id, source.Parameters.Select<Expression>(static parameter => new LocalRead(parameter.Local))),
        };
        if (source.Derivative!.Pushforward is not null)
        {
            statements.Add(new Declare(tangent, null));
            RuleFunctions.Pushforward(facts, parameter => new LocalRead(tangents.Of(parameter)), tangent, statements);
        }
        else
        {
            ByPullback(tangents, active, tangent, statements);
        }

        var isActive = tangents.Function.Results.Any(facts.IsActive);
        statements.Add(new Return([new LocalRead(result), .. isActive ? new Expression[] { new LocalRead(tangent) } : []]));
        return new Function(
            TangentFunction.Id(tangents),
            source.Name + "Tangent",
            [.. source.Parameters, .. active.Select(parameter => new Parameter(tangents.Of(parameter)))],
            [result.Type, .. isActive ? new[] { tangent.Type } : []],
            new Block(statements.ToEquatableArray()));
    }

    private static void ByPullback(TangentLocals tangents, List<Local> active, Local tangent, List<Statement> statements)
    {
        var derivatives = new Dictionary<Local, Local>();
        foreach (var parameter in active)
        {
            if (parameter.Type is ArrayType array)
            {
                var kind = array.Kind == ArrayKind.Array ? ArrayKind.Array : ArrayKind.Span;
                var zeros = RuleFunctions.Zeros(tangents.Facts, parameter, array with { Kind = kind }, statements);
                derivatives[parameter] = tangents.Ids.Local(zeros.Type, FunctionPlan.AdjointName(parameter.Name));
                statements.Add(new Declare(derivatives[parameter], zeros));
            }
            else
            {
                derivatives[parameter] = tangents.Ids.Local(parameter.Type, FunctionPlan.AdjointName(parameter.Name));
                statements.Add(new Declare(derivatives[parameter], null));
            }
        }

        RuleFunctions.Pullback(tangents.Facts, Constant.Floating(tangent.Type, 1), parameter => derivatives[parameter], parameter => derivatives[parameter], statements);
        statements.Add(new Declare(tangent, Zero(tangent.Type)));
        foreach (var parameter in active)
        {
            var (derivative, moves) = (new LocalRead(derivatives[parameter]), new LocalRead(tangents.Of(parameter)));
            if (parameter.Type is ArrayType)
            {
                var index = tangents.Ids.Local(ScalarType.Int, "i");
                var read = new LocalRead(index);
                statements.Add(new Declare(index, Constant.Of(0)));
                statements.Add(new Loop(
                    tangents.Ids.Label(),
                    tangents.Ids.Label(),
                    new Binary(BinaryOperator.Less, read, new Length(derivative)),
                    new Block([Added(tangent, new Element(derivative, read), new Element(moves, read))]),
                    new Block([new Assign(new LocalPlace(index), new Binary(BinaryOperator.Add, read, Constant.Of(1)))]),
                    null));
            }
            else
            {
                statements.Add(Added(tangent, derivative, moves));
            }
        }
    }

    private static Assign Added(Local tangent, Expression derivative, Expression moves)
    {
        Expression product = Multiply(derivative, moves);
        return new Assign(new LocalPlace(tangent), Add(new LocalRead(tangent), product.Type.Equals(tangent.Type) ? product : new Convert(tangent.Type, product)));
    }
}
