using System.Collections.Generic;
using static LearnSharp.Generators.Tests.Frontend.ConstructCase;

namespace LearnSharp.Generators.Tests.Frontend;

/// <summary>Loops whose turns are not plain to count.</summary>
internal static class LoopCases
{
    private static readonly object?[][] Runs = [[1.5, 5], [-0.5, 9], [0.75, 0], [2.0, 1]];

    public static IReadOnlyList<ConstructCase> All { get; } =
    [
        Of("sum in the step of a loop", "public static double M(double x, double b) { var a = 0.0; for (var i = 0; i < 3; a += Math.Sqrt(b), i++) { for (var p = 0; p < 4; p++) { } } return a + x; }", [0.7, 1.2]),
        Of("sum in the step of a loop with a condition", "public static double M(double x, double b) { var a = x; for (var i = 0; i < 3 && x < 5; a += Math.Sqrt(0.5 + Math.Abs(b)), i++) { var t = Math.Exp(b); x += t * t; } return a - x; }", [0.7, 0.2]),
        Of("number that is added to after the loop that reads it", "public static double M(double x, double y, double[] a) { var u = x; var s = 0.0; foreach (var e in a) { var t = Math.Sin(u * e); s += t * t; } u += y; return s + u * u * y; }", [0.7, 1.2, new[] { 0.3, 0.8 }]),
        Of("number that a loop adds to after the loop that reads it", "public static double M(double x, double y, double[] a) { var u = x; var s = 0.0; foreach (var e in a) { var t = Math.Sin(u * e); s += t * t; } foreach (var e in a) u += Math.Exp(-e * y); return s + u * y; }", [0.7, 1.2, new[] { 0.3, 0.8 }]),
        Of("stores at places read from an array that the loop overwrites", "public static double M(double x, double y, double[] a) { var b = new double[] { 1, 2, 3 }; var c = new[] { 0.4, 1.2, 2.3, 0.1, 1.9, 2.5 }; var s = 0.0; for (var i = 0; i < 5; i++) { s += b[i % 3] * a[i] * x; b[(int)c[i + 1] % 3] = 3 + i; c[i] = c[i] * 1.1 + i; } for (var i = 0; i < 5; i++) s += c[i] * a[i] * a[i]; return s * y; }", [0.7, 1.2, new[] { 0.3, 0.8, -0.4, 1.1, 0.6 }]),
        Of("loop whose body changes the counter", "public static double M(double x, int n) { var s = x; for (var i = 0; i < n; i++) { s = s * x + i; if (i % 3 == 1) i += 2; else if (s > 50) i = n; } return s; }", Runs),
        Of("loop whose body changes the bound", "public static double M(double x, int n) { var s = x; for (var i = 0; i < n; i++) { s = 0.9 * s * x + i; if (s > 3) n--; } return s * n; }", Runs),
        Of("loop with a negative stride", "public static double M(double x, int n) { var s = x; for (var i = n; i > 0; i -= 2) s = s * x * 0.5 + i; for (var k = 3; k >= -3; k -= 3) s += k * x * s; return s; }", Runs),
        Of("loop with a stride known at run time only", "public static double M(double x, int n) { var s = x; for (var i = 0; i < 12; i += n + 1) s = s * x * 0.5 + i; return s; }", Runs),
        Of("loop counted by a double", "public static double M(double x, int n) { var s = 0.0; for (var t = 0.0; t < n; t += 0.75) s += Sin(x * t) * x; return s; }", Runs),
        Of("trip count that depends on values", "public static double M(double x, int n) { var s = x; var turns = 0; while (s * s < 100 && turns < 20 + n) { s = s * 1.5 + x; turns++; } return s * turns; }", Runs),
        Of("early return from nested loops", "public static double M(double x, int n) { var s = x; for (var i = 0; i < n; i++) { for (var j = n; j > i; j--) { s = s * 0.75 + x * j; if (s > 9) return s * s; } if (s < -9) return -s * x; } return s; }", Runs),
        Of("flags instead of labels", "public static double M(double x, int n) { var s = x; var done = false; for (var i = 0; i < n && !done; i++) for (var j = 0; j <= i && !done; j++) { s = s * x + 0.5; done = s > 8 || s < -8; } return done ? s * s : s; }", Runs),
        Of("nested loops left by goto", "public static double M(double x, int n) { var s = x; for (var i = 0; i < n; i++) { for (var j = 0; j < 4; j++) { if (j == 3 - i) goto next; if (s > 30) goto done; s = s * 0.5 + x * j; } s += x; next: s *= 1.1; } done: return s; }", Runs),
        Of("checked counters", "public static double M(double x, int n) { var s = x; checked { var k = 2147483640; for (var i = 0; i < n; i++) { k += i; s = s * 0.5 + x * (k - 2147483640); } } return s; }", Runs),
        Of("do loop that is left in the middle", "public static double M(double x, int n) { var s = x; var i = 0; do { s *= 1.5; if (++i > n) break; s += x * x; } while (s < 40); return s + i; }", Runs),
        Of("recursion that branches", "static double F(double x, int k) => k <= 1 ? x : 0.5 * F(x * x * 0.5, k - 1) + F(x + 0.1, k - 2) * x;\npublic static double M(double x, int n) => F(x, n % 7);", Runs),
    ];
}
