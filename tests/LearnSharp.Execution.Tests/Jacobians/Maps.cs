using System;

namespace LearnSharp.Execution.Tests.Jacobians;

/// <summary>Methods with more than one number in their result.</summary>
internal static partial class Maps
{
    internal readonly record struct Polar(double Radius, double Angle, int Turns);

    /// <summary>Few numbers out of many.</summary>
    [Learnable]
    internal static (double Mean, double Spread, int Count) Summary(double[] xs, double power)
    {
        var mean = 0.0;
        foreach (var x in xs)
            mean += x;
        mean /= xs.Length;
        var spread = 0.0;
        foreach (var x in xs)
            spread += Math.Pow(Math.Abs(x - mean), power);
        return (mean, spread, xs.Length);
    }

    /// <summary>Many numbers out of few, and several arrays.</summary>
    [Learnable]
    internal static double[] Curve(double a, ReadOnlySpan<double> knots, double[] weights, [NonDifferentiable] double scale)
    {
        var result = new double[8];
        for (var i = 0; i < result.Length; i++)
            result[i] = scale * Math.Sin(a * i) * knots[i % knots.Length] * weights[i / 4];
        return result;
    }

    /// <summary>A struct out of a struct.</summary>
    [Learnable]
    internal static Polar ToPolar(Spot at) => new(Math.Sqrt((at.X * at.X) + (at.Y * at.Y)), Math.Atan2(at.Y, at.X), at.Label);

    /// <summary>A result that is an array, of an argument that is written, in float.</summary>
    [Learnable]
    internal static float[] Doubled(float[] values)
    {
        for (var i = 0; i < values.Length; i++)
            values[i] *= 2 * values[i];
        return (float[])values.Clone();
    }
}
