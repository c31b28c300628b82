using System;

namespace LearnSharp.Execution.Tests.HandWritten;

/// <summary>Derivatives written by hand, in both modes, against differences of the methods themselves; and derivatives stopped on purpose.</summary>
public sealed class HandWrittenTests
{
    [Fact]
    public void Numbers_in_a_loop_through_a_table_and_a_tuple()
    {
        foreach (var x in new[] { 0.3, 1.2, 4.7 })
        {
            var value = Instruments.MeasuredProgram.Gradient(x, 0.7, 1.5, out var dX, out var dY, out var dGain);
            value.ShouldBe(Instruments.Measured(x, 0.7, 1.5));
            dX.ShouldBe(Slope(t => Instruments.Measured(x + t, 0.7, 1.5)), 1e-6);
            dY.ShouldBe(Slope(t => Instruments.Measured(x, 0.7 + t, 1.5)), 1e-6);
            dGain.ShouldBe(Slope(t => Instruments.Measured(x, 0.7, 1.5 + t)), 1e-5);
            Instruments.MeasuredProgram.Pushforward(x, 1, 0.7, -2, 1.5, 0.5).Tangent.ShouldBe(dX - (2 * dY) + (0.5 * dGain), 1e-11 * Math.Abs(dX));
        }
    }

    [Fact]
    public void A_learnable_method_may_have_a_rule_itself()
    {
        Instruments.KnownProgram.Gradient(0.4, out var dX).ShouldBe(Math.Sin(0.4));
        dX.ShouldBe(2 * Math.Cos(0.4));
        Instruments.KnownProgram.Pushforward(0.4, 1).Tangent.ShouldBe(2 * Math.Cos(0.4));
    }

    [Fact]
    public void Arrays_that_change_between_calls_are_handed_to_the_pullback_as_they_were()
    {
        double[] values = [0.3, -0.8, 1.1];
        double At(int k, double t)
        {
            var moved = (double[])values.Clone();
            moved[k] += t;
            return Instruments.Smoothed(moved, 0.9);
        }

        var (handed, dValues) = ((double[])values.Clone(), new double[3]);
        Instruments.SmoothedProgram.Gradient(handed, 0.9, dValues, out var dScale);
        dScale.ShouldBe(Slope(t => Instruments.Smoothed((double[])values.Clone(), 0.9 + t)), 1e-8);
        for (var k = 0; k < 3; k++)
            dValues[k].ShouldBe(Slope(t => At(k, t)), 1e-8);

        double[] direction = [1, 10, -3];
        Instruments.SmoothedProgram.Pushforward((double[])values.Clone(), direction, 0.9, 2).Tangent
            .ShouldBe(dValues[0] + (10 * dValues[1]) - (3 * dValues[2]) + (2 * dScale), 1e-12);
    }

    [Fact]
    public void Methods_of_other_assemblies_by_a_pullback_or_a_pushforward_alone()
    {
        Instruments.RootedProgram.Gradient(1.3, 0.8, out var dX, out var dY).ShouldBe(Instruments.Rooted(1.3, 0.8));
        dX.ShouldBe(Slope(t => Instruments.Rooted(1.3 + t, 0.8)), 1e-9);
        dY.ShouldBe(Slope(t => Instruments.Rooted(1.3, 0.8 + t)), 1e-9);
        Instruments.RootedProgram.Pushforward(1.3, 1, 0.8, 10).Tangent.ShouldBe(dX + (10 * dY), 1e-13);
    }

    [Fact]
    public void Derivatives_of_derivatives_do_not_confuse_inner_and_outer_variables()
    {
        Instruments.ConfusingProgram.Gradient(2.0, out var dX).ShouldBe(2.0);
        dX.ShouldBe(1.0);
        Instruments.ConfusingProgram.Pushforward(2.0, 1.0).ShouldBe((2.0, 1.0));

        Instruments.ForceProgram.Gradient(0.7, 1.3, out dX, out var dY).ShouldBe(Instruments.Force(0.7, 1.3));
        dX.ShouldBe(Slope(t => Instruments.Force(0.7 + t, 1.3)), 1e-8);
        dY.ShouldBe(Slope(t => Instruments.Force(0.7, 1.3 + t)), 1e-8);
        Instruments.ForceProgram.Pushforward(0.7, 1, 1.3, 10).Tangent.ShouldBe(dX + (10 * dY), 1e-12);
    }

    [Fact]
    public void Spans_and_floats()
    {
        float[] xs = [1f, 2f];
        var dXs = new float[2];
        Instruments.LightProgram.Gradient(xs, 3f, dXs, out var dY).ShouldBe(27f);
        dXs.ShouldBe([9f, 9f]);
        dY.ShouldBe(18f);
        Instruments.LightProgram.Pushforward(xs, [1f, 0f], 3f, 1f).ShouldBe((27f, 27f));
    }

    [Fact]
    public void What_is_detached_or_marked_counts_as_constant()
    {
        double[] xs = [5.0, 7.0];
        var dXs = new double[2];
        Instruments.FrozenProgram.Gradient(2.0, xs, out var dX, dXs).ShouldBe(Instruments.Frozen(2.0, xs));

        // x² x + xs₀ xs₀ + xs₁ 3 + … + 2.5 x + x x, with all the first factors held.
        dX.ShouldBe(4 + 2.5 + 2);
        dXs.ShouldBe([5.0, 0.0]);
        Instruments.FrozenProgram.Pushforward(2.0, 1, xs, [10, 100]).Tangent.ShouldBe(8.5 + 50);
    }

    [Fact]
    public void As_plain_code_detaching_changes_nothing_but_the_array()
    {
        double[] values = [1, 2];
        var copy = Learn.Detach(values);
        copy.ShouldBe(values);
        copy.ShouldNotBeSameAs(values);
        Learn.Detach(2.5).ShouldBe(2.5);
    }

    private static double Slope(Func<double, double> at)
    {
        const double Step = 1e-5;
        return (at(Step) - at(-Step)) / (2 * Step);
    }
}
