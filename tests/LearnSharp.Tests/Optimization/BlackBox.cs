using System;
using LearnSharp.Optimization;

namespace LearnSharp.Tests.Optimization;

/// <summary>A function of which only the value is known; where it is not finite, the evaluation fails.</summary>
internal sealed class BlackBox(int parameters, Func<double[], double> function) : IBlackBoxProblem
{
    public int ParameterCount => parameters;

    public int Evaluations { get; private set; }

    /// <summary>Told of every point that is evaluated.</summary>
    public Action<double[]>? Seen { get; init; }

    public bool TryValue(ReadOnlySpan<double> x, out double value)
    {
        var point = x.ToArray();
        Evaluations++;
        Seen?.Invoke(point);
        value = function(point);
        return double.IsFinite(value);
    }

    public static double Sphere(double[] x)
    {
        double sum = 0;
        foreach (var value in x)
            sum += value * value;
        return sum;
    }

    public static double Rosenbrock(double[] x)
    {
        double sum = 0;
        for (var i = 0; i + 1 < x.Length; i++)
            sum += (100 * Math.Pow(x[i + 1] - (x[i] * x[i]), 2)) + Math.Pow(1 - x[i], 2);
        return sum;
    }

    /// <summary>Σ 10^(6i/(n−1))·x_i².</summary>
    public static double Ellipsoid(double[] x)
    {
        double sum = 0;
        for (var i = 0; i < x.Length; i++)
            sum += Math.Pow(10, 6.0 * i / (x.Length - 1)) * x[i] * x[i];
        return sum;
    }

    /// <summary>The ellipsoid turned by a fixed orthogonal matrix: a reflection along a vector of ones and another along 1, 2, 3, ….</summary>
    public static double RotatedEllipsoid(double[] x)
    {
        var y = (double[])x.Clone();
        Reflect(y, _ => 1);
        Reflect(y, i => i + 1);
        return Ellipsoid(y);
    }

    private static void Reflect(double[] y, Func<int, double> vector)
    {
        double dot = 0, square = 0;
        for (var i = 0; i < y.Length; i++)
        {
            dot += vector(i) * y[i];
            square += vector(i) * vector(i);
        }

        for (var i = 0; i < y.Length; i++)
            y[i] -= 2 * dot / square * vector(i);
    }
}
