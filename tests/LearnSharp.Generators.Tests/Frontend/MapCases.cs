using System;
using System.Collections.Generic;
using static LearnSharp.Generators.Tests.Frontend.ConstructCase;

namespace LearnSharp.Generators.Tests.Frontend;

internal static class MapCases
{
    private static readonly object?[][] Arrays = [[new[] { 1.0, 2.5, -3.0, 0.5, 2.5, 4, 7, -1, 3 }], [Array.Empty<double>()], [new[] { 4.0 }]];

    public static IReadOnlyList<ConstructCase> All { get; } = [.. Entries(), .. KeyTypes(), .. Changes(), .. Parts(), .. Sharing(), .. Sorted(), .. Failures()];

    private static ConstructCase Map(string name, string body, params object?[][] arguments) =>
        Of($"dictionary: {name}", $"public static double M(double[] a) {{ {body} }}", arguments.Length == 0 ? Arrays : arguments);

    private static IEnumerable<ConstructCase> Entries() =>
    [
        Map("set and get", "var d = new Dictionary<int, double>(); for (var i = 0; i < a.Length; i++) d[i % 3] = a[i] * i; return d.Count > 2 ? d[0] * d[1] + d[2] : d.Count;"),
        Map("compound", "var d = new Dictionary<int, double> { [0] = 1, [1] = 2 }; for (var i = 0; i < a.Length; i++) { d[i % 2] += a[i]; d[1 - i % 2] *= 1.5; d[0]++; } return d[0] * d[1];"),
        Map("increment as a value", "var d = new Dictionary<string, double> { [\"n\"] = a.Length, [\"m\"] = 2 }; foreach (var x in a) d[\"m\"] = d[\"n\"]++ * x + ++d[\"m\"]; return d[\"n\"] * d[\"m\"];"),
        Map("try to get", "var d = new Dictionary<string, double>(); foreach (var x in a) { var key = x > 2 ? \"high\" : \"low\"; d.TryGetValue(key, out var sum); d[key] = sum + x * x; } return d.TryGetValue(\"high\", out var h) ? h * 2 : d.TryGetValue(\"low\", out _) ? -1 : h;"),
        Map("try to get where something else holds", "var d = new Dictionary<int, double> { [0] = 2 }; var s = 0.0; for (var i = 0; i < a.Length; i++) { if (a[i] > 0 && d.TryGetValue(i % 3, out var v) && v > 1) s += v * a[i]; d[i % 3] = a[i]; } return s;"),
        Map("contains and add", "var d = new Dictionary<string, double>(4); foreach (var x in a) { var key = x < 0 ? \"neg\" : \"pos\"; if (!d.ContainsKey(key)) d.Add(key, 0); d[key] += x * d.Count; } return d.Count == 2 ? d[\"neg\"] * d[\"pos\"] : d.Count;"),
        Map("try to add", "var d = new Dictionary<int, double>(); var n = 0; foreach (var x in a) if (d.TryAdd(n++ % 4, x * n)) n++; var s = 0.0; for (var i = 0; i < 4; i++) s += d.GetValueOrDefault(i) * (i + 1) + d.GetValueOrDefault(i, 0.5 * n); return s;"),
        Map("initializers", "var d = new Dictionary<string, double> { { \"a\", a.Length }, { \"b\", 2 } }; Dictionary<string, double> e = new(d) { [\"a\"] = 7, [\"c\"] = d[\"a\"] }; return e[\"a\"] + e[\"b\"] * e[\"c\"] + d[\"a\"];"),
        Map("assignments as values", "var d = new Dictionary<int, double>(); var s = 1.0; foreach (var x in a) s += d[0] = d[1] = x * s * 0.1; return d.Count > 0 ? s * d[0] : s;"),
        Map("growing while it is written", "var d = new Dictionary<int, double>(); double Put(int k, double x) { for (var i = 0; i < 9; i++) d[k + i] = x * i; return x; } foreach (var x in a) { d[3] = Put(0, x); d[3] += Put(2, x * 2); } return a.Length > 0 ? d[3] * d[4] : 0;"),
        Map("removed while it is written", "var d = new Dictionary<int, double> { [1] = 2 }; double Drop(double x) { d.Remove(1); return x; } foreach (var x in a) d[1] += Drop(x); return d[1];"),
        Map("of structs", "var d = new Dictionary<string, P>(); foreach (var x in a) { var k = x > 1 ? \"u\" : \"v\"; d[k] = d.TryGetValue(k, out var p) ? new(p.X + x, p.N + 1) : new(x, 1); } var s = 0.0; foreach (var (k, p) in d) s += p.X / p.N * k.Length; return s; } public readonly record struct P(double X, int N); static double Nothing() { return 0;"),
        Map("of tuples", "var d = new Dictionary<int, (double Sum, int Count)>(); foreach (var x in a) { var k = x > 2 ? 1 : 0; var (sum, count) = d.GetValueOrDefault(k); d[k] = (sum + x * x, count + 1); } return d.Sum(e => e.Value.Sum / e.Value.Count * (e.Key + 1));"),
        Map("of ints", "var d = new Dictionary<int, int>(); foreach (var x in a) { d.TryGetValue((int)x, out var n); d[(int)x] = n + 1; } var s = 0.0; foreach (var x in a) s += x * d[(int)x]; return s;"),
        Map("of arrays", "var d = new Dictionary<string, double[]> { [\"u\"] = new double[2], [\"v\"] = new double[3] }; foreach (var x in a) { d[\"u\"][0] += x; d[\"v\"][2] += x * d[\"u\"][0]; } return d[\"u\"][0] * 2 + d[\"v\"].Sum();"),
        Map("of texts", "var d = new Dictionary<string, string> { [\"a\"] = \"b\" }; d[\"b\"] = d[\"a\"] + \"c\"; var s = 0.0; foreach (var x in a) s += x * d[\"b\"].Length; return s;"),
    ];

    private static IEnumerable<ConstructCase> KeyTypes() =>
    [
        Map("keys of enums, chars, bools and longs", "var e = new Dictionary<DayOfWeek, double>(); var c = new Dictionary<char, double>(); var b = new Dictionary<bool, double>(); var l = new Dictionary<long, double>(); for (var i = 0; i < a.Length; i++) { e[(DayOfWeek)(i % 3)] = a[i]; c[\"abc\"[i % 3]] = a[i] * 2; b[a[i] > 0] = a[i] * 3; l[1L << i] = a[i] * 4; } return a.Length > 0 ? e[DayOfWeek.Sunday] + c['a'] * b[true] + l[1] : 0;"),
        Map("keys of tuples", "var d = new Dictionary<(int, int), double>(); for (var i = 0; i < a.Length; i++) { var key = (i % 2, i % 3); d[key] = d.GetValueOrDefault(key) + a[i]; } var s = 0.0; foreach (var ((i, j), v) in d) s += (i * 3 + j) * v * v; return s;"),
        Map("keys of records", "var d = new Dictionary<K, double>(); for (var i = 0; i < a.Length; i++) d[new(i % 2, \"k\" + i % 3)] = a[i]; var s = 0.0; foreach (var e in d) s += e.Key.I * e.Value + e.Key.Name.Length; return s; } public readonly record struct K(int I, string Name); static double Nothing() { return 0;"),
        Map("keys of numbers with a slope", "var d = new Dictionary<double, double>(); foreach (var x in a) d[x] = d.GetValueOrDefault(x) + x * x; var s = 0.0; foreach (var (k, v) in d) s += k * v; return s + d.Keys.Sum();"),
        Map("a comparer", "var d = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase) { [\"A\"] = 1 }; foreach (var x in a) d[\"a\"] += x; return d[\"A\"] * d.Count;"),
    ];

    private static IEnumerable<ConstructCase> Changes() =>
    [
        Map("remove", "var d = new Dictionary<int, double>(); for (var i = 0; i < a.Length; i++) { d[i] = a[i]; if (i % 3 == 2 && d.Remove(i - 1)) d[i] *= 2; } return d.Values.Sum() + d.Count;"),
        Map("remove with the value", "var d = new Dictionary<int, double>(); for (var i = 0; i < a.Length; i++) d[i] = a[i] * a[i]; var s = d.Remove(1, out var one) ? one * 3 : 5; s += d.Remove(1, out one) ? 7 : one; return s + d.Count;"),
        Map("clear", "var d = new Dictionary<int, double>(); var s = 0.0; foreach (var x in a) { d[d.Count] = x * x; if (d.Count == 3) { s += d[0] * d[1] + d[2]; d.Clear(); } } return s + d.Count;"),
        Map("order with removals", "var d = new Dictionary<int, double>(); for (var i = 0; i < a.Length; i++) d[i] = a[i]; d.Remove(2); d.Remove(0); d[20] = 2; d[21] = 3; d[22] = 4; var s = 0.0; foreach (var (k, v) in d) s = s * 0.7 + k * v; return s;"),
        Map("overwritten while gone through", "var d = new Dictionary<int, double>(); for (var i = 0; i < a.Length; i++) d[i] = a[i]; var s = 0.0; foreach (var (k, v) in d) { d[0] = s; s += v * (k + 1); } return a.Length > 0 ? s + d[0] : s;"),
        Map("changed while gone through", "var d = new Dictionary<int, double>(); for (var i = 0; i < a.Length; i++) d[i] = a[i]; var s = 0.0; foreach (var (k, v) in d) { s += v; if (v > 4) d[k + 100] = v; } return s;"),
        Map("changed and left", "var d = new Dictionary<int, double>(); for (var i = 0; i < a.Length; i++) d[i] = a[i]; foreach (var k in d.Keys) { if (k == 3) { d.Add(99, 5); break; } } return d.Values.Sum();"),
        Map("taken from by a copy of its keys", "var d = new Dictionary<int, double>(); for (var i = 0; i < a.Length; i++) d[i] = a[i]; foreach (var k in d.Keys.ToArray()) if (d[k] < 1) d.Remove(k); return d.Values.Sum() * d.Count;"),
    ];

    private static IEnumerable<ConstructCase> Parts() =>
    [
        Map("entries", "var d = Numbered(a); var s = 0.0; foreach (KeyValuePair<int, double> e in d) s += e.Key * e.Value; foreach (var (k, v) in d) s += k + v * v; return s; } static Dictionary<int, double> Numbered(double[] a) { var d = new Dictionary<int, double>(); for (var i = 0; i < a.Length; i++) d.Add(i, a[i]); return d;"),
        Map("keys and values", "var d = new Dictionary<string, double>(); foreach (var x in a) d[x > 1 ? \"big\" : \"small\"] = x; var s = 0.0; foreach (var k in d.Keys) s += k.Length; foreach (var v in d.Values) s += v * v; var keys = d.Keys; return s + keys.Count * d.Values.Count + (d.Keys.Contains(\"big\") ? 1 : 0);"),
        Map("queries", "var d = new Dictionary<int, double>(); for (var i = 0; i < a.Length; i++) d[i] = a[i]; return d.Where(e => e.Value > 0).Sum(e => e.Value * e.Key) + d.Values.Select(v => v * v).Sum() + d.Count(e => e.Key > 2) + (d.Any() ? d.OrderBy(e => e.Value).First().Key + d.Values.Max() + d.MaxBy(e => e.Value).Value : 0);"),
        Map("made from a query", "var d = a.Select((x, i) => (x, i)).ToDictionary(p => p.i, p => p.x * p.x); var e = d.Where(p => p.Key % 2 == 0).ToDictionary(p => p.Key, p => p.Value + 1); var f = e.ToDictionary(); return d.Values.Sum() + e.Sum(p => p.Key * p.Value) + f.Count;"),
        Map("texts of its keys in a list", "var d = new Dictionary<string, double>(); foreach (var x in a) d[x > 2 ? \"z\" : x > 0 ? \"y\" : \"x\"] = x; var keys = d.Keys.ToList(); keys.Sort(StringComparer.Ordinal); var s = 0.0; foreach (var k in keys) s = s * 0.5 + d[k]; return s + keys.Count;"),
        Map("keys of records with numbers", "var d = new Dictionary<K, double>(); foreach (var x in a) { var k = new K(x, d.Count % 2); d[k] = d.GetValueOrDefault(k) + x * x; } var s = 0.0; foreach (var (k, v) in d) s = s * 0.9 + k.X * v + k.N; return s; } public readonly record struct K(double X, int N); static double Nothing() { return 0;"),
        Map("sorted by hand", "var d = new Dictionary<string, double>(); foreach (var x in a) d[x > 2 ? \"z\" : x > 0 ? \"y\" : \"x\"] = x; var s = 0.0; foreach (var (k, v) in d.OrderBy(e => e.Key)) s = s * 0.5 + v; return s;"),
        Map("contains a value", "var d = new Dictionary<int, double>(); for (var i = 0; i < a.Length; i++) d[i] = a[i]; return d.ContainsValue(2.5) ? a[0] : a.Length;"),
        Map("entries made by hand", "var p = new KeyValuePair<int, double>(3, a.Length); var s = 0.0; foreach (var x in a) { p = new(p.Key + 1, p.Value * 0.5 + x); s += p.Value; } return s * p.Key;"),
    ];

    private static IEnumerable<ConstructCase> Sharing() =>
    [
        Map("passed on", "var d = new Dictionary<string, double>(); Count(d, a); Count(d, a); return Total(d) + Of(d, \"p\"); } static void Count(Dictionary<string, double> d, double[] a) { foreach (var x in a) { var k = x > 0 ? \"p\" : \"n\"; d[k] = d.GetValueOrDefault(k) + x; } }\nstatic double Total(IReadOnlyDictionary<string, double> d) { var s = 0.0; foreach (var (k, v) in d) s += v * k.Length; return s; }\nstatic double Of(IDictionary<string, double> d, string k) { return d.ContainsKey(k) ? d[k] : -1;"),
        Map("returned", "var d = Make(a); d[5] = 2; var e = Pick(a); return d.Values.Sum() + e.Count; } static Dictionary<int, double> Make(double[] a) { var d = new Dictionary<int, double>(); foreach (var x in a) d[d.Count] = x * x; return d; }\nstatic Dictionary<int, double> Pick(double[] a) { if (a.Length > 2) return Make(a); return new() { [1] = 2 };"),
        Map("captured", "var d = new Dictionary<int, double>(); void Put(int k, double x) => d[k] = d.GetValueOrDefault(k) * 2 + x; for (var i = 0; i < a.Length; i++) Put(i % 2, a[i]); return d.Values.Sum();"),
        Map("replaced", "var d = new Dictionary<int, double> { [0] = 1 }; foreach (var x in a) { var next = new Dictionary<int, double>(); foreach (var (k, v) in d) { next[k] = v * 0.5; next[k + 1] = x; } d = next; } return d.Sum(e => e.Key * e.Value);"),
        Map("one for each turn", "var s = 0.0; foreach (var x in a) { var d = new Dictionary<string, double> { [\"x\"] = x, [\"s\"] = s }; s += d[\"x\"] * 0.5 + d[\"s\"] * 0.1; } return s;"),
        Map("remembering what a recursion gave", "var known = new Dictionary<int, double>(); double At(int n) { if (n < 2) return a.Length > 2 ? a[n] : 1; if (known.TryGetValue(n, out var found)) return found; var made = At(n - 1) + At(n - 2) * 0.5; known[n] = made; return made; } return At(12) + known.Count;"),
        Map("in an object", "var t = new Tally(); foreach (var x in a) t.Add(x > 0, x); return t.Of(true) * t.Of(false); } public sealed class Tally { private readonly Dictionary<bool, double> _sums = new(); public void Add(bool k, double x) => _sums[k] = Of(k) + x; public double Of(bool k) => _sums.TryGetValue(k, out var s) ? s : 0.25; } static double Nothing() { return 0;"),
    ];

    private static IEnumerable<ConstructCase> Sorted() =>
    [
        Map("sorted dictionary", "var d = new SortedDictionary<string, double>(StringComparer.Ordinal); foreach (var x in a) { var k = x > 2 ? \"b\" : x > 0 ? \"a\" : \"c\"; d[k] = d.TryGetValue(k, out var v) ? v * 0.5 + x : x; } var s = 0.0; foreach (var (k, v) in d) s = s * 0.3 + v * v; return s + d.Count;"),
        Map("sorted dictionary by numbers", "var d = new SortedDictionary<double, double>(); foreach (var x in a) d[x] = x * x; d.Remove(2.5); var s = 0.0; foreach (var (k, v) in d) s = s * 0.3 + k * v; return d.Count > 0 ? s + d.First().Key * d.Values.Last() : s;"),
        Map("sorted dictionary written while gone through", "var d = new SortedDictionary<int, double>(); for (var i = 0; i < a.Length; i++) d[-i] = a[i]; var s = 0.0; foreach (var (k, v) in d) { s += v; if (v > 6) d[0] = 1; } return s;"),
        Map("sorted list", "var d = new SortedList<int, double>(); for (var i = 0; i < a.Length; i++) d[(i * 5) % 7] = a[i]; if (d.Count == 0) return 0; var s = d.Values[0] * 2 + d.Keys[d.Count - 1] + d.GetValueAtIndex(0) * d.GetKeyAtIndex(0) + d.IndexOfKey(0); d.RemoveAt(0); foreach (var (k, v) in d) s += k * v; return s;"),
        Map("sorted list index out of range", "var d = new SortedList<int, double> { [1] = 2 }; return d.Values[a.Length];"),
    ];

    private static IEnumerable<ConstructCase> Failures() =>
    [
        Map("a key that is not there", "var d = new Dictionary<string, double> { [\"a\"] = 1 }; return a.Length > 3 ? d[\"b\"] : d[\"a\"];"),
        Map("a key that is not there to be added to", "var d = new Dictionary<int, double>(); for (var i = 0; i < a.Length; i++) d[i] += a[i]; return d.Count;"),
        Map("a key that is there already", "var d = new Dictionary<int, double>(); foreach (var x in a) d.Add(x > 2 ? 1 : 2, x); return d.Count;"),
        Map("a key that is there already in a query", "return a.ToDictionary(x => x > 2).Count;"),
        Map("no key", "var d = new Dictionary<string, double>(); string? k = a.Length > 3 ? null : \"k\"; d[k!] = 2; return d.Count;"),
        Map("a capacity below zero", "var d = new Dictionary<int, double>(3 - a.Length); return d.Count;"),
    ];
}
