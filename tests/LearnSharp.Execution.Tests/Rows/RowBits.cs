using System;
using System.Globalization;
using System.Linq;
using System.Runtime.Intrinsics;
using System.Text;
using System.Threading;
using static LearnSharp.Execution.Tests.Rows.RowMethods;

namespace LearnSharp.Execution.Tests.Rows;

/// <summary>The bits of losses, gradients and residuals of several programs over many rows, one line each, to compare between machines, switches and numbers of threads.</summary>
public static class RowBits
{
    public const string Command = "row-bits";

    private const int Rows = 1003;

    /// <summary>The widths that the runtime uses, then a line for each program.</summary>
    /// <param name="threads">The largest number of threads.</param>
    public static string Report(int threads)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"512 {Vector512.IsHardwareAccelerated} 256 {Vector256.IsHardwareAccelerated}");
        Add<StraightProgram, StraightProgram.Input, StraightProgram.Weights, StraightProgram.Choices>(text, threads, r => new(Between(r, -3, 3), Between(r, -3, 3)));
        Add<GuardedProgram, GuardedProgram.Input, GuardedProgram.Weights, GuardedProgram.Choices>(text, threads, r => new(Between(r, -3, 5)));
        Add<NewtonProgram, NewtonProgram.Input, NewtonProgram.Weights, NewtonProgram.Choices>(text, threads, r => new(Between(r, 0.1, 9), r.Next(0, 12)));
        Add<LeavingProgram, LeavingProgram.Input, LeavingProgram.Weights, LeavingProgram.Choices>(text, threads, r => new(Between(r, -4, 4), r.Next(0, 14)));
        Add<WholeProgram, WholeProgram.Input, WholeProgram.Weights, WholeProgram.Choices>(
            text, threads, r => new(r.Next(-1000000, 1000000), r.NextInt64(-10000000000, 10000000000), Between(r, -4, 4)));
        Add<SeasonsProgram, SeasonsProgram.Input, SeasonsProgram.Weights, SeasonsProgram.Choices>(text, threads, r => new(Between(r, -3, 3.9), r.Next(0, 4)));
        Add<FilteredProgram, FilteredProgram.Input, FilteredProgram.Weights, FilteredProgram.Choices>(text, threads, r => new(Between(r, -3, 9), r.Next(0, 12)));
        return text.ToString();
    }

    internal static double Between(Random random, double low, double high) => low + (random.NextDouble() * (high - low));

    /// <summary>An objective over random rows with weights between 0 and 2, some of them 0.</summary>
    internal static IObjective Objective<TProgram, TInput, TWeights, TChoices>(int rows, int threads, Func<Random, TInput> make)
        where TProgram : struct, IProgram<TInput, TWeights, TChoices, double>
        where TInput : struct
        where TWeights : struct
        where TChoices : struct
    {
        var random = new Random(8);
        TInput[] inputs = [.. Enumerable.Range(0, rows).Select(_ => make(random))];
        double[] targets = [.. inputs.Select(_ => Between(random, -1, 1))];
        double[] weights = [.. inputs.Select(_ => random.Next(7) == 0 ? 0 : Between(random, 0, 2))];
        var set = new RowSet<TInput, double>(inputs, targets, weights);
        var loss = RowLosses.Bind<TProgram, TInput, TWeights, TChoices, double, double>(Loss.Squared, set, "training");
        return new RowObjective<TProgram, TInput, TWeights, TChoices, double>(inputs, weights, loss, threads, CancellationToken.None) { IsExact = false };
    }

    private static void Add<TProgram, TInput, TWeights, TChoices>(StringBuilder text, int threads, Func<Random, TInput> make)
        where TProgram : struct, IProgram<TInput, TWeights, TChoices, double>
        where TInput : struct
        where TWeights : struct
        where TChoices : struct
    {
        var objective = Objective<TProgram, TInput, TWeights, TChoices>(Rows, threads, make);
        double[] start = [.. TProgram.Info.Weights.Select(static weight => weight.Start)];
        var gradient = new double[start.Length];
        var batch = new double[start.Length];
        var residuals = new double[Rows];
        var jacobian = new double[Rows * start.Length];
        int[] rows = [.. Enumerable.Range(0, 101).Select(static i => i * 37 % Rows)];

        // Twice: the first pass measures how long it takes, and decides for the second one whether threads pay.
        for (var i = 0; i < 2; i++)
        {
            objective.TryGradient(start, out var loss, gradient).ShouldBeTrue(TProgram.Info.FullName);
            objective.TryLoss(start, out var value).ShouldBeTrue();
            objective.TryBatch(start, rows, out var part, batch).ShouldBeTrue();
            objective.TryJacobian(start, residuals, jacobian).ShouldBeTrue();
            if (i == 0)
                continue;
            text.Append(TProgram.Info.FullName);
            foreach (var number in (double[])[loss, value, part, .. gradient, .. batch, Digest(residuals), Digest(jacobian)])
                text.Append(CultureInfo.InvariantCulture, $" {BitConverter.DoubleToInt64Bits(number):x}");
            text.AppendLine();
        }
    }

    private static double Digest(double[] values) =>
        BitConverter.Int64BitsToDouble(values.Aggregate(17L, static (digest, value) => unchecked((digest * 31) + BitConverter.DoubleToInt64Bits(value))));
}
