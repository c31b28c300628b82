using System;

namespace LearnSharp.GradBench.Modules;

/// <summary>
/// The descent that gradbench defines for particle and saddle: a step that doubles after ten steps downhill and halves when a step leads up, until the slope or the step is below 1e-5.
/// </summary>
/// <param name="start">Where it starts.</param>
/// <param name="value">What is minimized.</param>
/// <param name="gradient">Stores the derivatives at a point.</param>
internal sealed class GradientDescent(double[] start, Func<double[], double> value, Action<double[], double[]> gradient)
{
    private const double Smallest = 1e-5;

    private readonly double[] _slope = new double[start.Length];
    private double[] _next = new double[start.Length];

    /// <summary>Where the last descent ended.</summary>
    public double[] Lowest { get; private set; } = new double[start.Length];

    /// <summary>Goes down from the start.</summary>
    public void Run()
    {
        start.CopyTo(Lowest, 0);
        var lowest = value(Lowest);
        gradient(Lowest, _slope);
        var (step, streak) = (1e-5, 0);
        while (Length(_slope) > Smallest)
        {
            if (streak == 10)
            {
                (step, streak) = (step * 2, 0);
                continue;
            }

            for (var i = 0; i < _next.Length; i++)
                _next[i] = Lowest[i] - step * _slope[i];
            if (Distance(Lowest, _next) <= Smallest)
                break;
            var there = value(_next);
            if (there < lowest)
            {
                (Lowest, _next, lowest) = (_next, Lowest, there);
                gradient(Lowest, _slope);
                streak++;
            }
            else
            {
                (step, streak) = (step / 2, 0);
            }
        }
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
