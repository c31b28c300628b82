using System;
using System.Text.Json;
using LearnSharp.GradBench.Protocol;

namespace LearnSharp.GradBench.Modules;

/// <summary>lse: the logarithm of a sum of exponentials, stable by taking the largest out.</summary>
internal static partial class LseModule
{
    [Learnable]
    internal static double LogSumExp(double[] x)
    {
        var max = double.NegativeInfinity;
        for (var i = 0; i < x.Length; i++)
            max = Math.Max(max, x[i]);
        var sum = 0.0;
        for (var i = 0; i < x.Length; i++)
            sum += Math.Exp(x[i] - max);
        return max + Math.Log(sum);
    }

    public static PreparedFunction? Prepare(string function, JsonElement input)
    {
        var x = Numbers.Flat(input, "x");
        var (value, dX) = (0.0, new double[x.Length]);
        return function switch
        {
            "primal" => new(() => value = LogSumExp(x), json => json.WriteNumberValue(value)),
            "gradient" => new(
                () =>
                {
                    Array.Clear(dX);
                    LogSumExpProgram.Gradient(x, dX);
                },
                json => Numbers.Write(json, dX)),
            _ => null,
        };
    }
}
