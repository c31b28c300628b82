using System.Collections.Generic;
using static LearnSharp.Generators.Tests.Corpus.CorpusMethod;

namespace LearnSharp.Generators.Tests.Corpus;

/// <summary>Arithmetic where languages differ.</summary>
internal static class NastyNumbers
{
    private const string Head = "[Learnable] public static double M(double x, [Weight] double a = 0.7) ";
    private const string Whole = "[Learnable] public static double M(int n, long m, [Weight] double a = 0.7) ";
    private const string Small = "[Learnable] public static double M(float f, double x, [Weight] float a = 0.7f) ";

    private static readonly object?[][] Points = [[1.5, 0.7], [-0.3, 1.2], [0.0, 0.0], [-0.0, 0.1], [double.NaN, 1.0], [double.PositiveInfinity, 2.0], [double.Epsilon, 1e300]];
    private static readonly object?[][] Wholes =
        [[7, 3L, 0.7], [-7, 3L, 0.7], [7, -3L, 1.1], [-7, -3L, 0.2], [0, 5L, 0.3], [int.MaxValue, long.MaxValue, 0.7], [int.MinValue, -1L, 0.7], [int.MinValue, long.MinValue, 0.7], [3, 0L, 0.7], [-1, long.MinValue, 0.5]];

    private static readonly object?[][] Smalls = [[1.1f, 0.3, 0.7f], [-2.3f, 1e10, 0.1f], [16777217f, 3.0, 1e-3f], [1e-40f, 1e-300, 2f]];

    public static IReadOnlyList<CorpusMethod> All { get; } =
    [
        Of("quotients of ints", Whole + "=> n / 2 * a + n % 3 + m / 4 * a + m % 5 + (n >> 1) - (m << 3) + (n >>> 2) * a + (n / 7 * 2.0);", Wholes),
        Of("division by what may be zero", Whole + "{ var s = a; s += n / m; s *= n % m; return s * (m / n); }", Wholes),
        Of("overflow wraps", Whole + "{ var p = n * n; var q = n + int.MaxValue; var r = m * 3 + n; var s = -n; p++; q += p; r -= long.MaxValue; return p * a + q + r * a + s + (n ^ 5) + (m & 255 | 3) + ~n; }", Wholes),
        Of("overflow checked", Whole + "{ checked { var p = n * 2; p += 5; var q = m + n; p++; return p * a + q; } }", Wholes),
        Of("checked negation and casts", Whole + "{ return checked((int)m) * a + checked(-n) + unchecked((int)(m * 3)) + (int)m; }", Wholes),
        Of("checked compound casts", Whole + "{ checked { n += (int)2; n -= 1; n *= 3; } return n * a; }", Wholes),
        Of("long to double", Whole + "{ double d = m; float f = m; f += n; return d * a + f + (m + 1) * 0.1 + (float)n * a; }", Wholes),
        Of("compound mixes of ints and longs", Whole + "{ long k = n; k += n * 2; k <<= 3; int i = n; i <<= 2; i >>= 1; i |= 6; k ^= i; i %= 17; k *= i; return k * a + i; }", Wholes),
        Of("float rounds", Small + "{ float g = f * a; g += 0.1f; var d = g * x; float h = (float)(f * x) + a; g = g * h + f / 3; return d + g * h - f * 0.1 + (float)x; }", Smalls),
        Of("float compound with double", Small + "{ var g = f; g += (float)(x * 0.1); g *= a; double d = g; d += g; d *= f; g /= 3; return d - g + MathF.Sqrt(MathF.Abs(g)) + MathF.Exp(-a) + MathF.Max(f, a); }", Smalls),
        Of("float implicit compound", Small + "{ float g = f; g *= 2; g++; --g; int i = 3; g += i; long k = 16777217; g -= k; return g * a; }", Smalls),
        Of("NaN is not ordered", Head + "{ var r = 0.0; if (!(x > a)) r += a; if (x <= a) r += 2 * a; if (x != x) r += 3 * a; if (!(x < 0) && !(x >= 0)) r += 5 * a; r += x == x ? a * 7 : a * 11; return r; }", Points),
        Of("NaN in switches", Head + "{ switch (x) { case double.NaN: return a; case 0.0: return 2 * a; case 1.5: return 3 * a; case > 1e9: return 4 * a; default: return 5 * a; } }", Points),
        Of("NaN in a plain switch", Head + "{ switch (x) { case double.NaN: return a; case 0.0: return 2 * a; case 1.5: return 3 * a; default: return 5 * a; } }", Points),
        Of("NaN in patterns", Head + "=> x is double.NaN ? a : x is 0 ? 2 * a : x is > 0 and < 1 or 1.5 ? 3 * a : x is not (< 0) ? 4 * a : 5 * a;", Points),
        Of("signs of zero", Head + "{ var z = -x; var w = 0.0 - x; var v = x * 0; return (1 / z > 0 ? a : 2 * a) + (1 / w > 0 ? 3 * a : 5 * a) + (1 / v > 0 ? 7 * a : 11 * a) + (double.IsNegative(z) ? 100 : 200) + (x == -0.0 ? a : 0); }", Points),
        Of("negation is not zero minus", Head + "{ var s = 0.0; s += -(x * a); var t = -s; return t - -x + -(-x) * a + (-x - a) + +x; }", Points),
        Of("Math that looks at numbers", Head + "=> (double.IsNaN(x) ? a : double.IsInfinity(x) ? 2 * a : x > double.Epsilon ? a * x : double.IsFinite(x) ? 3 * a : 0) + Math.PI * a;", Points),
        Of("Math on ints", Whole + "=> Math.Max(n, 3) * a + Math.Min(m, 4L) + Math.Max(n, 2.5) * a;", Wholes),
        Of("Math.Abs of ints", Whole + "=> Math.Abs(n) * a + Math.Abs(m);", Wholes),
        Of("Math.Sign of ints", Whole + "=> Math.Sign(n) * a + Math.Sign(m) + Math.Clamp(n, -3, 4) * a;", Wholes),
        Of("Math.Sign refuses NaN", Head + "=> Math.Sign(x) * a;", Points),
        Of("Math.Round", Head + "=> Math.Round(x, 2) * a + Math.Round(x * 3) + Math.Floor(x) * a + Math.Truncate(-x);", [1.5, 0.7], [-0.345, 1.2], [2.5, 0.1]),
        Of("Math.Clamp refuses crossed bounds", Head + "=> Math.Clamp(x, a, 1.0) * 2 + a;", Points),
        Of("Math.Clamp at its bounds", Head + "=> Math.Clamp(x * a, 0.2, 0.9) * a;", [0.5, 0.7], [5.0, 0.7], [-5.0, 0.7]),
        Of("more of Math", Head + "=> Math.Atan2(x, a) + Math.Pow(a, 3) + Math.Cbrt(x) + Math.Log2(a + 1) + Math.Log10(2 + a) + Math.IEEERemainder(x, 2) + Math.FusedMultiplyAdd(x, a, x) + Math.CopySign(a, x) + Math.ScaleB(a, 2);", [1.5, 0.7], [-0.3, 1.2]),
        Of("casts of doubles to ints", Head + "{ var i = (int)(x * 10); var k = (long)x; return i * a + k + (int)a; }", Points),
        Of("ints that step by doubles", Head + "{ var i = 3; i += (int)(x * 2); return i * a; }", [1.5, 0.7]),
        Of("passive int takes doubles", "[Learnable] public static double M(int n, [Weight] double a = 0.7) { n += 3; n *= (int)2.7; var k = 10; k -= n; short s = (short)n; byte b = (byte)(n * 50); char c = (char)(n + 65); uint u = (uint)n * 3u; ushort w = 7; return a * k + s * a + b + c * a + u / 2 + w; }", [3, 0.7], [-5, 0.2]),
        Of("unsigned is not signed", "[Learnable] public static double M(int n, [Weight] double a = 0.7) { uint u = (uint)n; ulong w = u; return a * (u >> 1) + (u / 3) * a + w % 7 + (u > 5u ? a : 2 * a); }", [3, 0.7], [-5, 0.2]),
        Of("small constants", Head + "{ const int Two = 2; const double Half = 1 / Two + 0.5; const float Third = 1f / 3; return x * Half + Third * a + sizeof(double) * a + default(double) + 1e-308 * 1e-10 + 'c' * a + nameof(x).Length * a; }", Points),
        Of("bools", "[Learnable] public static double M(bool p, bool q, [Weight] double a = 0.7) { var r = p ^ q; r |= p & !q; p &= q; return (r ? a : 1) * (p | q ? 2 : 3) * (p == q ? a : 5) * (p != r ? a : 7); }", [true, false, 0.7], [false, false, 0.7], [true, true, 0.7]),
        Of("power by squaring", "[Learnable] public static double M(int n, [Weight] double a = 1.01) { var r = 1.0; var b = a; for (; n > 0; n >>= 1) { if ((n & 1) == 1) r *= b; b *= b; } return r; }", [13, 1.01], [0, 1.01], [-4, 1.01]),
        Of("contraction would show", Head + "=> x * x - a * a + (x * a - x * a);", Points),
        Of("enums cast", "public enum E { A = 1, B = 5, C = -3 }\n[Learnable] public static double M(E e, int n, [Weight] double a = 0.7) { var k = (int)e + n; var f = (E)n; e = f == E.B ? E.A : e; return k * a + (e switch { E.A => a, E.B => 2 * a, _ => 3 * a }) + (f > E.A ? 1 : 2) + (int)(e | E.B); }", [1, 5, 0.7], [-3, 1, 0.7]),
    ];
}
