using System;

namespace LearnSharp.Execution.Tests.Gradients;

/// <summary>Methods that give something back through their own parameters.</summary>
internal static partial class Methods
{
    /// <summary>What a step moves on.</summary>
    public struct Gauge
    {
        /// <summary>A level.</summary>
        public double Level;

        /// <summary>How often it moved.</summary>
        public int Moves;
    }

    /// <summary>Two results and none of its own.</summary>
    [Learnable]
    public static void Polar(double x, double y, out double r, out double phi)
    {
        r = Math.Sqrt((x * x) + (y * y));
        phi = Math.Atan2(y, x);
    }

    /// <summary>One result, before a weight.</summary>
    [Learnable(SecondOrder = true)]
    public static void Swing(double x, out double height, [Weight] double rate = 0.5)
    {
        height = Math.Sin(x * rate);
        if (x > 2)
            return;
        height *= x;
    }

    /// <summary>A state that goes in and out beside a result.</summary>
    [Learnable]
    public static double Track(double x, ref double state, in double gain)
    {
        state = (0.9 * state) + (gain * x);
        if (state > 3)
            return state;
        state += 1;
        return state * x;
    }

    /// <summary>Whether there is a result.</summary>
    [Learnable]
    public static bool TryRoot(double x, out double root)
    {
        root = 0;
        if (x < 0)
            return false;
        root = Math.Sqrt(x);
        return true;
    }

    /// <summary>What happens after the result is there counts as well.</summary>
    [Learnable]
    public static double Move(double x, ref Gauge gauge)
    {
        try
        {
            gauge.Level += x * x;
            return gauge.Level * x;
        }
        finally
        {
            gauge.Moves++;
            gauge.Level *= 2;
        }
    }

    /// <summary>Others that are called the same way, and names that the results take.</summary>
    [Learnable]
    public static double Named(double x, out double value, out double Value2, ref double item1)
    {
        var offset = Learn.Weight(1.5);
        value = Math.Exp(x) + offset;
        Polar(x, item1, out Value2, out var phi);
        item1 *= phi;
        return x;
    }

    /// <summary>Calls what a learnable method calls.</summary>
    [Learnable]
    public static double Around(double x, double y)
    {
        var state = y;
        var all = Track(x, ref state, 0.5) * state;
        Polar(all, y, out var r, out state);
        return r * state;
    }

    /// <summary>The learned face of <see cref="Named"/>.</summary>
    [Learned(nameof(Named))]
    public static partial double NamedFace(double x, out double a, out double b, ref double c);
}
