using System;

namespace LearnSharp.Execution.Tests.Surface;

/// <summary>Methods whose results are, wholly or in part, the arrays they write.</summary>
internal static partial class Writers
{
    [Learnable]
    public static void Scale(double[] values, [Weight] double factor = 2)
    {
        for (var i = 0; i < values.Length; i++)
            values[i] *= factor;
    }

    [Learnable]
    public static double Powers(double[] values, [Weight] double power = 2)
    {
        var sum = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Math.Pow(values[i], power);
            sum += values[i];
        }

        return sum;
    }

    [Learnable]
    public static void Smooth(ReadOnlySpan<double> from, Span<double> to, [Weight] double decay = 0.5)
    {
        var state = 0.0;
        for (var i = 0; i < from.Length; i++)
        {
            state = decay * state + from[i];
            to[i] = state;
        }
    }

    [Learnable]
    public static double[] Squares(double[] x, [Weight] double a = 2)
    {
        var squares = new double[x.Length];
        for (var i = 0; i < x.Length; i++)
            squares[i] = a * x[i] * x[i];
        return squares;
    }
}
