using System;
using System.Diagnostics;
using System.Globalization;
using TorchSharp;
using static TorchSharp.torch;

namespace LearnSharp.Benchmarks.Torch;

/// <summary>
/// The methods of <c>LearnSharp.Benchmarks -- rows</c> in TorchSharp, eager, on one thread. Reads the name of a method and a number of rows from each line of its input and answers with the
/// microseconds that the mean squared error and its gradient take.
/// </summary>
internal static class Program
{
    private const int MostSteps = 20;

    private static int Main()
    {
        set_num_threads(1);
        while (Console.In.ReadLine()?.Split(' ') is [var method, var count] && int.TryParse(count, CultureInfo.InvariantCulture, out var rows))
        {
            random.manual_seed(7);
            Console.Out.WriteLine("micros " + (method == "loop" ? Loop(rows) : Branch(rows)).ToString("R", CultureInfo.InvariantCulture));
        }

        return 0;
    }

    private static double Branch(int rows)
    {
        using var x = rand(rows, float64) * 4 - 2;
        using var y = rand(rows, float64) * 4 - 2;
        using var target = rand(rows, float64);
        using var a = tensor(0.8, float64, requires_grad: true);
        using var b = tensor(-0.4, float64, requires_grad: true);
        using var c = tensor(0.1, float64, requires_grad: true);
        using var d = tensor(1.5, float64, requires_grad: true);
        return Measure([a, b, c, d], () =>
        {
            var s = a * x + b * y;
            var e = exp(-s);
            var r = where(s > c, d * e + x, e - d * y);
            return r / (1 + e) - target;
        });
    }

    private static double Loop(int rows)
    {
        using var x = rand(rows, float64) - 0.5;
        using var steps = randint(0, MostSteps + 1, rows, int64);
        using var target = rand(rows, float64);
        using var a = tensor(0.8, float64, requires_grad: true);
        using var b = tensor(-0.4, float64, requires_grad: true);
        using var c = tensor(0.1, float64, requires_grad: true);
        return Measure([a, b, c], () =>
        {
            var y = x;
            for (var i = 0; i < MostSteps; i++)
                y = where(steps > i, a * y + b * y * y + c, y);
            return y - target;
        });
    }

    private static double Measure(Tensor[] weights, Func<Tensor> error)
    {
        void Run()
        {
            using var scope = NewDisposeScope();
            foreach (var weight in weights)
                weight.grad?.zero_();
            var errors = error();
            (errors * errors).mean().backward();
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
