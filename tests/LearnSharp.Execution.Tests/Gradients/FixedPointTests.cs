using System;
using static LearnSharp.Execution.Tests.Gradients.Methods;

namespace LearnSharp.Execution.Tests.Gradients;

/// <summary>Solutions at which the slope of the step is one.</summary>
public sealed class FixedPointTests
{
    [Theory]
    [InlineData(1.5)]
    [InlineData(-0.3)]
    public void A_solution_that_any_push_drives_away_has_its_value_and_an_infinite_derivative(double start)
    {
        DriftProgram.Gradient(start, 0, out var dStart, out var dPush).ShouldBe(Drift(start));
        dPush.ShouldBe(double.PositiveInfinity);
        dStart.ShouldBe(0);
        var (value, tangent) = DriftProgram.Pushforward(start, 0, 0, 1);
        value.ShouldBe(start);
        tangent.ShouldBe(double.PositiveInfinity);
    }

    [Fact]
    public void A_solution_at_which_the_step_stands_still_has_its_value_and_no_derivative()
    {
        FlatProgram.Gradient(1.5, out var dGoal).ShouldBe(1.5);
        dGoal.ShouldBe(double.NaN);
        FlatProgram.Pushforward(1.5, 1).Value.ShouldBe(1.5);
    }

    [Fact]
    public void Where_several_numbers_are_no_function_of_what_the_step_reads_the_derivative_says_so_and_the_value_does_not()
    {
        Slide(1.5).ShouldBe(1.5);
        SlideLearned(1.5).ShouldBe(1.5);
        Should.Throw<InvalidOperationException>(() => SlideProgram.Gradient(1.5, 0, out _, out _)).Message.ShouldContain("I - ∂step/∂x has no inverse");
        Should.Throw<InvalidOperationException>(() => SlideProgram.Pushforward(1.5, 0, 0, 1)).Message.ShouldContain("I - ∂step/∂x has no inverse");
    }

    [Fact]
    public void A_solution_without_derivatives_is_not_asked_for_any()
    {
        StuckProgram.Gradient(1.5, 3, out var dX).ShouldBe(4.5);
        dX.ShouldBe(3);
    }

    [Fact]
    public void The_second_derivatives_of_solutions_are_those_of_the_solution()
    {
        foreach (var (x, y) in new[] { (1.3, 0.7), (0.4, -0.9) })
        {
            Against(BalanceProgram.Hessian(x, y), at => (BalanceProgram.Gradient(at[0], at[1], out var dX, out var dY), new[] { dX, dY }).Item2, x, y);
            Against(SettleProgram.Hessian(x, y), at => (SettleProgram.Gradient(at[0], at[1], out var dX, out var dY), new[] { dX, dY }).Item2, x, y);
            BalanceProgram.HessianVectorProduct(x, 1, y, 2, out _, out _, out var hX, out var hY);
            var hessian = BalanceProgram.Hessian(x, y);
            hX.ShouldBe(hessian[0, 0] + (2 * hessian[0, 1]), 1e-12);
            hY.ShouldBe(hessian[1, 0] + (2 * hessian[1, 1]), 1e-12);
        }
    }

    [Fact]
    public void Derivatives_of_derivatives_of_solutions_have_derivatives()
    {
        foreach (var (x, y) in new[] { (1.3, 0.7), (0.4, -0.9) })
        {
            SteepnessProgram.Gradient(x, y, out var dX, out var dY).ShouldBe(Steepness(x, y), 1e-14);
            const double Step = 1e-5;
            dX.ShouldBe((Steepness(x + Step, y) - Steepness(x - Step, y)) / (2 * Step), 1e-8);
            dY.ShouldBe((Steepness(x, y + Step) - Steepness(x, y - Step)) / (2 * Step), 1e-8);
            Against(SteepnessProgram.Hessian(x, y), at => (SteepnessProgram.Gradient(at[0], at[1], out var dX, out var dY), new[] { dX, dY }).Item2, x, y);
        }
    }

    [Fact]
    public void The_value_is_that_of_the_steps_to_the_bit()
    {
        BalanceProgram.Gradient(1.3, 0.7, out _, out _).ShouldBe(Balance(1.3, 0.7));
        BalanceProgram.Pushforward(1.3, 1, 0.7, 1).Value.ShouldBe(Balance(1.3, 0.7));
        BalanceLearned(1.3, 0.7).ShouldBe(Balance(1.3, 0.7));
    }

    private static void Against(double[,] hessian, Func<double[], double[]> gradient, params double[] at)
    {
        const double Step = 1e-5;
        for (var column = 0; column < at.Length; column++)
        {
            double[] above = [.. at], below = [.. at];
            above[column] += Step;
            below[column] -= Step;
            var (high, low) = (gradient(above), gradient(below));
            for (var row = 0; row < at.Length; row++)
                hessian[row, column].ShouldBe((high[row] - low[row]) / (2 * Step), 1e-7 * (1 + Math.Abs(hessian[row, column])));
        }
    }
}
