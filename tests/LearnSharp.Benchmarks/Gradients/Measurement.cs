using System;
using System.Diagnostics;
using LearnSharp.GradBench.Protocol;

namespace LearnSharp.Benchmarks.Gradients;

/// <summary>What a function costs per call, after warm-up.</summary>
/// <param name="Microseconds">The shortest run.</param>
/// <param name="Bytes">Allocated per call.</param>
internal readonly record struct Measurement(double Microseconds, long Bytes)
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(0.6);

    /// <summary>Measures two functions in turn, so that what disturbs the machine disturbs both.</summary>
    public static (Measurement First, Measurement Second) InTurn(PreparedFunction first, PreparedFunction second, TimeSpan duration)
    {
        Warm(first);
        Warm(second);
        var (a, b) = (Once(first), Once(second));
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < duration;)
        {
            a = a.Better(Once(first));
            b = b.Better(Once(second));
        }

        return (a, b);
    }

    private static void Warm(PreparedFunction function)
    {
        // Tiered compilation replaces a method some time after its first calls, so both a time and a number of calls have to pass.
        var calls = 0;
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < WarmUp || calls < 60; calls++)
            function.Run();
    }

    private static Measurement Once(PreparedFunction function)
    {
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        function.Run();
        var elapsed = Stopwatch.GetElapsedTime(start);
        return new(elapsed.TotalMicroseconds, GC.GetAllocatedBytesForCurrentThread() - bytes);
    }

    private Measurement Better(Measurement other) => new(Math.Min(Microseconds, other.Microseconds), Math.Min(Bytes, other.Bytes));
}
