using System;
using System.Collections.Generic;
using static LearnSharp.Generators.Tests.Corpus.CorpusMethod;

namespace LearnSharp.Generators.Tests.Corpus;

/// <summary>Arrays, spans and their aliases.</summary>
internal static class NastyArrays
{
    private const string Head = "[Learnable] public static double M(double[] xs, double[] ys, [Weight] double a = 0.7) ";

    private static readonly double[] Same = [0.5, -0.2, 1.4];

    private static readonly object?[][] Runs =
        [[new[] { 0.3, 1.1, -0.4 }, new[] { 2.0, 0.8, 0.1 }, 0.7], [new[] { 2.5 }, new[] { -1.0, 2 }, 1.3], [Array.Empty<double>(), Array.Empty<double>(), 0.4]];

    public static IReadOnlyList<CorpusMethod> All { get; } =
    [
        Of("the same array read twice", Head + "{ var s = 0.0; for (var i = 0; i < xs.Length; i++) s += xs[i] * ys[i] * a; return s; }", [Same, Same, 0.7], Runs[0]),
        Of("spans of one array", "static double Dot(ReadOnlySpan<double> u, Span<double> v, double w) { var s = 0.0; for (var i = 0; i < u.Length; i++) { v[i] = v[i] * w + u[i]; s += u[i] * v[i]; } return s; }\n" + Head + "{ var b = new double[xs.Length]; for (var i = 0; i < b.Length; i++) b[i] = xs[i] * a; var s = Dot(b, b, a); return s + Dot(xs, b, s); }", Runs),
        Of("arrays passed twice", "static void Mix(double[] u, double[] v, double w) { for (var i = 0; i < u.Length; i++) { u[i] += v[i] * w; v[i] *= u[i]; } }\n" + Head + "{ double[] b = [a, 2, a * a]; double[] c = [1, a, 3]; Mix(b, b, a); Mix(b, c, 0.5); Mix(c, c, b[0]); return b[0] * c[1] + b[2] * c[0]; }", Runs),
        Of("an alias chosen at run time", Head + "{ double[] b = [a, 2]; double[] c = [3, a]; var d = xs.Length > 2 ? b : c; d[0] *= a; var e = xs.Length > 1 ? d : b; e[1] += d[0]; d = c; d[0] -= b[1]; return b[0] * c[0] + b[1] * c[1]; }", Runs),
        Of("arrays swapped in a loop", Head + "{ double[] now = [a, 1, 2]; var next = new double[3]; for (var t = 0; t < 4; t++) { for (var i = 0; i < 3; i++) next[i] = now[(i + 1) % 3] * a + now[i]; (now, next) = (next, now); } return now[0] + next[1] * now[2]; }", Runs),
        Of("arrays that die in a loop", Head + "{ var keep = new double[1]; for (var t = 1; t < 5; t++) { var b = new double[t]; b[t - 1] = a * t + keep[0]; if (t % 2 == 0) keep = b; } return keep[^1] * a; }", Runs),
        Of("arrays returned", "static double[] Scale(double[] v, double w) { var r = new double[v.Length]; for (var i = 0; i < r.Length; i++) r[i] = v[i] * w; return r; }\nstatic double[] Same(double[] v) => v;\n" + Head + "{ var b = Scale(xs, a); var c = Same(b); if (c.Length > 0) c[0] += a; var s = 0.0; foreach (var v in Scale(b, a)) s += v * v; return s; }", Runs),
        Of("index from the end", Head + "{ double[] b = [a, 2 * a, 3]; b[^1] *= b[^2]; var i = 2; b[^i] += b[^(i + 1)]; return b[0] + b[1] * b[2]; }", Runs),
        Of("foreach over an array that changes", Head + "{ double[] b = [a, 2, 3]; var s = 0.0; foreach (var v in b) { b[2] = s + a; s += v * a; b = [9, 9, 9]; } return s + b[0] * a; }", Runs),
        Of("foreach variable keeps its value", Head + "{ double[] b = [a, 2, 3]; var s = 0.0; var k = 0; foreach (var v in b) { b[k] = 7 * a; s += v * v + b[k++]; } return s; }", Runs),
        Of("negative lengths", Head + "{ var b = new double[xs.Length - 2]; return b.Length * a; }", Runs),
        Of("null arrays", Head + "{ double[]? b = null; if (xs.Length > 2) b = [a, a * 2]; return b![1] * a; }", Runs),
        Of("in place over two arrays", Head + "{ for (var i = 1; i < xs.Length; i++) { xs[i] += xs[i - 1] * ys[i] * a; ys[i - 1] = xs[i] * xs[i]; } var s = 0.0; foreach (var v in xs) s += v; foreach (var v in ys) s += v * a; return s; }", Runs),
        Of("overwritten before it is read", Head + "{ for (var i = 0; i < xs.Length; i++) xs[i] = i; var s = 0.0; for (var i = 0; i < xs.Length; i++) s += xs[i] * a; return s; }", Runs),
        Of("static tables", "private static readonly double[] Table = [1.5, 2.5, 3.5];\nprivate static ReadOnlySpan<double> Other => [0.5, 0.25];\nstatic double At(ReadOnlySpan<double> t, int i) => t[i % t.Length];\n" + Head + "{ var s = 0.0; for (var i = 0; i < Table.Length; i++) s += Table[i] * a + At(Table, i + 1) * a; return s + Other[1] * a + At(Other, 3); }", Runs),
        Of("int arrays", "[Learnable] public static double M(int[] ks, [Weight] double a = 0.7) { var count = new int[4]; foreach (var k in ks) count[k & 3]++; var s = 0.0; for (var i = 0; i < count.Length; i++) s += count[i] * a * i; ks[0] += count[1]++; return s + ks[0] * a; }", [new[] { 1, 2, 3, 5, 9 }, 0.7], [Array.Empty<int>(), 0.7]),
        Of("float arrays", "[Learnable] public static double M(float[] fs, [Weight] float a = 0.7f) { var s = 0f; foreach (var f in fs) s += f * a; fs[0] = s; var b = new float[2]; b[1] = fs[0] * a; return s * b[1] + fs[^1]; }", [new[] { 0.3f, 1.1f }, 0.7f], [Array.Empty<float>(), 0.7f]),
        Of("bubble sort", Head + "{ for (var i = 0; i < xs.Length; i++) for (var j = 0; j + 1 < xs.Length - i; j++) if (xs[j] > xs[j + 1]) (xs[j], xs[j + 1]) = (xs[j + 1], xs[j]); var s = 0.0; for (var i = 0; i < xs.Length; i++) s = s * a + xs[i]; return s; }", Runs),
        Of("a stack in an array", Head + "{ var stack = new double[10]; var top = 0; foreach (var v in xs) { stack[top++] = v * a; if (top > 1) { var r = stack[--top]; stack[top - 1] = stack[top - 1] * r + a; } } return top > 0 ? stack[--top] : a; }", Runs),
        Of("matrix in one array", Head + "{ var m = new double[9]; for (var i = 0; i < 3; i++) for (var j = 0; j < 3; j++) m[i * 3 + j] = i == j ? a : a / (i + j + 1); for (var k = 0; k < 3; k++) for (var i = k + 1; i < 3; i++) { var f = m[i * 3 + k] / m[k * 3 + k]; for (var j = k; j < 3; j++) m[i * 3 + j] -= f * m[k * 3 + j]; } return m[0] * m[4] * m[8]; }", Runs),
        Of("tuples that hold arrays", Head + "{ var t = (Data: new double[] { a, 2 }, N: 1); t.Data[t.N] = a * 3; var (d, n) = t; d[0] *= t.Data[n]; return t.Data[0] * d[1]; }", Runs),
        Of("stackalloc and slices are refused or right", Head + "{ var s = xs.AsSpan(); var t = 0.0; for (var i = 0; i < s.Length; i++) { s[i] *= a; t += xs[i]; } return t; }", Runs),
        Of("arrays of structs", "public readonly record struct P(double X, double Y) { public static P operator +(P l, P r) => new(l.X + r.X, l.Y * r.Y); public static P operator *(double k, P p) => new(k * p.X, p.Y); public double Norm => Math.Sqrt(X * X + Y * Y + 1); public P Turn() => new(-Y, X); }\n" + Head + "{ var b = new P[] { new(a, 1), new(2, a) }; var s = default(P); foreach (var p in b) s += a * p; b[0] = s + b[1].Turn(); s = s with { Y = 2 }; s += b[0]; return s.Norm + b[0].X * b[1].Y; }", Runs),
    ];
}
