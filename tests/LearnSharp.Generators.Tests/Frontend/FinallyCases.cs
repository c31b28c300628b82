using System.Collections.Generic;
using static LearnSharp.Generators.Tests.Frontend.ConstructCase;

namespace LearnSharp.Generators.Tests.Frontend;

/// <summary><c>try</c> with <c>finally</c>.</summary>
internal static class FinallyCases
{
    private static readonly object?[][] Numbers = [[2.5], [-1.0], [0.5], [7.0]];

    public static IReadOnlyList<ConstructCase> All { get; } =
    [
        Of("finally after a block", "public static double M(double x) { var y = x; try { y *= x; } finally { y += 2 * x; } return y * y; }", Numbers),
        Of("return in try", "public static double M(double x) { var y = x * x; try { return y * x; } finally { y = 0; } }", Numbers),
        Of("return in try in a branch", "public static double M(double x) { var y = x; try { if (x > 1) return y * y; y *= 3; } finally { y += x; } return y * x; }", Numbers),
        Of("several returns in try", "public static double M(double x) { var y = x; try { if (x > 3) return y * y; if (x > 1) return y * 5; while (true) { y += 0.5; if (y > 2) return y * x; } } finally { y = 1; } }", Numbers),
        Of("break and continue in try", "public static double M(double x) { var s = 0.0; var n = 0; for (var i = 0; i < 8; i++) { try { if (i == 2) continue; if (s > 20) break; s += x * i; } finally { s += x * x; n++; } s += 0.25 * n; } return s + n; }", Numbers),
        Of("finally inside finally and try", "public static double M(double x) { var y = x; try { try { if (x < 0) return y; y *= x; } finally { y += 1; try { y *= 2; } finally { y -= x; } } y *= y; } finally { y += 3; } return y; }", Numbers),
        Of("finally of a loop that is left to a label", "public static double M(double x) { var s = x; for (var i = 0; i < 3; i++) for (var j = 0; j < 3; j++) { try { if (i * j == 2) goto done; s += x * j; } finally { s *= 1.5; } } done: return s; }", Numbers),
        Of("finally in a method that is translated in place", "static void Step(ref double y, double x) { try { if (x < 0) return; y *= x; } finally { y += x; } }\npublic static double M(double x) { var y = 2.0; Step(ref y, x); Step(ref y, x * 2); return y; }", Numbers),
        Of("finally in a lambda", "public static double M(double x) { var n = 1.0; Func<double, double> f = v => { try { return v * n; } finally { n += v; } }; return f(x) + f(2) * n; }", Numbers),
        Of("finally in a called method", "static double F(double x) { var depth = 0; try { depth++; return x * x * depth; } finally { depth--; } }\npublic static double M(double x) => F(x) + F(2 * x);", Numbers),
        Of("finally behind what may throw", "public static double M(double[] a, int i) { var t = 0.0; try { t = a[i] * a[0]; if (t > 5) return t; } finally { t += 1; } return t * 2; }", [new[] { 2.0, 3 }, 1], [new[] { 1.0, 3 }, 1], [new[] { 2.0, 3 }, 2]),
        Of("finally that writes an array where nothing throws", "public static double M(double[] a, double x) { var y = x; try { if (x > 1) return y * y; y *= 2; } finally { a[0] = y * x; } return y + a[0]; }", [new[] { 2.0 }, 3.0], [new[] { 2.0 }, 0.5]),
        Of("throw in try with finally", "public static double M(double x) { var y = x; try { if (x < 0) throw new ArgumentException(\"x\"); y *= x; } finally { y++; } return y; }", Numbers),
        Of("array returned from try", "public static double M(double x) { double[] Both(double v) { var n = 0; try { return [v, v * v]; } finally { n++; } } var b = Both(x); return b[0] * b[1]; }", Numbers),
        Of("return without a value in try", "static void Fill(double[] a, double x) { var n = 0; try { if (x < 0) return; a[0] = x; } finally { n++; } a[1] = x * n; }\npublic static double M(double x) { var a = new double[2]; Fill(a, x); return a[0] + a[1] * a[1]; }", Numbers),
    ];
}
