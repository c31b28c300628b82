using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Threading;

namespace LearnSharp.Benchmarks.Rows;

/// <summary>Rows per second of fitting's inner loop: the mean loss of all rows and its gradient.</summary>
internal static class RowsBenchmark
{
    private static readonly int[] s_counts = [32, 1_000, 100_000];
    private static readonly double[] s_weights = [0.8, -0.4, 0.1, 1.5];

    /// <summary>Prints a line for each number of rows.</summary>
    /// <param name="withTorch">Whether TorchSharp is built and measured, too.</param>
    /// <param name="output">Where to.</param>
    public static int Run(bool withTorch, TextWriter output)
    {
        using var torch = withTorch ? TorchPeer.Start() : null;
        output.WriteLine("Microseconds for the value and the gradient of all rows, on one thread unless said otherwise; then ours in millions of rows a second.");
        output.WriteLine($"{"rows",8} {"ours",10} {"all cores",10} {"row by row",11} {"scalar C#",10} {"torch",10} {"Mrows/s",9} {"C#/ours",8} {"torch/ours",11}");
        foreach (var count in s_counts)
        {
            var rows = new RowData(count);
            var gradient = new double[s_weights.Length];
            var one = Objective(rows, 1, isExact: false);
            var all = Objective(rows, Environment.ProcessorCount, isExact: false);
            var exact = Objective(rows, 1, isExact: true);
            var ours = Time(() => one.TryGradient(s_weights, out _, gradient));
            var onAll = Time(() => all.TryGradient(s_weights, out _, gradient));
            var rowByRow = Time(() => exact.TryGradient(s_weights, out _, gradient));
            var scalar = Time(() => ScalarLoop.Run(rows, s_weights, gradient));
            var peer = torch?.Microseconds(count) ?? double.NaN;

            // In turn, so that what disturbs the machine disturbs both.
            ours = Math.Min(ours, Time(() => one.TryGradient(s_weights, out _, gradient)));
            peer = Math.Min(peer, torch?.Microseconds(count) ?? double.NaN);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{count,8} {ours,10:F2} {onAll,10:F2} {rowByRow,11:F2} {scalar,10:F2} {peer,10:F1} {count / ours,9:F1} {scalar / ours,8:F2} {peer / ours,11:F1}"));
        }

        return 0;
    }

    private static RowObjective<RowMethod.ResponseProgram, RowMethod.ResponseProgram.Input, RowMethod.ResponseProgram.Weights, RowMethod.ResponseProgram.Choices, double> Objective(
        RowData rows, int threads, bool isExact)
    {
        var set = new RowSet<RowMethod.ResponseProgram.Input, double>(rows.Inputs, rows.Targets, null);
        var loss = RowLosses.Bind<RowMethod.ResponseProgram, RowMethod.ResponseProgram.Input, RowMethod.ResponseProgram.Weights, RowMethod.ResponseProgram.Choices, double, double>(
            Loss.Squared, set, "training");
        return new RowObjective<RowMethod.ResponseProgram, RowMethod.ResponseProgram.Input, RowMethod.ResponseProgram.Weights, RowMethod.ResponseProgram.Choices, double>(
            rows.Inputs, null, loss, threads, CancellationToken.None) { IsExact = isExact };
    }

    /// <summary>The shortest of many runs.</summary>
    private static double Time(Action run)
    {
        var warm = Stopwatch.GetTimestamp();
        for (var calls = 0; calls < 100 || Stopwatch.GetElapsedTime(warm).TotalSeconds < 0.6; calls++)
            run();
        var best = double.MaxValue;
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start).TotalSeconds < 1;)
        {
            var before = Stopwatch.GetTimestamp();
            for (var i = 0; i < 10; i++)
                run();
            best = Math.Min(best, Stopwatch.GetElapsedTime(before).TotalMicroseconds / 10);
        }

        return best;
    }
}
