using System.Collections.Generic;
using static LearnSharp.Generators.Tests.Frontend.ConstructCase;

namespace LearnSharp.Generators.Tests.Frontend;

/// <summary><c>Parallel.For</c> whose turns do not depend on each other.</summary>
internal static class ParallelCases
{
    private static readonly object?[][] Four = [[new[] { 1.0, 2.5, -3.0, 0.5 }]];

    public static IReadOnlyList<ConstructCase> All { get; } =
    [
        Of("parallel: an element for each turn", "public static double M(double[] a) { var b = new double[a.Length]; Parallel.For(0, a.Length, i => { var t = a[i]; t *= t; b[i] = t * a[0]; }); var s = 0.0; foreach (var x in b) s += x; return s; }", Four),
        Of("parallel: in place", "public static double M(double[] a) { Parallel.For(0, a.Length, i => a[i] *= a[i]); var s = 0.0; foreach (var x in a) s = 0.5 * s + x; return s; }", Four),
        Of("parallel: bounds and a lambda in a variable", "public static double M(double[] a, int n) { var b = new double[5]; Action<int> turn = i => b[i] = i * a[i]; Parallel.For(1, n, turn); return b[1] + b[2] * b[3] + b[4]; }", [new[] { 1.0, 2.5, -3.0, 0.5 }, 4], [new[] { 1.0, 2.5, -3.0, 0.5 }, 0]),
        Of("parallel: return from a turn", "public static double M(double[] a) { var b = new double[4]; Parallel.For(0, 4, i => { if (a[i] < 0) return; for (var k = 0; k < 3; k++) b[i] += a[i] * k; }); return b[0] * b[1] + b[2] + b[3]; }", Four),
        Of("parallel: rows of one array", "public static double M(double[] a) { const int n = 2; var b = new double[4]; Parallel.For(0, 2, i => { for (var j = 0; j < n; j++) { b[i * n + j] = a[j * n + i]; b[i * n + j] *= b[i * n + j]; } }); return b[0] + b[1] * b[2] - b[3]; }", Four),
        Of("parallel: rows of two dimensions", "public static double M(double[] a) { var b = new double[2, 2]; Parallel.For(0, 2, i => { for (var j = 0; j < 2; j++) { b[i, j] = a[i + j]; b[i, j] *= a[j]; } }); return b[0, 0] + b[0, 1] * b[1, 0] - b[1, 1]; }", Four),
        Of("parallel: rows of an array of arrays", "public static double M(double[] a) { var b = new double[2][]; Parallel.For(0, 2, i => { b[i] = new double[2]; for (var j = 0; j < 2; j++) b[i][j] = a[i + j] * a[j]; }); return b[0][0] + b[0][1] * b[1][0] - b[1][1]; }", Four),
        Of("parallel: spans of rows", "static void Square(Span<double> s) { for (var i = 0; i < s.Length; i++) s[i] *= s[i]; }\npublic static double M(double[] a) { var n = a.Length / 2; Parallel.For(0, 2, i => { var row = a.AsSpan(i * n, n); row[0] += row[1]; Square(row); }); return a[0] * a[1] + a[2] - a[3]; }", Four),
        Of("parallel: arrays, lists and calls of a turn", "static double Sum(double[] s) { var t = 0.0; foreach (var x in s) t += x; return t + s.Length; }\npublic static double M(double[] a) { var b = new double[4]; Parallel.For(0, 4, i => { var c = new double[2]; c[0] = a[i]; c[1] = c[0] * a[0]; var l = new List<double> { c[1] }; l.Add(c[0]); b[i] = Sum(c) * l[1] + Sum(a) + l.Count; }); return b[0] * b[1] + b[2] - b[3]; }", Four),
    ];
}
