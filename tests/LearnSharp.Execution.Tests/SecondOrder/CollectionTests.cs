using System;
using System.Collections.Generic;
using System.Linq;
using static LearnSharp.Execution.Tests.SecondOrder.Surfaces;

namespace LearnSharp.Execution.Tests.SecondOrder;

/// <summary>Second derivatives by numbers in rows, lists and tables: products along directions against differences of the compiled gradient.</summary>
public sealed class CollectionTests
{
    [Fact]
    public void Arrays_of_arrays_have_products() => Against(
        at =>
        {
            var d = Rows(new double[6], 2, 1, 3);
            ElasticProgram.Gradient(Rows(at, 2, 1, 3), at[6], d, out var dStiffness);
            return [.. d.SelectMany(static row => row), dStiffness];
        },
        (at, along) =>
        {
            var (d, h) = (Rows(new double[6], 2, 1, 3), Rows(new double[6], 2, 1, 3));
            var value = ElasticProgram.HessianVectorProduct(Rows(at, 2, 1, 3), Rows(along, 2, 1, 3), at[6], along[6], d, out var dStiffness, h, out var hStiffness);
            value.ShouldBe(Elastic(Rows(at, 2, 1, 3), at[6]));
            return ([.. d.SelectMany(static row => row), dStiffness], [.. h.SelectMany(static row => row), hStiffness]);
        },
        [0.7, 1.3, 1.9, -0.4, 2.2, 0.8, 1.1]);

    [Fact]
    public void Rows_that_are_written_have_products() => Against(
        at =>
        {
            var d = Rows(new double[5], 2, 3);
            RelaxedProgram.Gradient(Rows(at, 2, 3), at[5], d, out var dRate);
            return [.. d.SelectMany(static row => row), dRate];
        },
        (at, along) =>
        {
            var (d, h, given) = (Rows(new double[5], 2, 3), Rows(new double[5], 2, 3), Rows(at, 2, 3));
            RelaxedProgram.HessianVectorProduct(given, Rows(along, 2, 3), at[5], along[5], d, out var dRate, h, out var hRate);
            var left = Rows(at, 2, 3);
            Relaxed(left, at[5]);
            given.SelectMany(static row => row).ShouldBe(left.SelectMany(static row => row));
            return ([.. d.SelectMany(static row => row), dRate], [.. h.SelectMany(static row => row), hRate]);
        },
        [0.7, 1.3, 1.9, -0.4, 2.2, 0.3]);

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(6)]
    public void Rows_made_in_the_body_that_change_places_have_products(int turns)
    {
        double[] Gradient(double[] at)
        {
            var d = new double[3];
            WovenProgram.Gradient(at, turns, d);
            return d;
        }

        Against(
            Gradient,
            (at, along) =>
            {
                var (d, h) = (new double[3], new double[3]);
                WovenProgram.HessianVectorProduct(at, along, turns, d, h);
                return (d, h);
            },
            [0.9, 1.4, 0.6]);
        var hessian = WovenProgram.Hessian([0.9, 1.4, 0.6], turns);
        hessian[0, 1].ShouldBe(hessian[1, 0], 1e-12);
    }

    [Fact]
    public void Lists_have_products_and_a_matrix()
    {
        double[] at = [0.7, 1.3, -0.4, 0.9];
        Against(
            at =>
            {
                var d = new double[3];
                ListedProgram.Gradient([.. at[..3]], at[3], [1.5f, 0.5f], d, out var dScale, new float[2]);
                return [.. d, dScale];
            },
            (at, along) =>
            {
                var (d, h) = (new double[3], new double[3]);
                ListedProgram.HessianVectorProduct(
                    [.. at[..3]], along.AsSpan(0, 3), at[3], along[3], [1.5f, 0.5f], [0, 0], d, out var dScale, new float[2], h, out var hScale, new float[2]);
                return ([.. d, dScale], [.. h, hScale]);
            },
            at);
        List<double> list = [.. at[..3]];
        var hessian = ListedProgram.Hessian(list, at[3], [1.5f, 0.5f]);
        hessian.GetLength(0).ShouldBe(6);
        var (d, h, dWeights, hWeights) = (new double[3], new double[3], new float[2], new float[2]);
        ListedProgram.HessianVectorProduct(list, [0, 1, 0], at[3], 0, [1.5f, 0.5f], [0, 0], d, out _, dWeights, h, out var hScale, hWeights);
        for (var row = 0; row < 3; row++)
            hessian[row, 1].ShouldBe(h[row]);
        hessian[3, 1].ShouldBe(hScale);
        hessian[4, 1].ShouldBe(hWeights[0]);
        list.ShouldBe(at[..3]);
    }

    [Fact]
    public void Arrays_of_two_dimensions_have_products() => Against(
        at =>
        {
            var d = new double[2, 3];
            GriddedProgram.Gradient(Grid(at), at[6], d, out var dScale);
            return [.. d.Cast<double>(), dScale];
        },
        (at, along) =>
        {
            var (d, h) = (new double[2, 3], new double[2, 3]);
            GriddedProgram.HessianVectorProduct(Grid(at), Grid(along), at[6], along[6], d, out var dScale, h, out var hScale);
            return ([.. d.Cast<double>(), dScale], [.. h.Cast<double>(), hScale]);
        },
        [0.7, 1.3, 1.9, -0.4, 2.2, 0.3, 0.8]);

    [Fact]
    public void Rows_of_another_length_are_refused_before_anything_is_written()
    {
        var (d, h) = (Rows(new double[3], 1, 2), Rows(new double[3], 1, 2));
        Should.Throw<ArgumentException>(() => ElasticProgram.HessianVectorProduct(Rows([1, 2, 3], 1, 2), Rows([1, 2, 3], 2, 1), 1, 0, d, out _, h, out _)).ParamName.ShouldBe("tAt");
        Should.Throw<ArgumentException>(() => ElasticProgram.HessianVectorProduct(Rows([1, 2, 3], 1, 2), Rows([1, 2, 3], 1, 2), 1, 0, d, out _, d, out _)).Message.ShouldContain("overlaps hAt");
        d.SelectMany(static row => row).ShouldAllBe(static number => number == 0);
    }

    private static double[][] Rows(double[] numbers, params int[] lengths)
    {
        var next = 0;
        return [.. lengths.Select(length => numbers[next..(next += length)])];
    }

    private static double[,] Grid(double[] numbers) => new[,] { { numbers[0], numbers[1], numbers[2] }, { numbers[3], numbers[4], numbers[5] } };

    private static void Against(Func<double[], double[]> gradient, Func<double[], double[], (double[] First, double[] Along)> product, double[] at)
    {
        const double Step = 1e-5;
        var random = new Random(1);
        for (var trial = 0; trial < 4; trial++)
        {
            double[] along = [.. at.Select(_ => random.NextDouble() - 0.5)];
            double[] Moved(double by) => [.. at.Zip(along, (x, t) => x + (by * t))];
            var (first, second) = product((double[])at.Clone(), along);
            var (expected, above, below) = (gradient((double[])at.Clone()), gradient(Moved(Step)), gradient(Moved(-Step)));
            for (var i = 0; i < at.Length; i++)
            {
                first[i].ShouldBe(expected[i], 1e-12 * (1 + Math.Abs(expected[i])));
                var slope = (above[i] - below[i]) / (2 * Step);
                second[i].ShouldBe(slope, 1e-6 * (1 + Math.Abs(slope)));
            }
        }
    }
}
