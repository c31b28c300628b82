using System;

namespace LearnSharp.GradBench.Modules;

/// <summary>
/// The descent that gradbench defines for particle and saddle: a step that doubles after ten steps downhill and halves when a step leads up, until the slope or the step is below 1e-5.
/// </summary>
internal static class GradientDescent
{
    private const double Smallest = 1e-5;

    /// <summary>The point where a descent from <paramref name="start"/> ends.</summary>
    /// <param name="start">Where it starts.</param>
    /// <param name="value">What is minimized.</param>
    /// <param name="gradient">Stores the derivatives at a point.</param>
    public static double[] Minimize(double[] start, Func<double[], double> value, Action<double[], double[]> gradient)
    {
        var (at, next, slope) = ((double[])start.Clone(), new double[start.Length], new double[start.Length]);
        var lowest = value(at);
        gradient(at, slope);
        var (step, streak) = (1e-5, 0);
        while (Length(slope) > Smallest)
        {
            if (streak == 10)
            {
                (step, streak) = (step * 2, 0);
                continue;
            }

            for (var i = 0; i < at.Length; i++)
                next[i] = at[i] - step * slope[i];
            if (Distance(at, next) <= Smallest)
                break;
            var there = value(next);
            if (there < lowest)
            {
                (at, next, lowest) = (next, at, there);
                gradient(at, slope);
                streak++;
            }
            else
            {
                (step, streak) = (step / 2, 0);
            }
        }

        return at;
    }

    private static double Length(double[] vector)
    {
        var sum = 0.0;
        foreach (var x in vector)
            sum += x * x;
        return Math.Sqrt(sum);
    }

    private static double Distance(double[] left, double[] right)
    {
        var sum = 0.0;
        for (var i = 0; i < left.Length; i++)
            sum += (left[i] - right[i]) * (left[i] - right[i]);
        return Math.Sqrt(sum);
    }
}
