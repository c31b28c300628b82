using System;

namespace LearnSharp.Execution.Tests.Gradients;

internal static partial class Methods
{
    /// <summary>Loops long enough for lanes: neighbours, divisions, arrays that are overwritten again and again.</summary>
    [Learnable]
    public static double Waves(double[] x, int steps, [Weight] double a = 0.7)
    {
        var y = new double[x.Length];
        var slope = new double[x.Length];
        for (var i = 0; i < x.Length; i++)
            y[i] = x[i];
        for (var step = 0; step < steps; step++)
        {
            slope[0] = x[0];
            for (var i = 1; i < x.Length; i++)
                slope[i] = x[i] * y[i - 1];
            for (var i = 0; i < x.Length; i++)
                y[i] += a * slope[i] / 3;
        }

        var sum = 0.0;
        for (var i = 0; i < x.Length; i++)
            sum += y[i] * y[i];
        return sum;
    }

    /// <summary>A triangle of factors, read by an index that goes on through both loops.</summary>
    [Learnable]
    public static double Triangle(double[] l, double[] x, int rows, [Weight] double a = 0.3)
    {
        var d = x.Length;
        var product = new double[d];
        var centred = new double[d];
        var total = 0.0;
        for (var row = 0; row < rows; row++)
        {
            for (var i = 0; i < d; i++)
            {
                centred[i] = x[i] - a * row;
                product[i] = 2 * centred[i];
            }

            var at = 0;
            for (var i = 0; i < d; i++)
            {
                for (var j = i + 1; j < d; j++)
                {
                    product[j] += l[at] * centred[i];
                    at++;
                }
            }

            var square = 0.0;
            for (var i = 0; i < d; i++)
                square += product[i] * product[i];
            total += Math.Log(1 + square);
        }

        return total;
    }

    /// <summary>Sums that decide a branch and are part of the value: they keep the order of the turns.</summary>
    [Learnable]
    public static double Distances(double[] points, double[] centres, int d, [Weight] double a = 0.7)
    {
        var sum = 0.0;
        for (var p = 0; p < points.Length; p += d)
        {
            var least = double.PositiveInfinity;
            var overlap = 0.0;
            for (var c = 0; c < centres.Length; c += d)
            {
                var distance = Distance(points, p, centres, c, d);
                for (var i = 0; i < d; i++)
                    overlap -= points[p + i] * centres[c + i];
                if (distance < least)
                    least = distance;
            }

            sum += a * least + a * a * overlap;
        }

        return sum;
    }

    private static double Distance(double[] points, int p, double[] centres, int c, int d)
    {
        var sum = 0.0;
        for (var i = 0; i < d; i++)
        {
            var difference = points[p + i] - centres[c + i];
            sum += difference * difference;
        }

        return sum;
    }
}
