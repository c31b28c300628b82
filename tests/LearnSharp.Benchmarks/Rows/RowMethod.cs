using System;

namespace LearnSharp.Benchmarks.Rows;

/// <summary>What fitting's inner loop is measured on: ten operations with a branch, and a loop that takes as many turns as each row needs.</summary>
internal static partial class RowMethod
{
    [Learnable]
    public static double Response(double x, double y, [Weight] double a = 0.8, [Weight] double b = -0.4, [Weight] double c = 0.1, [Weight] double d = 1.5)
    {
        var s = a * x + b * y;
        var e = Math.Exp(-s);
        double r;
        if (s > c)
            r = d * e + x;
        else
            r = e - d * y;
        return r / (1 + e);
    }

    [Learnable]
    public static double Decay(double x, int steps, [Weight] double a = 0.8, [Weight] double b = -0.4, [Weight] double c = 0.1)
    {
        var y = x;
        for (var i = 0; i < steps; i++)
            y = a * y + b * y * y + c;
        return y;
    }
}
