using System.IO;
using static LearnSharp.Benchmarks.Rows.RowMethod;

namespace LearnSharp.Benchmarks.Rows;

/// <summary>Rows per second of fitting's inner loop: the mean loss of all rows and its gradient.</summary>
internal static class RowsBenchmark
{
    private const int MostSteps = 20;

    private static readonly int[] s_counts = [32, 1_000, 100_000];

    private static readonly IRowCase[] s_cases =
    [
        new RowCase<ResponseProgram, ResponseProgram.Input, ResponseProgram.Weights, ResponseProgram.Choices>(
            "branch",
            count => new(
                count,
                random => new(RowData<ResponseProgram.Input>.Next(random), RowData<ResponseProgram.Input>.Next(random)),
                input => Response(input.X, input.Y, 1.1, -0.3, 0.2, 1.2)),
            ScalarLoop.Response),
        new RowCase<DecayProgram, DecayProgram.Input, DecayProgram.Weights, DecayProgram.Choices>(
            "loop",
            count => new(
                count,
                random => new(RowData<DecayProgram.Input>.Next(random) / 4, random.Next(MostSteps + 1)),
                input => Decay(input.X, input.Steps, 0.7, -0.3, 0.2)),
            ScalarLoop.Decay),
    ];

    /// <summary>Prints a line for each method and number of rows.</summary>
    /// <param name="withTorch">Whether TorchSharp is built and measured, too.</param>
    /// <param name="output">Where to.</param>
    public static int Run(bool withTorch, TextWriter output)
    {
        using var torch = withTorch ? TorchPeer.Start() : null;
        output.WriteLine("Microseconds for the value and the gradient of all rows, on one thread unless said otherwise; then ours in millions of rows a second.");
        output.WriteLine($"{"method",-10} {"rows",8} {"ours",10} {"all cores",10} {"row by row",11} {"scalar C#",10} {"torch",10} {"Mrows/s",9} {"C#/ours",8} {"torch/ours",11}");
        foreach (var method in s_cases)
        {
            foreach (var count in s_counts)
                method.Measure(count, torch, output);
        }

        return 0;
    }
}
