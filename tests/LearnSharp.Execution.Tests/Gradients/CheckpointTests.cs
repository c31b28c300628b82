using System;
using System.Threading;
using static LearnSharp.Execution.Tests.Gradients.Methods;

namespace LearnSharp.Execution.Tests.Gradients;

/// <summary>Loops whose records do not fit a memory limit run with checkpoints.</summary>
public sealed class CheckpointTests
{
    private const int Million = 1_000_000;

    [Fact]
    public void Twenty_million_turns_keep_to_32_megabytes_and_have_the_derivatives_of_forward_mode()
    {
        const int Turns = 20 * Million;
        var (value, dX, dStiffness, dEcho) = (0.0, 0.0, 0.0, 0.0);
        var taken = AllocatedOnAThreadOfItsOwn(() => value = LongRunProgram.Gradient(0.9, Turns, 0.7, 0.3, out dX, out dStiffness, out dEcho));
        taken.ShouldBeInRange(1 << 20, 40 << 20);

        // What recording all of it takes: a hundredth of the turns, a hundred times.
        (100 * AllocatedOnAThreadOfItsOwn(static () => LongRunUnlimitedProgram.Gradient(0.9, Turns / 100, 0.7, 0.3, out _, out _, out _))).ShouldBeGreaterThan(500L << 20);

        value.ShouldBe(LongRun(0.9, Turns));
        Close(dX, LongRunProgram.Pushforward(0.9, 1, Turns, 0.7, 0, 0.3, 0).Tangent);
        Close(dStiffness, LongRunProgram.Pushforward(0.9, 0, Turns, 0.7, 1, 0.3, 0).Tangent);
        Close(dEcho, LongRunProgram.Pushforward(0.9, 0, Turns, 0.7, 0, 0.3, 1).Tangent);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(1000)]
    [InlineData(300_000)]
    public void Derivatives_with_and_without_a_limit_are_the_same(int turns)
    {
        var value = LongRunProgram.Gradient(0.9, turns, 0.7, 0.3, out var dX, out var dStiffness, out var dEcho);
        value.ShouldBe(LongRunUnlimitedProgram.Gradient(0.9, turns, 0.7, 0.3, out var expectedX, out var expectedStiffness, out var expectedEcho));
        Close(dX, expectedX);
        Close(dStiffness, expectedStiffness);
        Close(dEcho, expectedEcho);
    }

    [Theory]
    [InlineData(2.9)]
    [InlineData(1.0)]
    [InlineData(0.1)]
    public void A_loop_left_in_the_middle_whose_buffers_change_places(double goal)
    {
        double[] start = [1.2, 0.3, 0.9, 1.1, 0.2];
        GradientCheck.Agrees<DiffusionProgram, DiffusionProgram.Input, DiffusionProgram.Weights, DiffusionProgram.Choices>(new(start, goal), start, goal);
    }

    [Fact]
    public void What_throws_in_a_turn_leaves_the_buffers_alone()
    {
        double[] xs = [0.3, 1.1, -0.4, 2.0, 0.8];
        var dXs = new double[5];
        Should.Throw<IndexOutOfRangeException>(() => ThrowsLateProgram.Gradient(xs, 6, 0.7, dXs, out _));
        dXs.ShouldAllBe(static d => d == 0);
        var value = ThrowsLateProgram.Gradient(xs, 5, 0.7, dXs, out var dA);
        value.ShouldBe(ThrowsLate(xs, 5));
        Close(dA, ThrowsLateProgram.Pushforward(xs, new double[5], 5, 0.7, 1).Tangent);
        Close(dXs[2], ThrowsLateProgram.Pushforward(xs, [0, 0, 1, 0, 0], 5, 0.7, 0).Tangent);
    }

    [Fact]
    public void Arrays_are_left_as_the_method_leaves_them_where_their_contents_do_not_count()
    {
        double[] left = [0.5, -1.25, 2];
        double[] given = [.. left];
        var expected = Settled(left, 0.3);
        SettledProgram.Gradient(given, 0.3, 0.7, new double[3], out var dY, out _).ShouldBe(expected);
        given.ShouldBe(left);
        Close(dY, SettledProgram.Pushforward([0.5, -1.25, 2], new double[3], 0.3, 1, 0.7, 0).Tangent);
    }

    private static void Close(double actual, double expected) => Math.Abs(actual - expected).ShouldBeLessThanOrEqualTo(1e-9 * Math.Max(1, Math.Abs(expected)), $"{actual:R} against {expected:R}");

    // Every thread has a workspace of its own: a new one shows all that is taken.
    private static long AllocatedOnAThreadOfItsOwn(Action run)
    {
        var taken = 0L;
        var thread = new Thread(() =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            run();
            taken = GC.GetAllocatedBytesForCurrentThread() - before;
        });
        thread.Start();
        thread.Join();
        return taken;
    }
}
