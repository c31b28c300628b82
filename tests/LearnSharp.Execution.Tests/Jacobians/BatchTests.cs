using System;

namespace LearnSharp.Execution.Tests.Jacobians;

/// <summary>Parameters that hold arrays in structs have no derivative, and keep no other one away.</summary>
public sealed class BatchTests
{
    private static readonly double[] Xs = [0.4, -1.2, 2.5];

    [Fact]
    public void The_other_parameters_and_the_weights_have_their_derivatives()
    {
        var batch = new Batches.Batch(Xs, 0.3);
        Batches.MisfitProgram.Gradient(batch, 0.8, 1.7, out var dScale, out var dPower).ShouldBe(Batches.Misfit(batch, 0.8, 1.7));
        const double Step = 1e-6;
        dScale.ShouldBe((Batches.Misfit(batch, 0.8 + Step, 1.7) - Batches.Misfit(batch, 0.8 - Step, 1.7)) / (2 * Step), 1e-8);
        dPower.ShouldBe((Batches.Misfit(batch, 0.8, 1.7 + Step) - Batches.Misfit(batch, 0.8, 1.7 - Step)) / (2 * Step), 1e-8);
        Batches.MisfitProgram.Pushforward(batch, 0.8, 2, 1.7, -1).Tangent.ShouldBe((2 * dScale) - dPower, 1e-12);
    }

    [Fact]
    public void A_method_that_asks_for_another_derivative_may_have_such_a_parameter()
    {
        // The second derivative of the sum of squares: twice the sum of the squares of the numbers.
        Batches.SlopeProgram.Gradient((Xs, 3), 0.8, out var dAt);
        dAt.ShouldBe(3 * 2 * ((0.4 * 0.4) + (1.2 * 1.2) + (2.5 * 2.5)), 1e-12);
    }
}
