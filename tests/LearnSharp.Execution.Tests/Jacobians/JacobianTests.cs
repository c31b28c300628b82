using System;

namespace LearnSharp.Execution.Tests.Jacobians;

/// <summary><c>Jacobian</c> against differences of the methods, along columns and along rows.</summary>
public sealed class JacobianTests
{
    [Fact]
    public void Few_rows_come_from_reverse_mode()
    {
        double[] xs = [0.3, 1.7, -0.8, 2.2, 0.9, -1.4];
        Against(
            Maps.SummaryProgram.Jacobian(xs, 2.5),
            at =>
            {
                var (mean, spread, _) = Maps.Summary(at[..6], at[6]);
                return [mean, spread];
            },
            [.. xs, 2.5]);
    }

    [Fact]
    public void Few_columns_come_from_forward_mode_and_parameters_without_derivatives_have_none()
    {
        double[] knots = [0.5, -1.2];
        double[] weights = [2.0, 3.0];
        Against(Maps.CurveProgram.Jacobian(0.7, knots, weights, 1.5), at => Maps.Curve(at[0], at.AsSpan(1, 2), at[3..5], 1.5), [0.7, .. knots, .. weights]);
    }

    [Fact]
    public void Both_ways_give_the_same()
    {
        // One number out of two is a row of its own either way; six make the difference.
        var narrow = Maps.SummaryProgram.Jacobian([0.3, 1.7], 2.5);
        var dXs = new double[2];
        Maps.SummaryProgram.Pullback([0.3, 1.7], 2.5, (0, 1, 0), dXs, out var dPower);
        double[] row = [narrow[1, 0], narrow[1, 1], narrow[1, 2]];
        double[] expected = [.. dXs, dPower];
        for (var i = 0; i < row.Length; i++)
            row[i].ShouldBe(expected[i], 1e-14);
    }

    [Fact]
    public void Structs_count_by_their_numbers()
    {
        var jacobian = Maps.ToPolarProgram.Jacobian(new Spot(3, 4, 1));
        jacobian.GetLength(0).ShouldBe(2);
        jacobian.GetLength(1).ShouldBe(2);
        jacobian[0, 0].ShouldBe(0.6, 1e-15);
        jacobian[0, 1].ShouldBe(0.8, 1e-15);
        jacobian[1, 0].ShouldBe(-4 / 25.0, 1e-15);
        jacobian[1, 1].ShouldBe(3 / 25.0, 1e-15);
    }

    [Fact]
    public void Arguments_that_are_written_are_left_alone()
    {
        float[] values = [1, 2, 3];
        Maps.DoubledProgram.Jacobian(values).ShouldBe(new double[,] { { 4, 0, 0 }, { 0, 8, 0 }, { 0, 0, 12 } });
        values.ShouldBe([1f, 2f, 3f]);
    }

    private static void Against(double[,] jacobian, Func<double[], double[]> method, double[] at)
    {
        const double Step = 1e-6;
        jacobian.GetLength(0).ShouldBe(method(at).Length);
        jacobian.GetLength(1).ShouldBe(at.Length);
        for (var column = 0; column < at.Length; column++)
        {
            var moved = (double[])at.Clone();
            moved[column] += Step;
            var up = method(moved);
            moved[column] = at[column] - Step;
            var down = method(moved);
            for (var row = 0; row < up.Length; row++)
                jacobian[row, column].ShouldBe((up[row] - down[row]) / (2 * Step), 1e-7, $"row {row}, column {column}");
        }
    }
}
