using System;
using static LearnSharp.Execution.Tests.Surface.Writers;

namespace LearnSharp.Execution.Tests.Surface;

/// <summary>Pullbacks take one seed for each result and each array that the method writes.</summary>
public sealed class WrittenArgumentTests
{
    [Fact]
    public void A_method_without_a_result_is_differentiated_through_what_it_writes()
    {
        double[] values = [1, 2, 3];
        var derivative = new double[] { 100, 0, 0 };
        ScaleProgram.Pullback(values, 4, [1, 10, 100], derivative, out var dFactor);
        values.ShouldBe([4.0, 8, 12]);
        derivative.ShouldBe([104.0, 40, 400]);
        dFactor.ShouldBe(1 + 20 + 300);
    }

    [Fact]
    public void A_result_and_a_written_array_have_a_seed_each()
    {
        double[] values = [2, 3];
        var derivative = new double[2];
        PowersProgram.Pullback(values, 2, 1.0, [0, 10], derivative, out _).ShouldBe(13);
        values.ShouldBe([4.0, 9]);
        derivative.ShouldBe([4.0, 66]);

        // The gradient is that of the result alone.
        PowersProgram.Gradient([2, 3], 2, derivative = new double[2], out _).ShouldBe(13);
        derivative.ShouldBe([4.0, 6]);
    }

    [Fact]
    public void Spans_that_are_written_have_seeds()
    {
        Span<double> to = stackalloc double[3];
        Span<double> dFrom = stackalloc double[3];
        SmoothProgram.Pullback([1, 1, 1], to, 0.5, [0, 0, 1], dFrom, new double[3], out var dDecay);
        to.ToArray().ShouldBe([1, 1.5, 1.75]);
        dFrom.ToArray().ShouldBe([0.25, 0.5, 1]);
        dDecay.ShouldBe(2);
    }

    [Fact]
    public void A_seed_of_the_wrong_length_is_refused_before_anything_is_written()
    {
        double[] values = [1, 2, 3];
        var derivative = new double[3];
        Should.Throw<ArgumentException>(() => ScaleProgram.Pullback(values, 4, [1, 10], derivative, out _))
            .Message.ShouldStartWith("The seed seedValues has 2 elements, but values has 3; give it the length of values.");
        values.ShouldBe([1.0, 2, 3]);
        derivative.ShouldBe([0.0, 0, 0]);
    }

    [Fact]
    public void Seeds_that_the_method_would_overwrite_are_refused()
    {
        double[] values = [1, 2, 3];
        Should.Throw<ArgumentException>(() => ScaleProgram.Pullback(values, 4, values, new double[3], out _))
            .Message.ShouldStartWith("The seed seedValues overlaps values, which Scale writes");
        values.ShouldBe([1.0, 2, 3]);
    }

    [Fact]
    public void A_seed_of_a_result_is_checked()
    {
        var derivative = new double[3];
        var problem = Should.Throw<ArgumentException>(() => SquaresProgram.Pullback([1, 2, 3], 2, [1], derivative, out _));
        problem.Message.ShouldStartWith("The seed seed has 1 elements, but the result has 3; give it one for each.");
        problem.ParamName.ShouldBe("seed");
        Should.Throw<ArgumentNullException>(() => SquaresProgram.Pullback([1, 2, 3], 2, null!, derivative, out _)).ParamName.ShouldBe("seed");
        Should.Throw<ArgumentNullException>(() => SquaresProgram.Pullback(new SquaresProgram.Input([1, 2, 3]), new SquaresProgram.Weights(), default, null!, out _)).ParamName.ShouldBe("seed");
        derivative.ShouldBe([0.0, 0, 0]);
    }

    [Fact]
    public void A_seed_may_be_the_buffer_of_a_derivative()
    {
        double[] seed = [1, 10, 100];
        SquaresProgram.Pullback([1, 2, 3], 2, seed, seed, out var dA);
        seed.ShouldBe([1 + 4.0, 10 + 80, 100 + 1200]);
        dA.ShouldBe(1 + 40 + 900);
    }
}
