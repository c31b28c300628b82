using System;
using System.Collections.Generic;
using static LearnSharp.Generators.Tests.Frontend.ConstructCase;

namespace LearnSharp.Generators.Tests.Frontend;

internal static class SetCases
{
    private static readonly object?[][] Arrays = [[new[] { 1.0, 2.5, -3.0, 0.5, 2.5, 4, 7, -1, 3 }], [Array.Empty<double>()], [new[] { 4.0 }]];

    public static IReadOnlyList<ConstructCase> All { get; } =
    [
        Set("add and contains", "var seen = new HashSet<int>(); var s = 0.0; for (var i = 0; i < a.Length; i++) if (seen.Add(i * i % 5)) s += a[i] * seen.Count; return s + (seen.Contains(4) ? 1 : 0);"),
        Set("remove and clear", "var seen = new HashSet<string> { \"a\", \"b\" }; var s = 0.0; foreach (var x in a) { if (seen.Remove(\"a\")) s += x; else seen.Add(\"a\"); if (seen.Count > 3) seen.Clear(); } return s * seen.Count;"),
        Set("gone through", "var seen = new HashSet<int> { 7, 3 }; for (var i = 0; i < a.Length; i++) seen.Add(i % 4); seen.Remove(3); seen.Add(11); var s = 0.0; foreach (var n in seen) s = s * 0.5 + n; foreach (var x in a) s += x * seen.Sum(); return s;"),
        Set("of tuples", "var seen = new HashSet<(int, int)>(); var s = 0.0; for (var i = 0; i < a.Length; i++) if (!seen.Contains((i % 2, i % 3))) { seen.Add((i % 2, i % 3)); s += a[i]; } foreach (var (i, j) in seen) s += i * 3 + j; return s;"),
        Set("of numbers with a slope", "var set = new HashSet<double>(); foreach (var x in a) set.Add(x); var s = 0.0; foreach (var x in set) s += x * x; return s + set.Count + set.Max() * set.Sum();", [new[] { 1.0, 2.5, -3.0, 0.5, 2.5, 4 }], [new[] { 4.0 }]),
        Set("changed while gone through", "var seen = new HashSet<int> { 1, 2 }; var s = 0.0; foreach (var n in seen) { s += n; if (a.Length > 4) seen.Add(a.Length); } return s;"),
        Set("with and without", "var set = new HashSet<int> { 1, 2, 3 }; set.UnionWith(new[] { 3, 4, 5 }); set.ExceptWith(new List<int> { 1, 4 }); var s = 0.0; foreach (var x in a) s += x * set.Count; return s + set.Sum();"),
        Set("from a query", "var set = a.Where(x => x > 0).Select(x => (int)x).ToHashSet(); HashSet<int> more = [.. set, 100]; var copy = new HashSet<int>(more); return copy.Count + a.Sum() * set.Count;"),
        Set("sorted", "var set = new SortedSet<double>(a); var s = 0.0; foreach (var x in set) s = s * 0.5 + x; set.Remove(2.5); set.Add(9); return s + set.Min * set.Max + set.Count;"),
        Set("sorted ints", "var set = new SortedSet<int>(); for (var i = 0; i < a.Length; i++) set.Add(i * 7 % 5); var s = 0.0; foreach (var n in set) s = s * 0.5 + n * a[n % a.Length]; return s + set.Min + set.Max * 2;"),
        Set("sorted, changed while gone through", "var set = new SortedSet<int> { 1, 2, 3 }; var s = 0.0; foreach (var n in set) { s += n; if (n == a.Length % 4) set.Remove(2); } return s;"),
        Set("passed on", "var seen = new HashSet<int>(); var s = 0.0; foreach (var x in a) if (IsNew(seen, (int)x)) s += x; return s; } static bool IsNew(HashSet<int> seen, int n) { return seen.Add(n);"),
    ];

    private static ConstructCase Set(string name, string body, params object?[][] arguments) =>
        Of($"set: {name}", $"public static double M(double[] a) {{ {body} }}", arguments.Length == 0 ? Arrays : arguments);
}
