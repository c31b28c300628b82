using System;

namespace LearnSharp.Execution.Tests.Jacobians;

/// <summary>Methods whose code shows which elements of the result depend on which of the parameters, and two whose code does not.</summary>
internal static partial class Fields
{
    /// <summary>A band: every element depends on its neighbours and on one number.</summary>
    [Learnable]
    internal static double[] Diffused(double[] u, double rate)
    {
        var next = new double[u.Length];
        for (var i = 0; i < u.Length; i++)
        {
            var left = i > 0 ? u[i - 1] : 0;
            var right = i < u.Length - 1 ? u[i + 1] : 0;
            next[i] = u[i] + (rate * (left - (2 * u[i]) + right)) - Math.Pow(u[i], 3);
        }

        return next;
    }

    /// <summary>The same without the number: three columns of one colour each.</summary>
    [Learnable]
    internal static double[] Residual(double[] u, [NonDifferentiable] double[] source)
    {
        var squares = new double[u.Length];
        for (var i = 0; i < u.Length; i++)
            squares[i] = u[i] * u[i];
        var result = new double[u.Length - 2];
        for (var i = 1; i < u.Length - 1; i++)
            result[i - 1] = squares[i - 1] - (2 * u[i]) + squares[i + 1] - source[i];
        return result;
    }

    /// <summary>Numbers that are no doubles.</summary>
    [Learnable]
    internal static float[] Singles(float[] xs) => [xs[0] * xs[1], xs[1]];

    /// <summary>Elements that a table names, in a branch that a value decides: both of its sides count.</summary>
    [Learnable]
    internal static double[] Picked(double[] values, int[] table, double limit)
    {
        var result = new double[table.Length];
        for (var k = 0; k < table.Length; k++)
        {
            var share = 0.0;
            if (values[table[k]] > limit && table[k] > 0)
                share = Bent(values[table[k] - 1], values[table[k]]);
            else
                share += values[table[k]] * 2;
            result[k] = share;
        }

        return result;
    }

    private static double Bent(double a, double b)
    {
        if (a > b)
            return a * b;
        return Math.Sin(a) + b;
    }

    /// <summary>The element is found by a value: the code does not show which.</summary>
    [Learnable]
    internal static double[] Looked(double[] xs, double at)
    {
        var result = new double[xs.Length];
        for (var i = 0; i < xs.Length; i++)
#pragma warning disable LS0017 // that the index carries no derivative is the point
            result[i] = xs[(int)Math.Abs(at * i) % xs.Length];
#pragma warning restore LS0017
        return result;
    }

    /// <summary>The number of turns is decided by a value.</summary>
    [Learnable]
    internal static double[] Settled(double[] xs)
    {
        var result = new double[xs.Length];
        for (var i = 0; i < xs.Length; i++)
        {
            var x = xs[i];
            while (x > 1)
                x /= 2;
            result[i] = x;
        }

        return result;
    }

    /// <summary>An argument that is written, and numbers that are thrown away.</summary>
    [Learnable]
    internal static double[] Swept(double[] u, Span<int> order)
    {
        for (var i = 0; i < order.Length; i++)
            order[i] = u.Length - 1 - order[i];
        for (var i = 0; i < order.Length; i++)
            u[order[i]] *= u[order[i] / 2];
        var result = new double[order.Length];
        for (var i = 0; i < order.Length; i++)
#pragma warning disable LS0017 // that the floor carries no derivative is the point
            result[i] = u[order[i]] + Math.Floor(u[0]);
#pragma warning restore LS0017
        return result;
    }
}
