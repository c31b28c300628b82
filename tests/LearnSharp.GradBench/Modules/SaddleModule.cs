using System;
using System.Text.Json;
using LearnSharp.GradBench.Protocol;

namespace LearnSharp.GradBench.Modules;

/// <summary>
/// saddle: the point that minimizes the maximum of a function over another point. The maximum is found by a climb along derivatives, and the descent over it takes the derivative of the whole
/// climb; each of the two in reverse (r) or forward (f) mode, the outer one named first.
/// </summary>
internal static partial class SaddleModule
{
    private const double Smallest = 1e-5;

    /// <summary>The function: of the point (x, y), and of the point (u, v) that it is to be largest over.</summary>
    [Learnable]
    internal static double Value(double x, double y, double u, double v) => (x * x + y * y) - (u * u + v * v);

    /// <summary>The maximum over the second point, climbed to from (u, v) by reverse mode.</summary>
    [Learnable]
    internal static double LargestByReverse(double x, double y, [NonDifferentiable] double u, [NonDifferentiable] double v)
    {
        var top = Climb(x, y, u, v, SlopesByReverse);
        return Value(x, y, top.U, top.V);
    }

    /// <summary>The same by forward mode.</summary>
    [Learnable]
    internal static double LargestByForward(double x, double y, [NonDifferentiable] double u, [NonDifferentiable] double v)
    {
        var top = Climb(x, y, u, v, SlopesByForward);
        return Value(x, y, top.U, top.V);
    }

    private static (double U, double V) SlopesByReverse(double x, double y, double u, double v)
    {
        ValueProgram.Gradient(x, y, u, v, out _, out _, out var slopeU, out var slopeV);
        return (slopeU, slopeV);
    }

    private static (double U, double V) SlopesByForward(double x, double y, double u, double v) =>
        (ValueProgram.Pushforward(x, 0, y, 0, u, 1, v, 0).Tangent, ValueProgram.Pushforward(x, 0, y, 0, u, 0, v, 1).Tangent);

    // Gradient descent on the negative, as GradientDescent does it over arrays.
    private static (double U, double V) Climb(double x, double y, double u, double v, Func<double, double, double, double, (double U, double V)> slopes)
    {
        var lowest = -Value(x, y, u, v);
        var slope = slopes(x, y, u, v);
        var step = 1e-5;
        var streak = 0;
        while (Math.Sqrt(slope.U * slope.U + slope.V * slope.V) > Smallest)
        {
            if (streak == 10)
            {
                step *= 2;
                streak = 0;
                continue;
            }

            var (nextU, nextV) = (u + step * slope.U, v + step * slope.V);
            if (Math.Sqrt((u - nextU) * (u - nextU) + (v - nextV) * (v - nextV)) <= Smallest)
                break;
            var there = -Value(x, y, nextU, nextV);
            if (there < lowest)
            {
                (u, v, lowest) = (nextU, nextV, there);
                slope = slopes(x, y, u, v);
                streak++;
            }
            else
            {
                step /= 2;
                streak = 0;
            }
        }

        return (u, v);
    }

    /// <summary>The functions of the module.</summary>
    public static PreparedFunction? Prepare(string function, JsonElement input)
    {
        var start = Numbers.Flat(input, "start");
        var (u, v) = (start[0], start[1]);
        Action<double[], double[]>? gradient = function switch
        {
            "rr" => (p, slope) => LargestByReverseProgram.Gradient(p[0], p[1], u, v, out slope[0], out slope[1]),
            "rf" => (p, slope) => LargestByForwardProgram.Gradient(p[0], p[1], u, v, out slope[0], out slope[1]),
            "fr" => (p, slope) =>
            {
                slope[0] = LargestByReverseProgram.Pushforward(p[0], 1, p[1], 0, u, v).Tangent;
                slope[1] = LargestByReverseProgram.Pushforward(p[0], 0, p[1], 1, u, v).Tangent;
            },
            "ff" => (p, slope) =>
            {
                slope[0] = LargestByForwardProgram.Pushforward(p[0], 1, p[1], 0, u, v).Tangent;
                slope[1] = LargestByForwardProgram.Pushforward(p[0], 0, p[1], 1, u, v).Tangent;
            },
            _ => null,
        };
        if (gradient is null)
            return null;
        var isReverse = function[1] == 'r';
        Func<double[], double> largest = isReverse ? p => LargestByReverse(p[0], p[1], u, v) : p => LargestByForward(p[0], p[1], u, v);
        var descent = new GradientDescent(start, largest, gradient);
        var output = new double[4];
        return new(
            () =>
            {
                descent.Run();
                var lowest = descent.Lowest;
                var top = isReverse ? Climb(lowest[0], lowest[1], u, v, SlopesByReverse) : Climb(lowest[0], lowest[1], u, v, SlopesByForward);
                (output[0], output[1], output[2], output[3]) = (lowest[0], lowest[1], top.U, top.V);
            },
            json => Numbers.Write(json, output));
    }
}
