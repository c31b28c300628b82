using System;
using System.Linq;
using LearnSharp.Ir;
using static LearnSharp.Execution.Tests.Gradients.Methods;

namespace LearnSharp.Execution.Tests.Gradients;

/// <summary>Structs with private fields where a learnable method takes, returns or makes them: derivatives, rows of a fit, and the learned face.</summary>
public sealed class PrivateStateTests
{
    [Theory]
    [InlineData(0.25, 1.0)]
    [InlineData(0.8, -2.0)]
    public void Private_state_handed_in_is_differentiated(double rate, double start)
    {
        double[] values = [1.5, -0.5, 2.0];
        GradientCheck.Agrees<SmoothedProgram, SmoothedProgram.Input, SmoothedProgram.Weights, SmoothedProgram.Choices>(
            new(new Smoother(rate, start), values), new StructValue([rate, start, 0]), values);
    }

    [Fact]
    public void A_generic_struct_with_private_numbers_is_differentiated() =>
        GradientCheck.Agrees<TotalsProgram, TotalsProgram.Input, TotalsProgram.Weights, TotalsProgram.Choices>(new(new Total<double>(1.5), 2), new StructValue([0.0, 1.5]), 2.0);

    [Fact]
    public void A_private_struct_is_differentiated() =>
        GradientCheck.Agrees<SecretsProgram, SecretsProgram.Input, SecretsProgram.Weights, SecretsProgram.Choices>(new(1.5), 1.5);

    [Fact]
    public void The_derivative_by_a_struct_is_a_struct_of_its_derivatives()
    {
        Mark[] spots = [new(1, 2), new(-3, 0.5)];
        var slopes = new Mark[2];
        var value = SpreadProgram.Gradient(spots, new Mark(0.5, 0.75), 0.7, 0.3, slopes, out var slope, out var byWeight, out var byBias);
        value.ShouldBe(Spread(spots, new Mark(0.5, 0.75)));

        const double Step = 1e-6;
        double Of(double x, double y) => Spread(spots, new Mark(x, y));
        slope.X.ShouldBe((Of(0.5 + Step, 0.75) - Of(0.5 - Step, 0.75)) / (2 * Step), 1e-6);
        slope.Y.ShouldBe((Of(0.5, 0.75 + Step) - Of(0.5, 0.75 - Step)) / (2 * Step), 1e-6);
        byWeight.ShouldBe((Spread(spots, new Mark(0.5, 0.75), 0.7 + Step) - Spread(spots, new Mark(0.5, 0.75), 0.7 - Step)) / (2 * Step), 1e-6);
        byBias.ShouldBe((Spread(spots, new Mark(0.5, 0.75), 0.7, 0.3 + Step) - Spread(spots, new Mark(0.5, 0.75), 0.7, 0.3 - Step)) / (2 * Step), 1e-6);
        (slopes[0].X + slopes[1].X).ShouldBe(-slope.X, 1e-12);
        (slopes[0].Y + slopes[1].Y).ShouldBe(-slope.Y, 1e-12);
        SpreadProgram.Pushforward(spots, [new(1, 0), new(1, 0)], new Mark(0.5, 0.75), new Mark(1, 0), 0.7, 0, 0.3, 0).Tangent.ShouldBe(0, 1e-12);
    }

    [Fact]
    public void A_result_with_private_numbers_takes_seeds_and_gives_outputs()
    {
        var value = MirroredProgram.Pullback(new Mark(2, 3), 5, 0.7, new Mark(1, 10), out var slope, out var byX, out var byWeight);
        (value.X, value.Y).ShouldBe((3 * 0.7, 10));
        (slope.X, slope.Y, byX, byWeight).ShouldBe((50, 0.7, 20, 3));
        MirroredLearned(new Mark(2, 3), 5).X.ShouldBe(3 * 0.7);
    }

    [Fact]
    public void Rows_with_private_numbers_are_fitted()
    {
        var rows = Enumerable.Range(0, 40).Select(static i => (Mark: new Mark(Math.Sin(i), Math.Cos(0.7 * i)), X: 0.1 * i)).ToArray();
        var fit = MirroredProgram.Fit(rows, static row => new(row.Mark, row.X), static row => new Mark(row.Mark.Y * 1.25, row.Mark.X * row.X));
        fit.Weights.Weight.ShouldBe(1.25, 1e-6);
    }
}
