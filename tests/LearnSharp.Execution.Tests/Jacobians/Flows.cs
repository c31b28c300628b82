using System;

namespace LearnSharp.Execution.Tests.Jacobians;

/// <summary>Methods with arrays as results, or without a result but with arrays that they write.</summary>
internal static partial class Flows
{
    /// <summary>An array, made by way of another array and a method that is called.</summary>
    [Learnable]
    internal static double[] Smoothed(double[] xs, double width, [Weight] double gain = 1.5)
    {
        var scaled = new double[xs.Length];
        for (var i = 0; i < xs.Length; i++)
            scaled[i] = Bend(xs[i] * gain, width);
        var result = new double[xs.Length];
        for (var i = 0; i < xs.Length; i++)
        {
            var left = i > 0 ? scaled[i - 1] : 0;
            var right = i + 1 < xs.Length ? scaled[i + 1] : scaled[0];
            result[i] = (left + (2 * scaled[i]) + right) / (1 + (width * width));
        }

        return result;
    }

    private static double Bend(double x, double width) => x > 0 ? Math.Sqrt(1 + (x * x)) - 1 : Math.Tanh(x / width) * Math.Max(x, -width);

    /// <summary>Nothing comes out: a step of a string of weights on springs, in place.</summary>
    [Learnable]
    internal static void Step(double[] places, Span<double> speeds, double time, [Weight] double stiffness = 4)
    {
        for (var i = 0; i < places.Length; i++)
        {
            var left = i > 0 ? places[i - 1] : 0;
            var right = i + 1 < places.Length ? places[i + 1] : 0;
            speeds[i] += time * stiffness * (left - (2 * places[i]) + right - Math.Pow(places[i], 3));
        }

        for (var i = 0; i < places.Length; i++)
            places[i] += time * speeds[i];
    }

    /// <summary>A number comes out that has no derivative, and an array is written.</summary>
    [Learnable]
    internal static int Rectify(double[] values, double slope)
    {
        var count = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] < 0)
            {
                values[i] *= slope;
                count++;
            }
        }

        return count;
    }

    /// <summary>An array of a literal, of an argument that is written.</summary>
    [Learnable]
    internal static double[] Ends(double[] values, double factor)
    {
        for (var i = 1; i < values.Length; i++)
            values[i] += factor * values[i - 1];
        return [values[^1], values[0] * values[1]];
    }

    /// <summary>A new array in every step, the last of which comes out.</summary>
    [Learnable]
    internal static double[] Walked(double[] start, double pull, int steps)
    {
        var state = new double[start.Length];
        for (var i = 0; i < start.Length; i++)
            state[i] = start[i];
        for (var step = 0; step < steps; step++)
            state = Drawn(state, pull);
        return state;
    }

    private static double[] Drawn(double[] state, double pull)
    {
        var next = new double[state.Length];
        for (var i = 0; i < next.Length; i++)
            next[i] = state[i] - pull * Math.Sin(state[i]) * 0.01;
        return next;
    }

    /// <summary>What comes out may be what went in.</summary>
    [Learnable]
    internal static double[] Larger(double[] a, double[] b) => a[0] > b[0] ? a : b;
}
