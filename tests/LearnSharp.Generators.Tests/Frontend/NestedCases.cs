using System.Collections.Generic;
using static LearnSharp.Generators.Tests.Frontend.ConstructCase;

namespace LearnSharp.Generators.Tests.Frontend;

/// <summary>Methods that call the generated derivatives of others. Nothing but the generator makes them compile.</summary>
internal static class NestedCases
{
    private const string G = "[Learnable] public static double G(double x, double y) => Math.Sin(x) * y * y + Math.Exp(x * y);\n";

    private const string Loop = "[Learnable] public static double G(double x, double y, int n) { var t = 1.0; for (var i = 0; i < n; i++) { if (t > 2) { t = Math.Sqrt(t) * y; continue; } t = t * x + Math.Sin(t * y); } return t; }\n";

    private const string Norm = "[Learnable] public static double G(double[] a, double p) { var s = 0.0; for (var i = 0; i < a.Length; i++) s += Math.Pow(a[i], 3) * p * (i + 1) + a[i] * a[a.Length - 1 - i]; return s; }\n";

    private static readonly object?[][] Two = [[0.7, 1.3], [-1.1, 0.4]];

    private static readonly object?[][] Arrays = [[new[] { 0.7, 1.3, -0.4 }, 2.5], [new[] { 1.5 }, -0.5]];

    public static IReadOnlyList<ConstructCase> All { get; } =
    [
        Of("the inner variable is not the outer one", "[Learnable] public static double G(double x, double y) => x + y;\n[Learnable] public static double M(double x) { GProgram.Gradient(x, 1, out _, out var dY); return x * dY; }", [[2.0]]),
        Of("the inner variable is the outer one", "[Learnable] public static double G(double x, double y) => x * y;\n[Learnable] public static double M(double x) { GProgram.Gradient(x, x, out _, out var dY); return x * dY; }", [[2.0]]),
        Of("gradient, its value and both derivatives used", G + "[Learnable] public static double M(double x, double y) { var v = GProgram.Gradient(x * y, y, out var dX, out var dY); return v * dX + dY * x; }", Two),
        Of("gradient as a statement", G + "[Learnable] public static double M(double x, double y) { GProgram.Gradient(x, y, out var dX, out _); return dX * dX; }", Two),
        Of("gradient into variables and elements", G + "[Learnable] public static double M(double x, double y) { var d = new double[2]; var v = GProgram.Gradient(x, y, out d[0], out d[1]); v += GProgram.Gradient(d[1], x, out d[0], out y); return d[0] * d[1] + y * v; }", Two),
        Of("gradient with named arguments", G + "[Learnable] public static double M(double x, double y) => GProgram.Gradient(dY: out var b, y: x, x: y, dX: out var a) * a - b;", Two),
        Of("pullback with a seed that depends on the point", G + "[Learnable] public static double M(double x, double y) => GProgram.Pullback(x, y, x * x * y, out var dX, out var dY) + dX * Math.Sin(dY);", Two),
        Of("pushforward", G + "[Learnable] public static double M(double x, double y) { var (v, t) = GProgram.Pushforward(x, y, y * x, 2); return v * t; }", Two),
        Of("pushforward by member", G + "[Learnable] public static double M(double x, double y) => x * GProgram.Pushforward(x, 1, y, 0).Tangent + GProgram.Pushforward(y, 0, x, 1).Value;", Two),
        Of("what loops and branches save inside", Loop + "[Learnable] public static double M(double x, double y) { var v = GProgram.Gradient(x, y, 7, out var dX, out var dY); return dX * y + dY * v; }", [[0.9, 1.2], [0.3, 0.8]]),
        Of("gradients in a loop", Loop + "[Learnable] public static double M(double x, double y) { var s = 0.0; for (var i = 0; i < 4; i++) { GProgram.Gradient(x + s, y, i, out var dX, out var dY); s += 0.1 * dX * dY + x; } return s; }", [[0.4, 0.7]]),
        Of("a descent until it is flat", "[Learnable] public static double G(double x, double a) => (x - a) * (x - a) + 0.1 * x * x * x * x;\n[Learnable] public static double M(double a, double rate) { var x = 0.0; while (true) { GProgram.Gradient(x, a, out var d, out _); if (d * d < 1e-6) return x * a; x -= 0.1 * rate * d; } }", [[1.3, 1.0], [0.4, 0.8]]),
        Of("gradients in branches, and early out", G + "[Learnable] public static double M(double x, double y) { if (x > 0) { GProgram.Gradient(x, y, out var d, out _); if (d > 1) return d * x; } GProgram.Gradient(y, x, out _, out var e); return e * y; }", [[0.7, 1.3], [-1.1, 0.4], [0.1, 0.2]]),
        Of("buffer that the method makes", Norm + "[Learnable] public static double M(double[] a, double p) { var d = new double[a.Length]; var v = GProgram.Gradient(a, p, d, out var dP); for (var i = 0; i < d.Length; i++) v += d[i] * d[i] * dP; return v; }", Arrays),
        Of("buffer that is added to twice and read in between", Norm + "[Learnable] public static double M(double[] a, double p) { var d = new double[a.Length]; GProgram.Gradient(a, p, d, out _); var m = d[0] * d[0]; GProgram.Gradient(a, p * p, d, out _); return m * d[0] * d[0]; }", Arrays),
        Of("buffer that the method is handed", Norm + "[Learnable] public static double M(double[] a, double p, double[] d) { var v = GProgram.Gradient(a, p, d, out var dP); for (var i = 0; i < d.Length; i++) v += d[i] * d[i] * dP; return v; }", [[new[] { 0.7, 1.3 }, 2.5, new[] { 1.0, 2.0 }]]),
        Of("buffer of another length", Norm + "[Learnable] public static double M(double[] a, double p) { var d = new double[2]; return GProgram.Gradient(a, p, d, out _) + d[0]; }", [[new[] { 0.7, 1.3 }, 2.5], [new[] { 0.7, 1.3, 1 }, 2.5]]),
        Of("one array handed over twice", "[Learnable] public static double G(double[] a, double[] b, double p) { var s = 0.0; for (var i = 0; i < a.Length; i++) s += a[i] * a[i] * b[i] * p; return s; }\n[Learnable] public static double M(double[] a, double p) { var d = new double[a.Length]; var e = new double[a.Length]; GProgram.Gradient(a, a, p, d, e, out var dP); return d[0] * d[1] + e[1] * e[16] + dP * p; }", [[new[] { 1, 2, 3, 4.5, 5, 6, 7, 8, 9, 1.5, 2.5, 3.5, 4, 5.5, 6.5, 7.5, 8.5, 9.5, 0.5 }, 1.3]]),
        Of("a step of a descent over an array", Norm + "[Learnable] public static double M(double[] a, double p) { var x = (double[])a.Clone(); for (var k = 0; k < 3; k++) { var d = new double[x.Length]; GProgram.Gradient(x, p, d, out _); for (var i = 0; i < x.Length; i++) x[i] -= 0.01 * d[i]; } var s = 0.0; foreach (var v in x) s += v * v; return s; }", Arrays),
        Of("pushforward along an array", Norm + "[Learnable] public static double M(double[] a, double p) { var t = new double[a.Length]; var s = 0.0; for (var i = 0; i < a.Length; i++) { t[i] = p; s += GProgram.Pushforward(a, t, p, a[i]).Tangent * a[i]; } return s; }", Arrays),
        Of("data without a derivative", "[Learnable] public static double G([NonDifferentiable] double[] data, double x, int n) { var s = 0.0; for (var i = 0; i < n; i++) s += data[i] * data[i] * x * x; return s; }\n[Learnable] public static double M(double[] a, double p) { GProgram.Gradient(a, p, a.Length, out var d); return d * p; }", Arrays),
        Of("structs", "public readonly record struct P(double X, double Y);\n[Learnable] public static double G(P p, double s) => s * p.X * p.X * p.Y + Math.Sin(p.Y);\n[Learnable] public static double M(double x, double y) { var v = GProgram.Gradient(new P(x * y, y), x, out var d, out var dS); return d.X * dS + d.Y * v; }", Two),
        Of("weights and choices of the body stand at their starts", "[Learnable] public static double G(double x) { var w = Learn.Weight(3.0); var v = Learn.Weights([1.0, 2.0]); return w * x * x * x + v[1] * x; }\n[Learnable] public static double M(double x, [Weight] double u = 2.0) { GProgram.Gradient(x * u, out var d); return d * x; }", [[0.7]]),
        Of("weights of the signature", "[Learnable] public static double G(double x, [Weight] double w = 3.0) => w * w * x * x;\n[Learnable] public static double M(double x, [Weight] double u = 2.0) { GProgram.Gradient(x, u, out var d, out var dW); return d * dW; }", [[0.7]]),
        Of("helpers on both sides", "static double H(double x) { var s = 0.0; for (var i = 0; i < 3; i++) s += Math.Pow(x, i) * (i + x); return s; }\n[Learnable] public static double G(double x, double y) => H(x * y) + H(y);\nstatic double D(double x, double y) { GProgram.Gradient(x, y, out var d, out _); return d; }\n[Learnable] public static double M(double x, double y) => D(H(x), y) + D(y, x);", Two),
        Of("a local function that captures", G + "[Learnable] public static double M(double x, double y) { var s = 0.0; void Add(double at) { GProgram.Gradient(at, y, out var d, out _); s += d; } Add(x); Add(s); return s; }", Two),
        Of("three levels in reverse", "[Learnable] public static double F(double x, double y) => Math.Sin(x * y) + x * x * x * y;\n[Learnable] public static double G(double x, double y) { FProgram.Gradient(x, y, out var d, out _); return d * d * y; }\n[Learnable] public static double M(double x, double y) { GProgram.Gradient(x, y, out var a, out var b); return a * b; }", Two),
        Of("three levels, forward inside", "[Learnable] public static double F(double x, double y) => Math.Sin(x * y) + x * x * x * y;\n[Learnable] public static double G(double x, double y) => FProgram.Pushforward(x, 1, y, x).Tangent * y;\n[Learnable] public static double M(double x, double y) { GProgram.Gradient(x, y, out var a, out var b); return a * b; }", Two),
        Of("three levels, all forward", "[Learnable] public static double F(double x, double y) => Math.Sin(x * y) + x * x * x * y;\n[Learnable] public static double G(double x, double y) => FProgram.Pushforward(x, 1, y, x).Tangent * y;\n[Learnable] public static double M(double x, double y) => GProgram.Pushforward(x, y, y, 1).Tangent * x;", Two),
        Of("recursion inside", "[Learnable] public static double G(double x, int n) => n == 0 ? x : Math.Sin(G(x * x, n - 1)) * x;\n[Learnable] public static double M(double x) { GProgram.Gradient(x, 3, out var d); return d * x; }", [[0.8]]),
        Of("a value whose derivative is not asked for", G + "[Learnable] public static double M(double x, double y) { GProgram.Gradient(2.0, 3.0, out var c, out _); return c * x * y; }", Two),
        Of("a floor on a slope is a step", G + "[Learnable] public static double M(double x, double y) { GProgram.Gradient(x, y, out var d, out _); return Math.Max(d, 0.5) * x; }", Two),
        Of("a program of another type", "[Learnable] public static double M(double x) => Other.Slope(x) * x;\n}\npublic static partial class Other\n{\n[Learnable] public static double Cube(double x) => x * x * x;\npublic static double Slope(double x) { Other.CubeProgram.Gradient(x, out var d); return d; }", [[1.5]]),
        Of("fixed point: cos", "public static double M(double x, double y) => Learn.FixedPoint(0.5, v => Math.Cos(0.5 * x * v)) * y;", [1.3, 0.7], [0.4, -0.9]),
        Of("fixed point: local function", "public static double M(double x, double y) { double Step(double v) { var s = v; for (var i = 0; i < 3; i++) s = 0.5 * (s + (x + y) / s); return s; } return Learn.FixedPoint(1.0, Step, tolerance: 1e-14) + x; }", [1.3, 0.7], [0.4, 2.9]),
        Of("fixed point: kepler", "public static double M(double x, double y) { var e = 0.1 * x; var E = Learn.FixedPoint(y, v => y + e * Math.Sin(v)); return Math.Cos(E) - e; }", [1.3, 0.7], [0.4, -0.9]),
        Of("fixed point: in loop with array", "public static double M(double x, double[] a) { var s = 0.0; for (var i = 0; i < a.Length; i++) { var k = i; s += Learn.FixedPoint(s, v => 0.3 * Math.Sin(v * x) + a[k] * 0.5); } return s; }", [1.3, new[] { 2.0, 0.5, 3.1 }]),
        Of("fixed point: nested", "public static double M(double x, double y) => Learn.FixedPoint(0.1, v => 0.5 * Math.Cos(v * x) + 0.1 * Learn.FixedPoint(0.2, u => 0.4 * Math.Sin(u + v) * y));", [1.3, 0.7], [0.4, -0.9]),
        Of("fixed point: constant step", "public static double M(double x, double y) => Learn.FixedPoint(0.1, v => x * y);", [1.3, 0.7], [0.4, -0.9]),
        Of("fixed point: steps that do not become short", "public static double M(double x) => Learn.FixedPoint(x, v => 2 * v + 1, maxSteps: 20);", [1.3]),
        Of("fixed point: the start has no derivative", "public static double M(double x, double y) => Learn.FixedPoint(x, v => 0.5 * v + y);", [1.3, 0.7]),
    ];
}
