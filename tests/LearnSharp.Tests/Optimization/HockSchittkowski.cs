using System;
using LearnSharp.Optimization;

namespace LearnSharp.Tests.Optimization;

/// <summary>
/// Problems with nothing but bounds from Hock and Schittkowski (1981), "Test Examples for Nonlinear Programming Codes", with their published
/// solutions.
/// </summary>
internal static class HockSchittkowski
{
    private const double None = double.PositiveInfinity;

    /// <summary>A problem: function, bounds, published start, minimum.</summary>
    internal sealed record Case(Func<Dual[], Dual> Function, double[] Lower, double[] Upper, double[] Start, double Value, double[] Solution)
    {
        public Bounds Bounds => new(Lower, Upper);
    }

    public static Case Number(int number) => number switch
    {
        1 => new(Rosenbrock, [-None, -1.5], [None, None], [-2, 1], 0, [1, 1]),
        3 => new(x => x[1] + (1e-5 * Dual.Square(x[1] - x[0])), [-None, 0], [None, None], [10, 1], 0, [0, 0]),
        4 => new(x => ((x[0] + 1) * (x[0] + 1) * (x[0] + 1) / 3) + x[1], [1, 0], [None, None], [1.125, 0.125], 8.0 / 3, [1, 0]),
        5 => new(
            x => Dual.Sin(x[0] + x[1]) + Dual.Square(x[0] - x[1]) - (1.5 * x[0]) + (2.5 * x[1]) + 1,
            [-1.5, -3],
            [4, 3],
            [0, 0],
            -(Math.Sqrt(3) / 2) - (Math.PI / 3),
            [0.5 - (Math.PI / 3), -0.5 - (Math.PI / 3)]),
        38 => new(Colville, [-10, -10, -10, -10], [10, 10, 10, 10], [-3, -1, -3, -1], 0, [1, 1, 1, 1]),
        45 => new(x => 2 - (x[0] * x[1] * x[2] * x[3] * x[4] / 120), [0, 0, 0, 0, 0], [1, 2, 3, 4, 5], [2, 2, 2, 2, 2], 1, [1, 2, 3, 4, 5]),
        _ => throw new ArgumentOutOfRangeException(nameof(number)),
    };

    /// <summary>100(x₂ − x₁²)² + (1 − x₁)².</summary>
    public static Dual Rosenbrock(Dual[] x)
    {
        var sum = x[0] * 0;
        for (var i = 0; i + 1 < x.Length; i++)
            sum += (100 * Dual.Square(x[i + 1] - (x[i] * x[i]))) + Dual.Square(1 - x[i]);
        return sum;
    }

    private static Dual Colville(Dual[] x)
        => (100 * Dual.Square(x[1] - (x[0] * x[0]))) + Dual.Square(1 - x[0]) + (90 * Dual.Square(x[3] - (x[2] * x[2]))) + Dual.Square(1 - x[2])
            + (10.1 * (Dual.Square(x[1] - 1) + Dual.Square(x[3] - 1))) + (19.8 * (x[1] - 1) * (x[3] - 1));
}
