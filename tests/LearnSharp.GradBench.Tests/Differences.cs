using System;
using System.Linq;

namespace LearnSharp.GradBench.Tests;

/// <summary>Compares a gradient with central differences of fourth order.</summary>
internal static class Differences
{
    /// <summary>Asserts that <paramref name="gradient"/> is that of <paramref name="function"/> at <paramref name="x"/>, to 1e-8 of its largest component.</summary>
    public static void Check(Func<double[], double> function, double[] x, double[] gradient)
    {
        gradient.Length.ShouldBe(x.Length);
        gradient.ShouldContain(static d => d != 0);
        var tolerance = 1e-8 * Math.Max(1, gradient.Max(Math.Abs));
        for (var i = 0; i < x.Length; i++)
        {
            const double Step = 1e-3;
            double At(double move)
            {
                var moved = (double[])x.Clone();
                moved[i] += move;
                return function(moved);
            }

            // (f(-2h) - 8 f(-h) + 8 f(h) - f(2h)) / 12h, then Richardson's step with h/2: the error is of sixth order.
            double Slope(double h) => (At(-2 * h) - 8 * At(-h) + 8 * At(h) - At(2 * h)) / (12 * h);
            var expected = (16 * Slope(Step / 2) - Slope(Step)) / 15;
            gradient[i].ShouldBe(expected, tolerance, $"component {i}");
        }
    }

    /// <summary>Numbers between -1 and 1 that look random and are always the same.</summary>
    public static double[] Numbers(int count, int seed)
    {
        var random = new Random(seed);
        return Enumerable.Range(0, count).Select(_ => random.NextDouble() * 2 - 1).ToArray();
    }
}
