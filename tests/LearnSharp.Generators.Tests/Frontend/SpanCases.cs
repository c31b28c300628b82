using System;
using System.Collections.Generic;
using static LearnSharp.Generators.Tests.Frontend.ConstructCase;

namespace LearnSharp.Generators.Tests.Frontend;

/// <summary>Spans of parts of arrays.</summary>
internal static class SpanCases
{
    private static readonly object?[][] Five = [[new[] { 1.0, 2.5, -3.0, 0.5, 4.0 }]];

    private static readonly object?[][] Several = [[new[] { 1.0, 2.5, -3.0, 0.5, 4.0 }], [new[] { 2.0, 3.0 }], [new[] { 2.0 }], [Array.Empty<double>()]];

    public static IReadOnlyList<ConstructCase> All { get; } =
    [
        Of("Slice with a start and a length", "public static double M(double[] a) { var s = a.AsSpan().Slice(1, 3); var t = 0.0; for (var i = 0; i < s.Length; i++) t = t * 1.5 + s[i] * s[i]; return t; }", Several),
        Of("Slice with a start", "public static double M(double[] a) { Span<double> s = a; var t = s.Slice(2); return t[0] * t[^1] + t.Length; }", Several),
        Of("AsSpan of a part", "public static double M(double[] a) { var s = a.AsSpan(1, 2); var t = a.AsSpan(1); return s[0] * s[1] + t[t.Length - 1] * t.Length; }", Several),
        Of("range of a span", "public static double M(double[] a) { Span<double> s = a; var t = s[1..^1]; var u = s[..2]; var v = s[^2..]; return t[0] * u[1] + v[0] * t.Length - v[1]; }", Several),
        Of("AsSpan of a range", "public static double M(double[] a) { var s = a.AsSpan(1..4); return s[2] * s[0]; }", Several),
        Of("new span of a part", "public static double M(double[] a) { var s = new Span<double>(a, 1, 3); var r = new ReadOnlySpan<double>(a, 0, 2); s[0] *= 3; return s[0] * r[1] + s[2]; }", Several),
        Of("read-only part", "public static double M(double[] a) { ReadOnlySpan<double> r = a.AsSpan(1, 3); ReadOnlySpan<double> q = r[1..]; return r[0] * q[0] * q[^1]; }", Several),
        Of("part of a part", "public static double M(double[] a) { var s = a.AsSpan(1)[1..].Slice(1); s[0] *= a[3]; return s[0] * s[1] + s.Length; }", Several),
        Of("writes through a part are seen in the array", "public static double M(double[] a) { var s = a.AsSpan(1, 3); s[0] = a[0] * a[4]; s[1] += s[0]; s[2]++; a[2] *= 2; return a[1] * a[2] * s[1] + a[3]; }", Five),
        Of("overlapping parts", "public static double M(double[] a) { var s = a.AsSpan(0, 4); var t = a.AsSpan(1, 4); for (var i = 0; i < t.Length; i++) t[i] = s[i] * t[i]; return t[3] + s[2]; }", Five),
        Of("parts that overlap the other way", "public static double M(double[] a) { var s = a.AsSpan(1, 4); var t = a.AsSpan(0, 4); for (var i = 0; i < 4; i++) t[i] = s[i] * t[i]; return t[3] + s[2] * t[0]; }", Five),
        Of("part handed to a method", "static double Sum(ReadOnlySpan<double> s) { var t = 0.0; foreach (var x in s) t += x * x; return t; }\npublic static double M(double[] a) => Sum(a.AsSpan(1, 2)) * Sum(a) - Sum(a.AsSpan(3)[..1]);", Several),
        Of("part written by a method", "static void Scale(Span<double> s, double by) { for (var i = 0; i < s.Length; i++) s[i] *= by; }\npublic static double M(double[] a) { Scale(a.AsSpan(1, 3), a[0]); Scale(a, 2); Scale(a.AsSpan(2), a[4]); return a[0] + a[1] * a[2] + a[3] * a[4]; }", Five),
        Of("two parts of one array handed to a method", "static void Mix(Span<double> s, ReadOnlySpan<double> t) { for (var i = 0; i < s.Length; i++) s[i] += t[i] * t[0]; }\npublic static double M(double[] a) { Mix(a.AsSpan(0, 3), a.AsSpan(2, 3)); Mix(a.AsSpan(1, 2), a.AsSpan(3, 2)); return a[0] * a[1] + a[2]; }", Five),
        Of("recursion on parts", "static double Sum(ReadOnlySpan<double> s) => s.Length == 0 ? 0 : s.Length == 1 ? s[0] * s[0] : Sum(s[..(s.Length / 2)]) * 0.5 + Sum(s[(s.Length / 2)..]);\npublic static double M(double[] a) => Sum(a);", Several),
        Of("merge sort", "static void Sort(Span<double> s) { if (s.Length < 2) return; var h = s.Length / 2; Sort(s[..h]); Sort(s[h..]); var c = s.ToArray(); int i = 0, j = h; for (var k = 0; k < s.Length; k++) s[k] = j >= c.Length || (i < h && c[i] <= c[j]) ? c[i++] : c[j++]; }\npublic static double M(double[] a) { Sort(a); var t = 0.0; foreach (var x in a) t = t * 2 + x; return t; }", Several),
        Of("span variable that moves on", "public static double M(double[] a) { Span<double> s = a; var t = 0.0; while (s.Length > 1) { t = t * s[0] + s[1]; s = s[1..]; } return t; }", Several),
        Of("span parameter that moves on", "static double Horner(ReadOnlySpan<double> s, double x) { var t = 0.0; while (!s.IsEmpty) { t = t * x + s[0]; s = s.Slice(1); } return t; }\npublic static double M(double[] a) => Horner(a, 0.5) + Horner(a.AsSpan(1), 2);", Several),
        Of("span variable for parts of two arrays", "public static double M(double[] a) { var b = new double[] { 3, a[0] * 2, 5 }; var s = a.AsSpan(1, 2); if (a[0] > 0) s = b.AsSpan(1); s[0] *= s[1]; return s[0] + a[1] + b[1]; }", Five[0], [new[] { -1.0, 2, 3 }]),
        Of("part that a condition chooses", "public static double M(double[] a) { var s = a.AsSpan(1, 2); var t = a.AsSpan(3, 2); var u = a[0] > 0 ? s : t; u[0] *= a[0]; return u[1] * a[1] + a[3]; }", Five[0], [new[] { -1.0, 2, 3, 4, 5 }]),
        Of("method that returns a part", "static Span<double> Row(double[] a, int i) => a.AsSpan(2 * i, 2);\nstatic ReadOnlySpan<double> Tail(ReadOnlySpan<double> s) { if (s.Length > 2) return s[1..]; return s; }\npublic static double M(double[] a) { Row(a, 1)[0] *= a[0]; var r = Row(a, 0); return r[0] * r[1] + a[2] + Tail(Row(a, 1))[0] * Tail(a)[1]; }", Five),
        Of("foreach over a part", "public static double M(double[] a) { var t = 1.0; foreach (var x in a.AsSpan(1, 3)) { if (x < 0) continue; t = t * x + 1; } return t; }", Five),
        Of("Fill, Clear, Reverse and CopyTo of parts", "public static double M(double[] a) { var s = a.AsSpan(1, 3); s.Reverse(); var t = new double[6]; s.CopyTo(t.AsSpan(2)); t.AsSpan(0, 2).Fill(a[0]); t.AsSpan(5).Fill(a[4] * 2); a.AsSpan(3).Clear(); return t[0] * t[1] + t[2] * t[3] * t[4] + t[5] + a[3] + a[1]; }", Five),
        Of("CopyTo between overlapping parts", "public static double M(double[] a) { a.AsSpan(0, 4).CopyTo(a.AsSpan(1)); a.AsSpan(2, 3).CopyTo(a); return a[0] + 2 * a[1] * a[2] + 3 * a[3] + 4 * a[4]; }", Five),
        Of("sorting a part of a span", "public static double M(double[] a) { a.AsSpan(1, 4).Sort(); return a[0] + 2 * a[1] + 3 * a[2] + 4 * a[3] + 5 * a[4]; }", Five),
        Of("ToArray of a part", "public static double M(double[] a) { var b = a.AsSpan(1, 3).ToArray(); b[0] *= b[2]; return b[0] + a[1]; }", Five),
        Of("stackalloc", "public static double M(double x) { Span<double> s = stackalloc double[3]; s[0] = x; s[1] = s[0] * x; Span<double> t = s[1..]; t[1] = t[0] * x; ReadOnlySpan<int> k = stackalloc int[] { 1, 2 }; Span<double> u = stackalloc[] { x, 2.0 }; return s[2] * k[1] + s[0] * u[0] * u[1]; }", [2.0]),
        Of("stackalloc of a length", "public static double M(double x, int n) { Span<double> s = stackalloc double[n]; for (var i = 0; i < n; i++) s[i] = x * i; var t = 0.0; foreach (var v in s) t += v * v; return t; }", [2.0, 3], [2.0, 0]),
        Of("rows of a matrix", "static double Dot(ReadOnlySpan<double> s, ReadOnlySpan<double> t) { var d = 0.0; for (var i = 0; i < s.Length; i++) d += s[i] * t[i]; return d; }\npublic static double M(double[] a) { var n = 2; var d = 0.0; for (var i = 0; i < n; i++) for (var j = 0; j <= i; j++) d += (i + 1) * Dot(a.AsSpan(i * n, n), a.AsSpan(j * n, n)); return d; }", Five),
        Of("part of a row", "public static double M(double x) { var t = new double[][] { new double[] { x, 2, 3 }, new double[] { x * x, 5 } }; var s = t[0].AsSpan(1); s[0] *= x; t[1].AsSpan(0, 1)[0] *= 2; return t[0][1] + t[1][0] * s.Length; }", [2.0]),
        Of("part of a static table", "public static readonly double[] Table = { 1, 2, 3, 4 };\npublic static double M(double x) { var s = Table.AsSpan(1, 2); ReadOnlySpan<double> t = Table; var u = t[2..]; return s[1] * x + u[0]; }", [2.0]),
        Of("elements by reference in a part", "static void Twice(ref double v) => v *= 2;\npublic static double M(double[] a) { var s = a.AsSpan(1); Twice(ref s[0]); ref var last = ref s[^1]; last *= s[0]; return a[1] * a[4]; }", Five),
        Of("part of structs", "public struct P { public double X; public int N; }\npublic static double M(double x) { var a = new P[3]; var s = a.AsSpan(1); s[1].X = x * x; s[1].N = 3; s[0] = s[1]; s[0].X *= 2; return a[1].X * a[2].N + a[2].X; }", [2.0]),
        Of("start and length out of range", "public static double M(double[] a, int i, int n) => a.AsSpan(i, n).Length + a.AsSpan(i).Length;", [new[] { 1.0, 2 }, 1, 1], [new[] { 1.0, 2 }, 2, 0], [new[] { 1.0, 2 }, 3, 0], [new[] { 1.0, 2 }, -1, 1], [new[] { 1.0, 2 }, 1, -1], [new[] { 1.0, 2 }, 1, 2], [new[] { 1.0, 2 }, 1, int.MaxValue]),
        Of("element outside a part", "public static double M(double[] a, int i) { var s = a.AsSpan(1, 2); return s[i] * a[0]; }", [new[] { 1.0, 2, 3, 4 }, 0], [new[] { 1.0, 2, 3, 4 }, 1], [new[] { 1.0, 2, 3, 4 }, 2], [new[] { 1.0, 2, 3, 4 }, -1], [new[] { 1.0, 2, 3, 4 }, int.MaxValue], [new[] { 1.0, 2, 3, 4 }, int.MinValue]),
        Of("write outside a part", "public static double M(double[] a, int i) { var s = a.AsSpan(1, 2); s[i] = 5; return a[1] + a[2]; }", [new[] { 1.0, 2, 3, 4 }, 0], [new[] { 1.0, 2, 3, 4 }, 2], [new[] { 1.0, 2, 3, 4 }, -1]),
        Of("loops that look beyond a part", "public static double M(double[] a, int n) { var s = a.AsSpan(1, 3); var t = 0.0; for (var i = 0; i < n; i++) t += s[i]; for (var i = 1; i < s.Length - 1; i++) t += s[i - 1] * s[i + 1]; return t; }", [new[] { 1.0, 2, 3, 4, 5 }, 3], [new[] { 1.0, 2, 3, 4, 5 }, 4], [new[] { 1.0, 2, 3, 4, 5 }, 0]),
        Of("effects between a part and its bounds", "public static double M(double[] a) { var i = 0; var s = a.AsSpan(++i, i + 1)[i++..]; return s[0] + i * a[0]; }", Five),
        Of("convolution over windows", "public static double M(double[] a) { var t = 0.0; for (var i = 0; i + 3 <= a.Length; i++) { var w = a.AsSpan(i, 3); t += w[0] * w[1] * w[2]; } return t; }", Several),
        Of("span of a block around a loop", "public struct P { public double X; } public static double M(double x, double y) { var ps = new P[] { new() { X = x }, new() { X = y } }; var s = 0.0; { var sp = ps.AsSpan(); for (var i = 0; i < sp.Length; i++) { var q = sp[i]; q.X += y; s += q.X * sp[i].X; } } return s; }", [1.3, 0.7], [0.6, 1.9]),
    ];
}
