using System;
using System.Linq;
using Settled = LearnSharp.Execution.Tests.SecondOrder.Surfaces.SettledProgram;
using Valley = LearnSharp.Execution.Tests.SecondOrder.Surfaces.ValleyProgram;
using Winding = LearnSharp.Execution.Tests.SecondOrder.Surfaces.WindingProgram;

namespace LearnSharp.Execution.Tests.SecondOrder;

/// <summary><c>HessianVectorProduct</c> and <c>Hessian</c>: exact where that can be known, and against differences of the compiled gradient.</summary>
public sealed class SecondOrderTests
{
    private static readonly double[] At = [0.4, -0.3, 0.9, 1.2];
    private static readonly Spot Centre = new(0.7, 0.2, 3);

    [Fact]
    public void Arrays_of_arrays_have_a_product_too()
    {
        double[][] rows = [[0.7, -0.4, 1.1], [0.3], [-0.8, 0.5]];
        double[][] along = [[1, -2, 0.5], [0.25], [2, 3]];
        double[][] Zeros() => [new double[3], new double[1], new double[2]];
        var (first, product) = (Zeros(), Zeros());
        var value = Surfaces.RaggedProgram.HessianVectorProduct(rows, along, 0.9, -0.5, first, out _, product, out var hScale);
        value.ShouldBe(Surfaces.Ragged(rows, 0.9));

        const double Step = 1e-5;
        var (up, down, here) = (Slopes(Step), Slopes(-Step), Slopes(0));
        for (var row = 0; row < rows.Length; row++)
        {
            for (var i = 0; i < rows[row].Length; i++)
            {
                first[row][i].ShouldBe(here.Rows[row][i], 1e-12);
                product[row][i].ShouldBe((up.Rows[row][i] - down.Rows[row][i]) / (2 * Step), 1e-6, $"row {row}, element {i}");
            }
        }

        product[0].ShouldAllBe(static slope => slope != 0);
        hScale.ShouldBe((up.Scale - down.Scale) / (2 * Step), 1e-6);

        (double[][] Rows, double Scale) Slopes(double step)
        {
            var slopes = Zeros();
            double[][] moved = [.. rows.Select((row, r) => row.Select((x, i) => x + (step * along[r][i])).ToArray())];
            Surfaces.RaggedProgram.Gradient(moved, 0.9 - (0.5 * step), slopes, out var dScale);
            return (slopes, dScale);
        }
    }

    [Fact]
    public void The_Hessian_of_a_quadratic_is_exact()
    {
        var hessian = Surfaces.QuadraticProgram.Hessian(0.3, -1.7);
        hessian.ShouldBe(new[,] { { 6.0, 2.0 }, { 2.0, -2.0 } });

        var value = Surfaces.QuadraticProgram.HessianVectorProduct(0.3, 10, -1.7, 1, out var dX, out var dY, out var hX, out var hY);
        value.ShouldBe(Surfaces.Quadratic(0.3, -1.7));
        (hX, hY).ShouldBe((62.0, 18.0));
        Surfaces.QuadraticProgram.Gradient(0.3, -1.7, out var expectedX, out var expectedY);
        (dX, dY).ShouldBe((expectedX, expectedY));
    }

    [Fact]
    public void The_page_states_what_comes_out()
    {
        Surfaces.QuadraticProgram.HessianVectorProduct(0.5, 1, -1, 10, out var dX, out var dY, out var hX, out var hY);
        (dX, dY, hX, hY).ShouldBe((2.0, 3.0, 26.0, -18.0));
    }

    [Fact]
    public void Arrays_and_structs_stand_in_the_order_of_the_parameters()
    {
        var hessian = Valley.Hessian(1.5, At, Centre);

        hessian.GetLength(0).ShouldBe(1 + At.Length + 2);
        Against(
            hessian,
            x =>
            {
                var dAt = new double[At.Length];
                Valley.Gradient(x[0], x[1..5], new Spot(x[5], x[6], 3), out var dScale, dAt, out var dCentre);
                return [dScale, .. dAt, dCentre.X, dCentre.Y];
            },
            [1.5, .. At, Centre.X, Centre.Y]);
    }

    [Fact]
    public void Recursion_records_and_branches()
    {
        foreach (var (x, turns) in new[] { (0.8, 5), (-1.4, 4), (2.5, 1), (0.3, 0) })
        {
            Against(
                Winding.Hessian(x, turns, 0.7),
                at =>
                {
                    Winding.Gradient(at[0], turns, at[1], out var dX, out var dPull);
                    return [dX, dPull];
                },
                [x, 0.7]);
        }
    }

    [Fact]
    public void Arrays_that_are_written_are_left_as_the_method_leaves_them_by_the_product_and_as_they_were_by_the_matrix()
    {
        double[] levels = [0.5, -0.2, 0.3];
        var hessian = Settled.Hessian(levels, 1.1);
        levels.ShouldBe([0.5, -0.2, 0.3]);
        Against(
            hessian,
            at =>
            {
                var d = new double[3];
                Settled.Gradient(at[..3], at[3], d, out var dRate);
                return [.. d, dRate];
            },
            [.. levels, 1.1]);

        double[] direction = [1, 0, 0];
        var (dLevels, hLevels) = (new double[3], new double[] { 100, 100, 100 });
        var left = (double[])levels.Clone();
        Settled.HessianVectorProduct(left, direction, 1.1, 0, dLevels, out _, hLevels, out var hRate);
        for (var i = 0; i < 3; i++)
            hLevels[i].ShouldBe(100 + hessian[i, 0], 1e-12, "the buffer is added to");
        hRate.ShouldBe(hessian[3, 0], 1e-12);
        var expected = (double[])levels.Clone();
        Surfaces.Settled(expected, 1.1);
        left.ShouldBe(expected);
    }

    [Fact]
    public void Spans_and_floats()
    {
        var hessian = Surfaces.RoughnessProgram.Hessian([1f, 3f], 2f);
        hessian.ShouldBe(new double[,] { { 8, -8, -16 }, { -8, 8, 16 }, { -16, 16, 8 } });
    }

    [Fact]
    public void What_overlaps_or_is_of_another_length_is_refused_before_anything_is_written()
    {
        var (t, d, h) = (new double[4], new double[4], new double[4]);
        void Run(double[] tangents, double[] derivatives, double[] slopes) =>
            Valley.HessianVectorProduct(1.5, 0, At, tangents, Centre, default, out _, derivatives, out _, out _, slopes, out _);

        Should.Throw<ArgumentException>(() => Run(new double[3], d, h)).ParamName.ShouldBe("tAt");
        Should.Throw<ArgumentException>(() => Run(t, d, new double[5])).ParamName.ShouldBe("hAt");
        Should.Throw<ArgumentException>(() => Run(t, d, d)).Message.ShouldContain("overlaps hAt");
        Should.Throw<ArgumentException>(() => Run(t, t, h)).Message.ShouldContain("overlaps tAt");
        Should.Throw<ArgumentException>(() => Run(t, d, At)).Message.ShouldContain("overlaps the input at");
        d.ShouldAllBe(static number => number == 0);
    }

    [Fact]
    public void A_product_allocates_nothing_after_warm_up()
    {
        var (t, d, h) = (new double[] { 1, 0, 0, 1 }, new double[4], new double[4]);
        void Once() => Valley.HessianVectorProduct(1.5, 0, At, t, Centre, default, out _, d, out _, out _, h, out _);

        for (var i = 0; i < 100; i++)
            Once();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            Once();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    // Symmetric, and each column the slope of the gradient along one number.
    private static void Against(double[,] hessian, Func<double[], double[]> gradient, double[] at)
    {
        double[] Slope(int column, double step)
        {
            var moved = (double[])at.Clone();
            moved[column] += step;
            var up = gradient(moved);
            moved[column] = at[column] - step;
            return up.Zip(gradient(moved), (a, b) => (a - b) / (2 * step)).ToArray();
        }

        var scale = Math.Max(1, hessian.Cast<double>().Max(Math.Abs));
        for (var column = 0; column < at.Length; column++)
        {
            var (wide, narrow) = (Slope(column, 1e-4), Slope(column, 5e-5));
            for (var row = 0; row < at.Length; row++)
            {
                hessian[row, column].ShouldBe(hessian[column, row], 1e-12 * scale);
                hessian[row, column].ShouldBe(((4 * narrow[row]) - wide[row]) / 3, 1e-7 * scale, $"row {row}, column {column}");
            }
        }
    }
}
