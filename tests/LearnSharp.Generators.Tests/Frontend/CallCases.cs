using System.Collections.Generic;
using static LearnSharp.Generators.Tests.Frontend.ConstructCase;

namespace LearnSharp.Generators.Tests.Frontend;

internal static class CallCases
{
    private static readonly object?[][] Numbers = [[2.5], [-1.0], [0.0]];

    public static IReadOnlyList<ConstructCase> All { get; } =
    [
        Of("one variable that takes two results", "static (double, double) Both(double x) => (x * 2, x * x);\npublic static double M(double x, double y) { double a; (a, a) = Both(x); double b = y, c; (b, c) = Both(a); return a * b - c; }", [1.5, 0.7]),
        Of("call", "static double Twice(double x) => 2 * x;\npublic static double M(double x) => Twice(x) + Twice(x + 1);", Numbers),
        Of("private callee", "private static double Twice(double x) => 2 * x;\npublic static double M(double x) => Twice(x);", Numbers),
        Of("callee in another class", "public static double M(double x) => Other.Half(x);\n}\npublic static class Other\n{\npublic static double Half(double x) => x / 2;", Numbers),
        Of("void callee", "static void Set(double[] a, double v) => a[0] = v;\npublic static double M(double x) { var a = new double[1]; Set(a, x); return a[0]; }", Numbers),
        Of("dropped result", "static double Set(double[] a, double v) => a[0] = v;\npublic static double M(double x) { var a = new double[1]; Set(a, x); return a[0]; }", Numbers),
        Of("recursion", "static double Fact(int n) => n <= 1 ? 1 : n * Fact(n - 1);\npublic static double M(double x) => x * Fact(6);", Numbers),
        Of("root recursion", "public static double M(double x) => x > 10 ? x : M(2 * x + 3) - 1;", [[2.5], [0.0]]),
        Of("mutual recursion", "static bool Even(int n) => n == 0 || Odd(n - 1);\nstatic bool Odd(int n) => n != 0 && Even(n - 1);\npublic static double M(double x) => Even(10) && !Even(7) ? x : -x;", Numbers),
        Of("recursion that is linear in what it calls", "static double F(double[] a, int i, double scale) { if (i >= a.Length) return scale; var sum = 0.0; for (var k = i; k < a.Length; k++) sum += a[k] * scale * F(a, k + 1, scale * 0.5); return sum + a[i]; }\npublic static double M(double[] x) => 2 * F(x, 0, x[0]) + x[1];", [[new[] { 0.5, -1.5, 2.0 }]]),
        Of("mutual recursion that is linear in what it calls", "static double F(double[] a, int i) { if (i == a.Length) return 1; var t = a[i] * a[i]; return t * G(a, i + 1) - a[i]; }\nstatic double G(double[] a, int i) => i == a.Length ? 2 : F(a, i + 1) * a[i];\npublic static double M(double[] x) => F(x, 0);", [[new[] { 0.5, -1.5, 2.0 }]]),
        Of("recursion that multiplies what it calls", "static double F(double[] a, int i) => i == a.Length ? 1 : F(a, i + 1) * F(a, i + 1) + a[i];\npublic static double M(double[] x) => F(x, 0);", [[new[] { 0.5, -1.5, 1.2 }]]),
        Of("recursion with a factor that changes in the loop", "static double F(double[] a, int i) { var sum = 1.0; var f = a[0]; for (var k = i; k < a.Length; k++) { sum += f * F(a, k + 1); f *= a[k]; } return sum; }\npublic static double M(double[] x) => F(x, 0);", [[new[] { 0.5, -1.5, 1.2 }]]),
        Of("recursion with nested sums", "static double F(double[] a, int i) { var sum = 0.0; for (var k = i; k < a.Length; k++) { var inner = a[k]; for (var j = k; j < a.Length; j++) { sum -= a[j] * F(a, j + 1); inner += F(a, j + 1) / 3; } sum += inner * 0.5; } return sum + 1; }\npublic static double M(double[] x) => F(x, 0);", [[new[] { 0.5, -1.5, 1.2 }]]),
        Of("recursion whose result is replaced", "static double F(double[] a, int i) { if (i == a.Length) return a[0]; var t = a[i] * F(a, i + 1); if (t > 0) t = t * t; return t; }\npublic static double M(double[] x) => F(x, 0);", [[new[] { 0.5, -1.5, 1.2 }], [new[] { 0.5, 1.5, 1.2 }]]),
        Of("recursion over numbers alone", "static double F(double v, double w, int n) { var sum = 0.0; var sign = 1.0; for (var k = 0; k < n; k++) { sum += sign * v * F(v * w, w, n - 1); sign = -sign; } return sum + v; }\npublic static double M(double x) => F(x, x + 1, 3);", Numbers),
        Of("running maximum in a callee", "static double Top(double[] a, double s) { var m = a[0]; for (var i = 1; i < a.Length; i++) m = Math.Max(a[i] * s, m); return m; }\npublic static double M(double[] x) => Top(x, 1) * Top(x, x[1]) + Top(x, -x[0]);", [[new[] { 0.5, -1.5, 1.2 }], [new[] { 2.5, 1.5, 1.2 }]]),
        Of("optional argument", "static double Add(double x, double by = 3, int times = 2) => x + by * times;\npublic static double M(double x) => Add(x) + Add(x, 1) + Add(x, times: 5);", Numbers),
        Of("overloads", "static double F(double x) => x; static double F(int x) => 10 * x;\npublic static double M(double x) => F(x) + F(3);", Numbers),
        Of("extension method", "public static double M(double x) => x.Thrice();\n}\npublic static class Ext\n{\npublic static double Thrice(this double x) => 3 * x;", Numbers),
        Of("local function", "public static double M(double x) { return Sq(x) + Sq(2); static double Sq(double v) => v * v; }", Numbers),
        Of("two local functions of one name", "static double A(double x) { return F(x); static double F(double v) => v + 1; }\nstatic double B(double x) { return F(x); static double F(double v) => v * 2; }\npublic static double M(double x) => A(x) * 10 + B(x);", Numbers),
        Of("call in a condition", "static bool Big(double x) => x > 1;\npublic static double M(double x) { if (Big(x) && !Big(-x)) return 1; return Big(x + 2) ? 2 : 3; }", Numbers),
        Of("call in a loop condition", "static bool Go(double x, int i) => i < 3 && x > -1;\npublic static double M(double x) { var i = 0; while (Go(x, i)) { x += 1; i++; } return x; }", Numbers),
        Of("call in a short circuit", "static double Put(double[] a) { a[0]++; return a[0]; }\npublic static double M(double x) { var a = new double[1]; return (x > 0 && Put(a) > 0 ? 1 : 2) + a[0] * 10; }", Numbers),
        Of("static property with source", "static double Rate => 1.5 + 1;\npublic static double M(double x) => x * Rate;", Numbers),
        Of("call through an alias of a type", "public static double M(double x) => Inner.Deep.F(x);\npublic static class Inner { public static class Deep { public static double F(double x) => x - 1; } }", Numbers),
        Of("callee that throws", "static double Root(double x) { if (x < 0) throw new ArgumentException(\"negative\"); return Math.Sqrt(x); }\npublic static double M(double x) => Root(x) + 1;", Numbers),
        Of("keywords as names", "static double @class(double @double, double @in = 2) => @double * @in;\npublic static double M(double @params) { var @if = @class(@params); return @if + 1; }", Numbers),
        Of("same names in caller and callee", "static double F(double x) { var y = x + 1; return y; }\npublic static double M(double x) { var y = F(x); var f = F(y); return f + y; }", Numbers),
        Of("partial method", "public static partial double Half(double x);\npublic static partial double Half(double x) => x / 2;\npublic static double M(double x) => Half(x);", Numbers),
        Of("argument that the call overwrites", "static void Scale(double[] a, double by) { for (var i = 0; i < a.Length; i++) a[i] *= by; }\npublic static double M(double[] a) { Scale(a, a[1]); Scale(a, a[0] * a[2]); return a[0] + a[1] * a[2]; }", [new[] { 1.5, 2.0, -0.5 }]),
        Of("jumps out of loops here and in what is called", "static double Find(double x) { for (var i = 0; i < 5; i++) for (var j = 0; j < 5; j++) if (i * j > x) return i * x + j; return x; } public static double M(double x) { for (var i = 0; i < 5; i++) for (var j = 0; j < 5; j++) if (i + j > 2 * x) return Find(x) * i + j * x; return Find(-x); }", [1.5], [0.2], [9.0]),
    ];
}
