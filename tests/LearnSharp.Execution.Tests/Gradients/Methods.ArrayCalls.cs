using System;

namespace LearnSharp.Execution.Tests.Gradients;

internal static partial class Methods
{
    [Learnable]
    public static double Sorted(double[] xs, [Weight] double a = 0.7, [Weight] double b = 0.3)
    {
        var values = new double[xs.Length];
        for (var round = 0; round < 3; round++)
        {
            for (var i = 0; i < xs.Length; i++)
                values[i] = values[i] * b + Math.Sin(a * xs[i] * (round + 1));
            Array.Sort(values);
        }

        // The trimmed mean of the middle, and a quantile.
        Array.Sort(values, 1, values.Length - 2);
        values.AsSpan().Sort();
        var sum = 0.0;
        for (var i = 2; i < values.Length - 2; i++)
            sum += values[i] * (i + 1);
        return sum * values[0];
    }

    [Learnable]
    public static double FilledAndCleared(double x, [Weight] double a = 0.7, [Weight] double b = 0.3)
    {
        var values = new double[5];
        Array.Fill(values, a * x);
        values[1] *= b;
        Array.Fill(values, values[1] * values[0], 2, 2);
        var before = values[0] * values[2];
        Array.Clear(values, 0, 1);
        Span<double> rest = values;
        var sum = before + values[0] * a + values[3] + values[4] * b;
        rest.Fill(Math.Sin(sum * a));
        sum += values[2];
        rest.Clear();
        return sum + values[2] * a;
    }

    [Learnable]
    public static double CopiedAndCloned(double[] xs, [Weight] double a = 0.7, [Weight] double b = 0.3)
    {
        var scaled = new double[xs.Length];
        for (var i = 0; i < xs.Length; i++)
            scaled[i] = a * xs[i] + b * i;
        var copy = (double[])scaled.Clone();
        Array.Copy(scaled, 0, scaled, 1, scaled.Length - 1);
        copy[0] *= scaled[1];
        Array.Copy(copy, 1, copy, 0, 2);
        scaled.CopyTo(copy, 0);
        copy[1] += scaled[2] * copy[2];
        Span<double> target = copy;
        scaled.AsSpan().CopyTo(target);
        return copy[1] * scaled[0] + copy[2] * copy[3] + target.ToArray()[3] * a;
    }

    [Learnable]
    public static double Reversed(double[] xs, [Weight] double a = 0.7, [Weight] double b = 0.3)
    {
        for (var i = 0; i < xs.Length; i++)
            xs[i] = Math.Exp(a * xs[i]) * b;
        Array.Reverse(xs);
        xs[0] *= xs[1];
        Array.Reverse(xs, 1, 3);
        return xs[0] + 2 * xs[1] * xs[2] + 3 * xs[3] * a;
    }

    [Learnable]
    public static double Ranges(double[] xs, [Weight] double a = 0.7, [Weight] double b = 0.3)
    {
        var scaled = new double[xs.Length];
        for (var i = 0; i < xs.Length; i++)
            scaled[i] = a * xs[i] + b;
        var (tail, middle) = (scaled[1..], scaled[1..^1]);
        tail[0] *= scaled[^1];
        middle[^1] = tail[0] * scaled[1] + middle[0];
        return middle[^1] * tail[^2] + scaled[..2][1];
    }

    [Learnable]
    public static double RowsMovedWhole(double x, [Weight] double a = 0.7, [Weight] double b = 0.3)
    {
        double[][] table = [[a, x], [b, a * x], [x * b]];
        Array.Reverse(table);
        Array.Copy(table, 0, table, 1, 2);
        var part = table[1..];
        part[0][0] *= a;
        table[2][0] += part[0][0] * b;
        return table[0][0] * part[1][0] + table[2][1];
    }
}
