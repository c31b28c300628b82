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
}
