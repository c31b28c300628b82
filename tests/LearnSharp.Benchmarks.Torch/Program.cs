using System;
using System.Diagnostics;
using System.Globalization;
using TorchSharp;
using static TorchSharp.torch;

namespace LearnSharp.Benchmarks.Torch;

/// <summary>
/// The method of <c>LearnSharp.Benchmarks -- rows</c> in TorchSharp, eager, on one thread. Reads numbers of rows from its input and answers each with the microseconds that the mean squared error and its
/// gradient take.
/// </summary>
internal static class Program
{
    private static int Main()
    {
        set_num_threads(1);
        while (Console.In.ReadLine() is { } line && int.TryParse(line, CultureInfo.InvariantCulture, out var rows))
            Console.Out.WriteLine("micros " + Measure(rows).ToString("R", CultureInfo.InvariantCulture));
        return 0;
    }

    private static double Measure(int rows)
    {
        random.manual_seed(7);
        using var x = rand(rows, float64) * 4 - 2;
        using var y = rand(rows, float64) * 4 - 2;
        using var target = rand(rows, float64);
        using var a = tensor(0.8, float64, requires_grad: true);
        using var b = tensor(-0.4, float64, requires_grad: true);
        using var c = tensor(0.1, float64, requires_grad: true);
        using var d = tensor(1.5, float64, requires_grad: true);
        void Run()
        {
            using var scope = NewDisposeScope();
            foreach (var weight in new[] { a, b, c, d })
                weight.grad?.zero_();
            var s = a * x + b * y;
            var e = exp(-s);
            var r = where(s > c, d * e + x, e - d * y);
            var error = r / (1 + e) - target;
            (error * error).mean().backward();
        }

        var warm = Stopwatch.GetTimestamp();
        for (var calls = 0; calls < 100 || Stopwatch.GetElapsedTime(warm).TotalSeconds < 0.6; calls++)
            Run();
        var best = double.MaxValue;
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start).TotalSeconds < 1;)
        {
            var before = Stopwatch.GetTimestamp();
            for (var i = 0; i < 10; i++)
                Run();
            best = Math.Min(best, Stopwatch.GetElapsedTime(before).TotalMicroseconds / 10);
        }

        return best;
    }
}
