using System;
using System.Linq;
using static LearnSharp.Execution.Tests.Gradients.Methods;

namespace LearnSharp.Execution.Tests.Gradients;

/// <summary>Generated loops that run several turns at once.</summary>
public sealed class LaneTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(37)]
    public void Neighbours(int length)
    {
        var x = Enumerable.Range(0, length).Select(static i => 0.4 + Math.Sin(i)).ToArray();
        GradientCheck.Agrees<WavesProgram, WavesProgram.Input, WavesProgram.Weights, WavesProgram.Choices>(new(x, 3), x, 3);
    }

    [Theory]
    [InlineData(3, 2)]
    [InlineData(22, 2)]
    [InlineData(3, 19)]
    [InlineData(22, 18)]
    public void A_triangle(int size, int rows)
    {
        var x = Enumerable.Range(0, size).Select(static i => Math.Cos(i)).ToArray();
        var l = Enumerable.Range(0, size * (size - 1) / 2).Select(static i => 0.2 * Math.Sin(3 * i)).ToArray();
        GradientCheck.Agrees<TriangleProgram, TriangleProgram.Input, TriangleProgram.Weights, TriangleProgram.Choices>(new(l, x, rows), l, x, rows);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(21)]
    public void Sums_in_the_order_of_the_turns(int size)
    {
        var points = Enumerable.Range(0, 6 * size).Select(static i => Math.Sin(5 * i)).ToArray();
        var centres = Enumerable.Range(0, 3 * size).Select(static i => Math.Cos(3 * i)).ToArray();
        GradientCheck.Agrees<DistancesProgram, DistancesProgram.Input, DistancesProgram.Weights, DistancesProgram.Choices>(new(points, centres, size), points, centres, size);
    }
}
