using System;

namespace LearnSharp.Execution.Tests.Gradients;

internal static partial class Methods
{
    /// <summary>A loop, a branch, an array and a call.</summary>
    [Learnable]
    public static double Everything(double[] xs, int lag, [Weight] double a = 0.7, [Weight] double b = 0.3)
    {
        var smooth = new double[xs.Length];
        for (var i = 0; i < xs.Length; i++)
        {
            var past = i >= lag ? smooth[i - lag] : b;
            if (xs[i] > a)
                smooth[i] = past * a + Bump(xs[i], b);
            else
                smooth[i] = past - b * xs[i];
        }

        var sum = 0.0;
        foreach (var value in smooth)
            sum += value * value;
        return sum;
    }
}
