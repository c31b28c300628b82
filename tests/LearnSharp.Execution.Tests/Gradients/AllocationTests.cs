using System;
using static LearnSharp.Execution.Tests.Gradients.Methods;

namespace LearnSharp.Execution.Tests.Gradients;

/// <summary>After warm-up a gradient allocates nothing: records and scratch arrays are kept by the workspace.</summary>
public sealed class AllocationTests
{
    private static readonly double[] Series = [0.3, 1.1, -0.4, 2.0, 0.8];

    [Fact]
    public void A_loop_a_branch_an_array_and_a_call() =>
        Allocated(static () =>
        {
            var dXs = Buffers.Five;
            return EverythingProgram.Gradient(Series, 3, 0.7, 0.3, dXs, out _, out _);
        }).ShouldBe(0);

    [Fact]
    public void Local_arrays_and_records_of_loops() =>
        Allocated(static () => LocalArrayProgram.Gradient(new LocalArrayProgram.Input(Series), new(), new(), out _)).ShouldBe(0);

    [Fact]
    public void Arrays_written_in_place() =>
        Allocated(static () => InPlaceProgram.Gradient(new InPlaceProgram.Input(Series), new(), new(), out _)).ShouldBe(0);

    [Fact]
    public void Calls_and_recursion() =>
        Allocated(static () => CallsProgram.Gradient(new CallsProgram.Input(1.3), new(), new(), out _)).ShouldBe(0);

    [Fact]
    public void Loops_with_checkpoints() =>
        Allocated(static () =>
        {
            var dXs = Buffers.Five;
            return ThrowsLateProgram.Gradient(Series, 5, 0.7, dXs, out _);
        }).ShouldBe(0);

    [Fact]
    public void The_counter_of_this_test_sees_an_allocation() =>
        Allocated(static () => new double[100].Length).ShouldBeGreaterThan(0);

    private static long Allocated(Func<double> gradient)
    {
        for (var i = 0; i < 100; i++)
            gradient();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            gradient();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static class Buffers
    {
        [ThreadStatic]
        private static double[]? t_five;

        public static double[] Five => t_five ??= new double[5];
    }
}
