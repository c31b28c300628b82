using System;

namespace LearnSharp.Execution.Tests.Gradients;

/// <summary>Methods whose result is a solution.</summary>
internal static partial class Methods
{
    /// <summary>Where nothing pushes, every number is a solution.</summary>
    [Learnable]
    public static double Drift(double start, [Weight] double push = 0) => Learn.FixedPoint(start, x => x + push);

    /// <summary>The step stands still to second order at the solution.</summary>
    [Learnable]
    public static double Flat(double goal) => Learn.FixedPoint(goal, x => x - ((x - goal) * (x - goal) * (x - goal)));

    /// <summary>Two numbers that settle.</summary>
    [Learnable(SecondOrder = true)]
    public static double Balance(double x, double y)
    {
        var s = Learn.FixedPoint([0.1, 0.2], v => [0.2 * Math.Cos((v[0] * x) + v[1]), (0.1 * Math.Sin(v[0] * y)) + (0.3 * x)], tolerance: 1e-15);
        return (s[0] * s[1]) + (s[1] * y);
    }

    /// <summary>One number that settles.</summary>
    [Learnable(SecondOrder = true)]
    public static double Settle(double x, double y) => Learn.FixedPoint(0.5, v => 0.8 * Math.Cos(0.5 * x * v), tolerance: 1e-15) * y;

    /// <summary>What a derivative of a solution depends on.</summary>
    [Learnable(SecondOrder = true)]
    public static double Steepness(double x, double y)
    {
        BalanceProgram.Gradient(x, y, out var dX, out var dY);
        SettleProgram.Gradient(x, y, out var dSettle, out _);
        return (dX * dY) + (dSettle * dSettle);
    }

    /// <summary>Any two numbers are a solution when nothing pushes.</summary>
    [Learnable]
    public static double Slide(double start, [Weight] double push = 0) => Learn.FixedPoint((start, 2.0), v => (v.First + push, v.Second)).First;

    /// <summary>The solution takes nothing that has a derivative.</summary>
    [Learnable]
    public static double Stuck(double x, int n) => x * Learn.FixedPoint([1.0 * n, 2.0], static v => v)[0];
}
