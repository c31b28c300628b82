using System.Collections.Generic;
using static LearnSharp.Generators.Tests.Frontend.ConstructCase;

namespace LearnSharp.Generators.Tests.Frontend;

/// <summary>Methods and indexers that return references, and code without source that only looks at a value or gives something back through <c>out</c>.</summary>
internal static class ReferenceCases
{
    private static readonly object?[][] Two = [[1.5, 2.0], [-0.5, 0.7], [2.5, -1.5]];

    public static IReadOnlyList<ConstructCase> All { get; } =
    [
        Of("method that returns a reference", "static ref double Slot(double[] a, int i) => ref a[i % a.Length]; public static double M(double x, double y) { var a = new[] { x, y, 1 }; Slot(a, 7) *= x; ref var s = ref Slot(a, 0); s += y; s *= s; Slot(a, 2)++; return a[0] + a[1] * 2 + a[2] * Slot(a, 4); }", Two),
        Of("indexer that returns a reference", "public class Grid(int w, int h) { private readonly double[] _c = new double[w * h]; public ref double this[int i, int j] => ref _c[j * w + i]; } public static double M(double x, double y) { var g = new Grid(2, 2); g[0, 1] = x; g[1, 1] += y; g[0, 1] *= g[1, 1]; ref var c = ref g[1, 0]; c = g[0, 1] + 2; return g[1, 0] * g[0, 1] + c; }", Two),
        Of("reference to a variable handed back", "static ref double Same(ref double v) => ref v; public static double M(double x, double y) { Same(ref x) *= y; return x * Same(ref y); }", Two),
        Of("guards that throw", "public static double M(double[] a, double x) { ArgumentNullException.ThrowIfNull(a); ArgumentOutOfRangeException.ThrowIfNegative(x); ArgumentOutOfRangeException.ThrowIfGreaterThan(a[0], 5.0); ObjectDisposedException.ThrowIf(a.Length == 0, typeof(double)); return a[0] * x; }", [new[] { 2.0 }, 1.5], [new[] { 2.0 }, -1.5], [new[] { 7.0 }, 1.5]),
        Of("TryParse", "public static double M(double x, string s) { double sum = 0; foreach (var part in s.Split(',')) { if (!double.TryParse(part, System.Globalization.CultureInfo.InvariantCulture, out var v)) throw new FormatException($\"bad {part}\"); sum += v * x; } return int.TryParse(s, out _) ? sum : sum * x; }", [1.5, "1,2.5"], [1.5, "3"], [1.5, "1,x"]),
        Of("TryGetValue of a table", "public static readonly Dictionary<string, double> Rates = new() { [\"de\"] = 0.19, [\"fr\"] = 0.2 }; public static double M(double x, string s) => Rates.TryGetValue(s, out var rate) ? x * (1 + rate) : x * x;", [1.5, "de"], [1.5, "it"]),
        Of("small numbers that change in a loop", "public static double M(double[] a) { var s = 1.0; byte b = 0; for (uint i = 0; i < 3; i++) { s += a[(int)i % a.Length] * s * b; b += 2; } return s; }", [new[] { 2.0, -1.5 }]),
        Of("text that changes in a loop", "public static double M(double x, string s) { var sum = x; while (s.Length > 0) { sum += Math.Sin(sum) * s.Length; s = s.Substring(1); } return sum; }", [1.5, "abc"]),
        Of("dates that change in a loop", "public static double M(double x, int n) { var day = new DateTime(2024, 1, 30); var s = x; for (var i = 0; i < n; i++) { s += s * s * day.Day / 100; day = day.AddDays(1); } return s; }", [0.5, 3]),
        Of("default code of an interface on a struct", "public interface IShape { double Area(); double Price(double k) => k * Area(); } public readonly record struct Disc(double R) : IShape { public double Area() => R * R; } static double Cost<T>(T s, double k) where T : IShape => s.Price(k); public static double M(double x, double y) => Cost(new Disc(x), y);", Two),
    ];
}
