using System;
using System.Collections.Generic;
using System.Globalization;
using LearnSharp.Generators.Tests.Frontend;
using LearnSharp.Ir;

namespace LearnSharp.Execution.Tests.Gradients;

/// <summary>
/// Holds the compiled gradient of a learnable method against two oracles: the interpreter's dual numbers on the IR that the program carries, to 1e-12 of the absolute
/// contributions, and central differences of the method itself, to 1e-6; and its pushforward against both modes' oracles.
/// </summary>
internal static class GradientCheck
{
    /// <summary>The interpreter with the C# objects that the collections of a method are made of, and with texts.</summary>
    public static InterpreterOptions Hosted { get; } = new()
    {
        Resolve = static call => HostedIndex.Resolve(call) ?? call.Template switch
        {
            "{0}" or "{0}!" => static given => given[0],
            "{0}.Length" => static given => ((string)given[0]!).Length,
            _ => null,
        },
    };

    /// <summary>Checks the derivatives of a scalar program by its weights.</summary>
    /// <param name="input">The data.</param>
    /// <param name="arguments">The same data, one value per input parameter, for the interpreter.</param>
    public static void Agrees<TProgram, TInput, TWeights, TChoices>(TInput input, params object?[] arguments)
        where TProgram : struct, IProgram<TInput, TWeights, TChoices, double>
        where TInput : struct
        where TWeights : struct
        where TChoices : struct
    {
        var count = TProgram.Info.Weights.Count;
        count.ShouldBeGreaterThan(0);
        var values = new double[count];
        for (var i = 0; i < count; i++)
            values[i] = TProgram.Info.Weights[i].Start;
        var options = new int[TProgram.Info.Choices.Count];
        for (var i = 0; i < options.Length; i++)
            options[i] = TProgram.Info.Choices[i].Start;
        var choices = TProgram.CreateChoices(options);

        double Run(double[] at) => TProgram.Run(in input, TProgram.CreateWeights(at), in choices);

        var derivative = new double[count];
        var value = TProgram.Pullback(in input, TProgram.CreateWeights(values), in choices, [1.0], derivative);
        BitConverter.DoubleToInt64Bits(value).ShouldBe(BitConverter.DoubleToInt64Bits(Run(values)), "the value of the gradient is the method's own");

        var (learnable, bound) = Bind(TProgram.Info, values, options, arguments);
        AgreesWithDuals(TProgram.Info, learnable, bound, value, derivative);
        DirectionCheck.Agrees<TProgram>(input, choices, values, bound, learnable, value, derivative, static weights => TProgram.CreateWeights(weights));
        for (var i = 0; i < count; i++)
        {
            var expected = Difference(Run, values, i);
            Math.Abs(derivative[i] - expected).ShouldBeLessThanOrEqualTo(
                1e-6 * Math.Max(1, Math.Abs(expected)),
                string.Create(CultureInfo.InvariantCulture, $"{TProgram.Info.Weights[i].Name}: {derivative[i]:R} against differences {expected:R}"));
        }
    }

    // The program that the compiled one carries, with its arguments for the interpreter.
    private static (LearnableProgram Learnable, object?[] Arguments) Bind(ProgramInfo info, double[] values, int[] options, object?[] inputs)
    {
        var learnable = IrText.Read(info.Ir);
        var parameters = learnable.Program.Root.Parameters;
        var arguments = new object?[parameters.Count];
        var nextInput = 0;
        for (var i = 0; i < arguments.Length; i++)
        {
            if (parameters[i].Role == ParameterRole.Input)
                arguments[i] = Copy(inputs[nextInput++]);
        }

        for (var i = 0; i < values.Length; i++)
            arguments[learnable.Weights[i].Parameter] = values[i];
        for (var i = 0; i < options.Length; i++)
            arguments[learnable.Choices[i].Parameter] = Literal(learnable.Choices[i].Options[options[i]]);
        return (learnable, arguments);
    }

    private static void AgreesWithDuals(ProgramInfo info, LearnableProgram learnable, object?[] arguments, double value, double[] derivative)
    {
        var jacobian = Interpreter.Differentiate(learnable.Program, arguments, Hosted);
        var output = jacobian.Outputs[0];
        output.Value.ShouldBe(value);
        var byParameter = new Dictionary<int, int>();
        for (var i = 0; i < jacobian.Inputs.Count; i++)
            byParameter[jacobian.Inputs[i].Parameter] = i;
        for (var i = 0; i < derivative.Length; i++)
        {
            var leaf = byParameter[learnable.Weights[i].Parameter];
            var (expected, tolerance) = (output.Derivatives[leaf], jacobian.Tolerance(output.Contributions[leaf]));
            Math.Abs(derivative[i] - expected).ShouldBeLessThanOrEqualTo(
                tolerance, string.Create(CultureInfo.InvariantCulture, $"{info.Weights[i].Name}: {derivative[i]:R} against dual numbers {expected:R}"));
        }
    }

    /// <summary>Central differences with Richardson's extrapolation.</summary>
    private static double Difference(Func<double[], double> run, double[] values, int index)
    {
        double Central(double step)
        {
            var moved = (double[])values.Clone();
            moved[index] = values[index] + step;
            var up = run(moved);
            moved[index] = values[index] - step;
            return (up - run(moved)) / (2 * step);
        }

        var step = 1e-4 * Math.Max(1e-2, Math.Abs(values[index]));
        return ((4 * Central(step / 2)) - Central(step)) / 3;
    }

    /// <summary>A value with arrays of its own, rows included.</summary>
    public static object? Copy(object? value) => value switch
    {
        double[][] rows => Array.ConvertAll(rows, static row => (double[])row.Clone()),
        Array array => array.Clone(),
        _ => value,
    };

    private static object Literal(Constant option) => option.Type switch
    {
        ScalarType { Kind: ScalarKind.Bool } => option.IsTrue,
        ScalarType { Kind: ScalarKind.Int } => (int)option.AsLong,
        ScalarType { IsFloating: true } => option.AsDouble,
        _ => option.AsLong,
    };
}
