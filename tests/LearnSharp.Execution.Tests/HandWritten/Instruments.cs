using System;
using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Execution.Tests.HandWritten;

/// <summary>Methods that call what has derivatives written by hand.</summary>
internal static partial class Instruments
{
    private static readonly Dictionary<int, double> Table = Enumerable.Range(0, 10).ToDictionary(static i => i, static i => (double)(i * i));

    [NonDifferentiable]
    private static double Quality => 2.5;

    internal readonly record struct Reading(double Value)
    {
        [NonDifferentiable]
        public double Rounded => Value * 1.0;
    }

    [Learnable]
    internal static double Measured(double x, double y, [Weight] double gain = 1.5)
    {
        var state = x;
        for (var i = 0; i < 3; i++)
            state = Looked(state * gain) + (0.1 * Mixed(state, i, y));
        return state * gain;
    }

    [Learnable]
    internal static double Smoothed(double[] values, double scale)
    {
        var sum = 0.0;
        for (var i = 0; i < 2; i++)
        {
            sum += LogSumExp(values, scale) * (i + 1);
            for (var k = 0; k < values.Length; k++)
                values[k] *= 0.5 + (0.25 * k);
        }

        return sum + values[0];
    }

    [Learnable]
    internal static double Rooted(double x, double y) => double.RootN(x * y, 3) + double.Atan2Pi(x, y);

    [Learnable]
    internal static float Light(ReadOnlySpan<float> xs, float y) => Weighed(xs, y) * y;

    [Learnable]
    internal static double Frozen(double x, double[] xs)
    {
        var kept = Learn.Detach(x * x);
        var copy = Learn.Detach(xs);
        return (kept * x) + (copy[0] * xs[0]) + (copy[1] * Learn.Detach(3f)) + Guessed(x, xs) + (Quality * x) + (new Reading(x).Rounded * x);
    }

    [Learnable]
    internal static double Known(double x) => Math.Sin(x);

    [Derivative(nameof(Known))]
    private static double KnownPullback(double x, double seed) => 2 * seed * Math.Cos(x);

    [Learnable(SecondOrder = true)]
    internal static double Potential(double x, double y) => (x * x * x * y) + Math.Sin(x * y);

    [Learnable(SecondOrder = true)]
    internal static double Plus(double x, double y) => x + y;

    /// <summary>The gradient of one learnable method inside another: the inner derivative is a method of its own, whose derivative is the Hessian's product.</summary>
    [Learnable]
    internal static double Force(double x, double y) => PotentialSlope(x * y, y) * x;

    /// <summary>d/dx (x · d/dy (x + y)) is 1; a derivative that mistook the inner variable for the outer one would say 2.</summary>
    [Learnable]
    internal static double Confusing(double x) => x * PlusSlope(x, 3 * x);

    private static double PotentialSlope(double x, double y)
    {
        PotentialProgram.Gradient(x, y, out var dX, out _);
        return dX;
    }

    [Derivative(nameof(PotentialSlope))]
    private static (double DX, double DY) PotentialSlopePullback(double x, double y, double seed)
    {
        PotentialProgram.HessianVectorProduct(x, seed, y, 0, out _, out _, out var hX, out var hY);
        return (hX, hY);
    }

    private static double PlusSlope(double x, double y)
    {
        PlusProgram.Gradient(x, y, out _, out var dY);
        return dY;
    }

    [Derivative(nameof(PlusSlope))]
    private static (double DX, double DY) PlusSlopePullback(double x, double y, double seed)
    {
        PlusProgram.HessianVectorProduct(x, 0, y, seed, out _, out _, out var hX, out var hY);
        return (hX, hY);
    }

    // Linear interpolation in a table; dictionaries and exceptions are none of the translation's business.
    private static double Looked(double x)
    {
        try
        {
            var cell = (int)Math.Floor(x);
            return Table[cell] + ((x - cell) * (Table[cell + 1] - Table[cell]));
        }
        catch (KeyNotFoundException)
        {
            return x;
        }
    }

    [Derivative(nameof(Looked))]
    private static double LookedPullback(double x, double seed)
    {
        var cell = (int)Math.Floor(x);
        return Table.TryGetValue(cell, out var low) && Table.TryGetValue(cell + 1, out var high) ? seed * (high - low) : seed;
    }

    private static double Mixed(double a, int n, double b) => a * b * b * n;

    [Derivative(nameof(Mixed))]
    private static (double DA, double DB) MixedPullback(double a, int n, double b, double seed) => (seed * b * b * n, seed * 2 * a * b * n);

    [Derivative(nameof(Mixed))]
    private static double MixedPushforward(double a, double tA, int n, double b, double tB) => n * ((tA * b * b) + (2 * a * b * tB));

    private static double LogSumExp(double[] values, double scale) => Math.Log(values.Sum(value => Math.Exp(scale * value)));

    [Derivative(nameof(LogSumExp))]
    private static double LogSumExpPullback(double[] values, double scale, double seed, double[] dValues)
    {
        var total = values.Sum(value => Math.Exp(scale * value));
        var dScale = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            var share = Math.Exp(scale * values[i]) / total;
            dValues[i] += seed * scale * share;
            dScale += seed * values[i] * share;
        }

        return dScale;
    }

    private static float Weighed(ReadOnlySpan<float> xs, float y)
    {
        var sum = 0f;
        foreach (var x in xs)
            sum += x * y;
        return sum;
    }

    [Derivative(nameof(Weighed))]
    private static float WeighedPullback(ReadOnlySpan<float> xs, float y, float seed, Span<float> dXs)
    {
        var dY = 0f;
        for (var i = 0; i < xs.Length; i++)
        {
            dXs[i] += seed * y;
            dY += seed * xs[i];
        }

        return dY;
    }

    [NonDifferentiable]
    private static double Guessed(double x, double[] xs) => Table.Values.Count(value => value < x) + xs.Sum();
}
