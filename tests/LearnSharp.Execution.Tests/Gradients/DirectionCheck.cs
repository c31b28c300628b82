using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using LearnSharp.Ir;

namespace LearnSharp.Execution.Tests.Gradients;

/// <summary>
/// Holds the compiled <c>Pushforward</c> of a learnable method against the interpreter's dual numbers, along a direction in which everything moves, and against the compiled reverse mode,
/// along one in which the weights alone do. It is found by reflection: its signature is the method's own.
/// </summary>
internal static class DirectionCheck
{
    /// <summary>Checks the tangent of a scalar program.</summary>
    /// <param name="input">The data, for the compiled program.</param>
    /// <param name="choices">The choices.</param>
    /// <param name="values">The weights.</param>
    /// <param name="arguments">The arguments of the interpreter, one per parameter of the root.</param>
    /// <param name="learnable">The program that the compiled one carries.</param>
    /// <param name="value">The method's value.</param>
    /// <param name="derivative">The derivatives by the weights, from reverse mode.</param>
    /// <param name="weights">Makes <c>Weights</c>; the pushforward of an instance method takes one as the tangents of its object.</param>
    public static void Agrees<TProgram>(
        object input, object choices, double[] values, object?[] arguments, LearnableProgram learnable, double value, double[] derivative, Func<double[], object> weights)
    {
        var pushforward = typeof(TProgram).GetMethods(BindingFlags.Public | BindingFlags.Static).First(static method => method.Name == "Pushforward");
        if (pushforward.GetParameters().Any(static parameter => parameter.ParameterType.IsByRefLike))
        {
            // Reflection cannot hand over a span: PushforwardTests calls these by name.
            return;
        }

        var onObject = pushforward.GetParameters()[^1].Name == "tWeights";
        var jacobian = Interpreter.Differentiate(learnable.Program, arguments, GradientCheck.Hosted);
        foreach (var weightsAlone in new[] { false, true })
        {
            var direction = jacobian.Inputs.Select((leaf, i) => Moves(learnable, leaf, weightsAlone, onObject) ? 0.25 + (i % 5) : 0.0).ToArray();
            var result = (ITuple)pushforward.Invoke(null, Arguments(pushforward, learnable, input, choices, values, jacobian, direction, onObject ? weights : null))!;
            BitConverter.DoubleToInt64Bits((double)result[0]!).ShouldBe(BitConverter.DoubleToInt64Bits(value), "the value of the pushforward is the method's own");

            var (expected, reverse, contributions) = (0.0, 0.0, 0.0);
            for (var i = 0; i < direction.Length; i++)
            {
                expected += jacobian.Outputs[0].Derivatives[i] * direction[i];
                contributions += jacobian.Outputs[0].Contributions[i] * direction[i];
                if (IndexOfWeight(learnable, jacobian.Inputs[i].Parameter) is var weight and >= 0)
                    reverse += derivative[weight] * direction[i];
            }

            ShouldBeClose((double)result[1]!, expected, jacobian.Tolerance(contributions), "dual numbers");
            if (weightsAlone)
                ShouldBeClose((double)result[1]!, reverse, 2 * jacobian.Tolerance(contributions), "reverse mode");
        }
    }

    private static void ShouldBeClose(double actual, double expected, double tolerance, string oracle) =>
        Math.Abs(actual - expected).ShouldBeLessThanOrEqualTo(
            tolerance, string.Create(CultureInfo.InvariantCulture, $"the tangent is {actual:R}, by {oracle} {expected:R}"));

    // Weights of the body stay where they are: the pushforward takes the method's own parameters. So do structs here, whose tangents reflection would have to build, and what an object remembers.
    private static bool Moves(LearnableProgram learnable, InputLeaf leaf, bool weightsAlone, bool onObject)
    {
        var parameter = learnable.Program.Root.Parameters[leaf.Parameter];
        return parameter.Role == ParameterRole.Weight
            ? !learnable.Weights[IndexOfWeight(learnable, leaf.Parameter)].InBody || onObject
            : !weightsAlone && parameter.Local.Type is not StructType && !(onObject && learnable.Weights.Any(weight => weight.InBody && weight.Parameter < leaf.Parameter));
    }

    private static int IndexOfWeight(LearnableProgram learnable, int parameter) =>
        Enumerable.Range(0, learnable.Weights.Count).FirstOrDefault(i => learnable.Weights[i].Parameter == parameter, -1);

    private static object?[] Arguments(
        MethodInfo pushforward, LearnableProgram learnable, object input, object choices, double[] values, Jacobian jacobian, double[] direction, Func<double[], object>? weights)
    {
        var data = new Queue<object?>(Properties(input));
        var options = new Queue<object?>(Properties(choices));
        var expected = pushforward.GetParameters();
        var arguments = new List<object?>();
        if (weights is not null)
            arguments.Add(Activator.CreateInstance(pushforward.DeclaringType!.DeclaringType!, nonPublic: true));
        for (var i = 0; i < learnable.Program.Root.Parameters.Count && arguments.Count < expected.Length - (weights is null ? 0 : 1); i++)
        {
            var parameter = learnable.Program.Root.Parameters[i];
            var argument = parameter.Role switch
            {
                ParameterRole.Weight => System.Convert.ChangeType(values[IndexOfWeight(learnable, i)], expected[arguments.Count].ParameterType, CultureInfo.InvariantCulture),
                ParameterRole.Choice => options.Dequeue(),
                _ => data.Dequeue(),
            };
            arguments.Add(GradientCheck.Copy(argument));
            if (parameter.Local.Type.IsDifferentiable)
            {
                var moves = Enumerable.Range(0, direction.Length).Where(leaf => jacobian.Inputs[leaf].Parameter == i).Select(leaf => direction[leaf]).ToArray();
                arguments.Add(argument is double[][] rows ? Rows(rows, moves) : argument is double[,] table ? Table(table, moves) : Tangent(expected[arguments.Count].ParameterType, moves));
            }
        }

        if (weights is not null)
        {
            arguments.Add(weights(learnable.Weights.Select(weight =>
                Enumerable.Range(0, direction.Length).Where(leaf => jacobian.Inputs[leaf].Parameter == weight.Parameter).Sum(leaf => direction[leaf])).ToArray()));
        }

        return arguments.ToArray();
    }

    private static double[][] Rows(double[][] shape, double[] moves)
    {
        var next = 0;
        return Array.ConvertAll(shape, row => Array.ConvertAll(row, _ => moves[next++]));
    }

    private static double[,] Table(double[,] shape, double[] moves)
    {
        var table = (double[,])shape.Clone();
        Buffer.BlockCopy(moves, 0, table, 0, Buffer.ByteLength(table));
        return table;
    }

    private static object Tangent(Type type, double[] moves) =>
        type == typeof(double) ? moves[0]
        : type == typeof(float) ? (float)moves[0]
        : type == typeof(double[]) ? moves
        : Activator.CreateInstance(type)!;

    private static IEnumerable<object?> Properties(object row) =>
        row.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.GetValue(row));
}
