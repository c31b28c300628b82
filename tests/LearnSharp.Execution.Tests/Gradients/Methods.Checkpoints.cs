using System;

namespace LearnSharp.Execution.Tests.Gradients;

/// <summary>Methods whose loops keep to a memory limit.</summary>
internal static partial class Methods
{
    [Learnable(MemoryLimit = 32 << 20)]
    public static double LongRun(double x, int turns, [Weight] double stiffness = 0.7, [Weight] double echo = 0.3)
    {
        var past = new double[8];
        var speed = 0.0;
        for (var i = 0; i < turns; i++)
        {
            speed -= 0.01 * ((stiffness * Math.Sin(x)) + (0.1 * speed) + (echo * past[(i + 3) % 8]));
            x += 0.01 * speed;
            past[i % 8] = x * Math.Cos(x);
        }

        return (x * speed) + past[0];
    }

    [Learnable]
    public static double LongRunUnlimited(double x, int turns, [Weight] double stiffness = 0.7, [Weight] double echo = 0.3)
    {
        var past = new double[8];
        var speed = 0.0;
        for (var i = 0; i < turns; i++)
        {
            speed -= 0.01 * ((stiffness * Math.Sin(x)) + (0.1 * speed) + (echo * past[(i + 3) % 8]));
            x += 0.01 * speed;
            past[i % 8] = x * Math.Cos(x);
        }

        return (x * speed) + past[0];
    }

    /// <summary>Unknown trip count, a way out in the middle, and buffers that change places.</summary>
    [Learnable(MemoryLimit = 4096)]
    public static double Diffusion(double[] start, double goal, [Weight] double rate = 0.2, [Weight] double sink = 0.05)
    {
        var now = (double[])start.Clone();
        var next = new double[start.Length];
        for (var step = 0; step < 100_000; step++)
        {
            var total = 0.0;
            for (var i = 0; i < now.Length; i++)
            {
                var left = now[i == 0 ? now.Length - 1 : i - 1];
                next[i] = now[i] + (rate * Math.Sin(left - now[i])) - (sink * now[i] * now[i]);
                total += next[i];
            }

            (now, next) = (next, now);
            if (total < goal)
                return step + (total * now[0]);
        }

        return now[0];
    }

    [Learnable(MemoryLimit = 1)]
    public static double ThrowsLate(double[] xs, int turns, [Weight] double a = 0.7)
    {
        var s = 1.0;
        for (var i = 0; i < turns; i++)
            s = Math.Sin((s * a) + xs[i]);
        return s * xs[0];
    }

    [Learnable(MemoryLimit = 1)]
    public static double Settled(double[] xs, double y, [Weight] double a = 0.7)
    {
        var unused = 0.0;
        for (var i = 0; i < xs.Length; i++)
            unused -= Squashed(xs, xs);
        for (var i = 0; i < xs.Length; i++)
            a *= 0.5 + Math.Tanh(y);
        return a * a;
    }

    private static double Squashed(ReadOnlySpan<double> u, Span<double> v)
    {
        var s = 0.0;
        for (var i = 0; i < u.Length; i++)
        {
            v[i] = Math.Tanh((v[i] * 0.7) + s);
            s += u[i] * v[i];
        }

        return s;
    }
}
