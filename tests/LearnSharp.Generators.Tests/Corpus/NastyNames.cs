using System.Collections.Generic;
using System.Linq;
using static LearnSharp.Generators.Tests.Corpus.CorpusMethod;

namespace LearnSharp.Generators.Tests.Corpus;

/// <summary>Names that generated code might use itself, and sizes that it might not expect.</summary>
internal static class NastyNames
{
    public static IReadOnlyList<CorpusMethod> All { get; } =
    [
        Of("names of generated locals", "[Learnable] public static double M(double x, double dX, double seed, double value, [Weight] double workspace = 0.7, [Weight] double mark = 0.2, [Weight] double exit = 1, [Weight] double result = 2) { var kept = x * workspace; var d = kept; var a1 = mark; for (var i = 0; i < 3; i++) { kept += d * exit; d = kept * result; a1 *= seed; } return kept + a1 * dX * value; }", [1.5, 0.2, 0.3, 0.4, 0.7, 0.2, 1.1, 2.2]),
        Of("names of generated members", "[Learnable] public static double M(double input, double weights, double choices, double equals, double @class, double @out, double toString, [Weight] double a = 0.7, [Weight] double gradient = 0.5) { double @if = input * a, @this = weights + choices; var Gradient = @if * gradient; return Gradient + @this * equals * @class * @out * toString; }", [1.5, 0.2, 0.3, 0.4, 0.7, 0.2, 1.1, 0.7, 0.5]),
        Of("names that differ in case and marks", "[Learnable] public static double M(double x, double X, double _x, double X_, [Weight] double a = 0.7, [Weight] double A = 0.5) { var x1 = x * a; var X1 = X * A; var x_1 = _x * X_; return x1 * X1 + x_1; }", [1.5, 0.2, 0.3, 0.4, 0.7, 0.2]),
        Of("names in other alphabets", "static double Größe(double длина) => длина * длина;\n[Learnable] public static double M(double höhe, double ширина, double 深さ, [Weight] double α = 0.7, [Weight] double β = 0.3) { var ergebnis\u00e4 = höhe * α; for (var ι = 0; ι < 2; ι++) ergebnis\u00e4 += Größe(ширина * β) * 深さ; return ergebnis\u00e4; }", [1.5, 0.2, 0.3, 0.7, 0.2]),
        Of("names of generated functions", "static double MReverse(double v) => v * 2;\nstatic double MForward(double v) => v * v;\nstatic double Gradient(double v) => MForward(v) + 1;\nstatic double Pullback(double v) => v - 3;\n[Learnable] public static double M(double x, [Weight] double a = 0.7) => MReverse(a) * MForward(x * a) + Gradient(a) * Pullback(x);", [1.5, 0.7]),
        Of("names of types", "static double Math(double v) => System.Math.Sin(v);\nstatic double System_(double v) => v;\n[Learnable] public static double M(double Double, double String, [Weight] double Span = 0.7) => Math(Double * Span) + System_(String) * Span;", [1.5, 0.3, 0.7]),
        Of("overloads", "static double F(double v) => v * v;\nstatic double F(int v) => v + 0.5;\nstatic double F(double v, double w) => F(v) * w + F(3);\nstatic float F(float v) => v * 3f;\n[Learnable] public static double M(double x, [Weight] double a = 0.7) => F(x, a) + F(a) + F((float)a) + F(2);", [1.5, 0.7]),
        Of("a local function with the name of a method", "static double F(double v) => v * v;\n[Learnable] public static double M(double x, [Weight] double a = 0.7) { return F(x) + Outer(a); static double Outer(double u) { return F(u) * 3; static double F(double w) => w + 1; } }", [1.5, 0.7]),
        Of("one local function per method", "static double G(double x) { return F(x); static double F(double v) => v * v; }\nstatic double H(double x) { return F(x); static double F(double v) => v * v * v; }\n[Learnable] public static double M(double x, [Weight] double a = 0.7) { return F(x) + G(a) + H(a); static double F(double v) => v; }", [1.5, 0.7]),
        Of("local functions that call themselves and one another", "[Learnable] public static double M(double x, [Weight] double a = 0.7) { return F(x * a, 3) + Even(a, 4); static double F(double v, int k) => k <= 0 ? v : F(v * v * 0.5, k - 1) + v; static double Even(double v, int k) => k <= 0 ? v : Odd(v * 1.5, k - 1); static double Odd(double v, int k) => k <= 0 ? -v : Even(v * v, k - 1) * v; }", [1.5, 0.7]),
        Of("a sum of a hundred", $"[Learnable] public static double M(double x, [Weight] double a = 0.7) => {string.Join(" + ", Enumerable.Range(1, 120).Select(static i => $"x * a / {i}"))};", [1.5, 0.7]),
        Of("blocks in blocks", $"[Learnable] public static double M(double x, [Weight] double a = 0.7) {{ var s = 0.0; {string.Concat(Enumerable.Range(1, 40).Select(static i => $"if (x > -{i}) {{ s += a / {i}; "))}{new string('}', 40)} return s * x; }}", [1.5, 0.7]),
        Of("a hundred parameters", $"[Learnable] public static double M({string.Join(", ", Enumerable.Range(0, 60).Select(static i => $"double p{i}"))}, {string.Join(", ", Enumerable.Range(0, 40).Select(static i => $"[Weight] double w{i} = 0.{i + 1}"))}) => {string.Join(" + ", Enumerable.Range(0, 40).Select(static i => $"p{i} * w{i} * p{i + 20}"))};", [.. Enumerable.Range(0, 100).Select(static i => (object?)(0.1 + (i * 0.013)))]),
        Of("unused parameters", "[Learnable] public static double M(double x, double[] unused, int k, string? text, [Weight] double a = 0.7, [Weight] double never = 0.5) => x * a;", [1.5, new[] { 1.0 }, 3, null, 0.7, 0.5]),
        Of("a constant", "[Learnable] public static double M(double x, [Weight] double a = 0.7) => 3;", [1.5, 0.7]),
        Of("a parameter", "[Learnable] public static double M(double x, [Weight] double a = 0.7) => a;", [1.5, 0.7]),
        Of("a float result", "[Learnable] public static float M(float x, [Weight] float a = 0.7f) { var s = x; for (var i = 0; i < 3; i++) s = s * a + x; return s; }", [1.5f, 0.7f]),
        Of("weights in the body", "[Learnable] public static double M(double x) { var a = Learn.Weight(0.7); var k = Learn.Weight(2.0, min: 0); a *= 2; return x * a * k; }", [1.5]),
        Of("a nested struct of structs", "public readonly record struct V(double X, double Y);\npublic readonly record struct B(V P, V D, int N, float M);\nstatic B Step(B b, double dt) => b with { P = new(b.P.X + b.D.X * dt, b.P.Y + b.D.Y * dt), D = b.D with { Y = b.D.Y - 9.81 * dt }, N = b.N + 1 };\n[Learnable] public static double M(double x, [Weight] double a = 0.7) { var b = new B(new(0, 0), new(x, a), 0, 1.5f); while (b.P.Y >= 0 && b.N < 50) b = Step(b, 0.01); return b.P.X * b.N + b.M * a + b.P.Y; }", [1.5, 0.7]),
    ];
}
