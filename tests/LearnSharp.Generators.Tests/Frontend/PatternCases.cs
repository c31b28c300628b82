using System.Collections.Generic;
using static LearnSharp.Generators.Tests.Frontend.ConstructCase;

namespace LearnSharp.Generators.Tests.Frontend;

/// <summary>Property, positional and type patterns, and comparisons of tuples.</summary>
internal static class PatternCases
{
    private const string Types = """
        public readonly record struct P(double X, double Y) { public double Sum => X + Y; }
        public record struct Box(P Low, int Count);
        public sealed class Order { public string Name { get; init; } = "ab"; public int Count { get; init; } = 3; }

        """;

    private static readonly object?[][] Numbers = [[-1.5], [0.5], [2.5]];
    private static readonly object?[][] Texts = [[1.5, null], [1.5, "ab"], [1.5, "abcd"], [-1.5, "abcd"]];

    public static IReadOnlyList<ConstructCase> All { get; } =
    [
        Of("list patterns on lists", "static double Rpn(double x, double y) { var st = new List<double> { x, y, 3 }; foreach (var op in \"+*\") { if (st is not [.., var a, var b]) throw new InvalidOperationException(); st.RemoveRange(st.Count - 2, 2); st.Add(op == '+' ? a + b : a * b); } return st is [var r] ? r : 0; }\npublic static double M(double x, double y) { var l = new List<double>(); for (var i = 0; i < 4; i++) l.Add(x * i + y); var s = l switch { [] => 0, [var a] => a, [> 100, ..] => 3, [var a, .., var z] when a < z => a * z, _ => y }; switch (l) { case [_, _, var c, _]: s += c * c; break; default: s -= 1; break; } return s + Rpn(x, y); }", [[2.5, -1.25], [-1.0, 3.0]]),
        Of("property pattern on a struct", Types + "public static double M(double x) { var p = new P(x, x * x); return p is { X: > 0, Y: < 5 } ? p.Y : p is { X: < 0 } ? -p.X : 1; }", Numbers),
        Of("property pattern with a variable", Types + "public static double M(double x) { var p = new P(x, x * x); return p is { X: > 0, Y: var y } ? y * 2 : x; }", Numbers),
        Of("nested property pattern", Types + "public static double M(double x) { var b = new Box(new P(x, 3 * x), 2); return b is { Low.X: > 0, Count: 2 } ? b.Low.Y : b is { Low: { Y: < 0 } low } ? low.X * x : 0; }", Numbers),
        Of("property pattern on a computed property", Types + "public static double M(double x) { var p = new P(x, x * x); return p is { Sum: > 1 } ? p.Sum : x; }", Numbers),
        Of("positional pattern", Types + "public static double M(double x) { var p = new P(x, x * x); return p is ( > 0, var y) ? y : p is (_, > 1) q ? q.X : 0; }", Numbers),
        Of("positional pattern on a tuple", "public static double M(double x, int n) => (x, n) switch { ( > 0, 1) => x * x, ( > 0, _) => x, (var v, > 2) => -v, _ => 3 };", [1.5, 1], [1.5, 5], [-1.5, 5], [-1.5, 0]),
        Of("switch statement with members", Types + "public static double M(double x) { var p = new P(x, x * x); switch (p) { case { X: < 0 }: return p.Y; case (var a, > 1) when a > 2: return a; default: return x; } }", Numbers),
        Of("empty property pattern", Types + "public static double M(double x, string? s) => s is { } t ? x * t.Length : x;", Texts),
        Of("members of text", "public static double M(double x, string? s) => s is { Length: > 2 } t && x > 0 ? x * t.Length : s is { Length: var n } ? n : x;", Texts),
        Of("members of an object", Types + "public static double M(double x, int n) => Shared.One is { Count: > 2, Name: { Length: 2 } name } && name.Length == n ? x : 2 * x;\n}\npublic static class Shared\n{\npublic static readonly Code.Order One = new();", [1.5, 2], [1.5, 3]),
        Of("type pattern on an object", "public static double M(double x, object? o) => o is string s ? s.Length * x : o is int n ? n + x : o is double ? 2 * x : x;", [1.5, "abc"], [1.5, 7], [1.5, 2.5], [1.5, null]),
        Of("type switch", "public static double M(double x, object? o) => o switch { string { Length: > 2 } s => s.Length * x, string => x, int n when n > 5 => n, null => 4, _ => 2 * x };", [1.5, "abc"], [1.5, "a"], [1.5, 7], [1.5, 2], [1.5, null]),
        Of("type tests", "public static double M(double x, object? o) => o is string ? x : o is not int ? 2 * x : x is double ? 3 * x : 0;", [1.5, "abc"], [1.5, 7], [1.5, null]),
        Of("variable of a pattern behind and", "public static double M(double x, double y) { if (x > 0 && y is var z && z > 1) return z * x; return x > 1 && x * y is > 2 and var w ? w : y; }", [1.5, 2.0], [-1.5, 2.0], [1.5, 0.5]),
        Of("patterns with or and not", "public static double M(double x) => x is not (< 0 or > 2) ? x * x : x is < -1 or > 2.25 ? -x : 1;", Numbers),
        Of("equal tuples", "public static double M(double x, int n) => (x, n) == (1.5, 2) ? x * n : (n, x) != (3, x) ? x : 2 * x;", [1.5, 2], [1.5, 3], [2.5, 2]),
        Of("equal tuples of other types", "public static double M(double x, int n) { var a = (n, (n + 1L, x)); return a == (2, (3, 1.5f)) ? x : 3 * x; }", [1.5, 2], [1.5, 3]),
        Of("tuples are compared after both sides ran", "public static double M(double x) { var n = 0; double F(double v) { n++; return v; } var same = (F(x), F(2)) == (F(3), F(2)); return same ? x : x * n; }", [3.0], [1.5]),
        Of("tuples with text", "public static double M(double x, string s) => (s, x) == (\"ab\", x) ? x : 2 * x;", [1.5, "ab"], [1.5, "c"]),
        Of("tuple names do not matter", "static (double Low, double High) Order(double a, double b) => a < b ? (a, b) : (b, a);\npublic static double M(double x) { (double A, double B) t = Order(x, 1); var u = t; (double, double) w = u; w = (w.Item2, t.A); return w.Item1 * w.Item2 * u.B; }", Numbers),
        Of("list patterns", "public static double M(double[] a) => a switch { [] => 1, [var only] => only * only, [> 10, ..] => a[0], [var f, _, var l] => f * l, [var f, .., var l] => f + 2 * l };", [System.Array.Empty<double>()], [new[] { 3.0 }], [new[] { 11.0, 2 }], [new[] { 2.0, 3, 5 }], [new[] { 2.0, 3, 5, 7 }]),
        Of("list pattern with is", "public static double M(double[] a) { ReadOnlySpan<double> s = a; return s is [.., var x, > 1 and var y] ? x * y : -1; }", [System.Array.Empty<double>()], [new[] { 3.0, 0.5 }], [new[] { 11.0, 2 }]),
        Of("positional pattern with a Deconstruct of its own", "public readonly struct P { public readonly double A; public readonly double B; public P(double a, double b) { A = a; B = b; } public void Deconstruct(out double a, out double twice) { a = A; twice = B * 2; } } public static double M(double[] a) { var p = new P(a[0], a[1]); return p is (> 0, var t) ? t * a[0] : p is (_, 4) ? 7 : a[1]; }", [new[] { 3.0, 0.5 }], [new[] { -1.0, 2 }], [new[] { -1.0, 3 }]),
        Of("list pattern with the rest of an array", "public static double M(double[] a) => a switch { [] => 0, [var x] => x, [var h, .. var t] => h * t.Length + t[0], };", [new[] { 1.5, 0.8, 2.2, 0.4, 1.7 }], [new[] { 0.9, 2.4, 1.2, 0.35, 0.65 }]),
        Of("list pattern with the rest of a span", "public static double M(double[] a) { ReadOnlySpan<double> s = a; return s is [var h, .. var t, var l] ? h * t.Length + t[0] * l : 0; }", [new[] { 1.5, 0.8, 2.2, 0.4, 1.7 }], [new[] { 0.9, 2.4, 1.2, 0.35, 0.65 }]),
        Of("list pattern with a pattern for the rest", "public static double M(double[] a) => a is [_, .. [var b, .. var c], _] ? b * c.Length * c[0] : 1;", [new[] { 1.5, 0.8, 2.2, 0.4, 1.7 }], [new[] { 0.9, 2.4, 1.2, 0.35, 0.65 }]),
        Of("sum by list patterns", "static double Sum(double[] a) => a switch { [] => 0, [var h, .. var t] => h * h + Sum(t) }; public static double M(double[] a) => Sum(a);", [new[] { 1.5, 0.8, 2.2, 0.4, 1.7 }], [new[] { 0.9, 2.4, 1.2, 0.35, 0.65 }]),
        Of("name for the rest of a list after its length", "static double F(double[] a) => a switch { [] => 0, [var x] => x, [var x, var y] when x > y => x * y, [var f, .. { Length: > 1 } mid, var l] => f * l + mid[0] + F(mid), [_, .. var r] => r[0] }; public static double M(double[] xs, double k) { xs[1] *= k; return F(xs) + F(xs[..2]) + F([k]) + (xs is [> 0, .., < 100 and var last] ? last * last : 0); }", [new[] { 1.5, 0.8, 2.2, 0.4, 1.7 }, 1.3], [new[] { 0.9, 2.4, 1.2, 0.35, 0.65 }, 0.6]),
        Of("names for an array that patterns match", "public static double M(double[] xs, double k) { if (xs is { Length: > 2 } ys && xs is [var f, .. var mid, _] zs && xs is not null and [_, ..]) { ys[0] = k * zs[1]; mid[0] = 7; return zs[0] * f + xs.Sum() * mid[1]; } return 0; }", [new[] { 1.5, 0.8, 2.2, 0.4, 1.7 }, 1.3], [new[] { 0.9, 2.4, 1.2, 0.35, 0.65 }, 0.6]),
    ];
}
