using System;
using System.Collections.Generic;

namespace LearnSharp.Generators.Tests.Corpus;

/// <summary>Methods whose rows part in one particular way. All take <c>x</c>, <c>y</c>, <c>n</c>, <c>m</c>, <c>flag</c> and the weights <c>a</c> = 0.7 and <c>b</c> = 0.3.</summary>
internal static class RowCases
{
    private const string Head = "[Learnable] public static double M(double x, double y, int n, long m, bool flag, [Weight] double a = 0.7, [Weight] double b = 0.3)";

    /// <summary>The cases by name.</summary>
    public static IReadOnlyList<CorpusMethod> All { get; } =
    [
        Body("a flag that its own branch turns", """
            if (flag ^= n is > 0 and < 4)
            {
                if (flag ^= n < 3)
                    return Math.Exp(a);
                b += Math.Tanh(x * a);
            }
            else
            {
                b = a * Math.Exp(b);
            }
            return b - a * x;
            """),
        Body("a flag that a branch in a loop turns", """
            var s = 0.0;
            var up = flag;
            for (var i = 0; i < (n & 7); i++)
            {
                if (up)
                {
                    s += Math.Exp(-a * i);
                    up = s < x;
                }
                else
                {
                    s -= Math.Tanh(b * s) + b;
                    up = s < y;
                }
            }
            return s;
            """),
        Body("a counter that the condition of its branch changes", """
            var s = a;
            if (n++ > 2 && n-- < 6 || ++n == 0)
                s += Math.Log(1 + x * x) * n;
            else if (n-- > 0)
                s -= n * b;
            return s * n;
            """),
        Body("a logarithm that only some rows take", """
            var z = a * x + b;
            if (z > 0)
                return Math.Log(z) * y;
            return flag && -z > 1e-3 ? Math.Sqrt(-z) / z : b;
            """),
        Body("a root of a negative number in rows that do not take part, in a loop", """
            var s = b;
            for (var i = 0; i < 5; i++)
            {
                var z = x - i * a;
                if (z < 0)
                    continue;
                s += Math.Sqrt(z) + Math.Pow(z, b);
                if (s > 3 * a)
                    break;
            }
            return s;
            """),
        Body("a division by zero in rows that do not take part", "return (n != 0 && 12 / n > 1 ? a : b) + (n == 0 ? x : 12 % n * a);"),
        Body("a division by zero that some rows meet", "return a * (12 / n) + b * (m / (n - 1)) + x;"),
        Body("the least integers divided by minus one", "return flag ? a * (n / -1) + b * (m / -1) : b * (int)(m % 7) + a;"),
        Body("overflow of integers", "return a * (n * n + 2147483647) + b * (double)(m * m - n) + (n << 29) + (n >>> 3) + (m >> n) + (m << (n & 63)) * 1e-9;"),
        Body("checked arithmetic that some rows overflow", "return flag ? a * checked(n * 3 + 1) : b * checked((int)(x * 1e9));"),
        Body("casts of what is too great and of what is no number", "return a * (int)(x * 1e10) + b * (double)(long)(y * 1e19) + (int)(float)x + (int)m;"),
        Body("an index that is checked first", """
            double[] t = [a, x * b, y, a * b];
            return n >= 0 && n < t.Length ? t[n] : t[^1] * 2;
            """),
        Body("an index out of range in some rows", """
            double[] t = [a, x * b, y];
            t[n] = b;
            return t[0] + t[1] * t[2];
            """),
        Body("an index out of range in a loop that others leave early", """
            double[] t = [a, b, x, 1];
            var s = 0.0;
            for (var i = 0; i <= n; i++)
            {
                if (t[i] > 1.5)
                    break;
                s += t[i] * a;
            }
            return s;
            """),
        Body("weights that each row reads by its own index", """
            var w = Learn.Weights([0.3, 1.0, -0.5, 2.0, 0.25]);
            var s = 0.0;
            for (var i = n & 3; i < 4; i++)
                s += w[i] * x - w[i + 1];
            return flag ? s * w[(int)(m & 3)] : s + a;
            """),
        Body("turns that each row has its own number of", """
            var (lo, hi) = (0.0, 4.0);
            var turns = 0;
            while (hi - lo > 1e-3 * (1 + (n & 3)) && turns++ < 60)
            {
                var mid = 0.5 * (lo + hi);
                if (mid * mid * a < Math.Abs(x) + b)
                    lo = mid;
                else
                    hi = mid;
            }
            return lo * a + b * turns;
            """),
        Body("loops in loops that are left by labels of their own", """
            var s = a;
            for (var i = 0; i < 4; i++)
            {
                for (var k = 0; ; k++)
                {
                    if (k > n)
                        break;
                    if (k * i > 5)
                        goto next;
                    s += Math.Sin(s * k) * b;
                    if (s > 2.5)
                        return s * a;
                }
                s *= 0.9;
            next:
                s += x * 0.01 * i;
            }
            return s;
            """),
        Body("turns that go down, and by more than one", """
            var s = b;
            for (var i = n; i > -3; i -= 2)
            {
                if (i == 1)
                    continue;
                s = s * a + i * x;
                if (i < -1000)
                    return s;
                if (s * s > 1e6)
                    break;
            }
            return s;
            """),
        Body("a switch with guards", """
            double s = a;
            switch (n)
            {
                case 0: s += Math.Exp(x * b); break;
                case 1 or 3 when flag: s = Math.Log(x); break;
                case < -1: return s * y;
                case > 5: s /= x; goto default;
                default: s -= b * y; break;
            }
            return s;
            """),
        Body("patterns of numbers", "return x switch { > 1 => a * x, <= -0.5 => Math.Sqrt(-x) * b, double.NaN => 1, 0 => a, _ => b } + (n is 1 or > 5 and < 8 ? a : 0);"),
        Body("rows that throw beside rows that do not", """
            if (x > 1.5)
                throw new ArgumentException("too much");
            var s = 0.0;
            for (var i = 0; i < (n & 7); i++)
            {
                if (i == 4 && flag)
                    throw new InvalidOperationException();
                s += Math.Exp(-i * a) * b;
            }
            return s + Math.Sign(y);
            """),
        Body("a row that throws in the test of its loop", """
            int[] k = [3, 2, 1, 0];
            var (i, s) = (0, a);
            while (k[i] * 6 / (n - i) > 0)
            {
                s = s * b + x;
                i++;
            }
            return s;
            """),
        Body("numbers that are not", "return double.IsNaN(x) ? a : double.IsInfinity(y) || !double.IsFinite(x) ? double.IsNegative(x) ? b : double.IsPositiveInfinity(x) ? 2 * a : 3 * b : Math.Max(x * a, y) - Math.Min(y * b, x) + Math.Clamp(x, -b, a) + Math.CopySign(a, y) + Math.Abs(x * b);"),
        Body("zeros of both signs", "return 1 / Math.Max(x * 0, -0.0) * 0 + a * Math.Atan2(x * 0.0, -1) + b * Math.CopySign(1, -x * 0) + Math.Round(x * 0.2 * a) + Math.Floor(-x * b) + Math.Truncate(x);"),
        Body("remainders and roundings", "return x % 0.75 * a + Math.IEEERemainder(y, 0.3) * b + Math.Round(x * 2.5) + Math.Ceiling(y * a) + Math.Round(x, 2) * a + Math.Cbrt(x * b) + Math.MaxMagnitude(x * a, -y);"),
        Body("an array that is filled as far as each row goes", """
            var t = new double[6];
            var count = 0;
            for (var i = 0; i < t.Length; i++)
            {
                if (i * 0.4 > Math.Abs(x))
                    break;
                t[count++] = Math.Cos(a * i) + y;
            }
            var s = 0.0;
            for (var i = 0; i < count; i++)
                s += t[i] * t[count - 1 - i];
            return s * b;
            """),
        Body("a sort by hand", """
            double[] t = [x, y, a, b, x * a, 0.1];
            for (var i = 1; i < t.Length; i++)
            {
                for (var k = i; k > 0 && t[k] < t[k - 1]; k--)
                    (t[k], t[k - 1]) = (t[k - 1], t[k]);
            }
            return t[2] * 3 + t[n & 3] * a - t[5];
            """),
        new("functions that return early", """
            static double Part(double u, int k) { if (k < 0) return -u; for (var i = 0; i < k; i++) { if (u > 2) return u * i; u = u * 1.5 + 0.1; } return u; }
            static bool Try(double u, out double v) { v = u; if (!(u > 0)) return false; v = Math.Log(u); return true; }
            """ + "\n" + Head + " { var p = Part(a * x, n % 9); return Try(p - b, out var q) ? q * p : q + Part(b, (int)(m & 3)); }", []),
        Body("floats in between", "var f = (float)x * (float)a; f += 0.1f; if (f > 0.5f) f = MathF.Exp(-f) / 3; return f * b + (float)(y * a) + (int)(f * 16777217f);"),
        Body("floats made of great integers", "return (float)((1L << 60) + (1L << 36) + (n & 1)) * a + (float)m + (float)(m * 3 + n) * b + (float)n + (double)(float)(x * 1e30) * 1e-20;"),
        Body("float arithmetic", "float f = (float)x, g = (float)y, h = (float)a; var k = 1 + (n & 1) * 0.000244140625f; return MathF.FusedMultiplyAdd(f, g, h) + MathF.FusedMultiplyAdd(k, k, flag ? 1e-25f : h) * a + (double)(f % 0.3f) + MathF.Sqrt(MathF.Abs(g)) * h + (f > g ? f / g : g * f - h);"),
        new("inputs of other types", """
            public enum Kind { Low = 3, Middle, High = -7 }
            public readonly record struct Spot(double X, float Y, int N, bool On);
            [Learnable] public static double M(Spot p, Kind k, int c, float f, int s, bool ch, long l, [Weight] double a = 0.7, [Weight] float b = 0.3f)
            {
                var r = p.On ? p.X * a : p.Y * b;
                r += k switch { Kind.Low => a * c, Kind.High when ch => Math.Log(p.X), Kind.High => f * b, _ => s };
                return k == Kind.Middle && p.N > 0 ? r / p.N : r + (int)k * 0.1 + l;
            }
            """, [.. Spots()]),
        Body("integers of other sizes", "return a * ((byte)n + (short)m * 2) + b * (uint)n + (ushort)n * 0.5 + (double)(ulong)m * x + (char)n;"),
        new("data of other types", """
            [Learnable] public static double M(double x, byte c, short s, char ch, uint u, decimal d, double? y, int? k, string text, DateTime at, [Weight] double a = 0.7, [Weight] double b = 0.3)
            {
                var r = a * c + b * s + (ch == 'z' ? x : -x * a) + (double)d;
                if (text == "far" && y > 0.5)
                    r += Math.Log(y.Value) * a;
                else if (text.Length > 3 || at.Month < 6)
                    r -= (y ?? 0.25) * b * at.Day;
                return k is { } n && u > 2 ? r / n : r + at.Year * 1e-3;
            }
            """, [.. Records()]),
        Body("a long chain of short circuits", "return (x > 0 && Math.Log(x) > y || y > 0 && Math.Sqrt(y) < a && (flag || n != 0 && 5 / n == 2)) ? a * x : b * y;"),
        Body("assignments on the way", "double u; int k = n & 3; return ((u = a * x) > b && (u = u * u) < 2 || (k++ & 1) == 0 && (u -= y) < 0 ? u : -u) * b + k;"),
        Body("do once, then as long as it takes", """
            var s = x;
            var k = 0;
            do
            {
                k++;
                if (k == n)
                    continue;
                s = s * a + b;
            }
            while (s > 0.4 && k < 40 && (k < 30 || 7 / (k - n) > -8));
            return s + k * b;
            """),
        Body("what all rows share, under a condition that differs", """
            var w = a * 2;
            var k = 0;
            if (x > 0)
            {
                for (var i = 0; i < 3; i++)
                {
                    w = w * b + i;
                    k += i;
                }
            }
            return w * k + a;
            """),
    ];

    private static IEnumerable<object?[]> Spots()
    {
        int[] kinds = [3, 4, -7, 5];
        for (var i = 0; i < 40; i++)
            yield return [new object?[] { (i - 9) * 0.3, i * 0.1f, (i % 5) - 2, i % 3 == 0 }, kinds[i % 4], i * 6, i * -0.7f, i - 20, i % 2 == 0, (1L << i) - 3];
    }

    private static IEnumerable<object?[]> Records()
    {
        string[] texts = ["far", "near", "at", ""];
        for (var i = 0; i < 40; i++)
            yield return [(i - 9) * 0.3, (byte)(i * 6), (short)(i - 20), i % 2 == 0 ? 'z' : 'a', (uint)(i % 5), i * 0.25m, i % 3 == 0 ? null : i * 0.05, i % 4 == 0 ? null : i - 20, texts[i % 4], new DateTime(2020, 1, 1).AddDays(i * 11)];
    }

    private static CorpusMethod Body(string name, string body) => new(name, $"{Head}\n{{\n{body}\n}}", []);
}
