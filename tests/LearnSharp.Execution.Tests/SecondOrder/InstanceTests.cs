using System;

namespace LearnSharp.Execution.Tests.SecondOrder;

/// <summary>Second derivatives and Jacobians of methods of objects: the object first, and left as it is.</summary>
public sealed class InstanceTests
{
    private static readonly double[] At = [0.6, -0.9];

    [Fact]
    public void The_product_is_how_the_gradient_changes_along_the_direction()
    {
        var (spring, hAt) = (new Spring(), new double[2]);
        var value = Spring.EnergyProgram.HessianVectorProduct(
            spring, At, [0.5, 2], 0.7, -1, new() { Stiffness = 3, Bends0 = 0.25, Bends1 = -2 }, new double[2], out _, out var dWeights, hAt, out var hTime, out var hWeights);
        value.ShouldBe(new Spring().Energy(At, 0.7));
        spring.Last.ShouldBe(0);

        const double Step = 1e-5;
        var (up, down) = (Slopes(Step), Slopes(-Step));
        double[] product = [.. hAt, hTime, hWeights.Stiffness, hWeights.Bends0, hWeights.Bends1];
        for (var i = 0; i < product.Length; i++)
            product[i].ShouldBe((up[i] - down[i]) / (2 * Step), 1e-6, $"number {i}");
        dWeights.Stiffness.ShouldBe(Slopes(0)[3]);
        product.ShouldContain(static x => x != 0);
    }

    [Fact]
    public void The_Hessian_has_the_weights_behind_the_parameters()
    {
        var spring = new Spring();
        var hessian = Spring.EnergyProgram.Hessian(spring, At, 0.7);
        (hessian.GetLength(0), hessian.GetLength(1)).ShouldBe((6, 6));
        spring.Last.ShouldBe(0);
        for (var row = 0; row < 6; row++)
        {
            for (var column = 0; column < 6; column++)
                hessian[row, column].ShouldBe(hessian[column, row], 1e-12);
        }

        // The energy is linear in the stiffness.
        hessian[3, 3].ShouldBe(0);
        hessian[3, 2].ShouldNotBe(0);
    }

    [Fact]
    public void The_Jacobian_has_the_weights_behind_the_parameters()
    {
        var spring = new Spring();
        var jacobian = Spring.ForcesProgram.Jacobian(spring, At);
        (jacobian.GetLength(0), jacobian.GetLength(1)).ShouldBe((2, 5));
        spring.Last.ShouldBe(0);
        const double Step = 1e-6;
        for (var column = 0; column < 5; column++)
        {
            double[] Moved(double step)
            {
                var (other, at) = (new Spring(), (double[])At.Clone());
                if (column < 2)
                    at[column] += step;
                else
                    other.Move(column - 2, step);
                return other.Forces(at);
            }

            var (up, down) = (Moved(Step), Moved(-Step));
            for (var row = 0; row < 2; row++)
                jacobian[row, column].ShouldBe((up[row] - down[row]) / (2 * Step), 1e-8, $"row {row}, column {column}");
        }

        Spring.ForcesProgram.SparseJacobian(spring, At).ToDense().ShouldBe(jacobian);
    }

    // The gradient, a step along the direction of the first test.
    private static double[] Slopes(double step)
    {
        var spring = new Spring();
        spring.Move(0, 3 * step);
        spring.Move(1, 0.25 * step);
        spring.Move(2, -2 * step);
        var dAt = new double[2];
        Spring.EnergyProgram.Gradient(spring, [At[0] + (0.5 * step), At[1] + (2 * step)], 0.7 - step, dAt, out var dTime, out var d);
        return [.. dAt, dTime, d.Stiffness, d.Bends0, d.Bends1];
    }
}
