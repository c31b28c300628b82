using System;
using System.Globalization;
using System.Linq;
using System.Runtime.Intrinsics;
using LearnSharp.Runtime;
using Xunit.Abstractions;

namespace LearnSharp.Tests.Runtime;

public class VectorMathAccuracyTests(ITestOutputHelper output)
{
    public static TheoryData<string> Names => VectorFunctions.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Doubles_are_within_two_ulp_over_the_whole_range(string name)
    {
        var function = VectorFunctions.Named(name);
        var points = VectorMathPoints.Between(function.Least, function.Greatest, seed: 1).ToArray();
        var results = function.Evaluate(points);
        var worst = (Error: 0.0, At: 0.0, Value: 0.0);
        for (var i = 0; i < points.Length; i++)
        {
            var error = UlpError.OfDouble(results[i], function.Exact(points[i]));
            worst = error > worst.Error ? (error, points[i], results[i]) : worst;
        }

        Report(name, points.Length, worst.Error, worst.At);
        worst.Error.ShouldBeLessThanOrEqualTo(2, string.Create(CultureInfo.InvariantCulture, $"{name}({worst.At:R}) = {worst.Value:R}"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Floats_are_within_one_ulp_over_the_whole_range(string name)
    {
        var function = VectorFunctions.Named(name);
        var points = VectorMathPoints.Between(function.Least, function.Greatest, seed: 2)
            .Select(x => (float)x)
            .Where(x => float.IsFinite(x) && x >= function.Least && x <= function.Greatest && x != 0)
            .ToArray();
        var results = function.Evaluate(points);
        var worst = (Error: 0.0, At: 0.0, Value: 0.0);
        for (var i = 0; i < points.Length; i++)
        {
            var error = UlpError.OfFloat(results[i], function.Exact(points[i]));
            worst = error > worst.Error ? (error, points[i], results[i]) : worst;
        }

        Report(name, points.Length, worst.Error, worst.At);
        worst.Error.ShouldBeLessThanOrEqualTo(1, string.Create(CultureInfo.InvariantCulture, $"{name}({worst.At:R}) = {worst.Value:R}"));
    }

    [Fact]
    public void Powers_are_within_four_ulp_over_the_whole_range()
    {
        var random = new Random(3);
        var worst = (Error: 0.0, X: 0.0, Y: 0.0);
        for (var i = 0; i < 3 * VectorMathPoints.RandomCount; i++)
        {
            // Bases of every magnitude or near one, exponents such that results cover the range and its two ends.
            var x = (i % 3) switch
            {
                0 => BitConverter.Int64BitsToDouble(random.NextInt64(1, 0x7FF0_0000_0000_0000)),
                1 => Math.ScaleB(1 + random.NextDouble(), random.Next(-3, 3)),
                _ => 1 + ((random.NextDouble() - 0.5) * Math.ScaleB(1, -random.Next(1, 45))),
            };
            if (x == 1)
            {
                continue;
            }

            var y = (i % 2 == 0 ? random.NextDouble() : random.Next(2) + (0.06 * (random.NextDouble() - 0.5))) * 745 / Math.Abs(Math.Log(x));
            y = random.Next(2) == 0 ? y : -y;
            if (!double.IsFinite(y))
            {
                continue;
            }

            var actual = VectorMath.Pow(Vector512.Create(x), Vector512.Create(y))[0];
            var error = UlpError.OfDouble(actual, BigMath.Pow(x, y));
            worst = error > worst.Error ? (error, x, y) : worst;
        }

        Report("Pow", 3 * VectorMathPoints.RandomCount, worst.Error, worst.X);
        worst.Error.ShouldBeLessThanOrEqualTo(4, string.Create(CultureInfo.InvariantCulture, $"Pow({worst.X:R}, {worst.Y:R})"));
    }

    [Fact]
    public void Directions_are_within_two_ulp_over_the_whole_range()
    {
        var random = new Random(4);
        var worst = (Error: 0.0, Y: 0.0, X: 0.0);
        for (var i = 0; i < 3 * VectorMathPoints.RandomCount; i++)
        {
            var x = BitConverter.Int64BitsToDouble(random.NextInt64(1, 0x7FF0_0000_0000_0000));
            var y = i % 3 == 0
                ? BitConverter.Int64BitsToDouble(random.NextInt64(1, 0x7FF0_0000_0000_0000))
                : x * Math.ScaleB(random.NextDouble(), random.Next(-3, 3));
            if (y == 0 || !double.IsFinite(y))
            {
                continue;
            }

            x = random.Next(2) == 0 ? x : -x;
            y = random.Next(2) == 0 ? y : -y;
            var actual = VectorMath.Atan2(Vector512.Create(y), Vector512.Create(x))[0];
            var error = UlpError.OfDouble(actual, BigMath.Atan2(y, x));
            worst = error > worst.Error ? (error, y, x) : worst;
        }

        Report("Atan2", 3 * VectorMathPoints.RandomCount, worst.Error, worst.Y);
        worst.Error.ShouldBeLessThanOrEqualTo(2, string.Create(CultureInfo.InvariantCulture, $"Atan2({worst.Y:R}, {worst.X:R})"));
    }

    private void Report(string name, int count, double error, double at)
        => output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {count} points, worst {error:F3} ulp at {at:R}"));
}
