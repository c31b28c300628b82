using System;
using System.Linq;
using static LearnSharp.Execution.Tests.Gradients.Methods;

namespace LearnSharp.Execution.Tests.Gradients;

/// <summary>A learnable method's own parameters by reference: an <c>out</c> is a result, a <c>ref</c> is handed over and a result.</summary>
public sealed class ReferenceTests
{
    private const double Step = 1e-6;

    [Theory]
    [InlineData(1.3, 0.7)]
    [InlineData(-0.4, 2.1)]
    public void Several_results_are_a_tuple_with_a_seed_for_each(double x, double y)
    {
        Polar(x, y, out var r, out var phi);
        var (seedR, seedPhi) = (0.3, -1.7);
        var value = PolarProgram.Pullback(x, y, (R: seedR, Phi: seedPhi), out var dX, out var dY);
        (value.R, value.Phi).ShouldBe((r, phi));
        double Weighted(double x, double y)
        {
            Polar(x, y, out var r, out var phi);
            return (seedR * r) + (seedPhi * phi);
        }

        dX.ShouldBe((Weighted(x + Step, y) - Weighted(x - Step, y)) / (2 * Step), 1e-8);
        dY.ShouldBe((Weighted(x, y + Step) - Weighted(x, y - Step)) / (2 * Step), 1e-8);

        var (forward, tangent) = PolarProgram.Pushforward(x, 0.6, y, -0.2);
        forward.ShouldBe((r, phi));
        ((seedR * tangent.R) + (seedPhi * tangent.Phi)).ShouldBe((0.6 * dX) - (0.2 * dY), 1e-12);
        typeof(PolarProgram).GetMethod("Gradient").ShouldBeNull();
    }

    [Fact]
    public void The_Jacobian_has_a_row_for_each_result()
    {
        var jacobian = PolarProgram.Jacobian(1.3, 0.7);
        PolarProgram.Pullback(1.3, 0.7, (1, 0), out var rX, out var rY);
        PolarProgram.Pullback(1.3, 0.7, (0, 1), out var phiX, out var phiY);
        double[,] expected = { { rX, rY }, { phiX, phiY } };
        foreach (var (row, column) in new[] { (0, 0), (0, 1), (1, 0), (1, 1) })
            jacobian[row, column].ShouldBe(expected[row, column], 1e-14);
    }

    [Theory]
    [InlineData(1.3)]
    [InlineData(2.6)]
    public void The_only_result_has_a_gradient_and_second_derivatives(double x)
    {
        double Of(double x, double rate)
        {
            Swing(x, out var height, rate);
            return height;
        }

        SwingProgram.Gradient(x, 0.8, out var dX, out var dRate).ShouldBe(Of(x, 0.8));
        dX.ShouldBe((Of(x + Step, 0.8) - Of(x - Step, 0.8)) / (2 * Step), 1e-8);
        dRate.ShouldBe((Of(x, 0.8 + Step) - Of(x, 0.8 - Step)) / (2 * Step), 1e-8);
        var hessian = SwingProgram.Hessian(x, 0.8);
        SwingProgram.Gradient(x + Step, 0.8, out var above, out _);
        SwingProgram.Gradient(x - Step, 0.8, out var below, out _);
        hessian[0, 0].ShouldBe((above - below) / (2 * Step), 1e-8);
    }

    [Theory]
    [InlineData(1.3, 0.7, 0.5)]
    [InlineData(2.2, 3.1, 1.5)]
    public void What_goes_in_and_out_has_a_derivative_on_both_ways(double x, double state, double gain)
    {
        double Weighted(double x, double state, double gain)
        {
            var value = Track(x, ref state, gain);
            return (0.4 * value) + (1.9 * state);
        }

        var left = state;
        var own = Track(x, ref left, gain);
        var given = TrackProgram.Pullback(x, state, gain, (0.4, 1.9), out var dX, out var dState, out var dGain);
        (given.Value, given.State).ShouldBe((own, left));
        dX.ShouldBe((Weighted(x + Step, state, gain) - Weighted(x - Step, state, gain)) / (2 * Step), 1e-7);
        dState.ShouldBe((Weighted(x, state + Step, gain) - Weighted(x, state - Step, gain)) / (2 * Step), 1e-7);
        dGain.ShouldBe((Weighted(x, state, gain + Step) - Weighted(x, state, gain - Step)) / (2 * Step), 1e-7);
        TrackProgram.Pushforward(x, 1, state, 1, gain, 1).Value.ShouldBe((own, left));
    }

    [Fact]
    public void The_only_number_beside_a_flag_has_a_gradient()
    {
        TryRootProgram.Gradient(2.25, out var dX).ShouldBe((true, 1.5));
        dX.ShouldBe(1 / 3.0, 1e-15);
        TryRootProgram.Gradient(-1, out dX).ShouldBe((false, 0.0));
        dX.ShouldBe(0);
    }

    [Fact]
    public void What_happens_in_finally_counts()
    {
        var gauge = new Gauge { Level = 0.5, Moves = 3 };
        var left = gauge;
        var value = Move(1.2, ref left);
        var given = MoveProgram.Pullback(1.2, gauge, (0, new Gauge { Level = 1 }), out var dX, out var dGauge);
        (given.Value, given.Gauge.Level, given.Gauge.Moves).ShouldBe((value, left.Level, 4));
        dX.ShouldBe(2 * 2 * 1.2, 1e-12);
        dGauge.Level.ShouldBe(2);
        gauge.Moves.ShouldBe(3);
    }

    [Fact]
    public void Learned_faces_have_the_signature_of_the_method()
    {
        var (given, learned, face) = (0.6, 0.6, 0.6);
        var value = Named(0.8, out var a, out var b, ref given);
        NamedLearned(0.8, out var learnedA, out var learnedB, ref learned).ShouldBe(value);
        (learnedA, learnedB, learned).ShouldBe((a, b, given));
        NamedFace(0.8, out learnedA, out learnedB, ref face).ShouldBe(value);
        (learnedA, learnedB, face).ShouldBe((a, b, given));
        SwingLearned(1.3, out var height);
        Swing(1.3, out var expected);
        height.ShouldBe(expected);
    }

    [Fact]
    public void They_predict_and_are_fitted_as_methods_that_return()
    {
        PolarProgram.Default.Predict(new(3, 4)).R.ShouldBe(5);
        var named = NamedProgram.Default.Predict(new(0.8, 0.6));
        named.ValueValue.ShouldBe(Math.Exp(0.8) + 1.5);
        var rows = Enumerable.Range(1, 30).Select(static i => (X: i * 0.1, Height: Math.Sin(i * 0.1 * 0.9) * (i * 0.1 > 2 ? 1 : i * 0.1))).ToArray();
        SwingProgram.Fit(rows, static row => new(row.X), static row => row.Height).Weights.Rate.ShouldBe(0.9, 1e-6);
    }

    [Fact]
    public void Learnable_methods_call_them_as_any_other()
    {
        AroundProgram.Gradient(1.3, 0.7, out var dX, out var dY).ShouldBe(Around(1.3, 0.7));
        dX.ShouldBe((Around(1.3 + Step, 0.7) - Around(1.3 - Step, 0.7)) / (2 * Step), 1e-7);
        dY.ShouldBe((Around(1.3, 0.7 + Step) - Around(1.3, 0.7 - Step)) / (2 * Step), 1e-7);
    }
}
