using System;
using System.Linq;
using Smoothed = LearnSharp.Execution.Tests.Jacobians.Flows.SmoothedProgram;

namespace LearnSharp.Execution.Tests.Jacobians;

/// <summary>Derivatives of arrays: into buffers, through arrays that are written, along several directions at once.</summary>
public sealed class DirectionTests
{
    private static readonly double[] Xs = [0.3, -0.7, 1.9, -1.4, 0.8, 2.2, -0.1, 0.6, -2.1, 1.2];
    private static readonly double[] Along = [1, 0.5, -2, 0.25, 3, -1, 0.75, -0.5, 1.5, 2];

    private static readonly double[] Four = [0.1, 0.2, 0.3, 0.4];

    [Fact]
    public void Buffers_receive_what_the_other_form_returns()
    {
        var (value, tangent) = Smoothed.Pushforward(Xs, Along, 0.9, 0.3, 1.5, -0.4);
        var (values, tangents) = (new double[Xs.Length], new double[Xs.Length]);
        Smoothed.Pushforward(Xs, Along, 0.9, 0.3, 1.5, -0.4, values, tangents);
        values.ShouldBe(value);
        tangents.ShouldBe(tangent);
        value.ShouldBe(Flows.Smoothed(Xs, 0.9, 1.5));
        CheckSlopes(t => Flows.Smoothed(Moved(Xs, Along, t), 0.9 + (0.3 * t), 1.5 - (0.4 * t)), tangents);
    }

    [Fact]
    public void Buffers_of_wrong_length_are_refused_before_anything_is_written()
    {
        var (values, tangents) = (new double[Xs.Length], new double[Xs.Length]);
        var error = Should.Throw<ArgumentException>(() => Smoothed.Pushforward(Xs, Along, 0.9, 0, 1.5, 0, new double[3], tangents));
        error.ParamName.ShouldBe("value");
        error.Message.ShouldContain("has 3 elements, but what Smoothed gives has 10");
        Should.Throw<ArgumentException>(() => Smoothed.Pushforward(Xs, Along, 0.9, 0, 1.5, 0, values, new double[11])).ParamName.ShouldBe("valueTangent");
        Should.Throw<ArgumentException>(() => Smoothed.Pushforward(Xs, Along, 0.9, 0, 1.5, 0, values, values)).ParamName.ShouldBe("valueTangent");
        values.ShouldAllBe(static x => x == 0);
        tangents.ShouldAllBe(static x => x == 0);
    }

    [Fact]
    public void Buffers_may_be_what_goes_in()
    {
        var expected = Smoothed.Pushforward(Xs, Along, 0.9, 0.3, 1.5, -0.4);
        var (xs, along) = ((double[])Xs.Clone(), (double[])Along.Clone());
        Smoothed.Pushforward(xs, along, 0.9, 0.3, 1.5, -0.4, xs, along);
        xs.ShouldBe(expected.Value);
        along.ShouldBe(expected.Tangent);
    }

    [Fact]
    public void What_comes_out_outlives_the_next_call()
    {
        var first = Smoothed.Pushforward(Xs, Along, 0.9, 0.3, 1.5, -0.4);
        var kept = (double[])first.Tangent.Clone();
        Smoothed.Pushforward(Along, Xs, 0.2, 0.1, 0.5, 3);
        first.Tangent.ShouldBe(kept);
        first.Value.ShouldNotBeSameAs(first.Tangent);
    }

    [Fact]
    public void A_method_without_a_result_moves_what_it_writes()
    {
        var (places, speeds, tPlaces, tSpeeds) = (Xs[..4], Xs[4..8], Along[..4], Along[4..8]);
        Flows.StepProgram.Pushforward(places, tPlaces, speeds, tSpeeds, 0.1, 0.5, 4, -2);
        double[] At(double t)
        {
            var (p, s) = (Moved(Xs[..4], Along[..4], t), Moved(Xs[4..8], Along[4..8], t));
            Flows.Step(p, s, 0.1 + (0.5 * t), 4 - (2 * t));
            return [.. p, .. s];
        }

        double[] after = [.. places, .. speeds];
        after.ShouldBe(At(0));
        CheckSlopes(At, [.. tPlaces, .. tSpeeds]);
    }

    [Fact]
    public void Forward_and_reverse_agree_where_nothing_comes_out()
    {
        var (places, speeds, tPlaces, tSpeeds) = (Xs[..4], Xs[4..8], Along[..4], Along[4..8]);
        Flows.StepProgram.Pushforward(places, tPlaces, speeds, tSpeeds, 0.1, 0.5, 4, -2);
        double[] seedPlaces = [0.3, -1, 2, 0.5];
        double[] seedSpeeds = [1, 0.25, -0.5, 3];
        var (dPlaces, dSpeeds) = (new double[4], new double[4]);
        Flows.StepProgram.Pullback(Xs[..4], [.. Xs[4..8]], 0.1, 4, seedPlaces, seedSpeeds, dPlaces, dSpeeds, out var dTime, out var dStiffness);
        var backwards = Dot(dPlaces, Along[..4]) + Dot(dSpeeds, Along[4..8]) + (0.5 * dTime) - (2 * dStiffness);
        (Dot(seedPlaces, tPlaces) + Dot(seedSpeeds, tSpeeds)).ShouldBe(backwards, 1e-12 * Math.Max(1, Math.Abs(backwards)));
    }

    [Fact]
    public void A_count_comes_out_and_an_array_is_written()
    {
        double[] values = [1, -2, 3, -4];
        double[] tangents = [1, 1, 1, 1];
        Flows.RectifyProgram.Pushforward(values, tangents, 0.5, 10).ShouldBe((2, 0));
        values.ShouldBe([1.0, -1, 3, -2]);
        tangents.ShouldBe([1.0, -19.5, 1, -39.5]);
    }

    [Fact]
    public void A_result_that_may_be_an_argument_stays_it()
    {
        double[] a = [1, 2];
        double[] b = [3, 4];
        double[] tB = [5, 6];
        var (value, tangent) = Flows.LargerProgram.Pushforward(a, [0, 0], b, tB);
        value.ShouldBeSameAs(b);
        tangent.ShouldBe([5.0, 6]);
        CheckJacobian(Flows.LargerProgram.Jacobian(a, b), static at => Flows.Larger(at[..2], at[2..]), [.. a, .. b]);
    }

    [Fact]
    public void Many_directions_have_the_bits_of_each_alone()
    {
        const int Count = 11;
        var random = new Random(5);
        var alongXs = Enumerable.Range(0, Count * Xs.Length).Select(_ => random.NextDouble() - 0.5).ToArray();
        var alongWidth = Enumerable.Range(0, Count).Select(_ => random.NextDouble() - 0.5).ToArray();
        var alongGain = Enumerable.Range(0, Count).Select(_ => random.NextDouble() - 0.5).ToArray();
        var (value, product) = (new double[Xs.Length], new double[Count * Xs.Length]);
        Smoothed.JacobianProduct(Xs, alongXs, 0.9, alongWidth, 1.5, alongGain, Count, value, product);
        value.ShouldBe(Flows.Smoothed(Xs, 0.9, 1.5));
        for (var i = 0; i < Count; i++)
        {
            var part = (i * Xs.Length)..((i + 1) * Xs.Length);
            product[part].ShouldBe(Smoothed.Pushforward(Xs, alongXs[part], 0.9, alongWidth[i], 1.5, alongGain[i]).Tangent);
        }
    }

    [Fact]
    public void Directions_and_buffers_that_do_not_fit_are_refused()
    {
        var (value, product) = (new double[Xs.Length], new double[2 * Xs.Length]);
        void Product(double[] xs, double[] width, double[] value, double[] product) => Smoothed.JacobianProduct(Xs, xs, 0.9, width, 1.5, [0, 0], 2, value, product);
        var two = new double[2 * Xs.Length];
        Should.Throw<ArgumentException>(() => Product(new double[19], [0, 0], value, product)).ParamName.ShouldBe("tXs");
        Should.Throw<ArgumentException>(() => Product(two, [0], value, product)).ParamName.ShouldBe("tWidth");
        Should.Throw<ArgumentException>(() => Product(two, [0, 0], new double[2], product)).ParamName.ShouldBe("value");
        Should.Throw<ArgumentException>(() => Product(two, [0, 0], value, new double[19])).ParamName.ShouldBe("product");
        Should.Throw<ArgumentException>(() => Product(two, [0, 0], Xs, product)).ParamName.ShouldBe("value");
        Should.Throw<ArgumentException>(() => Product(two, [0, 0], value, two)).ParamName.ShouldBe("product");
        value.ShouldAllBe(static x => x == 0);
    }

    [Fact]
    public void The_Jacobian_of_an_array_is_that_of_differences()
    {
        CheckJacobian(Smoothed.Jacobian(Xs, 0.9, 1.5), static at => Flows.Smoothed(at[..10], at[10], at[11]), [.. Xs, 0.9, 1.5]);
        var many = Enumerable.Range(0, 40).Select(static i => Math.Sin(i) + 0.05).ToArray();
        var before = (double[])many.Clone();
        CheckJacobian(Flows.EndsProgram.Jacobian(many, 0.4), static at => Flows.Ends(at[..40], at[40]), [.. many, 0.4]);
        many.ShouldBe(before);
    }

    [Fact]
    public void Rows_move_along_all_weights_of_the_record()
    {
        var input = new Smoothed.Input(Xs, 0.9);
        var (value, tangent) = Smoothed.Pushforward(input, new(), new(), new() { Gain = 2 });
        value.ShouldBe(Flows.Smoothed(Xs, 0.9));
        CheckSlopes(static t => Flows.Smoothed(Xs, 0.9, 1.5 + (2 * t)), tangent);
    }

    [Fact]
    public void Arrays_that_a_loop_makes_again_and_again_are_not_kept()
    {
        var (start, along, value, tangent) = (new double[2000], new double[2000], new double[2000], new double[2000]);
        (start[7], along[7]) = (0.4, 1);
        Flows.WalkedProgram.Pushforward(start, along, 0.3, 2, 3, value, tangent);
        CheckSlopes(t => Flows.Walked(Moved(start, along, t), 0.3 + (2 * t), 3), tangent);

        // Forty megabytes go by.
        var before = GC.GetTotalMemory(forceFullCollection: true);
        Flows.WalkedProgram.Pushforward(start, along, 0.3, 2, 1300, value, tangent);
        (GC.GetTotalMemory(forceFullCollection: true) - before).ShouldBeLessThan(4_000_000);
        value.ShouldBe(Flows.Walked(start, 0.3, 1300));
    }

    [Fact]
    public void Nothing_is_allocated_after_warm_up()
    {
        var (value, tangent, product) = (new double[Xs.Length], new double[Xs.Length], new double[2 * Xs.Length]);
        double[] along = [.. Along, .. Along];
        double[] two = [1, 2];
        Allocated(() => Smoothed.Pushforward(Xs, Along, 0.9, 0.3, 1.5, -0.4, value, tangent)).ShouldBe(0);
        Allocated(() => Smoothed.JacobianProduct(Xs, along, 0.9, two, 1.5, two, 2, value, product)).ShouldBe(0);
        var (places, speeds, tPlaces, tSpeeds) = (Xs[..4], Xs[4..8], Along[..4], Along[4..8]);
        Allocated(() => Flows.StepProgram.Pushforward(places, tPlaces, speeds, tSpeeds, 0.001, 0, 4, 0)).ShouldBe(0);

        // Twelve columns and ten rows, and what the runtime keeps beside them.
        Allocated(static () => Smoothed.Jacobian(Xs, 0.9, 1.5)).ShouldBeInRange(8 * 120, (8 * 120) + 64);
        Allocated(static () => Maps.CurveProgram.Jacobian(0.7, Four, Four, 1.5)).ShouldBeInRange(8 * 8 * 9, (8 * 8 * 9) + 64);
    }

    private static long Allocated(Action call)
    {
        const int Calls = 50;
        for (var i = 0; i < 100; i++)
            call();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Calls; i++)
            call();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / Calls;
    }

    private static double[] Moved(double[] at, double[] along, double t) => [.. at.Zip(along, (x, d) => x + (t * d))];

    private static double Dot(double[] a, double[] b) => a.Zip(b, static (x, y) => x * y).Sum();

    private static void CheckSlopes(Func<double, double[]> at, double[] tangents)
    {
        const double Step = 1e-6;
        var (up, down) = (at(Step), at(-Step));
        tangents.Length.ShouldBe(up.Length);
        for (var i = 0; i < up.Length; i++)
            tangents[i].ShouldBe((up[i] - down[i]) / (2 * Step), 1e-7, $"element {i}");
        tangents.ShouldContain(static x => x != 0);
    }

    private static void CheckJacobian(double[,] jacobian, Func<double[], double[]> method, double[] at)
    {
        jacobian.GetLength(1).ShouldBe(at.Length);
        for (var column = 0; column < at.Length; column++)
        {
            var along = new double[at.Length];
            along[column] = 1;
            var (up, down) = (method(Moved(at, along, 1e-6)), method(Moved(at, along, -1e-6)));
            jacobian.GetLength(0).ShouldBe(up.Length);
            for (var row = 0; row < up.Length; row++)
                jacobian[row, column].ShouldBe((up[row] - down[row]) / 2e-6, 1e-7, $"row {row}, column {column}");
        }
    }
}
