using System;

namespace LearnSharp.Execution.Tests.SecondOrder;

/// <summary>Methods with second derivatives.</summary>
internal static partial class Surfaces
{
    /// <summary>A quadratic: its Hessian is the same everywhere.</summary>
    [Learnable(SecondOrder = true)]
    internal static double Quadratic(double x, double y) => (3 * x * x) + (2 * x * y) - (y * y) + x;

    /// <summary>A loop over an array, with a struct and a number beside it.</summary>
    [Learnable(SecondOrder = true)]
    internal static double Valley(double scale, double[] at, Spot centre)
    {
        var sum = 0.0;
        for (var i = 0; i + 1 < at.Length; i++)
        {
            var bend = at[i + 1] - (at[i] * at[i]);
            sum += (scale * bend * bend) + Math.Pow(centre.X - at[i], 2);
            if (sum > 1e6)
                break;
        }

        return sum * Math.Exp(centre.Y);
    }

    /// <summary>Recursion, a call that keeps records, branches and a loop whose count is known at run time only.</summary>
    [Learnable(SecondOrder = true)]
    internal static double Winding(double x, int turns, [Weight] double pull = 0.7)
    {
        var state = x;
        while (turns-- > 0)
        {
            state = Math.Sin(state * pull) + Folded(state, turns, pull);
            if (state > 2)
                state /= 2;
        }

        return state * pull;
    }

    /// <summary>An array that is written, read again and left changed.</summary>
    [Learnable(SecondOrder = true)]
    internal static double Settled(double[] levels, double rate)
    {
        var history = new double[levels.Length];
        for (var round = 0; round < 3; round++)
        {
            for (var i = 0; i < levels.Length; i++)
            {
                history[i] += levels[i];
                levels[i] = Math.Tanh(levels[i] * rate) + (history[i] * levels[levels.Length - 1 - i]);
            }
        }

        return levels[0] * history[^1];
    }

    /// <summary>Rows of different lengths, one of which is replaced, one there twice, and rows of the method's own.</summary>
    [Learnable(SecondOrder = true)]
    internal static double Ragged(double[][] rows, double scale)
    {
        double[][] own = [new double[rows[0].Length], rows[^1], rows[0]];
        var sum = 0.0;
        for (var turn = 0; turn < 3; turn++)
        {
            for (var i = 0; i < own[0].Length; i++)
                own[0][i] += Math.Sin(own[2][i] * scale) + (rows[turn % rows.Length][0] * own[1][0]);
            (own[0], own[2]) = ((double[])own[2].Clone(), own[0]);
            foreach (var value in own[2])
                sum += value * value * scale;
        }

        return sum;
    }

    /// <summary>Spans and floats.</summary>
    [Learnable(SecondOrder = true)]
    internal static float Roughness(ReadOnlySpan<float> samples, float weight)
    {
        var sum = 0f;
        for (var i = 1; i < samples.Length; i++)
            sum += weight * weight * (samples[i] - samples[i - 1]) * (samples[i] - samples[i - 1]);
        return sum;
    }

    private static double Folded(double x, int depth, double pull)
    {
        if (depth <= 0)
            return x * x * pull;
        var inner = Folded(x * 0.5, depth - 1, pull);
        return inner > 0.1 ? Math.Sqrt(inner) * x : inner * inner - x;
    }
}
