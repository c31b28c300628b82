using System.Collections.Generic;
using static LearnSharp.Generators.Tests.Frontend.ConstructCase;

namespace LearnSharp.Generators.Tests.Frontend;

/// <summary>Functions that a branch or an index chooses.</summary>
internal static class ChoiceCases
{
    private static readonly object?[][] Two = [[1.5, 2.0], [-0.5, 0.7], [2.5, -1.5]];

    public static IReadOnlyList<ConstructCase> All { get; } =
    [
        Of("function chosen by a condition", "public static double M(double x, double y) { Func<double, double> f = x > y ? Math.Sin : v => v * v * y; return f(x) + f(y) * 2; }", Two),
        Of("function chosen by a switch", "static double Cube(double v) => v * v * v; static Func<double, double> Named(int n, double k) => n switch { 0 => Math.Tanh, 1 => Cube, 2 => v => v * k, _ => throw new ArgumentException(\"n\") }; public static double M(double x, double y) { var s = 0.0; for (var i = 0; i < 3; i++) { var f = Named(i, y); s = s * 2 + f(x); } return s; }", Two),
        Of("function that a branch stores", "public static double M(double x, double y) { var k = x * y; Func<double, double> f = v => v; if (x > 0) f = v => v * k; else if (y > 1) { f = Math.Cos; } k += 1; return f(y) + f(2); }", Two),
        Of("function without one at first", "public static double M(double x, int y) { Func<double, double, double> f; switch (y) { case 0: f = Math.Max; break; case 2: f = (a, b) => a * b; break; default: f = (a, b) => x > 0 ? a : b; break; } return f(x, y) * f(y, x); }", [1.5, 0], [2.5, 2], [-0.5, 3]),
        Of("function that changes in a loop", "public static double M(double x, double y) { Func<double, double> f = v => v + y; var s = x; for (var i = 0; i < 4; i++) { s = f(s); if (s > 2) f = v => v * 0.5; else f = v => v * y + 1; } return s; }", Two),
        Of("chosen function handed on", "static double Sum(double[] a, Func<double, double> f) { var s = 0.0; foreach (var v in a) s += f(v); return s; } public static double M(double x, double y) { Func<double, double> f = y > 0 ? v => v * x : v => v - y; return Sum([x, y, 2], f) + new[] { x, y }.Select(f).Sum() + new[] { x, y }.Sum(x > 0 ? v => v * v : Math.Exp); }", Two),
        Of("action chosen by a condition", "public static double M(double x, double y) { var s = 1.0; Action<double> grow = y > 0 ? v => s += v : v => s *= v; grow(x); grow(y); return s; }", Two),
        Of("array of functions by index", "public static double M(double x, double y) { Func<double, double>[] basis = [v => 1, v => v, v => v * v * y, Math.Sin]; var s = 0.0; for (var i = 0; i < basis.Length; i++) s += basis[i](x) * (i + y); return s + basis[^1](y) + basis[1](y); }", Two),
        Of("array of functions with a wrong index", "public static double M(double x, int n) { var f = new Func<double, double>[] { Math.Sin, Math.Cos }; return f[n](x); }", [1.5, 1], [1.5, 2], [1.5, -1]),
        Of("foreach over functions", "static double All(Func<double, double>[] steps, double x) { foreach (var step in steps) x = step(x); return x; } public static double M(double x, double y) => All(new Func<double, double>[] { v => v * y, Math.Tanh, v => v + x }, x);", Two),
        Of("LINQ over functions", "public static double M(double x, double y) { var parts = new Func<double, double>[] { v => v * y, Math.Tanh }; return parts.Sum(f => f(x)) + parts.Select((f, i) => i + f(y)).Max(); }", Two),
    ];
}
