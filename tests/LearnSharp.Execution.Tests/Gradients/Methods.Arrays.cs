using System;

namespace LearnSharp.Execution.Tests.Gradients;

internal static partial class Methods
{
    [Learnable]
    public static double LocalArray(double[] xs, [Weight] double a = 0.7, [Weight] double b = 0.3)
    {
        var smooth = new double[xs.Length];
        smooth[0] = xs[0];
        for (var i = 1; i < xs.Length; i++)
            smooth[i] = a * smooth[i - 1] + b * xs[i];
        var sum = 0.0;
        for (var i = 0; i < smooth.Length; i++)
            sum += smooth[i] * smooth[i];
        return sum;
    }

    [Learnable]
    public static double InPlace(double[] xs, [Weight] double a = 0.7)
    {
        for (var round = 0; round < 3; round++)
        {
            for (var i = 1; i < xs.Length; i++)
                xs[i] = xs[i] * a + xs[i - 1] * xs[i];
        }

        return xs[xs.Length - 1];
    }

    [Learnable]
    public static double Aliased(double x, [Weight] double a = 0.7, [Weight] double b = 0.3)
    {
        double[] first = [a, b, x];
        var second = first;
        second[1] = second[0] * first[2];
        first = new double[] { second[1] * 2, a };
        first[0] += second[2] * b;
        return first[0] * first[1] + second[0] * second[1];
    }

    [Learnable]
    public static double EffectsInIndexes(double[] xs, [Weight] double a = 0.7)
    {
        var buffer = new double[4];
        var i = 0;
        buffer[i++] = xs[0] * a;
        buffer[i++] = buffer[i - 2] * xs[1];
        buffer[i] += buffer[i - 1] + a;
        buffer[++i] = buffer[2] * buffer[1];
        return buffer[i] + buffer[0];
    }

    [Learnable]
    public static double SpanSum(ReadOnlySpan<double> xs, [Weight] double a = 0.7)
    {
        var sum = 0.0;
        for (var i = 0; i < xs.Length; i++)
            sum += Math.Sqrt(xs[i] * xs[i] + a);
        return sum;
    }
}
