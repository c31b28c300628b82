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
    [Learnable(SecondOrder = true)]
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

    /// <summary>
    /// The functions of the module. A point pulls at the nearest centroid alone, and at each of its coordinates alone: the Hessian has nothing beside its diagonal, which is then its product with
    /// a vector of ones. The direction is Newton's, coordinate by coordinate. <c>gradient</c>, which gradbench does not ask for, is its first half.
    /// </summary>
    public static PreparedFunction? Prepare(string function, JsonElement input)
    {
        var (points, centroids) = (Numbers.Flat(input, "points"), Numbers.Flat(input, "centroids"));
        var d = input.GetProperty("centroids")[0].GetArrayLength();
        var (value, ones, dCentroids, diagonal, direction) = (0.0, new double[centroids.Length], new double[centroids.Length], new double[centroids.Length], new double[centroids.Length]);
        Array.Fill(ones, 1);
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
            "dir" => new(
                () =>
                {
                    Array.Clear(dCentroids);
                    Array.Clear(diagonal);
                    CostProgram.HessianVectorProduct(points, centroids, ones, d, dCentroids, diagonal);
                    for (var i = 0; i < direction.Length; i++)
                        direction[i] = dCentroids[i] / diagonal[i];
                },
                json => Numbers.WriteRows(json, direction, centroids.Length / d, d)),
            _ => null,
        };
    }
}
