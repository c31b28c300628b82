using System.Collections.Generic;
using static LearnSharp.Generators.Tests.Frontend.ConstructCase;

namespace LearnSharp.Generators.Tests.Frontend;

/// <summary>Nullable values: as data, and as carriers of derivatives inside a body.</summary>
internal static class NullableCases
{
    private static readonly object?[][] Optional = [[1.5, 2.0], [1.5, null], [-0.5, 3.0]];
    private static readonly object?[][] Numbers = [[-1.5], [0.5], [2.5]];

    public static IReadOnlyList<ConstructCase> All { get; } =
    [
        Of("nullable local that carries a derivative", "public static double M(double x) { double? best = null; if (x > 0) best = x * x; return best ?? -x; }", Numbers),
        Of("nullable local with a value", "public static double M(double x) { double? y = x * 3; return y.HasValue ? y.Value * x : 0; }", Numbers),
        Of("value that is not there", "public static double M(double x) { double? y = null; if (x > 1) y = x; return y.Value * 2; }", Numbers),
        Of("nullable result of a method", "static double? Find(double[] a, double above) { foreach (var v in a) if (v > above) return v * v; return null; } public static double M(double x, double y) => (Find([x, y], 0) ?? y * 3) * (Find([x], 99) ?? x);", [1.5, 2.0], [-0.5, -0.7]),
        Of("nullable argument of a method", "static double Use(double? v, double other) => v is { } known ? known * other : other; public static double M(double x, double y) => Use(x * y, x) + Use(null, y) + Use(x > 0 ? x : null, 2);", [1.5, 2.0], [-0.5, 0.7]),
        Of("nullable member of an object", "public class Pid { private double? _last; public double? Best { get; private set; } public double Step(double e) { var slope = _last.HasValue ? e - _last.Value : 0; _last = e; Best = Best is null || e > Best ? e * e : Best; return e + slope * 2; } } public static double M(double x, double y) { var p = new Pid(); var s = p.Step(x) + p.Step(y) * 3; return s + p.Best!.Value; }", [1.5, 2.0], [-0.5, -0.7]),
        Of("cast of a nullable", "public static double M(double x) { double? y = x > 1 ? x * x : null; return (double)y; }", Numbers),
        Of("best of a loop", "public static double M(double[] a) { double? best = null; foreach (var v in a) if (best is null || v * v < best) best = v * v; return best ?? 7; }",
            [new[] { 2.0, -1.5, 3.0 }], [System.Array.Empty<double>()]),
        Of("lifted arithmetic", "public static double M(double x, double? y) { var z = x * y + 1; var w = -z / x - y; return w ?? x; }", Optional),
        Of("lifted comparisons", "public static double M(double x, double? y) { var s = 0.0; if (y > x) s += x; if (y <= x) s += 2 * x; if (y == 2) s += 3 * x; if (y != 2) s += 5 * x; if (x == y) s += 9; return s; }", Optional),
        Of("comparison with null", "public static double M(double x, double? y) { if (y == null) return x; return null != y ? x * y.Value : 0; }", Optional),
        Of("GetValueOrDefault", "public static double M(double x, double? y) { double? z = x * y; return z.GetValueOrDefault() + z.GetValueOrDefault(x * 4) + y.GetValueOrDefault(1); }", Optional),
        Of("null coalescing chain", "public static double M(double x, double? y) { double? z = null; return z ?? (y * x) ?? x; }", Optional),
        Of("null coalescing keeps a nullable", "public static double M(double x, double? y) { double? z = x > 0 ? null : x; var w = z ?? y; return w.HasValue ? w.Value * x : -x; }", Optional),
        Of("right side of ?? only where needed", "public static double M(double x, double? y) { var n = 0; double F(double v) { n++; return v; } double? z = y * x; var r = z ?? F(x); return r + n; }", Optional),
        Of("??= on a nullable", "public static double M(double x, double? y) { double? z = y * x; z ??= x + 1; z ??= 100; return z.Value; }", Optional),
        Of("??= as a value", "public static double M(double x, double? y) { double? z = y; var w = z ??= x * 2; return w * x + z.Value; }", Optional),
        Of("??= on text", "public static double M(double x, string? s) { s ??= \"none\"; return x + s.Length; }", [1.5, null], [1.5, "abc"]),
        Of("compound assignment of a nullable", "public static double M(double x, double? y) { double? z = x; z += y; z *= x; return z ?? 5; }", Optional),
        Of("nullable ints", "public static double M(double x, int n) { int? k = n > 2 ? n : null; int? j = k + 1; int? q = 10 / k; return x * (j ?? 1) + (q ?? x) + (k == 3 ? 1 : 2); }", [1.5, 3], [1.5, 0]),
        Of("no division where a side is null", "public static int M(int n) { int? k = null; int? zero = 0; var q = k / zero; return q ?? n; }", [4]),
        Of("widening of nullables", "public static double M(double x, int n) { int? k = n > 2 ? n : null; double? d = k; long? l = k; float? f = (float?)d; return x * (d ?? 1) + (l ?? 2) + (f ?? 3); }", [1.5, 3], [1.5, 0]),
        Of("is with a nullable", "public static double M(double x, double? y) { double? z = y * x; if (z is { } v) return v * v; return z is null ? x : 0; }", Optional),
        Of("is not with a nullable", "public static double M(double x, double? y) { double? z = y * x; if (z is not { } v) return x; return v * v; }", Optional),
        Of("type and relation on a nullable", "public static double M(double x, double? y) { double? z = y; if (z is double d && d > 2) return d * x; return z is > 1 and < 2.5 ? x : z is not null ? 1 : 2; }", Optional),
        Of("switch on a nullable", "public static double M(double x, double? y) { double? z = y * x; return z switch { null => x, > 2 => z.Value * 2, { } v => v + x }; }", Optional),
        Of("nullable struct", "public readonly record struct P(double X, double Y);\npublic static double M(double x) { P? p = null; if (x > 0) p = new P(x, x * x); return p is { X: > 1 } q ? q.Y : p is null ? x : p.Value.X; }", [[-1.5], [2.5]]),
        Of("default of a nullable", "public static double M(double x) { double? y = default; double? z = default(double); return (y ?? x) + (z ?? 7); }", Numbers),
        Of("nullable from a conditional", "public static double M(double x) { var y = x > 1 ? (double?)x : null; var z = x > 1 ? x * x : default(double?); return (y + z) ?? -x; }", Numbers),
        Of("nullable handed to a local function", "public static double M(double x) { var sum = 0.0; void Add(double? v) { if (v.HasValue) sum += v.Value * x; } Add(x * x); Add(null); return sum; }", Numbers),
        Of("nullable result of a lambda", "public static double M(double x) { Func<double, double?> f = v => v > 0 ? v * x : null; return f(x) ?? f(-x) ?? 0; }", Numbers),
        Of("nullable data in an array", "public static double M(double x, double?[] a) { var s = 0.0; foreach (var v in a) s += (v ?? 1) * x; return s + (a[0] * x ?? 0); }", [1.5, new double?[] { null, 2 }]),
        Of("nullable result", "public static double? M(double x, double? y) { if (x > 1) return null; return y; }", [1.5, 2.0], [0.5, 2.0], [0.5, null]),
        Of("nullable decimal and date", "public static double M(double x, decimal? d, DateTime? t) => x * (double)(d ?? 2m) + (t.HasValue ? t.Value.Year : 1) + (d > 2m ? 1 : 2) + (t is null ? 1 : 2);",
            [1.5, 3m, new System.DateTime(2024, 1, 1)], [1.5, null, null]),
        Of("++ of a nullable", "public static double M(double x, double? y) { double? z = y; z++; ++z; var w = z--; return (z ?? x) * x + (w ?? 1); }", Optional),
        Of("?. on text", "public static double M(double x, string? s) => x * (s?.Length ?? 7) + (s?.Trim()?.Length ?? 0);", [1.5, null], [1.5, " abc"]),
        Of("?. on an array", "static double? First(double[]? a) => a?[0]; public static double M(double x) { double[]? a = x > 0 ? new[] { x, 2 } : null; return (a?.Length ?? 5) + (a?[0] * x ?? -x); }", Numbers),
        Of("?. on an object", "public sealed class Node { public double V; public Node? Next; public void Scale(double f) => V *= f; } public static double M(double x) { var n = new Node { V = x }; n.Next?.Scale(2); n.Next = new Node { V = x * x }; n.Next?.Scale(3); return n.V + (n.Next?.V ?? 0) + (n.Next?.Next?.V ?? 1); }", Numbers),
        Of("?. on a nullable struct", "public readonly record struct P(double A, double B) { public double Sum => A + B; } public static double M(double x) { P? p = null; if (x > 0) p = new P(x, x * x); return (p?.Sum ?? 3) + (p?.A * x ?? -x); }", Numbers),
        Of("nothing behind ?. runs on null", "static double Fail(double v) => throw new InvalidOperationException(); public static double M(double x) { double[]? a = null; return a?[(int)Fail(x)] ?? x * x; }", Numbers),
    ];
}
