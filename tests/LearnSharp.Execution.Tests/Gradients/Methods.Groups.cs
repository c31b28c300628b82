using System;

namespace LearnSharp.Execution.Tests.Gradients;

internal static partial class Methods
{
    /// <summary>Points that hand on a sum each: distances to centres that all of them share, the largest of them, and a branch that not all take.</summary>
    [Learnable]
    public static double Blobs(double[] points, double[] centres, int count, int d, [Weight] double width = 0.8, [Weight] double shift = 0.1)
    {
        var k = centres.Length / d;
        var near = new double[k];
        var away = new double[d];
        var sum = 0.0;
        for (var p = 0; p < count; p++)
        {
            for (var c = 0; c < k; c++)
            {
                for (var i = 0; i < d; i++)
                    away[i] = (points[p * d + i] - centres[c * d + i]) * width;
                var square = 0.0;
                for (var i = 0; i < d; i++)
                    square += away[i] * away[i];
                near[c] = shift - 0.5 * square;
            }

            var max = near[0];
            for (var c = 1; c < k; c++)
                max = Math.Max(max, near[c]);
            var total = 0.0;
            for (var c = 0; c < k; c++)
                total += Math.Exp(near[c] - max);
            if (max > -1)
                total *= 1.5 + max;
            sum += max + Math.Log(total);
        }

        return sum;
    }
}
