using System;
using System.Text.Json;
using LearnSharp.GradBench.Protocol;

namespace LearnSharp.GradBench.Modules;

/// <summary>kmeans: the sum of squared distances from every point to the nearest centroid.</summary>
internal static partial class KmeansModule
{
    /// <param name="points">Points: n × d.</param>
    /// <param name="centroids">Centroids: k × d.</param>
    /// <param name="d">The dimension.</param>
    [Learnable]
    internal static double Cost([NonDifferentiable] double[] points, double[] centroids, int d)
    {
        var sum = 0.0;
        for (var p = 0; p < points.Length; p += d)
        {
            var least = double.PositiveInfinity;
            var nearest = 0;
            for (var c = 0; c < centroids.Length; c += d)
            {
                var distance = SquaredDistance(points, p, centroids, c, d);
                if (distance < least)
                {
                    least = distance;
                    nearest = c;
                }
            }

            sum += SquaredDistance(points, p, centroids, nearest, d);
        }

        return sum;
    }

    private static double SquaredDistance(double[] points, int p, double[] centroids, int c, int d)
    {
        var sum = 0.0;
        for (var i = 0; i < d; i++)
        {
            var difference = points[p + i] - centroids[c + i];
            sum += difference * difference;
        }

        return sum;
    }

    /// <summary>The functions of the module. <c>gradient</c>, which gradbench does not ask for, is the half of <c>dir</c> that first derivatives give.</summary>
    public static PreparedFunction? Prepare(string function, JsonElement input)
    {
        var (points, centroids) = (Numbers.Flat(input, "points"), Numbers.Flat(input, "centroids"));
        var d = input.GetProperty("centroids")[0].GetArrayLength();
        var (value, dCentroids) = (0.0, new double[centroids.Length]);
        return function switch
        {
            "cost" => new(() => value = Cost(points, centroids, d), json => json.WriteNumberValue(value)),
            "gradient" => new(
                () =>
                {
                    Array.Clear(dCentroids);
                    CostProgram.Gradient(points, centroids, d, dCentroids);
                },
                json => Numbers.Write(json, dCentroids)),
            _ => null,
        };
    }
}
