using System.Collections.Generic;
using static LearnSharp.Generators.Tests.Frontend.ConstructCase;

namespace LearnSharp.Generators.Tests.Frontend;

internal static class StructCases
{
    private const string Point = "public readonly record struct P(double X, double Y) { public double Norm => Math.Sqrt(X * X + Y * Y); public P Scaled(double f) => new(X * f, Y * f);"
        + " public static P operator +(P a, P b) => new(a.X + b.X, a.Y + b.Y); public static P operator -(P a) => new(-a.X, -a.Y);"
        + " public static implicit operator P(double x) => new(x, x); public static readonly P Zero = new(0, 0); public static P Unit(double x) => new(x, 1); }\n";

    private static readonly object?[][] Pairs = [[2.5, -1.25], [0.0, 3.0]];

    public static IReadOnlyList<ConstructCase> All { get; } =
    [
        Of("record struct", Point + "public static double M(double x, double y) { var p = new P(x, y); return p.X * 2 + p.Y; }", Pairs),
        Of("named constructor arguments", Point + "public static double M(double x, double y) { var p = new P(Y: x++, X: x + y); return p.X * 2 + p.Y; }", Pairs),
        Of("computed property", Point + "public static double M(double x, double y) => new P(x, y).Norm;", Pairs),
        Of("struct method", Point + "public static double M(double x, double y) => new P(x, y).Scaled(3).X;", Pairs),
        Of("static struct method", Point + "public static double M(double x, double y) => P.Unit(x).Y + y;", Pairs),
        Of("user operators", Point + "public static double M(double x, double y) { var p = new P(x, y) + -new P(1, 2); p += new P(y, y); return p.X * 10 + p.Y; }", Pairs),
        Of("user conversion", Point + "public static double M(double x, double y) { P p = x; return (p + (P)y).X; }", Pairs),
        Of("struct result", Point + "public static P M(double x, double y) => new P(x, y).Scaled(2);", Pairs),
        Of("with expression", Point + "public static double M(double x, double y) { var p = new P(x, y); var q = p with { X = 7 }; return q.X + q.Y + p.X; }", Pairs),
        Of("with of everything in written order", Point + "public static double M(double x, double y) { var q = new P(1, 2) with { Y = x++, X = x }; return q.X * 10 + q.Y + y; }", Pairs),
        Of("default struct", Point + "public static double M(double x, double y) { P p = default; var q = new P(); return p.X + q.Y + x; }", Pairs),
        Of("struct deconstruction", Point + "public static double M(double x, double y) { var (a, b) = new P(x, y); return a * 10 + b; }", Pairs),
        Of("struct assigned and copied", Point + "public static double M(double x, double y) { var p = new P(x, y); var q = p; p = new P(y, x); return q.X * 10 + p.X; }", Pairs),
        Of("struct with a constructor", "public readonly struct V { public readonly double A; public double B { get; } public V(double b, double a) { A = a; B = b; } }\npublic static double M(double x, double y) { var v = new V(x, y); return v.A * 10 + v.B; }", Pairs),
        Of("struct with a primary constructor", "public readonly struct V(double a, int n) { public double A { get; } = a; public readonly int N = n; }\npublic static double M(double x, double y) { var v = new V(x, 3); return v.A * v.N + y; }", Pairs),
        Of("struct with a tuple constructor", "public readonly struct V { public double A { get; } public double B { get; } public V(double a, double b) => (A, B) = (a, b); }\npublic static double M(double x, double y) => new V(x, y).B;", Pairs),
        Of("mutable struct", "public struct V { public double A; public int N; }\npublic static double M(double x, double y) { var v = new V { A = x }; v.N = 3; v.A += y; var w = v; w.A = 0; return v.A * v.N + w.A; }", Pairs),
        Of("mutable struct in an array", "public struct V { public double A; public int N; }\npublic static double M(double x, double y) { var v = new V[2]; v[1].A = x; v[1].A *= y; v[0].N++; return v[1].A + v[0].N; }", Pairs),
        Of("init-only members", "public readonly struct V { public double A { get; init; } public double B { get; init; } }\npublic static double M(double x, double y) { var v = new V { B = x, A = y }; return v.A * 10 + v.B; }", Pairs),
        Of("struct in a struct", Point + "public readonly record struct Box(P Low, P High);\npublic static double M(double x, double y) { var b = new Box(new P(x, 0), new P(y, 1)); return b.High.X - b.Low.X + b.High.Y; }", Pairs),
        Of("struct with passive members", "public readonly record struct Item(double Price, string Name, bool Heavy);\npublic static double M(double x, double y) { var i = new Item(x, \"a\", y > 0); return i.Heavy ? i.Price : i.Price * i.Name.Length; }", Pairs),
        Of("in parameter", Point + "static double Sum(in P p) => p.X + p.Y;\npublic static double M(double x, double y) { var p = new P(x, y); return Sum(p) + Sum(in p); }", Pairs),
        Of("tuple", "public static double M(double x, double y) { var t = (x, y); return t.x * 10 + t.Item2; }", Pairs),
        Of("named tuple elements", "public static double M(double x, double y) { (double Low, double High) t = (x, y); return t.High - t.Low; }", Pairs),
        Of("tuple result", "static (double Sum, int Count) Both(double x, double y) => (x + y, 2);\npublic static double M(double x, double y) { var (s, n) = Both(x, y); return s / n; }", Pairs),
        Of("tuple names change", "static (double A, double B) Both(double x, double y) => (x, y);\npublic static double M(double x, double y) { (double C, double D) t = Both(x, y); t = Both(t.D, t.C); return t.C * 10 + t.D; }", Pairs),
        Of("tuple converts its elements", "public static double M(double x, double y) { (double, double) t = (1, x); return t.Item1 + t.Item2 + y; }", Pairs),
        Of("tuple element write", "public static double M(double x, double y) { var t = (A: x, B: y); t.A += 1; t.B = t.A * 2; return t.A * 10 + t.B; }", Pairs),
        Of("tuple as the root's result", "public static (double Sum, int Count) M(double x, double y) => (x + y, 2);", Pairs),
        Of("nested tuple deconstruction", "public static double M(double x, double y) { var ((a, b), c) = ((x, y), 3); return a + b * c; }", Pairs),
        Of("deconstruction with discards", "static (double, double, double) Three(double x) => (x, x * 2, x * 3);\npublic static double M(double x, double y) { (_, var b, _) = Three(x); (y, _, _) = Three(b); return y; }", Pairs),
        Of("conditional of structs", Point + "public static double M(double x, double y) => (x > y ? new P(x, 1) : new P(y, 2)).Y;", Pairs),
        Of("nested struct", "public readonly record struct Q(double A);\npublic static double M(double x, double y) => new Q(x).A + y;", Pairs),
        Of("equality of record structs", "public readonly record struct E(double X, int N, string S); public readonly record struct F(E One, (double, bool) T); public static double M(double x, double y) { var p = new F(new E(x, 1, \"a\"), (y, true)); var q = p with { One = new E(x, 1, \"a\") }; var r = p with { T = (y + 1, true) }; return (p == q ? x * y : 0) + (p != r ? x : 100) + (q.Equals(r) ? 50 : y) + (new E(double.NaN, 1, \"\") == new E(double.NaN, 1, \"\") ? 1 : 2); }", Pairs),
        Of("Deconstruct of a struct", "public readonly struct V { public readonly double A; public readonly double B; public V(double a, double b) { A = a; B = b; } public void Deconstruct(out double sum, out (double, int) rest) { sum = A + B; rest = (A * B, 2); } } public static double M(double x, double y) { var (s, (p, n)) = new V(x, y); foreach (var (t, _) in new[] { new V(y, y), new V(x, 1) }) s += t * n; return s * p; }", Pairs),
        Of("structs set inside an initializer", "public struct V { public double A; public double B; } public struct P { public double X; public V I; }\npublic class C { public V I = new() { B = 2 }; public P[] All = new P[2]; }\npublic static double M(double x, double y) { var p = new P { X = x, I = { A = y, B = x * y } }; p.I.B += p.I.A; var c = new C { I = { A = x * x } }; var d = p; d.I.A = 7; c.All[1] = p; return p.X * p.I.B + c.I.A * c.I.B + d.I.A * p.I.A + c.All[1].I.A; }", Pairs),
        Of("struct with an array", "public struct Data { public double[] Xs; public int N; }\npublic static double M(double x) { var d = new Data { Xs = new[] { x, 2 * x, 3 }, N = 2 }; d.Xs[1] *= x; var s = 0.0; for (var i = 0; i < d.N; i++) s += d.Xs[i] * d.Xs[2]; return s + d.Xs.Length; }", [2.0], [-0.5]),
        Of("struct with an array through calls", "public readonly record struct Data(double[] Xs, double Scale) { public double Sum() { var s = 0.0; foreach (var x in Xs) s += x; return s * Scale; } }\nstatic Data Scaled(Data d, double by) { for (var i = 0; i < d.Xs.Length; i++) d.Xs[i] *= by; return d with { Scale = d.Scale + by }; }\nstatic double Norm(in Data d) => d.Xs[0] * d.Xs[0] + d.Scale;\npublic static double M(double[] a) { var d = new Data(a, 0.5); var e = Scaled(d, a[1]); return d.Sum() + e.Sum() * Norm(d) + Norm(e); }", [new[] { 1.0, 2.5, -3.0 }]),
        Of("copies of a struct share its array", "public struct Data { public double[] Xs; public double W; }\npublic static double M(double x) { var d = new Data { Xs = new double[] { x, 1 }, W = x }; var e = d; e.Xs[0] = x * x; e.W = 5; e.Xs = new double[] { 7, x }; e.Xs[0] += x; return d.Xs[0] * d.W + e.Xs[0] * e.Xs[1] + e.W; }", [2.0], [-0.5]),
        Of("struct with an array chosen by a branch", "public struct Data { public double[] Xs; public int N; }\npublic static double M(double x) { var d = new Data { Xs = new double[] { x, 1 }, N = 1 }; var e = new Data { Xs = new double[] { 3, x * x, 2 }, N = 2 }; if (x > 0) d = e; d.Xs[0] *= x; return d.Xs[0] + e.Xs[0] * d.Xs[1] + d.N; }", [2.0], [-0.5]),
    ];
}
