using System;
using System.Diagnostics;
using System.Threading;
using LearnSharp.GradBench.Protocol;

namespace LearnSharp.Benchmarks.Gradients;

/// <summary>What one of our functions costs per call: the shortest call of any turn so far.</summary>
/// <param name="function">The function, its input parsed.</param>
internal sealed class Measurement(PreparedFunction function)
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(0.6);

    /// <summary>The shortest call.</summary>
    public double Microseconds { get; private set; } = double.PositiveInfinity;

    /// <summary>Allocated by a call after warm-up.</summary>
    public long Bytes { get; private set; } = long.MaxValue;

    /// <summary>Kept for the next call by a thread that calls the function for the first time: what its workspace takes.</summary>
    public long Kept { get; private set; }

    /// <summary>Calls the function until it is compiled for good, and finds what a thread keeps for it.</summary>
    public void Warm()
    {
        // Tiered compilation replaces a method some time after its first calls, so both a time and a number of calls have to pass.
        var calls = 0;
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < WarmUp || calls < 60; calls++)
            function.Run();
        var thread = new Thread(() => Kept = Allocated() - Allocated());
        thread.Start();
        thread.Join();
    }

    /// <summary>Calls two functions in turn for a while, so that what disturbs the machine disturbs both.</summary>
    public static void InTurn(Measurement? first, Measurement second, TimeSpan duration)
    {
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < duration;)
        {
            first?.Call();
            second.Call();
        }
    }

    private void Call()
    {
        var start = Stopwatch.GetTimestamp();
        var bytes = Allocated();
        Microseconds = Math.Min(Microseconds, Stopwatch.GetElapsedTime(start).TotalMicroseconds);
        Bytes = Math.Min(Bytes, bytes);
    }

    private long Allocated()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        function.Run();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
