using System;
using LearnSharp.Ir;
using Smooth = LearnSharp.Execution.Tests.Examples.SmoothProgram;

namespace LearnSharp.Execution.Tests;

public sealed class GradientTests
{
    private static readonly double[] Values = [0.2, 0.9, -0.4, 1.7, 0.6, 0.1];

    [Fact]
    public void A_loop_a_branch_an_array_and_a_call_have_the_gradient_of_central_differences()
    {
        var dValues = new double[Values.Length];
        var value = Smooth.Gradient(Values, 0.1, 0.35, 1.25, dValues, out var dLevel, out var dMix, out var dGain);

        value.ShouldBe(Examples.Smooth(Values, 0.1, 0.35, 1.25));
        Close(dLevel, Central(0.1, x => Examples.Smooth(Values, x, 0.35, 1.25)));
        Close(dMix, Central(0.35, x => Examples.Smooth(Values, 0.1, x, 1.25)));
        Close(dGain, Central(1.25, x => Examples.Smooth(Values, 0.1, 0.35, x)));
        for (var i = 0; i < Values.Length; i++)
        {
            var at = i;
            Close(dValues[i], Central(Values[i], x => Examples.Smooth(With(at, x), 0.1, 0.35, 1.25)));
        }
    }

    [Fact]
    public void A_loop_a_branch_an_array_and_a_call_have_the_gradient_of_dual_numbers()
    {
        var program = IrText.Read(InfoOf<Smooth, Smooth.Input, Smooth.Weights, Smooth.Choices, double>().Ir).Program;
        var oracle = Interpreter.Differentiate(program, [Values, 0.1, 0.35, 1.25]);
        var dValues = new double[Values.Length];
        Smooth.Gradient(Values, 0.1, 0.35, 1.25, dValues, out var dLevel, out var dMix, out var dGain);

        double[] actual = [.. dValues, dLevel, dMix, dGain];
        var output = oracle.Outputs[0];
        output.Derivatives.Count.ShouldBe(actual.Length);
        for (var i = 0; i < actual.Length; i++)
            actual[i].ShouldBe(output.Derivatives[i], oracle.Tolerance(output.Contributions[i]), oracle.Inputs[i].Path);
    }

    [Fact]
    public void The_trainers_pullback_adds_to_its_derivative_and_takes_one_seed_per_output()
    {
        double[] derivative = [1, 1];
        PullbackOf<Examples.ScaleProgram, Examples.ScaleProgram.Input, Examples.ScaleProgram.Weights, Examples.ScaleProgram.Choices, double[]>(
            new([3.0, 5.0]), new() { Factor = 2, Offset = 1 }, [1.0, 10.0], derivative).ShouldBe([7.0, 11.0]);
        derivative.ShouldBe([54.0, 12.0]);
    }

    [Fact]
    public void Weights_of_the_signature_and_of_the_body_have_derivatives()
    {
        var choices = new Examples.PriceProgram.Choices { Rounding = Rounding.Nearest, Steps = 2 };
        var value = Examples.PriceProgram.Gradient(new(10, 30), new Examples.PriceProgram.Weights { PerKm = 0.5, Heavy = 25 }, choices, out var d);
        value.ShouldBe(((0.5 * 10) + (0.1 * 5)) * 1.1 * 1.1, 1e-12);
        d.PerKm.ShouldBe(10 * 1.1 * 1.1, 1e-12);
        d.Heavy.ShouldBe(-0.1 * 1.1 * 1.1, 1e-12);
    }

    [Fact]
    public void Recursion_local_functions_overloads_and_callees_with_weights_are_differentiated_and_baked()
    {
        Examples.PowerProgram.Gradient(2, 3, 1.5, out var dX, out var dScale).ShouldBe(12);
        (dX, dScale).ShouldBe((18.0, 8.0));
        Examples.PowerLearned(2, 3).ShouldBe(12);

        Examples.CallsProgram.Gradient(3, 2, out dX, out var dA).ShouldBe(Examples.Calls(3));
        (dX, dA).ShouldBe((16.0, 12.0));
        Examples.CallsLearned(3).ShouldBe(Examples.Calls(3));
    }

    [Fact]
    public void A_tuple_is_pulled_back_by_a_tuple_of_seeds()
    {
        var dValues = new double[2];
        Examples.TotalsProgram.Pullback([1.0, 2.0], 2, (10, 0), dValues, out var dFactor).ShouldBe((6.0, 2));
        dFactor.ShouldBe(30);
        dValues.ShouldBe([20.0, 20.0]);
        Examples.TotalsLearned([1.0, 2.0]).Sum.ShouldBe(6);
    }

    [Fact]
    public void Buffers_are_added_to_and_floats_and_spans_have_gradients()
    {
        var buffer = new float[] { 1, 1 };
        var value = Examples.MeanProgram.Gradient([3f, 5f], 2f, buffer, out var dGain);
        value.ShouldBe(8f);
        dGain.ShouldBe(4f);
        buffer.ShouldBe([2f, 2f]);
    }

    [Fact]
    public void Structs_have_structs_of_derivatives_and_passive_fields_stay_default()
    {
        Examples.DistanceProgram.Gradient(new(3, 4, 7), new(0, 0, 8), 1, out var dFrom, out var dTo, out var dBend);
        (dFrom.X, dFrom.Y, dTo.X, dTo.Y).ShouldBe((dFrom.X, dFrom.Y, -dFrom.X, -dFrom.Y));
        dFrom.X.ShouldBe(0.6, 1e-15);
        dFrom.Y.ShouldBe(0.8, 1e-15);
        (dFrom.Label, dTo.Label).ShouldBe((0, 0));
        dBend.ShouldBe(1.6, 1e-12);
    }

    [Fact]
    public void A_result_of_several_numbers_is_pulled_back_by_one_seed_each()
    {
        var dValues = new double[2];
        Examples.ScaleProgram.Pullback([3.0, 5.0], 2, 1, [1.0, 10.0], dValues, out var dFactor, out var dOffset).ShouldBe([7.0, 11.0]);
        dFactor.ShouldBe(53);
        dOffset.ShouldBe(11);
        dValues.ShouldBe([2.0, 20.0]);
    }

    [Fact]
    public void A_seed_of_wrong_length_is_refused_before_anything_is_written()
    {
        var dValues = new double[2];
        Should.Throw<ArgumentException>(() => Examples.ScaleProgram.Pullback([3.0, 5.0], 2, 1, [1.0], dValues, out _, out _));
        dValues.ShouldBe([0.0, 0.0]);
    }

    [Fact]
    public void A_gradient_does_to_its_arguments_what_the_method_does()
    {
        var values = new double[] { 1, 2 };
        var d = new double[2];
        Examples.ScaleInPlaceProgram.Gradient(values, 3, d, out var dFactor).ShouldBe(45);
        values.ShouldBe([3.0, 6.0]);
        d.ShouldBe([18.0, 36.0]);
        dFactor.ShouldBe(30);
    }

    [Fact]
    public void Running_a_row_never_changes_the_callers_data()
    {
        var values = new double[] { 1, 2 };
        Examples.ScaleInPlaceProgram.Default.Predict(new(values)).ShouldBe(20);
        Examples.ScaleInPlaceProgram.Gradient(
            new Examples.ScaleInPlaceProgram.Input(values),
            new Examples.ScaleInPlaceProgram.Weights(),
            new Examples.ScaleInPlaceProgram.Choices(),
            out var d).ShouldBe(20);
        d.Factor.ShouldBe(20);
        values.ShouldBe([1.0, 2.0]);
    }

    [Fact]
    public void A_buffer_of_wrong_length_is_refused_before_anything_is_written()
    {
        var buffer = new double[Values.Length + 1];
        var error = Should.Throw<ArgumentException>(() => Smooth.Gradient(Values, 0, 0.3, 1, buffer, out _, out _, out _));
        error.ParamName.ShouldBe("dValues");
        error.Message.ShouldContain("has 7 elements, but values has 6");
        buffer.ShouldAllBe(static x => x == 0);
    }

    [Fact]
    public void A_buffer_that_overlaps_an_input_is_refused()
    {
        var values = (double[])Values.Clone();
        var error = Should.Throw<ArgumentException>(() => Smooth.Gradient(values, 0, 0.3, 1, values, out _, out _, out _));
        error.Message.ShouldContain("overlaps the input values");
        values.ShouldBe(Values);
    }

    [Fact]
    public void An_argument_that_is_written_may_not_overlap_another()
    {
        var values = new double[] { 1, 2 };
        var error = Should.Throw<ArgumentException>(() => Examples.AddInPlaceProgram.Gradient(values, values, 2, new double[2], new double[2], out _));
        error.Message.ShouldContain("sums, which AddInPlace writes, overlaps values");
        values.ShouldBe([1.0, 2.0]);
        Examples.AddInPlaceProgram.Gradient(new double[] { 1, 1 }, values, 2, new double[2], new double[2], out var dFactor).ShouldBe(8);
        dFactor.ShouldBe(3);
    }

    [Fact]
    public void Where_the_method_throws_the_gradient_throws_the_same_and_no_buffer_is_touched()
    {
        var buffer = new double[2];
        Should.Throw<IndexOutOfRangeException>(() => Examples.PickProgram.Gradient([1.0, 2.0], 5, 1, buffer, out _));
        buffer.ShouldBe([0.0, 0.0]);
    }

    [Fact]
    public void Gradients_allocate_nothing_per_call_after_warm_up()
    {
        var d = new double[Values.Length];
        var input = new Smooth.Input(Values, 0.1);
        var weights = new Smooth.Weights();
        var sink = 0.0;
        void Once()
        {
            sink += Smooth.Gradient(Values, 0.1, 0.35, 1.25, d, out _, out _, out _);
            sink += Smooth.Gradient(in input, in weights, new Smooth.Choices(), out _);
        }

        for (var i = 0; i < 100; i++)
            Once();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            Once();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        sink.ShouldNotBe(0);
    }

    private static ProgramInfo InfoOf<TProgram, TInput, TWeights, TChoices, TResult>()
        where TProgram : struct, IProgram<TInput, TWeights, TChoices, TResult>
        where TInput : struct
        where TWeights : struct
        where TChoices : struct
        => TProgram.Info;

    private static TResult PullbackOf<TProgram, TInput, TWeights, TChoices, TResult>(TInput input, TWeights weights, double[] seed, Span<double> derivative)
        where TProgram : struct, IProgram<TInput, TWeights, TChoices, TResult>
        where TInput : struct
        where TWeights : struct
        where TChoices : struct
        => TProgram.Pullback(in input, in weights, default, seed, derivative);

    private static double[] With(int index, double value)
    {
        var copy = (double[])Values.Clone();
        copy[index] = value;
        return copy;
    }

    private static double Central(double x, Func<double, double> f)
    {
        // Richardson: the error of the plain quotient would hide the last digits that the test asks for.
        var h = 1e-3;
        double Quotient(double step) => (f(x + step) - f(x - step)) / (2 * step);
        return ((4 * Quotient(h / 2)) - Quotient(h)) / 3;
    }

    private static void Close(double actual, double expected) => actual.ShouldBe(expected, 1e-6 * Math.Max(1e-3, Math.Abs(expected)));
}
