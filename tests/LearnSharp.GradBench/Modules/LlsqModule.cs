using System;
using System.Text.Json;
using LearnSharp.GradBench.Protocol;

namespace LearnSharp.GradBench.Modules;

/// <summary>llsq: half the sum of squared residuals of a polynomial against a step, at n points between -1 and 1.</summary>
internal static partial class LlsqModule
{
    [Learnable]
    internal static double Objective(double[] x, int n)
    {
        var sum = 0.0;
        for (var i = 0; i < n; i++)
        {
            var t = -1.0 + i * 2.0 / (n - 1);
            double residual = Math.Sign(t);
            var power = 1.0;
            for (var j = 0; j < x.Length; j++)
            {
                residual -= x[j] * power;
                power *= t;
            }

            sum += residual * residual;
        }

        return 0.5 * sum;
    }

    public static PreparedFunction? Prepare(string function, JsonElement input)
    {
        var x = Numbers.Flat(input, "x");
        var n = Numbers.Int(input, "n");
        var (value, dX) = (0.0, new double[x.Length]);
        return function switch
        {
            "primal" => new(() => value = Objective(x, n), json => json.WriteNumberValue(value)),
            "gradient" => new(
                () =>
                {
                    Array.Clear(dX);
                    ObjectiveProgram.Gradient(x, n, dX);
                },
                json => Numbers.Write(json, dX)),
            _ => null,
        };
    }
}
