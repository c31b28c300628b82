using System;
using System.Collections.Generic;
using static LearnSharp.Generators.Tests.Frontend.ConstructCase;

namespace LearnSharp.Generators.Tests.Frontend;

internal static class ArrayCases
{
    private static readonly object?[][] Arrays = [[new[] { 1.0, 2.5, -3.0 }], [Array.Empty<double>()], [new[] { 4.0 }]];

    public static IReadOnlyList<ConstructCase> All { get; } =
    [
        Of("foreach over an array", "public static double M(double[] a) { var s = 0.0; foreach (var x in a) s += x * x; return s; }", Arrays),
        Of("foreach with break", "public static double M(double[] a) { var s = 0.0; foreach (var x in a) { if (x < 0) break; if (x > 3) continue; s += x; } return s; }", Arrays),
        Of("foreach converts", "public static double M(int[] a) { var s = 0.0; foreach (double x in a) s += x / 2; return s; }", [new[] { 1, 2 }]),
        Of("foreach over an array that is replaced", "public static double M(double[] a) { var s = 0.0; foreach (var x in a) { a = new double[1]; s += x; } return s + a.Length; }", Arrays),
        Of("element and length", "public static double M(double[] a) => a.Length > 0 ? a[a.Length - 1] : -1;", Arrays),
        Of("index from the end", "public static double M(double[] a) => a[^1] + a[^a.Length];", Arrays),
        Of("out of range throws", "public static double M(double[] a) => a[1];", Arrays),
        Of("element write", "public static double M(double[] a) { for (var i = 0; i < a.Length; i++) a[i] = 2 * a[i] + i; return a.Length; }", Arrays),
        Of("compound on elements", "public static double M(double[] a) { for (var i = 1; i < a.Length; i++) { a[i] += a[i - 1]; a[i] *= 2; } return 0; }", Arrays),
        Of("new array", "public static double M(int n) { var b = new double[n]; for (var i = 0; i < n; i++) b[i] = i; var s = 0.0; foreach (var x in b) s += x; return s; }", [4], [0]),
        Of("new array of negative length", "public static int M(int n) => new double[n].Length;", [2]),
        Of("array initializer", "public static double M(double x) { var b = new double[] { x, x * 2, 3 }; return b[0] + b[1] * b[2]; }", [2.0]),
        Of("implicitly typed array", "public static double M(double x) { var b = new[] { x, 1, 2 }; return b[0] + b[2]; }", [2.0]),
        Of("bare initializer", "public static double M(double x) { double[] b = { x, 4 }; return b[0] + b[1]; }", [2.0]),
        Of("collection expression", "public static double M(double x) { double[] b = [x, 4, x * x]; return b[0] + b[1] + b[2]; }", [2.0]),
        Of("collection expression as argument", "static double Sum(double[] a) { var s = 0.0; foreach (var x in a) s += x; return s; }\npublic static double M(double x) => Sum([x, 1, x]);", [2.0]),
        Of("array result", "public static double[] M(double[] a) { var b = new double[a.Length]; for (var i = 0; i < b.Length; i++) b[i] = a[i] * 3; return b; }", Arrays),
        Of("array alias", "public static double M(double[] a) { var b = a; if (b.Length > 0) b[0] = 9; return a.Length > 0 ? a[0] : 0; }", Arrays),
        Of("span of an array", "public static double M(double[] a) { Span<double> s = a; for (var i = 0; i < s.Length; i++) s[i] += 1; return s.Length; }", Arrays),
        Of("AsSpan", "public static double M(double[] a) { var s = a.AsSpan(); return s.Length; }", Arrays),
        Of("read-only span", "static double Sum(ReadOnlySpan<double> a) { var s = 0.0; foreach (var x in a) s += x; return s; }\npublic static double M(double[] a) => Sum(a);", Arrays),
        Of("span to read-only span", "static double First(ReadOnlySpan<double> a) => a[0];\nstatic double Go(Span<double> a) => First(a) + a[^1];\npublic static double M(double[] a) => Go(a);", Arrays),
        Of("span from a collection expression", "public static double M(double x) { ReadOnlySpan<double> s = [x, 2, 3]; return s[0] * s[1] + s.Length; }", [2.0]),
        Of("span IsEmpty", "public static int M(double[] a) { ReadOnlySpan<double> s = a; return s.IsEmpty ? 1 : 0; }", Arrays),
        Of("int and bool arrays", "public static int M(int n) { var seen = new bool[10]; var k = new int[3]; k[1] = n; seen[n] = true; return seen[k[1]] ? k[1] : -1; }", [3], [0]),
        Of("array of structs", "public readonly record struct P(double X, int N);\npublic static double M(double x) { var a = new P[] { new(x, 1), new(2, 3) }; a[1] = a[0] with { N = 5 }; var s = 0.0; foreach (var p in a) s += p.X * p.N; return s; }", [2.0]),
        Of("array of tuples with deconstruction", "public static double M(double x) { var a = new[] { (x, 1), (2.0, 3) }; var s = 0.0; foreach (var (v, n) in a) s += v * n; return s; }", [2.0]),
        Of("array of two dimensions", "public static double M(double x) { var a = new double[2, 3]; for (var i = 0; i < 2; i++) for (var j = 0; j < 3; j++) a[i, j] = x * i + j; a[1, 2] *= x; var s = 0.0; foreach (var v in a) s = s * 2 + v; return s + a.Length + a.Rank + a.GetLength(1) + a.GetUpperBound(0); }", [2.0]),
        Of("elements of two dimensions", "public static double M(double x) { double[,] a = { { x, 1 }, { 2, x * x } }; var b = a; b[0, 1] += x; return a[0, 1] * a[1, 1] + a[1, 0]; }", [2.0]),
        Of("index outside one of two dimensions", "public static double M(int i, int j) { var a = new double[2, 3]; a[i, j] = 4; return a[0, 2]; }", [0, 2], [1, 3], [2, 0], [0, -1], [-1, 3], [1 << 30, 0], [int.MinValue, 0]),
        Of("negative lengths of two dimensions", "public static int M(int n, int m) => new double[n, m].Length;", [2, 3], [0, 4]),
        Of("array of two dimensions through calls", "static int[,] Twice(int[,] a) { var b = (int[,])a.Clone(); for (var i = 0; i < a.GetLength(0); i++) for (var j = 0; j < a.GetLength(1); j++) b[i, j] += a[i, j]; return b; }\nstatic void Set(int[,] a, int v) => a[1, 0] = v;\npublic static int M(int n) { var a = new int[2, 2]; Set(a, n); a = Twice(Twice(a)); Set(Twice(a), 5); return a[1, 0] + a[0, 1]; }", [3]),
        Of("three dimensions of structs", "public record struct P(double X, int N);\npublic static double M(double x) { var a = new P[2, 2, 2]; a[1, 0, 1].X = x; a[1, 0, 1].N++; var p = a[1, 0, 1]; return p.X * p.N + a[0, 0, 0].X; }", [2.0]),
        Of("two dimensions chosen by a branch", "public static double M(double x) { var a = new double[1, 1]; var b = new double[2, 2]; b[1, 1] = x; var c = x > 0 ? b : a; c[0, 0] = x; (a, b) = (b, a); return c.Length + a[0, 0] + b.Length; }", [2.0], [-1.0]),
        Of("sorting", "public static double M(double[] a) { Array.Sort(a); var s = 0.0; foreach (var x in a) s = s * 2 + x; return s; }", Arrays[0], [new[] { 3.0, double.NaN, -1, 3, 0.5, double.PositiveInfinity, double.NaN, -7, 2 }], [Array.Empty<double>()]),
        Of("sorting a part", "public static int M(int[] a, int start, int count) { Array.Sort(a, start, count); var s = 0; foreach (var x in a) s = s * 7 + x; return s; }", [new[] { 5, 4, 3, 2, 1 }, 1, 3], [new[] { 5, 4 }, 0, 2], [new[] { 5, 4 }, 2, 0], [new[] { 9 }, 0, 2]),
        Of("sorting a span", "public static double M(double x) { Span<double> s = new[] { x, 1, 3, 2, 0, 9, 8, 7, 6, 5, 4 }; s.Sort(); return s[0] + 10 * s[5] + 100 * s[^1]; }", [2.5], [-1.0]),
        Of("null test of an array", "public static double M(double[]? a) => a == null ? -1 : a.Length;", [new[] { 1.0 }], [null]),
        Of("enum array", "public enum Kind { A, B }\npublic static int M(int n) { var k = new Kind[2]; k[1] = Kind.B; return (int)k[n]; }", [0], [1]),
        Of("params array", "static double Sum(params double[] a) { var s = 0.0; foreach (var x in a) s += x; return s; }\npublic static double M(double x) => Sum(x, 1, 2) + Sum();", [2.0]),
        Of("array of arrays", "public static double M(int n) { var t = new double[n][]; for (var i = 0; i < n; i++) { t[i] = new double[i + 1]; t[i][i] = i + 0.5; } var s = 0.0; foreach (var row in t) s += row[row.Length - 1] * t[0][0] + t[row.Length - 1].Length; return s; }", [3], [0]),
        Of("array of arrays with an initializer", "public static double M(double x) { double[][] t = [[x, 2], [3]]; t[1] = t[0]; t[1][0]++; return t[0][0] + t[1][^1] + t.Length; }", [2.0]),
        Of("row that is missing", "public static double M(int n) { var t = new double[n][]; return t[0][0]; }", [1]),
        Of("rows swapped by a callee", "static void Swap(double[][] m, int i, int j) { var t = m[i]; m[i] = m[j]; m[j] = t; m[i][0] *= 1.1; }\npublic static double M(double x, double y) { double[][] m = [[x, y], [y, x * y], [1, 2]]; for (var i = 0; i < 5; i++) { Swap(m, i % 3, (i * 2 + 1) % 3); m[0][1] = m[1][0] * m[0][0] * x; } return m[0][0] * m[1][1] + m[2][0] * m[2][1]; }", [0.7, 1.2]),
        Of("rows of rows scaled by a callee", "static void Scale(double[][][] m, int i) { var plane = m[i % 2]; var row = plane[i % 3 % 2]; row[0] *= 1.1; if (i % 2 == 0) plane[0] = row; }\npublic static double M(double x, double y) { double[][][] m = [[[x, y], [y, x]], [[x * y, 1], [2, y]]]; for (var i = 0; i < 5; i++) { m[0][0][1] = m[1][0][0] * m[0][1][0] * x; Scale(m, i); } return m[0][0][0] * m[1][1][0] + m[0][1][0] * m[1][0][0] * m[0][0][1]; }", [0.7, 1.2]),
        Of("rows swapped", "public static double M(double x) { var t = new double[][] { new double[] { x }, new double[] { 1, 2 } }; (t[0], t[1]) = (t[1], t[0]); return t[0][1] + t[1][0] * t[0].Length; }", [2.0]),
        Of("three levels of arrays", "public static double M(double x) { var t = new double[2][][]; t[0] = new double[1][]; t[0][0] = new[] { x, 3 }; t[1] = t[0]; t[1][0][1] *= x; return t[0][0][1]; }", [2.0]),
        Of("chosen array", "public static double M(double x) { var a = new[] { x }; var b = new[] { 2 * x }; return (x > 1 ? a : b)[0]; }", [2.0], [0.5]),
        Of("Fill and Clear", "public static double M(double[] a) { Array.Fill(a, 2.5); Array.Clear(a, 0, a.Length / 2); var s = 0.0; foreach (var x in a) s = 2 * s + x; Array.Clear(a); return s; }", Arrays),
        Of("Fill of a part", "public static double M(double[] a) { Array.Fill(a, 1, 0, 1); return a.Length; }", Arrays[0], Arrays[2]),
        Of("Reverse", "public static double[] M(double[] a) { Array.Reverse(a); return a; }", Arrays),
        Of("Reverse of a part", "public static double[] M(double[] a) { Array.Reverse(a, 1, 2); a.AsSpan().Reverse(); return a; }", [new[] { 1.0, 2.5, -3.0, 7 }]),
        Of("Clone", "public static double M(double[] a) { var b = (double[])a.Clone(); for (var i = 0; i < b.Length; i++) b[i] *= 2; return a.Length > 0 ? a[0] + b[0] : b.Length; }", Arrays),
        Of("Copy", "public static double[] M(double[] a) { var b = new double[a.Length + 1]; Array.Copy(a, b, a.Length); a.CopyTo(b, 1); return b; }", Arrays),
        Of("Copy within one array", "public static double[] M(double[] a) { Array.Copy(a, 0, a, 1, 4); Array.Copy(a, 2, a, 0, 3); return a; }", [new[] { 1.0, 2, 3, 4, 5 }]),
        Of("spans filled and copied", "public static double M(double[] a) { Span<double> s = a; Span<double> t = new double[5]; t.Fill(a.Length); s.CopyTo(t); s.Clear(); var k = t.ToArray(); return k[0] + k[4]; }", Arrays),
        Of("ranges of arrays", "public static double[] M(double[] a) { var b = a[1..]; var c = a[..^1]; var d = a[^2..^1]; return new[] { b[0], c[^1], d[0], a[..].Length, d.Length }; }", [new[] { 1.0, 2.5, -3.0, 7 }]),
        Of("prefix sums", "public static double[] M(double[] a) { var s = new double[a.Length + 1]; for (var i = 0; i < a.Length; i++) s[i + 1] = s[i] + a[i]; return s; }", Arrays),
        Of("arrays spread in a collection expression", "public static double M(double[] a) { double[] b = [1, .. a, a.Length, .. a[..1]]; ReadOnlySpan<double> c = [.. b, 2]; b[1] *= 3; var s = 0.0; for (var i = 0; i < c.Length; i++) s += c[i] * (i + b[i % b.Length]); return s; }", [new[] { 3.0, 0.5 }], [new[] { -1.0, 2, 4 }]),
        Of("lists and queries spread into arrays and spans", "public static double M(double[] a) { var l = new List<double> { a[0], a[1] }; l.Add(a[2] * a[0]); double[] b = [.. l, 1.0, .. a.Where(v => v > 1)]; ReadOnlySpan<double> s = [.. l]; return b.Sum() * s[2] + b.Length; }", [new[] { 1.5, 0.8, 2.2, 0.4, 1.7 }], [new[] { 0.9, 2.4, 1.2, 0.35, 0.65 }]),
    ];
}
