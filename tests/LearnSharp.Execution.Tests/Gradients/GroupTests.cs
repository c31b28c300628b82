using System;
using System.Linq;
using static LearnSharp.Execution.Tests.Gradients.Methods;

namespace LearnSharp.Execution.Tests.Gradients;

/// <summary>Generated loops that run several turns side by side, because these hand on nothing but sums.</summary>
public sealed class GroupTests
{
    private static readonly double[] Centres = Numbers(3 * 11, 3);

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(16)]
    [InlineData(19)]
    [InlineData(37)]
    public void Weights(int count)
    {
        var points = Numbers(count * 11, 5);
        GradientCheck.Agrees<BlobsProgram, BlobsProgram.Input, BlobsProgram.Weights, BlobsProgram.Choices>(new(points, Centres, count, 11), points, Centres, count, 11);
    }

    [Theory]
    [InlineData(16, 11)]
    [InlineData(35, 11)]
    [InlineData(18, 3)]
    public void The_gradient_of_many_points_is_the_sum_of_theirs(int count, int d)
    {
        var points = Numbers(count * d, 5);
        var centres = Centres[..(2 * d)];
        var (dPoints, dCentres, expected) = (new double[points.Length], new double[centres.Length], new double[centres.Length]);
        BlobsProgram.Gradient(points, centres, count, d, 0.8, 0.1, dPoints, dCentres, out var dWidth, out var dShift);

        var (width, shift) = (0.0, 0.0);
        for (var p = 0; p < count; p++)
        {
            var one = new double[d];
            BlobsProgram.Gradient(points[(p * d)..((p + 1) * d)], centres, 1, d, 0.8, 0.1, one, expected, out var ofWidth, out var ofShift);
            width += ofWidth;
            shift += ofShift;
            dPoints[(p * d)..((p + 1) * d)].ShouldBe(one);
        }

        for (var i = 0; i < expected.Length; i++)
            dCentres[i].ShouldBe(expected[i], 1e-12);
        dWidth.ShouldBe(width, 1e-11);
        dShift.ShouldBe(shift, 1e-11);
    }

    [Theory]
    [InlineData(15)]
    [InlineData(18)]
    [InlineData(19)]
    public void A_point_that_is_missing_throws_and_leaves_the_buffers(int present)
    {
        var (dPoints, dCentres) = (new double[present * 11], new double[Centres.Length]);

        Should.Throw<IndexOutOfRangeException>(() => BlobsProgram.Gradient(Numbers(present * 11, 5), Centres, 20, 11, 0.8, 0.1, dPoints, dCentres, out _, out _));

        dPoints.Concat(dCentres).ShouldAllBe(value => value.Equals(0.0));
    }

    private static double[] Numbers(int count, int seed) => Enumerable.Range(1, count).Select(i => Math.Sin(7 * i + seed)).ToArray();
}
