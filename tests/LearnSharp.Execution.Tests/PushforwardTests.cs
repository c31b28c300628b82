using System;
using LearnSharp.Execution.Tests.Gradients;
using Smooth = LearnSharp.Execution.Tests.Examples.SmoothProgram;

namespace LearnSharp.Execution.Tests;

/// <summary>What <c>Pushforward</c> takes and gives, by the shape of parameters and results.</summary>
public sealed class PushforwardTests
{
    private static readonly double[] Values = [0.2, 0.9, -0.4, 1.7, 0.6, 0.1];
    private static readonly double[] Direction = [1, -0.5, 2, 0.25, -1, 3];

    [Fact]
    public void The_tangent_is_the_gradient_times_the_direction()
    {
        var (value, tangent) = Smooth.Pushforward(Values, Direction, 0.1, 0.7, 0.35, -0.2, 1.25, 1.5);

        var dValues = new double[Values.Length];
        value.ShouldBe(Smooth.Gradient(Values, 0.1, 0.35, 1.25, dValues, out var dLevel, out var dMix, out var dGain));
        var expected = (0.7 * dLevel) - (0.2 * dMix) + (1.5 * dGain);
        for (var i = 0; i < Values.Length; i++)
            expected += Direction[i] * dValues[i];
        tangent.ShouldBe(expected, 1e-12);
        tangent.ShouldNotBe(0);
    }

    [Fact]
    public void The_tangent_is_the_slope_of_the_method_along_the_direction()
    {
        const double Step = 1e-5;
        double At(double t)
        {
            var moved = (double[])Values.Clone();
            for (var i = 0; i < moved.Length; i++)
                moved[i] += t * Direction[i];
            return Examples.Smooth(moved, 0.1 + (0.7 * t), 0.35, 1.25);
        }

        Smooth.Pushforward(Values, Direction, 0.1, 0.7, 0.35, 0, 1.25, 0).Tangent.ShouldBe((At(Step) - At(-Step)) / (2 * Step), 1e-8);
    }

    [Fact]
    public void Structs_move_by_structs()
    {
        var (value, tangent) = Examples.DistanceProgram.Pushforward(new(3, 4, 7), new(1, 0, 99), new(0, 0, 8), new(0, -1, 99), 1, 0);
        value.ShouldBe(5);
        tangent.ShouldBe(1.4, 1e-15);
    }

    [Fact]
    public void An_array_comes_back_with_an_array_of_tangents()
    {
        var (value, tangent) = Examples.ScaleProgram.Pushforward([3.0, 5.0], [1.0, 0.0], 2, 10, 1, 0.5);
        value.ShouldBe([7.0, 11.0]);
        tangent.ShouldBe([32.5, 50.5]);
    }

    [Fact]
    public void A_tuple_comes_back_with_a_tuple_of_tangents_and_what_is_counted_does_not_move()
    {
        var (value, tangent) = Examples.TotalsProgram.Pushforward([1.0, 2.0], [1.0, 0.0], 2, 10);
        value.ShouldBe((6.0, 2));
        tangent.ShouldBe((32.0, 0));
    }

    [Fact]
    public void Spans_and_floats()
    {
        Examples.MeanProgram.Pushforward([3f, 5f], [1f, 1f], 2f, 0.5f).ShouldBe((8f, 4f));

        double[] xs = [0.3, 1.1];
        var dXs = new double[2];
        Methods.SpanSumProgram.Gradient(xs, 0.7, dXs, out var dA);
        Methods.SpanSumProgram.Pushforward(xs, [2.0, -1.0], 0.7, 3.0).Tangent.ShouldBe((2 * dXs[0]) - dXs[1] + (3 * dA), 1e-14);
    }

    [Fact]
    public void What_is_written_leaves_its_tangents_in_the_buffer()
    {
        double[] values = [1, 2];
        double[] tangents = [1, 0];
        Examples.ScaleInPlaceProgram.Pushforward(values, tangents, 3, 10).ShouldBe((45.0, (2 * 3 * 13) + (2 * 6 * 20.0)));
        values.ShouldBe([3.0, 6.0]);
        tangents.ShouldBe([13.0, 20.0]);
    }

    [Fact]
    public void Recursion_local_functions_and_overloads_carry_tangents()
    {
        Examples.PowerProgram.Pushforward(2, 1, 3, 1.5, 10).ShouldBe((12.0, 18 + 80.0));
        Examples.CallsProgram.Pushforward(3, 1, 2, 10).ShouldBe((Examples.Calls(3), 16 + 120.0));
    }

    [Fact]
    public void Weights_of_the_body_stay_where_they_are()
    {
        var (value, tangent) = Examples.PriceProgram.Pushforward(10, 1, 30, 1, 0.5, 0, Rounding.Up, 1);
        value.ShouldBe(Examples.Price(10, 30, 0.5, Rounding.Up, 1));
        tangent.ShouldBe(0.6 * 1.1, 1e-15);
    }

    [Fact]
    public void An_array_that_is_only_read_may_be_its_own_direction()
    {
        var (value, tangent) = Examples.PickProgram.Pushforward(Values, Values, 3, 1, 0);
        tangent.ShouldBe(2 * value);
    }

    [Fact]
    public void Tangents_of_wrong_length_are_refused_before_anything_is_written()
    {
        double[] values = [1, 2];
        var error = Should.Throw<ArgumentException>(() => Examples.ScaleInPlaceProgram.Pushforward(values, new double[3], 3, 0));
        error.ParamName.ShouldBe("tValues");
        error.Message.ShouldContain("have 3 elements, but values has 2");
        values.ShouldBe([1.0, 2.0]);
    }

    [Fact]
    public void Memory_that_is_written_may_not_be_shared()
    {
        double[] sums = [1, 1];
        double[] values = [1, 2];
        double[] tangents = [0, 0];
        Should.Throw<ArgumentException>(() => Examples.ScaleInPlaceProgram.Pushforward(values, values, 3, 0)).Message.ShouldContain("overlap values");
        Should.Throw<ArgumentException>(() => Examples.AddInPlaceProgram.Pushforward(sums, tangents, values, tangents, 2, 0)).Message.ShouldContain("tSums overlap tValues");
        Should.Throw<ArgumentException>(() => Examples.AddInPlaceProgram.Pushforward(sums, tangents, values, sums, 2, 0)).Message.ShouldContain("tValues overlap sums");
        Should.Throw<ArgumentException>(() => Examples.AddInPlaceProgram.Pushforward(values, tangents, values, new double[2], 2, 0)).Message.ShouldContain("sums, which AddInPlace writes");
        (sums[0], values[0], tangents[0]).ShouldBe((1.0, 1.0, 0.0));
        Examples.AddInPlaceProgram.Pushforward(sums, tangents, values, values, 2, 0).ShouldBe((8.0, 6.0));
    }

    [Fact]
    public void Where_the_method_throws_the_pushforward_throws_the_same() =>
        Should.Throw<IndexOutOfRangeException>(() => Examples.PickProgram.Pushforward([1.0, 2.0], [0.0, 0.0], 5, 1, 0));

    [Fact]
    public void Conventions_at_kinks_are_those_of_the_gradient()
    {
        Methods.EveryFunctionProgram.Gradient(0.7, 0.3, 1.9, out var dA, out var dB, out var dC);
        Methods.EveryFunctionProgram.Pushforward(0.7, 1, 0.3, 0, 1.9, 0).Tangent.ShouldBe(dA, 1e-12 * Math.Abs(dA));
        Methods.EveryFunctionProgram.Pushforward(0.7, 0, 0.3, 1, 1.9, 0).Tangent.ShouldBe(dB, 1e-12 * Math.Abs(dB));
        Methods.EveryFunctionProgram.Pushforward(0.7, 0, 0.3, 0, 1.9, 1).Tangent.ShouldBe(dC, 1e-12 * Math.Abs(dC));
        Examples.RegretProgram.Gradient(2, 2, 3, out var dPredicted, out _, out _);
        Examples.RegretProgram.Pushforward(2, 1, 2, 0, 3, 0).Tangent.ShouldBe(dPredicted);
    }

    [Fact]
    public void Nothing_is_allocated_after_warm_up()
    {
        var sink = 0.0;
        void Once() => sink += Smooth.Pushforward(Values, Direction, 0.1, 0.7, 0.35, -0.2, 1.25, 1.5).Tangent;

        for (var i = 0; i < 100; i++)
            Once();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            Once();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        sink.ShouldNotBe(0);
    }
}
