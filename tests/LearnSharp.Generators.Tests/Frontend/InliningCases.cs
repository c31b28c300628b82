using System.Collections.Generic;
using static LearnSharp.Generators.Tests.Frontend.ConstructCase;

namespace LearnSharp.Generators.Tests.Frontend;

/// <summary>Calls that share variables with their caller: ref and out, lambdas, local functions that capture, structs that change themselves.</summary>
internal static class InliningCases
{
    private static readonly object?[][] Numbers = [[2.5], [-1.0], [0.0]];

    private static readonly object?[][] Arrays = [[2.5, new double[] { 1, 2, 3 }], [-1.0, new double[] { 4, -5, 6 }]];

    public static IReadOnlyList<ConstructCase> All { get; } = [.. References(), .. Functions(), .. Receivers()];

    private static IEnumerable<ConstructCase> References() =>
    [
        Of("ref argument", "static void Twice(ref double x) => x *= 2;\npublic static double M(double x) { Twice(ref x); var y = x + 1; Twice(ref y); return x + y; }", Numbers),
        Of("out argument", "static void Split(double x, out double half, out double rest) { half = x / 2; rest = x - half * half; }\npublic static double M(double x) { Split(x, out var a, out double b); Split(b, out a, out _); return a * 10 + b; }", Numbers),
        Of("result and out argument", "static bool TryRoot(double x, out double root) { if (x < 0) { root = 0; return false; } root = Math.Sqrt(x); return true; }\npublic static double M(double x) => TryRoot(x, out var r) ? r : TryRoot(-x, out var s) ? -s : 7;", Numbers),
        Of("swap of elements", "static void Swap(ref double a, ref double b) { var t = a; a = b; b = t; }\npublic static double M(double x, double[] a) { Swap(ref a[0], ref a[2]); Swap(ref x, ref a[1]); return x + a[0] * 10 + a[1] * 100; }", Arrays),
        Of("ref to one variable twice", "static double F(ref double a, ref double b) { a += 1; b *= 3; return a; }\npublic static double M(double x) => F(ref x, ref x) + x;", Numbers),
        Of("value and ref of one variable", "static double F(double before, ref double after) { after *= 2; return before + after; }\npublic static double M(double x) => F(x, ref x) + x;", Numbers),
        Of("ref argument whose index changes", "static void Set(ref double at, ref int i, double v) { i += 1; at = v; }\npublic static double M(double x, double[] a) { var i = 0; Set(ref a[i], ref i, x); Set(ref a[i++], ref i, x + 1); return a[0] + a[1] * 10 + i; }", Arrays),
        Of("ref to a field", "public struct P { public double X, Y; }\nstatic void Add(ref double x, double by) => x += by;\npublic static double M(double x) { var p = new P { X = x, Y = 2 }; Add(ref p.X, p.Y); Add(ref p.Y, p.X); return p.X * 10 + p.Y; }", Numbers),
        Of("ref to a struct", "public struct P { public double X, Y; }\nstatic void Turn(ref P p) { (p.X, p.Y) = (-p.Y, p.X); }\npublic static double M(double x) { var p = new P { X = x, Y = 2 }; Turn(ref p); Turn(ref p); Turn(ref p); return p.X * 10 + p.Y; }", Numbers),
        Of("ref handed on", "static void Inner(ref double x, int n) { for (var i = 0; i < n; i++) x += i; }\nstatic void Outer(ref double x) { Inner(ref x, 3); x *= 2; Inner(ref x, 2); }\npublic static double M(double x) { Outer(ref x); return x; }", Numbers),
        Of("early returns of a method with ref", "static double Clip(ref double x, double limit) { if (x > limit) { x = limit; return 1; } for (var i = 0; i < 5; i++) { if (x > -i) return i; x += 0.5; } return -1; }\npublic static double M(double x) => Clip(ref x, 2) * 10 + x + Clip(ref x, -3) * 100 + x;", Numbers),
        Of("ref of a loop", "static void Step(ref double x, ref double v, double dt) { v -= x * dt; x += v * dt; }\npublic static double M(double x) { var v = 1.0; for (var i = 0; i < 4; i++) Step(ref x, ref v, 0.1); return x + v * 10; }", Numbers),
        Of("ref local", "public static double M(double x, double[] a) { var i = 1; ref var r = ref a[i]; i = 2; r += x; ref double s = ref x; s *= 2; return r * 10 + a[i] + x; }", Arrays),
        Of("ref readonly local", "public static double M(double x, double[] a) { ref readonly var r = ref a[1]; a[1] = x; return r; }", Arrays),
        Of("in argument of a method with ref", "static double F(in double a, ref double b) { b += 1; return a * b; }\npublic static double M(double x) => F(x, ref x) * 10 + F(3, ref x) + F(in x, ref x);", Numbers),
        Of("out in a condition", "static bool Next(ref int i, out double value, double[] a) { value = i < a.Length ? a[i] : 0; i++; return i <= a.Length; }\npublic static double M(double x, double[] a) { var i = 0; while (Next(ref i, out var v, a)) x += v * i; return x; }", Arrays),
        Of("dropped result of a method with ref", "static double Bump(ref double x) { x += 1; return x; }\npublic static double M(double x) { Bump(ref x); _ = Bump(ref x); return x; }", Numbers),
        Of("exception from a method with ref", "static double Root(ref double x) { if (x < 0) throw new ArgumentException(\"negative\"); x = Math.Sqrt(x); return x; }\npublic static double M(double x) => Root(ref x) + x;", Numbers),
        Of("arguments out of order with ref", "static double F(ref double a, double b) { a += b; return a; }\nstatic double G(double[] c) => c[0]++;\npublic static double M(double x, double[] a) => F(b: G(a), a: ref a[(int)G(a) - (int)a[0] + 1]) + a[0];", Arrays),
        Of("recursion beside ref", "static int Count(int n) => n <= 0 ? 0 : 1 + Count(n - 2);\nstatic void Add(ref double x) => x += Count(5);\npublic static double M(double x) { Add(ref x); return x; }", Numbers),
    ];

    private static IEnumerable<ConstructCase> Functions() =>
    [
        Of("lambda", "public static double M(double x) { var k = 3.0; Func<double, double> f = v => v * k; return f(x) + f(2); }", Numbers),
        Of("lambda that sees a variable change", "public static double M(double x) { var k = 3.0; Func<double, double> f = v => v * k; var a = f(x); k = 5; return a * 100 + f(x); }", Numbers),
        Of("lambda that changes a variable", "public static double M(double x) { var n = 0; Func<double, double> f = v => { n++; return v * n; }; return f(x) + f(x) * 10 + n; }", Numbers),
        Of("action", "public static double M(double x) { var sum = 0.0; Action<double> add = v => sum += v; add(x); for (var i = 0; i < 3; i++) add(i); return sum; }", Numbers),
        Of("lambda passed to a method", "static double Integrate(Func<double, double> f, double a, double b, int n) { var sum = 0.0; var h = (b - a) / n; for (var i = 0; i < n; i++) sum += f(a + (i + 0.5) * h) * h; return sum; }\npublic static double M(double x) => Integrate(t => Math.Sin(t * x), 0, 1, 8) + Integrate(Math.Exp, 0, x, 4);", Numbers),
        Of("method group", "static double Twice(double x) => 2 * x;\nstatic double Apply(Func<double, double> f, double x) => f(f(x));\npublic static double M(double x) { Func<double, double> g = Twice; return Apply(Twice, x) + g(1) + Apply(g, 3); }", Numbers),
        Of("delegate type of its own", "public delegate double Rule(double x, int n);\nstatic double Sum(Rule rule, double x) { var s = 0.0; for (var i = 0; i < 3; i++) s += rule(x, i); return s; }\npublic static double M(double x) => Sum((v, n) => v * n + 1, x);", Numbers),
        Of("lambda with a block and returns", "public static double M(double x) { Func<double, double> f = v => { if (v > 1) return v; for (var i = 0; i < 5; i++) if (i > v + 2) return i; return -1; }; return f(x) * 10 + f(-x); }", Numbers),
        Of("lambda in a lambda", "public static double M(double x) { Func<double, double> f = a => { var k = a + 1; Func<double, double> g = b => b * k + x; k *= 2; return g(a) + g(k); }; return f(x) + f(2); }", Numbers),
        Of("closure over a loop variable", "public static double M(double x) { var sum = 0.0; for (var i = 0; i < 3; i++) { var k = i * x; Func<double> f = () => k + i; k += 1; sum += f(); } foreach (var e in new[] { 1.0, 2.0 }) { Func<double> g = () => e * x; sum += g(); } return sum; }", Numbers),
        Of("immediately invoked", "public static double M(double x) => ((Func<double, double>)(v => v * v + 1))(x) + new Func<double>(() => x)();", Numbers),
        Of("invoke by name", "public static double M(double x) { Func<double, double> f = v => v + 1; return f.Invoke(x); }", Numbers),
        Of("lambda assigned later", "public static double M(double x) { Func<double, double> f; f = v => v + 1; var a = f(x); f = v => v * 2; return a * 10 + f(x); }", Numbers),
        Of("two names of a lambda", "public static double M(double x) { var n = 1.0; Func<double> f = () => n++ * x; var g = f; return f() + g() * 10; }", Numbers),
        Of("capturing local function", "public static double M(double x) { var sum = 0.0; Add(x); Add(2); return sum * Scale(); void Add(double v) => sum += v; double Scale() => x + 1; }", Numbers),
        Of("capturing local functions that call each other", "public static double M(double x) { var n = 0; double A(double v) { n++; return B(v) + n; } double B(double v) { n += 10; return v * n + x; } return A(x) + B(1); }", Numbers),
        Of("local function in a local function", "public static double M(double x) { double A(double v) { var k = v * 2; return B(3); double B(double w) => w * k + x; } return A(x) + A(1); }", Numbers),
        Of("local function as a delegate", "static double Apply(Func<double, double> f, double x) => f(x) + f(x + 1);\npublic static double M(double x) { var n = 0; return Apply(Count, x) + n; double Count(double v) { n++; return v * n; } }", Numbers),
        Of("captured parameter that is changed", "static double Twice(Action f, double[] a) { f(); f(); return a[0]; }\npublic static double M(double x, double[] a) { var r = Twice(() => { a[0] += x; x += 1; }, a); return r + x; }", Arrays),
        Of("one method with two lambdas", "static double Solve(Func<double, double> f, Func<double, double> slope, double x) { for (var i = 0; i < 4; i++) x -= f(x) / slope(x); return x; }\npublic static double M(double x) => Solve(v => v * v - 2 - x * x, v => 2 * v, 1.5);", Numbers),
        Of("lambda handed on", "static double Inner(Func<double, double> f, double x) => f(x) * 2;\nstatic double Outer(Func<double, double> f, double x) => Inner(v => f(v) + 1, x);\npublic static double M(double x) => Outer(v => v * x, 3);", Numbers),
        Of("lambda with ref", "public delegate void Change(ref double x);\npublic static double M(double x) { Change c = (ref double v) => v *= 3; c(ref x); c(ref x); return x; }", Numbers),
        Of("order of a call through a delegate", "public static double M(double x, double[] a) { var i = 0; Func<double, double, double> f = (u, v) => u * 10 + v + i; return f(a[i++], a[i++]) + i; }", Arrays),
    ];

    private static IEnumerable<ConstructCase> Receivers() =>
    [
        Of("method that changes its struct", "public struct S { public double V; public int N; public void Add(double v) { V += v; N++; } public double Take() { N--; return V / (N + 2); } }\npublic static double M(double x) { var s = new S { V = 1 }; s.Add(x); for (var i = 0; i < 3; i++) s.Add(i); return s.Take() * 10 + s.V + s.N; }", Numbers),
        Of("method that changes an element", "public struct S { public double V; public void Add(double v) => V += v; }\npublic static double M(double x) { var s = new S[2]; s[1].Add(x); s[0].Add(1); return s[0].V + s[1].V * 10; }", Numbers),
        Of("methods of a struct that call each other", "public struct S { public double V, W; public void A(double v) { V = v; B(); } private void B() => W = V * 2; public void Swap() => (V, W) = (W, V); }\npublic static double M(double x) { var s = new S(); s.A(x); s.Swap(); return s.V * 10 + s.W; }", Numbers),
        Of("method of a struct with ref of its own field", "public struct S { public double V; static void Twice(ref double v) => v *= 2; public double Grow() { Twice(ref V); return V; } }\npublic static double M(double x) { var s = new S { V = x }; return s.Grow() + s.Grow() + s.V; }", Numbers),
        Of("change of a copy", "public struct S { public double V; public double Grow() { V *= 2; return V; } }\nstatic double F(in S s) => s.Grow() + s.V;\nstatic S Make(double x) => new S { V = x };\npublic static double M(double x) { var s = new S { V = x }; var sum = Make(x).Grow(); foreach (var t in new[] { s, s }) sum += t.Grow() + t.V; return sum + F(s) + s.V; }", Numbers),
        Of("this handed on by ref", "public struct S { public double V; static void Twice(ref S s) => s.V *= 2; public void Grow() => Twice(ref this); }\npublic static double M(double x) { var s = new S { V = x }; s.Grow(); s.Grow(); return s.V; }", Numbers),
        Of("an integral of an integral", "static double Integrate(Func<double, double> f, double a, double b) { var s = 0.0; var h = (b - a) / 4; for (var i = 0; i < 4; i++) s += f(a + (i + 0.5) * h) * h; return s; } public static double M(double x, double y) => Integrate(u => Integrate(v => u * v * x + y, 0, x), 0, y);", [1.5, 2.0]),
    ];
}
