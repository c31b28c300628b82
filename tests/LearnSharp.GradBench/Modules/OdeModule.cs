using System;
using System.Text.Json;
using LearnSharp.GradBench.Protocol;

namespace LearnSharp.GradBench.Modules;

/// <summary>ode: a chain of linear equations from 0 to 2 by the classic Runge-Kutta method; the gradient is that of the last component.</summary>
internal static partial class OdeModule
{
    [Learnable]
    internal static double[] Solve(double[] x, int s)
    {
        var n = x.Length;
        var h = 2.0 / s;
        var y = new double[n];
        var between = new double[n];
        var k1 = new double[n];
        var k2 = new double[n];
        var k3 = new double[n];
        var k4 = new double[n];
        for (var step = 0; step < s; step++)
        {
            Slope(x, y, k1);
            for (var i = 0; i < n; i++)
                between[i] = y[i] + h * k1[i] / 2;
            Slope(x, between, k2);
            for (var i = 0; i < n; i++)
                between[i] = y[i] + h * k2[i] / 2;
            Slope(x, between, k3);
            for (var i = 0; i < n; i++)
                between[i] = y[i] + h * k3[i];
            Slope(x, between, k4);
            for (var i = 0; i < n; i++)
                y[i] += h * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]) / 6;
        }

        return y;
    }

    private static void Slope(double[] x, double[] y, double[] slope)
    {
        slope[0] = x[0];
        for (var i = 1; i < x.Length; i++)
            slope[i] = x[i] * y[i - 1];
    }

    public static PreparedFunction? Prepare(string function, JsonElement input)
    {
        var x = Numbers.Flat(input, "x");
        var s = Numbers.Int(input, "s");
        double[] y = [];
        var dX = new double[x.Length];
        var last = new double[x.Length];
        last[^1] = 1;
        return function switch
        {
            "primal" => new(() => y = Solve(x, s), json => Numbers.Write(json, y)),
            "gradient" => new(
                () =>
                {
                    Array.Clear(dX);
                    SolveProgram.Pullback(x, s, last, dX);
                },
                json => Numbers.Write(json, dX)),
            _ => null,
        };
    }
}
