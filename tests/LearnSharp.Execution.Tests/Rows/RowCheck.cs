using System;
using System.Globalization;
using System.Linq;
using System.Runtime.InteropServices;
using LearnSharp.Runtime;

namespace LearnSharp.Execution.Tests.Rows;

/// <summary>Holds the kernels of a program, for registers of every width, against the program itself, row by row.</summary>
internal static class RowCheck
{
    private const int Rows = 8;

    /// <summary>Checks values, derivatives and marks of failure at the starting weights and choices.</summary>
    /// <param name="inputs">The rows.</param>
    /// <param name="tolerance">Of values and derivatives, relative to the greater of their size and 1.</param>
    /// <param name="options">The option of each choice; none for the starting ones.</param>
    public static void Agrees<TProgram, TInput, TWeights, TChoices, TResult>(TInput[] inputs, double tolerance = 1e-12, params int[] options)
        where TProgram : struct, IProgram<TInput, TWeights, TChoices, TResult>
        where TInput : struct
        where TWeights : struct
        where TChoices : struct
    {
        TProgram.ColumnCount.ShouldBeGreaterThanOrEqualTo(0, "the program has kernels");
        var starts = TProgram.Info.Weights.Select(static weight => weight.Start).ToArray();
        var weights = TProgram.CreateWeights(starts);
        var choices = TProgram.CreateChoices(options.Length > 0 ? options : [.. TProgram.Info.Choices.Select(static choice => choice.Start)]);
        for (var first = 0; first < inputs.Length; first += Rows)
        {
            var block = inputs[first..Math.Min(inputs.Length, first + Rows)];
            var wide = Run<TProgram, TInput, TWeights, TChoices, TResult, Lanes512>(block, starts, choices);
            var half = Run<TProgram, TInput, TWeights, TChoices, TResult, Lanes256>(block, starts, choices);
            var quarter = Run<TProgram, TInput, TWeights, TChoices, TResult, Lanes128>(block, starts, choices);
            Bits(half).ShouldBe(Bits(wide), "four rows in a register");
            Bits(quarter).ShouldBe(Bits(wide), "two rows in a register");
            for (var row = 0; row < block.Length; row++)
                Agrees<TProgram, TInput, TWeights, TChoices, TResult>(block[row], weights, choices, wide, row, tolerance);
        }
    }

    /// <summary>What the kernel makes of a block: for each row the value, the mark of failure, and the derivatives.</summary>
    private static double[] Run<TProgram, TInput, TWeights, TChoices, TResult, TLanes>(TInput[] inputs, double[] weights, TChoices choices)
        where TProgram : struct, IProgram<TInput, TWeights, TChoices, TResult>
        where TInput : struct
        where TWeights : struct
        where TChoices : struct
        where TLanes : struct, ILanes<TLanes>
    {
        var columns = new double[Math.Max(1, TProgram.ColumnCount * Rows)];
        var row = new double[TProgram.ColumnCount];
        for (var i = 0; i < Rows; i++)
        {
            TProgram.ReadColumns(in inputs[Math.Min(i, inputs.Length - 1)], row);
            for (var c = 0; c < row.Length; c++)
                columns[(c * Rows) + i] = row[c];
        }

        var results = new double[(2 + weights.Length) * Rows];
        var values = new double[(2 + weights.Length) * Rows];
        var rounded = new double[weights.Length];
        TProgram.Flatten(TProgram.CreateWeights(weights), rounded);
        for (var place = 0; place < Rows; place += TLanes.Count)
        {
            ref var weight = ref MemoryMarshal.GetArrayDataReference(rounded);
            TProgram.PullbackRows(new RowBlock<TLanes>(ref columns[place], ref weight, ref results[place]), in choices);
            TProgram.RunRows(new RowBlock<TLanes>(ref columns[place], ref weight, ref values[place]), in choices);
        }

        Bits(values)[..(2 * Rows)].ShouldBe(Bits(results)[..(2 * Rows)], "the value is the same with and without derivatives");
        return results;
    }

    private static void Agrees<TProgram, TInput, TWeights, TChoices, TResult>(
        TInput input, TWeights weights, TChoices choices, double[] results, int row, double tolerance)
        where TProgram : struct, IProgram<TInput, TWeights, TChoices, TResult>
        where TInput : struct
        where TWeights : struct
        where TChoices : struct
    {
        var failed = BitConverter.DoubleToInt64Bits(results[Rows + row]) != 0;
        var expected = new double[TProgram.Info.Weights.Count];
        double value;
        try
        {
            value = System.Convert.ToDouble(TProgram.Pullback(in input, in weights, in choices, [1.0], expected), CultureInfo.InvariantCulture);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            failed.ShouldBeTrue($"{input} throws {exception.GetType().Name}");
            return;
        }

        failed.ShouldBeFalse($"{input} does not throw");
        Close(results[row], value, tolerance, $"value at {input}");
        for (var j = 0; j < expected.Length; j++)
            Close(results[((2 + j) * Rows) + row], expected[j], tolerance, $"derivative by {TProgram.Info.Weights[j].Name} at {input}");
    }

    private static void Close(double actual, double expected, double tolerance, string what)
    {
        if (actual.Equals(expected))
            return;
        Math.Abs(actual - expected).ShouldBeLessThanOrEqualTo(
            tolerance * Math.Max(1, Math.Abs(expected)), string.Create(CultureInfo.InvariantCulture, $"{what}: {actual:R} instead of {expected:R}"));
    }

    private static long[] Bits(double[] values) => [.. values.Select(BitConverter.DoubleToInt64Bits)];
}
