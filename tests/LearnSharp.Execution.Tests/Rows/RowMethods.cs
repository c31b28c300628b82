using System;

namespace LearnSharp.Execution.Tests.Rows;

/// <summary>Methods whose rows run several at once.</summary>
#pragma warning disable LS0017 // integers in these methods are made from numbers on purpose
internal static partial class RowMethods
{
    internal enum Mode
    {
        Plain,
        Steep,
        Flat,
    }

    [Learnable]
    public static double Straight(double x, double y, [Weight] double a = 0.7, [Weight] double b = -1.3)
    {
        var z = a * x + b * y * y - 0.25;
        return Math.Exp(-z * z) * Math.Tanh(z + b) / (1 + x * x);
    }

    [Learnable]
    public static double Branch(double x, double y, [Weight] double a = 0.7, [Weight] double b = -1.3)
    {
        var z = a * x + b;
        if (z > y)
            z = z * a - y;
        else
            z += b * y * z;
        return z * a;
    }

    [Learnable]
    public static double Tiered(double km, double kg, bool express, [Weight] double perKm = 0.3, [Weight] double heavy = 20.0)
    {
        if (km < 0)
            return -1;
        var price = perKm * km;
        if (kg > heavy)
        {
            price *= 1.5;
            if (express)
                price += Math.Sqrt(kg - heavy) * perKm;
        }
        else if (express)
        {
            price = Math.Pow(price + 1, 1.2);
        }

        return Math.Max(price, perKm * 10);
    }

    [Learnable]
    public static double Guarded(double x, [Weight] double a = 0.7, [Weight] double b = 0.2)
    {
        var y = x > 0 ? Math.Log(a * x) : b * x;
        if (x != 3)
            y += b / (x - 3);
        if (x > 1 && Math.Sqrt(x - 1) < 2 * a)
            return y * Math.Sqrt(x - 1);
        return y;
    }

    [Learnable]
    public static double Newton(double x, int most, [Weight] double a = 0.7)
    {
        var guess = a + x * x;
        var turns = 0;
        while (Math.Abs(guess * guess - x * a) > 1e-3 && turns < most)
        {
            guess = 0.5 * (guess + x * a / guess);
            turns++;
        }

        return guess + 0.1 * turns;
    }

    [Learnable]
    public static double Leaving(double x, int n, [Weight] double a = 0.7, [Weight] double b = 1.1)
    {
        var sum = 0.0;
        for (var i = 0; i < 12; i++)
        {
            if (i == n)
                continue;
            var term = a * i - x;
            if (term > 3)
                break;
            for (var k = i; k > 0; k -= 2)
            {
                sum += term * b / (k + 1);
                if (sum > 40)
                    return sum * b;
            }

            sum *= 1 + 0.01 * b * x;
        }

        return sum - a;
    }

    [Learnable]
    public static double Doing(double x, [Weight] double a = 0.7)
    {
        var y = x;
        var n = 0;
        do
        {
            y = y * a + 0.1 * n;
            n++;
        }
        while (y > 0.2 && n < 30);
        return y + n * a;
    }

    [Learnable]
    public static double Whole(int n, long m, double x, [Weight] double a = 0.7)
    {
        var k = (n * 7919 + 13) % 10;
        k ^= n << 3;
        var l = m / (Math.Abs(n) + 1) + (int)(x * 3);
        var up = Math.Max(k, n) - Math.Sign(x);
        return a * k + (double)l * a * a + up * (n >> 1) + (k > n ? 1 : a);
    }

    [Learnable]
    public static double Failing(int n, double x, [Weight] double a = 0.7)
    {
        if (x < -1)
            throw new ArgumentException("Below the range.", nameof(x));
        var y = a * x;
        if (n < 4)
            y += 12 / n;
        for (var i = 0; i < n; i++)
            y = y * 0.5 + a;
        return y;
    }

    [Learnable]
    public static float Single(float x, float y, [Weight] float a = 0.7f, [Weight] float b = -1.3f)
    {
        var z = a * x + b;
        if (z > y)
            z = z * a - y;
        return z * MathF.Exp(b * 0.5f) + x / (1 + y * y);
    }

    [Learnable]
    public static double Choosing(double x, [Weight] double a = 0.7, [Choice] Mode mode = Mode.Plain, [Choice(Min = 1, Max = 4)] int turns = 2)
    {
        var y = x;
        for (var i = 0; i < turns; i++)
        {
            y = mode switch
            {
                Mode.Steep => y * a + x * x,
                Mode.Flat => Math.Tanh(y * a),
                _ => y + a,
            };
        }

        return turns > 2 ? y * a : y;
    }

    [Learnable]
    public static double Sharing(double x, [Weight] double a = 0.7, [Choice(Min = 0, Max = 2)] int parts = 0)
    {
        var y = a * x;
        if (x > 2)
            y += 12 / parts;
        var turns = 7 % (parts + 2);
        for (var i = 0; i < turns; i++)
            y = y * 0.5 + a;
        return y;
    }

    [Learnable]
    public static double Detached(double x, [Weight] double a = 0.7) => x * Learn.Detach(a) + a * a;

    [Learnable]
    public static double Seasons(double x, int month, [Weight] double a = 0.7)
    {
        var level = Learn.Weights([1.0, 2.0, 0.5, -1.0]);
        var y = a * level[month];
        foreach (var l in level)
            y = y * 0.5 + l * x;
        return x > 1 ? y * level[(int)x] : y;
    }

    [Learnable]
    public static double Interpolated(double x, [Weight] double scale = 1.5)
    {
        double[] at = [-2, -1, 0.5, 2];
        var height = Learn.Weights([0.3, 1.0, -0.5, 2.0]);
        var i = 0;
        while (i < 2 && x > at[i + 1] * scale)
            i++;
        var share = (x - at[i]) / (at[i + 1] - at[i]);
        return height[i] + share * (height[i + 1] - height[i]);
    }

    [Learnable]
    public static double Filtered(double x, int n, [Weight] double a = 0.7)
    {
        var state = new double[3];
        state[0] = x;
        for (var t = 0; t < n; t++)
        {
            for (var k = state.Length - 1; k > 0; k--)
                state[k] = a * state[k - 1] + 0.5 * state[k];
            state[t % 3] += 0.1 * t;
            if (state[2] > 5)
                break;
        }

        return Total(state);
    }

    private static double Total(double[] items)
    {
        var sum = 0.0;
        for (var i = 0; i < items.Length; i++)
            sum += (i + 1) * items[i];
        return sum;
    }

    [Learnable]
    public static double Cut(double x, [Weight] double a = 0.7)
    {
        var slope = 1 / x;
        return Math.Min(1, a * slope) + a;
    }

    [Learnable]
    public static double Zoned(double km, string? zone, DateTime day, [Weight] double perKm = 0.3, [Weight] double far = 1.5)
    {
        var price = perKm * km;
        if (zone is null)
            return price;
        return zone == "far" ? price * far : zone.Length > 2 || day.Month == 12 ? price + far : price;
    }

    [Learnable]
    public static double Calling(double x, double y, [Weight] double a = 0.7)
    {
        var (low, high) = Ordered(x, a * y);
        return Distance(low, high) + Distance(high, a);
    }

    private static (double Low, double High) Ordered(double a, double b) => a < b ? (a, b) : (b, a);

    private static double Distance(double a, double b)
    {
        if (a < b)
            return (b - a) * (b - a);
        return Math.Abs(a - b);
    }
}
