using System;
using System.Collections.Generic;
using static LearnSharp.Generators.Tests.Frontend.ConstructCase;

namespace LearnSharp.Generators.Tests.Frontend;

internal static class FlowCases
{
    private static readonly object?[][] Counts = [[0], [1], [7], [12]];

    public static IReadOnlyList<ConstructCase> All { get; } =
    [
        Of("if else chain", "public static double M(double x) { if (x < 0) return -1; else if (x == 0) return 0; else return x * 2; }", [-1.0], [0.0], [3.0]),
        Of("if without else", "public static double M(double x) { var y = 1.0; if (x > 0) y = x; return y; }", [-1.0], [3.0]),
        Of("constant condition", "public static double M(double x) { if (true) return x; }", [2.0]),
        Of("for", "public static int M(int n) { var s = 0; for (var i = 0; i < n; i++) s += i * i; return s; }", Counts),
        Of("for with several variables", "public static int M(int n) { var s = 0; for (int i = 0, j = n; i < j; i++, j--) s += j - i; return s; }", Counts),
        Of("for without parts", "public static int M(int n) { var i = 0; for (;;) { if (i * i > n) return i; i++; } }", Counts),
        Of("while", "public static int M(int n) { var s = 1; while (s < n) s *= 2; return s; }", Counts),
        Of("while true", "public static int M(int n) { while (true) { if (n > 10) break; n += 3; } return n; }", Counts),
        Of("do while", "public static int M(int n) { var s = 0; do { s += n; n--; } while (n > 0); return s; }", Counts),
        Of("do with continue", "public static int M(int n) { var s = 0; do { n--; if (n % 2 == 0) continue; s += n; } while (n > 0); return s; }", Counts),
        Of("break and continue", "public static int M(int n) { var s = 0; for (var i = 0; i < 100; i++) { if (i % 3 == 1) continue; if (i > n) break; s += i; } return s; }", Counts),
        Of("nested loops", "public static int M(int n) { var s = 0; for (var i = 0; i < n; i++) for (var j = i; j < n; j++) { if (j == 5) break; s += i * j; } return s; }", Counts),
        Of("return in a loop", "public static int M(int n) { for (var i = 1; i < 50; i++) { for (var j = 1; j < i; j++) if (i * j > n) return i * 100 + j; } return -1; }", Counts),
        Of("void method", "public static void M(double[] a) { if (a.Length == 0) return; a[0] = 1; }", [new double[2]], [Array.Empty<double>()]),
        Of("void expression body", "public static void M(double[] a) => a[0] += 2;", [new double[2]], [Array.Empty<double>()]),
        Of("while with effects in the condition", "public static int M(int n) { var s = 0; while (n-- > 0) s += n; return s; }", Counts),
        Of("for with effects in the condition", "public static int M(int n) { var s = 0; for (var i = 0; i++ < n; ) { if (i == 3) continue; s += i; } return s; }", Counts),
        Of("do with effects in the condition", "public static int M(int n) { var s = 0; do { if (n == 3) continue; s += n; } while (--n > 0); return s; }", Counts),
        Of("do while false", "public static int M(int n) { do { n++; if (n > 5) break; n += 10; } while (false); return n; }", Counts),
        Of("while false", "public static int M(int n) { while (false) n++; return n; }", Counts),
        Of("local in a loop starts again", "public static int M(int n) { var s = 0; for (var i = 0; i < n; i++) { int t = 1; t += i; s += t; } return s; }", Counts),
        Of("blocks and shadowless scopes", "public static int M(int n) { { var a = n; n += a; } { var a = 3; n *= a; } return n; }", Counts),
        Of("declaration without value", "public static double M(double x) { double y; if (x > 0) y = 1; else y = 2; return y; }", [1.0], [-1.0]),
        Of("several declarators", "public static double M(double x) { double a = x, b = a * 2, c; c = a + b; return c; }", [1.5]),
        Of("throw", "public static double M(double x) { if (x < 0) throw new ArgumentOutOfRangeException(nameof(x), x, \"no {0} here\"); return Math.Sqrt(x); }", [4.0], [-1.0]),
        Of("throw expression in a conditional", "public static double M(double x) => x > 0 ? x : throw new ArgumentException($\"bad {x}\");", [4.0], [-1.0]),
        Of("throw as expression body", "public static double M(double x) => throw new NotSupportedException();", [4.0]),
        Of("throw a user's exception", "public sealed class Odd(string why) : Exception(why);\npublic static int M(int n) => n % 2 == 0 ? n : throw new Odd(\"odd\");", Counts),
        Of("empty statements", "public static int M(int n) { ; for (; n < 5; n++) ; return n; }", Counts),
        Of("discard", "public static int M(int n) { _ = n * 2; return n; }", Counts),
        Of("parameter is assigned", "public static int M(int n) { n = n * 2 + 1; return n; }", Counts),
        Of("newton iteration", "public static double M(double x) { var y = x; for (var i = 0; i < 20; i++) { var next = 0.5 * (y + x / y); if (Math.Abs(next - y) < 1e-12) return next; y = next; } return y; }", [2.0], [9.0]),
    ];
}
