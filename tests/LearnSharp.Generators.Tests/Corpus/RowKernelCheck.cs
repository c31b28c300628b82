using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Runtime.InteropServices;
using LearnSharp.Generators.Tests.Frontend;
using LearnSharp.Ir;
using LearnSharp.Runtime;

namespace LearnSharp.Generators.Tests.Corpus;

/// <summary>
/// Holds the compiled kernels of a method, eight rows at a time and in registers of every width, against the method: values bit for bit against its twin with the functions of rows, marks of failure against
/// what it throws, derivatives against its own <c>Pullback</c>, row by row.
/// </summary>
internal static class RowKernelCheck
{
    private const int Block = 8;

    /// <summary>Whether the rows of a program run several at once.</summary>
    public static bool HasKernels(Type code) => (bool)Generic(nameof(Counts), code).Invoke(null, [])!;

    /// <summary>What is wrong; null where nothing is, or where there are no kernels.</summary>
    /// <param name="code">The class that has the method's program.</param>
    /// <param name="twin">The method with the functions of rows.</param>
    /// <param name="rows">The arguments of each row, weights included; those of the first hold for all.</param>
    public static string? Find(Type code, MethodInfo twin, IReadOnlyList<object?[]> rows) => (string?)Generic(nameof(Check), code).Invoke(null, [code, twin, rows]);

    private static MethodInfo Generic(string name, Type code)
    {
        var program = code.GetNestedType("MProgram")!;
        var contract = program.GetInterfaces().First(static i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IProgram<,,,>));
        return typeof(RowKernelCheck).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod([program, .. contract.GetGenericArguments()]);
    }

    private static bool Counts<TProgram, TInput, TWeights, TChoices, TResult>()
        where TProgram : struct, IProgram<TInput, TWeights, TChoices, TResult>
        where TInput : struct
        where TWeights : struct
        where TChoices : struct => TProgram.ColumnCount >= 0;

    private static string? Check<TProgram, TInput, TWeights, TChoices, TResult>(Type code, MethodInfo twin, IReadOnlyList<object?[]> rows)
        where TProgram : struct, IProgram<TInput, TWeights, TChoices, TResult>
        where TInput : struct
        where TWeights : struct
        where TChoices : struct
    {
        if (TProgram.ColumnCount < 0)
            return null;
        var info = TProgram.Info;
        var own = TProgram.CreateChoices([.. info.Choices.Select(static choice => choice.Start)]);
        var flat = new double[info.Weights.Count];
        TProgram.Flatten(TProgram.CreateWeights([.. info.Weights.Select(static weight => weight.Start)]), flat);
        var constructor = typeof(TInput).GetConstructors().OrderByDescending(static c => c.GetParameters().Length).First();
        var inputs = rows.Select(row => (TInput)constructor.Invoke(Given(row[..constructor.GetParameters().Length], constructor))).ToArray();
        for (var first = 0; first < inputs.Length; first += Block)
        {
            var block = inputs[first..Math.Min(inputs.Length, first + Block)];
            var wide = Run<TProgram, TInput, TWeights, TChoices, TResult, Lanes512>(block, flat, own);
            if (wide.Problem is not null)
                return wide.Problem;
            foreach (var other in new[]
            {
                Run<TProgram, TInput, TWeights, TChoices, TResult, Lanes256>(block, flat, own),
                Run<TProgram, TInput, TWeights, TChoices, TResult, Lanes128>(block, flat, own),
            })
            {
                if (other.Problem is not null || !Bits(other.Results).SequenceEqual(Bits(wide.Results)))
                    return other.Problem ?? "registers of another width give other bits";
            }

            for (var place = 0; place < block.Length; place++)
            {
                var row = rows[first + place];
                object?[] arguments = [.. row, .. Enumerable.Repeat((object?)Type.Missing, twin.GetParameters().Length - row.Length)];
                if (Row<TProgram, TInput, TWeights, TChoices, TResult>(code, twin, arguments, block[place], flat, own, wide.Results, place) is { } problem)
                    return $"{problem}, in row {first + place}: {string.Join(", ", row.Select(CorpusCheck.Text))}";
            }
        }

        return null;
    }

    private static (double[] Results, string? Problem) Run<TProgram, TInput, TWeights, TChoices, TResult, TLanes>(TInput[] inputs, double[] weights, TChoices choices)
        where TProgram : struct, IProgram<TInput, TWeights, TChoices, TResult>
        where TInput : struct
        where TWeights : struct
        where TChoices : struct
        where TLanes : struct, ILanes<TLanes>
    {
        var columns = new double[Math.Max(1, TProgram.ColumnCount * Block)];
        var row = new double[TProgram.ColumnCount];
        for (var i = 0; i < Block; i++)
        {
            TProgram.ReadColumns(in inputs[Math.Min(i, inputs.Length - 1)], row);
            for (var c = 0; c < row.Length; c++)
                columns[(c * Block) + i] = row[c];
        }

        var results = new double[(2 + weights.Length) * Block];
        var values = new double[(2 + weights.Length) * Block];
        ref var weight = ref MemoryMarshal.GetArrayDataReference(weights);
        for (var place = 0; place < Block; place += TLanes.Count)
        {
            TProgram.PullbackRows(new RowBlock<TLanes>(ref columns[place], ref weight, ref results[place]), in choices);
            TProgram.RunRows(new RowBlock<TLanes>(ref columns[place], ref weight, ref values[place]), in choices);
        }

        for (var i = 0; i < Block; i++)
        {
            // Of a row that failed the value means nothing.
            var failed = BitConverter.DoubleToInt64Bits(results[Block + i]);
            if (failed != BitConverter.DoubleToInt64Bits(values[Block + i]))
                return (results, $"row {i} fails with derivatives or without, not both");
            if (failed == 0 && Bits(results[i]) != Bits(values[i]))
                return (results, $"row {i} is {results[i]:R} with derivatives and {values[i]:R} without");
        }

        return (results, null);
    }

    private static string? Row<TProgram, TInput, TWeights, TChoices, TResult>(
        Type code, MethodInfo twin, object?[] arguments, TInput input, double[] flat, TChoices choices, double[] results, int place)
        where TProgram : struct, IProgram<TInput, TWeights, TChoices, TResult>
        where TInput : struct
        where TWeights : struct
        where TChoices : struct
    {
        var expected = CorpusCheck.Call(twin, Given(arguments, twin));
        var failed = BitConverter.DoubleToInt64Bits(results[Block + place]) != 0;
        if (failed != expected is Exception)
            return failed ? $"the row is marked as failed, the method gives {CorpusCheck.Text(expected)}" : $"the row has a value, the method throws {CorpusCheck.Text(expected)}";
        if (failed)
            return null;
        var value = System.Convert.ToDouble(expected, null);
        if (Bits(results[place]) != Bits(value))
            return $"the row has the value {CorpusCheck.Text(results[place])}, the method {CorpusCheck.Text(value)}";

        // With the functions of the platform a comparison may go the other way: then there is nothing to compare.
        (double Value, double[] Derivatives)? Alone(double[] weights)
        {
            var derivatives = new double[weights.Length];
            try
            {
                return (System.Convert.ToDouble(TProgram.Pullback(in input, TProgram.CreateWeights(weights), in choices, [1.0], derivatives), null), derivatives);
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                return null;
            }
        }

        if (Alone(flat) is not { } alone || !IsNear(alone.Value, value, 1e-9, value))
            return null;
        double[] own = [.. Enumerable.Range(0, flat.Length).Select(j => results[((2 + j) * Block) + place])];
        for (var j = 0; j < own.Length; j++)
        {
            if (IsNear(own[j], alone.Derivatives[j], 1e-9, alone.Derivatives[j]))
                continue;

            // What is ill-conditioned shows in weights that are moved by a few last digits.
            var spread = 0.0;
            for (var k = 0; k < flat.Length; k++)
            {
                double[] moved = [.. flat];
                moved[k] *= 1 + 1e-14;
                if (Alone(moved) is { } beside)
                    spread = Math.Max(spread, Math.Abs(beside.Derivatives[j] - alone.Derivatives[j]));
            }

            if (!double.IsFinite(spread) || IsNear(own[j], alone.Derivatives[j], 100, spread) || Math.Abs(own[j] - alone.Derivatives[j]) <= Tolerance(TProgram.Info, arguments, flat, j))
                continue;
            return $"the derivative by {TProgram.Info.Weights[j].Name} is {CorpusCheck.Text(own[j])} in the row, {CorpusCheck.Text(alone.Derivatives[j])} alone";
        }

        return null;
    }

    /// <summary>How far a derivative may be off: by the sum of what the paths from a weight to the result contribute, without their signs.</summary>
    private static double Tolerance(ProgramInfo info, object?[] arguments, double[] weights, int weight)
    {
        var program = IrText.Read(info.Ir);
        if (ExternSearch.Has(program.Program))
            return 0;
        var jacobian = Interpreter.Differentiate(program.Program, CorpusCheck.ForInterpreter(program, [.. arguments.TakeWhile(static a => a != Type.Missing)]));
        var output = jacobian.Outputs.First(static o => o.Result == 0);
        var inputs = jacobian.Inputs.Select((leaf, i) => (leaf, i)).Where(pair => program.Weights.Any(w => w.Parameter == pair.leaf.Parameter)).Select(static pair => pair.i).ToList();
        return inputs.Count == weights.Length ? 10 * jacobian.Tolerance(output.Contributions[inputs[weight]]) : 0;
    }

    /// <summary>Arguments as a method takes them: numbers as enums, and what a structure is made of as the structure.</summary>
    private static object?[] Given(object?[] arguments, MethodBase method) => [.. arguments.Zip(method.GetParameters(), static (argument, parameter) => argument switch
    {
        object?[] parts => Activator.CreateInstance(parameter.ParameterType, parts),
        int value when parameter.ParameterType.IsEnum => Enum.ToObject(parameter.ParameterType, value),
        _ => argument,
    })];

    private static bool IsNear(double actual, double expected, double tolerance, double scale) =>
        actual.Equals(expected) || (!double.IsFinite(actual) && !double.IsFinite(expected)) || Math.Abs(actual - expected) <= tolerance * Math.Max(tolerance < 1 ? 1 : 0, Math.Abs(scale));

    private static IEnumerable<long> Bits(double[] values) => values.Select(Bits);

    private static long Bits(double value) => double.IsNaN(value) ? -1 : BitConverter.DoubleToInt64Bits(value);
}
