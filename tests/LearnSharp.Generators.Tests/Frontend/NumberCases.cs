using System;
using System.Collections.Generic;
using static LearnSharp.Generators.Tests.Frontend.ConstructCase;

namespace LearnSharp.Generators.Tests.Frontend;

/// <summary>Functions of the number types, other integer types, and data of every kind.</summary>
internal static class NumberCases
{
    private static readonly object?[][] Numbers = [[-1.5], [0.3], [2.25]];
    private static readonly object?[][] Halves = [[-2.5], [-0.5], [0.5], [1.5], [2.4999999], [-2.7], [0.49999999999999994]];

    public static IReadOnlyList<ConstructCase> All { get; } =
    [
        Of("exponentials to other bases", "public static double M(double x) => double.Exp2(x) + double.Exp10(x) + double.ExpM1(x) + double.Exp2M1(x) * double.Exp10M1(x);", Numbers),
        Of("logarithms of one more", "public static double M(double x) => double.LogP1(x * x) + double.Log2P1(x * x) * double.Log10P1(x * x);", Numbers),
        Of("degrees and radians", "public static double M(double x) => Math.Sin(double.DegreesToRadians(100 * x)) + double.RadiansToDegrees(x);", Numbers),
        Of("functions of double", "public static double M(double x) => double.Clamp(x, -1, 1) + double.CopySign(x * x, x) + double.FusedMultiplyAdd(x, x, 1) + double.MinMagnitude(x, 2) + double.ScaleB(x, 2) + double.Abs(x) * double.Sqrt(x * x + 1);", Numbers),
        Of("float functions", "public static double M(double x) { var f = (float)x; return MathF.Exp(f) + MathF.Sqrt(f * f + 1) + float.Exp2(f) + MathF.Max(f, 0.1f); }", Numbers),
        Of("predicates on numbers", "public static double M(double x) => double.IsNaN(x / x) || double.IsNegative(x) ? x : double.IsFinite(x) && double.IsInteger(x) ? 2 : x * x;", [[-1.5], [0.3], [0.0], [2.0]]),
        Of("rounding away from zero", "public static double M(double x) => x * x + Math.Round(x, MidpointRounding.AwayFromZero) * 10;", Halves),
        Of("rounding in a direction", "public static double M(double x) => x + Math.Round(x, MidpointRounding.ToZero) + 10 * Math.Round(x, MidpointRounding.ToNegativeInfinity) + 100 * Math.Round(x, MidpointRounding.ToPositiveInfinity) + 1000 * Math.Round(x, MidpointRounding.ToEven) + double.Round(x, 1, MidpointRounding.ToEven);", Halves),
        Of("rounding to digits in a direction", "public static double M(double x) => x * x + Math.Round(x * 1.2345, 2, MidpointRounding.AwayFromZero) * x + MathF.Round((float)x * 1.37f, 1, MidpointRounding.ToZero);", Numbers),
        Of("numbers cut to narrow and unsigned integers", "public static double M(double x) { var b = (byte)(x * x * 10); var u = (uint)(x * x * 100); var s = (short)(x * 7); ulong g = (ulong)(x * x); return x * b + u * x * x + s + g * x; }", Numbers),
        Of("bytes, shorts and unsigned", "public static double M(double x, byte b, short s, uint u, ulong g) { var t = b + s; var w = u * 2 + g; byte c = (byte)(b + 200); ushort h = (ushort)s; return x * t + (double)w + c + h + (u << 2) + (s >> 1); }", [1.5, (byte)100, (short)-3, 7u, 9ul]),
        Of("characters", "public static double M(double x, string s) { var n = 0; foreach (var c in s) n = n * 10 + (c - '0'); return x * n + (char)(s[0] + 1) + (char.IsDigit(s[^1]) ? 1 : 2); }", [1.5, "42"]),
        Of("long indices", "public static double M(double[] a, long n) => a[n] * a[n - 1];", [new[] { 1.5, 2.5, 3.5 }, 1L], [new[] { 1.5 }, 4294967296L], [new[] { 1.5 }, -1L]),
        Of("unsigned indices", "public static double M(double[] a, uint n, ulong m) { a[n] *= 2; return a[n] * a[m]; }", [new[] { 1.5, 2.5, 3.5 }, 1u, 2ul], [new[] { 1.5 }, 4294967295u, 0ul]),
        Of("index values", "public static double M(double[] a, int n) { Index last = ^1; Index i = n; return a[last] * a[i]; }", [new[] { 1.5, 2.5, 3.5 }, 1], [new[] { 1.5 }, 3]),
        Of("local constants", "public static double M(double x) { const double Rate = 2.5, Half = Rate / 2; const int N = 3; const string Name = nameof(Rate); return x * Rate + Half * N + Name.Length + sizeof(double) + default(int); }", Numbers),
        Of("checked and unchecked blocks", "public static double M(double x, int n) { checked { var m = n + 1; x *= m; } unchecked { var m = n * 1000000007; x += m % 7; } return x; }", [1.5, 3], [1.5, int.MaxValue]),
        Of("static readonly data", "public static readonly int[] Steps = [1, 2, 3]; public static readonly string[] Names = [\"a\", \"bc\"]; public static readonly double Rate = 1.5;\npublic static double M(double x, int n) => x * Steps[n] * Rate + Names[n].Length;\n", [1.5, 1], [1.5, 5]),
        Of("spans of time", "public static double M(double x, DateTime a, TimeSpan t) { var end = a + t; var d = end - a; return d.TotalHours * x + end.Year + (end.Date == a.Date ? 1 : 2) + t.Days + (t > TimeSpan.FromHours(1) ? 1 : 0); }", [1.5, new DateTime(2024, 3, 3), TimeSpan.FromHours(30)]),
        Of("guids", "public static double M(double x, Guid g) => g == Guid.Empty ? x : g.ToString(\"N\").Length * x;", [1.5, Guid.Empty], [1.5, new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)]),
        Of("helper that only C# can run", "public static int Days(string s) { try { return int.Parse(s); } catch (FormatException) { return -1; } finally { } }\npublic static double M(double x, string s) => x * Days(s) + Days(s + \"1\");", [1.5, "12"], [1.5, "z"]),
        Of("numbers of a helper that only C# can run", "public static double Rate(string s) { lock (s) { return s.Length * 0.5; } }\npublic static double M(double x, string s) { var r = Rate(s); return r * x * r; }", [1.5, "12"]),
        Of("helper that calls itself", "static int Depth(int n) => n <= 0 ? 0 : 1 + Depth(n - 2);\npublic static double M(double x, int n) => x * Depth(n);", [1.5, 5]),
        Of("quotient and remainder", "public static double M(double x, int n) { var (q, r) = Math.DivRem(n, 4); return x * q + r; }", [1.5, 11]),
        Of("big enum", "public enum Big : ulong { A = 1, B = 1ul << 63 }\npublic enum Tiny : sbyte { Low = -3, High = 3 }\npublic static double M(double x, int n) { var b = n > 0 ? Big.B : Big.A; var t = n > 0 ? Tiny.High : Tiny.Low; return x * (b == Big.B ? 2 : 3) + (int)t + (t < Tiny.High ? 10 : 20) + ((ulong)b > 5 ? 1 : 2); }", [1.5, 1], [1.5, -1]),
        Of("flags of an enum", "[Flags] public enum F : byte { None = 0, A = 1, B = 2, C = 128 }\npublic static double M(double x, int n) { var f = F.A | (n > 0 ? F.C : F.None); if ((f & F.C) != 0) x *= 2; if (f.HasFlag(F.A)) x += 1; return x + (byte)(f ^ F.A); }", [1.5, 1], [1.5, -1]),
        Of("functions with derivatives of their own", "public static double M(double x, double y) => double.Hypot(x, y) + double.RootN(x + 5, 3) + double.Lerp(x, y, 0.3) + double.Lerp(1, 2, x) + double.SinPi(x) + double.CosPi(y) + double.TanPi(x * 0.1);", [1.3, 0.4], [0.3, 2.25]),
        Of("inverse functions in half turns", "public static double M(double x, double y) { var u = x / (1 + x * x); return double.AsinPi(u) + double.AcosPi(u * 0.5) + double.AtanPi(y) + double.Atan2Pi(y, 2 + x * x); }", [1.3, 0.4], [0.3, 2.25]),
        Of("sine and cosine at once", "public static double M(double x, double y) { var (s, c) = Math.SinCos(x); return s * y + c; }", [1.3, 0.4], [0.3, 2.25]),
        Of("neighbours and chosen numbers", "public static double M(double x, double y) => double.BitIncrement(x) * double.BitDecrement(y) + double.MaxNumber(x, y) * double.MinNumber(x * 2, y) + double.MultiplyAddEstimate(x, y, x);", [1.3, 0.4], [0.3, 2.25]),
        Of("small integers step and add up", "public static double M(double x, double y) { byte b = 254; b++; b += 2; short s = 4; s--; s *= 3; sbyte q = -1; --q; ushort u = 5; u *= 2; u <<= 1; uint w = 7; ulong z = 9; w++; z -= 2; return x * b + y * s + q + u + w + z; }", [1.3, 0.4], [0.3, 2.25]),
        Of("small integers are checked", "public static double M(double x, double y) { checked { byte b = 250; for (var i = 0; i < x * 2; i++) b += 2; b++; return b * y; } }", [1.0, 2.0], [4.0, 2.0]),
        Of("enums of other widths step", "public enum Small : byte { A, B = 200 } public static double M(double x, double y) { var s = Small.A; s++; var t = Small.B; t--; return s == (Small)1 ? x * (int)t : y; }", [1.3, 0.4], [0.3, 2.25]),
    ];
}
