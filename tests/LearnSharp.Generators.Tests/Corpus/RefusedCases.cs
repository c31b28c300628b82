using System.Collections.Generic;

namespace LearnSharp.Generators.Tests.Corpus;

/// <summary>Methods that are not translated: each meets an error with a way out, on the span named here, and nothing crashes.</summary>
internal static class RefusedCases
{
    private const string Head = "[Learnable] public static double M(double x, double[] xs, int n, [Weight] double a = 0.7) ";

    /// <summary>The members, the error, and a text that its span covers exactly.</summary>
    public static IReadOnlyList<(string Name, string Members, string Id, string Span)> All { get; } =
    [
        ("goto past a label and back", Head + "{ if (x > 2) goto b; c: x *= a; b: x -= a; if (x > 1) goto c; return x; }", "LS0002", "goto c;"),
        ("goto case", Head + "{ switch (n) { case 1: x *= a; goto case 2; case 2: if (x > 1) goto case 1; return x; default: return a; } }", "LS0002", "goto case 2;"),
        ("compound assignment to a static", "static double s_total;\n" + Head + "{ s_total += x * a; return x; }", "LS0006", "s_total"),
        ("effects on statics in a callee", "static int s_count;\nstatic int F() => s_count++;\n" + Head + "{ xs[F()] += F() * a; return x; }", "LS0006", "s_count"),
        ("mutable static read", "static double s_scale = 2;\n" + Head + "=> x * a * s_scale;", "LS0006", "s_scale"),
        ("write to a static array", "static readonly double[] Table = [1, 2];\n" + Head + "{ Table[0] = x; return x * a; }", "LS0006", "Table[0] = x"),
        ("decimal of a weight in an array", Head + "{ var d = new decimal[1]; d[0] = (decimal)a; return (double)d[0] * x; }", "LS0004", "d[0] = (decimal)a;"),
        ("array by out of a learnable method", "[Learnable] public static void M(double x, out double[] y, [Weight] double a = 0.7) { y = [x * a]; }", "LS0005", "y"),
        ("catch", Head + "{ try { x *= a; } catch { x += 1; } return x; }", "LS0002", "catch { x += 1; }"),
        ("nullable of a weight as a result", "[Learnable] public static double? M(double x, [Weight] double a = 0.7) { double? y = a; return y; }", "LS0004", "return y;"),
        ("boxed weight", Head + "{ object o = a; return (double)o * x; }", "LS0004", "a"),
        ("list that is written", "[Learnable] public static double M(List<double> v, [Weight] double a = 0.7) { v[0] = 2; return v[0] * a; }", "LS0002", "v[0] = 2"),
        ("matrix in a tuple", Head + "{ var m = (new double[2, 2], 1); m.Item1[0, 0] = a; return m.Item1[0, 0] * x; }", "LS0003", "m = (new double[2, 2], 1)"),
        ("span of arrays", Head + "{ Span<double[]> m = new double[2][]; return x * a; }", "LS0003", "m = new double[2][]"),
        ("range", Head + "{ Span<double> t = xs; var s = t[Range.All]; return s[0] * a; }", "LS0002", "Range.All"),
        ("function that no table knows", Head + "=> Math.BigMul(n, n) * a + BitConverter.DoubleToInt64Bits(x * a);", "LS0004", "BitConverter.DoubleToInt64Bits(x * a)"),
        ("sorting two arrays", Head + "{ Array.Sort(xs, xs); return xs[0] * a; }", "LS0002", "xs"),
        ("dynamic", Head + "{ dynamic d = n; return d * a; }", "LS0003", "d = n"),
        ("function stored after a call", Head + "{ var fs = new List<Func<double, double>> { v => v * a }; x = fs[0](x); fs.Add(v => v + 1); return fs[1](x); }", "LS0002", "v => v + 1"),
        ("stored function that uses what changes", Head + "{ var fs = new List<Func<double, double>>(); for (var i = 0; i < n; i++) fs.Add(v => v * i); return fs[0](x); }", "LS0002", "v => v * i"),
        ("iterator that calls itself", "static IEnumerable<double> F(int k, double v) { yield return v; if (k > 0) foreach (var w in F(k - 1, v)) yield return w; }\n" + Head + "{ foreach (var v in F(n, x)) x += v * a; return x; }", "LS0002", "F(n, x)"),
        ("linked list of weights", Head + "{ var l = new LinkedList<double>(); l.AddLast(a); return l.Count * x; }", "LS0003", "l = new LinkedList<double>()"),
        ("a sum of thousands", Head + $"=> {string.Join(" + ", System.Linq.Enumerable.Repeat("x * a", 3000))};", "LS0002", string.Join(" + ", System.Linq.Enumerable.Repeat("x * a", 3000 - 300))),
        ("struct with a function", "public readonly struct Fn { private readonly Func<double, double> _f; public Fn(Func<double, double> f) => _f = f; public double At(double v) => _f(v); }\n" + Head + "{ var f = new Fn(v => v * a); return f.At(x); }", "LS0002", "v => v * a"),
        ("struct with a list", "public struct Hist { private readonly List<double> _l; public Hist() { _l = new(); } public void Add(double v) => _l.Add(v); public double First => _l[0]; }\n" + Head + "{ var h = new Hist(); h.Add(x * a); return h.First; }", "LS0004", "h.Add(x * a)"),
        ("chosen reference to a member", "public struct P { public double X, Y; }\n" + Head + "{ var p = new P { X = x, Y = a }; ref var m = ref (n > 1 ? ref p.X : ref p.Y); m *= 2; return p.X * p.Y; }", "LS0002", "p.X"),
        ("number matched as object", "static double F(object o) => o is double d ? d * d : 0;\n" + Head + "=> F(x * a);", "LS0004", "x * a"),
        ("private enum of another class", "static class U { private enum K { A, B } public static double F(double v) { var k = v > 1 ? K.A : K.B; return k == K.A ? v * v : v; } }\n" + Head + "=> U.F(x * a);", "LS0018", "U.F(x * a)"),
        ("ref struct with private fields", "public ref struct R { private double _v; public R(double v) => _v = v; public double V => _v; }\n" + Head + "{ var r = new R(x * a); return r.V; }", "LS0003", "r = new R(x * a)"),
        ("using declaration", Head + "{ using var s = new System.IO.MemoryStream(); return x * a; }", "LS0002", "using var s = new System.IO.MemoryStream();"),
    ];
}
