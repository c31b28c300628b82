using System.Collections.Generic;
using static LearnSharp.Generators.Tests.Frontend.ConstructCase;

namespace LearnSharp.Generators.Tests.Frontend;

/// <summary>Records that hold data alone, where C# code takes them.</summary>
internal static class DataRecordCases
{
    public static IReadOnlyList<ConstructCase> All { get; } =
    [
        Of("record as a key", "public record Key(int I, string S); public static double M(double[] a) { var d = new Dictionary<Key, double>(); d[new Key(1, \"a\")] = a[0]; d[new(2, \"b\")] = a[1]; d[new(1, \"a\")] *= a[2]; return d[new(1, \"a\")] + d[new Key(2, \"b\")] * 2; }", [new[] { 1.5, 0.8, 2.2, 0.4, 1.7 }], [new[] { 0.9, 2.4, 1.2, 0.35, 0.65 }]),
        Of("record in a variable as a key", "public record Key(int I, string S); public static double M(double[] a) { var d = new Dictionary<Key, double>(); var k = new Key(1, \"a\"); d[k] = a[0]; d[k with { I = 2 }] = a[1]; foreach (var kv in d) a[2] += kv.Value * kv.Key.I; return d[new(1, \"a\")] + a[2] * (d.ContainsKey(k) ? 2 : 3) + k.I; }", [new[] { 1.5, 0.8, 2.2, 0.4, 1.7 }], [new[] { 0.9, 2.4, 1.2, 0.35, 0.65 }]),
        Of("records in a set", "public record Cell(int X, int Y); public static double M(double[] a) { var seen = new HashSet<Cell>(); var s = 0.0; for (var i = 0; i < a.Length; i++) if (seen.Add(new Cell(i % 2, i % 3))) s += a[i] * a[i]; return s * seen.Count; }", [new[] { 1.5, 0.8, 2.2, 0.4, 1.7 }], [new[] { 0.9, 2.4, 1.2, 0.35, 0.65 }]),
        Of("record as text", "public record Tag(string Name, int N); public static double M(double x, string s) { var t = new Tag(s, 3); return x * string.Concat(t, \"!\").Length + t.N; }", [1.3, "hello"], [0.6, "hello"]),
        Of("array of records of data", "public record Tag(string Name, int N); public static double M(double x) { var ts = new[] { new Tag(\"a\", 2), new Tag(\"bb\", 3) }; var s = 0.0; foreach (var t in ts) s += x * t.N * t.Name.Length; return s; }", [1.3], [0.6]),
        Of("tuple as a key", "public static double M(double[] a) { var d = new Dictionary<(int, int), double>(); for (var i = 0; i < a.Length; i++) d[(i % 2, i % 3)] = a[i] * a[i]; var s = 0.0; if (d.TryGetValue((0, 0), out var v)) s += v; if (d.ContainsKey((1, 1))) s += d[(1, 1)]; return s + d.GetValueOrDefault((9, 9), 2.0) + d.GetValueOrDefault((0, 2)); }", [new[] { 1.5, 0.8, 2.2, 0.4, 1.7 }], [new[] { 0.9, 2.4, 1.2, 0.35, 0.65 }]),
        Of("enum as a key", "public enum K { A, B, C } public static double M(double[] a) { var d = new Dictionary<K, double> { [K.A] = a[0], [K.B] = a[1] }; d[K.A] += a[2]; return d[K.A] * d[K.B] + (d.TryGetValue(K.C, out var q) ? q : 3); }", [new[] { 1.5, 0.8, 2.2, 0.4, 1.7 }], [new[] { 0.9, 2.4, 1.2, 0.35, 0.65 }]),
        Of("record struct as a key", "public readonly record struct Key(int I, string S); public static double M(double[] a) { var d = new Dictionary<Key, double>(); d[new Key(1, \"a\")] = a[0]; d[new(2, \"b\")] = a[1]; d[new(1, \"a\")] *= a[2]; return d[new(1, \"a\")] + d[new Key(2, \"b\")] * 2; }", [new[] { 1.5, 0.8, 2.2, 0.4, 1.7 }], [new[] { 0.9, 2.4, 1.2, 0.35, 0.65 }]),
        Of("keys compared without case", "public static double M(double[] a, string s) { var d = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase) { [\"x\"] = a[0], [s] = a[1] }; d[\"X\"] += 1; return d[\"x\"] * d[s.ToUpperInvariant()]; }", [new[] { 1.5, 0.8, 2.2, 0.4, 1.7 }, "hello"], [new[] { 0.9, 2.4, 1.2, 0.35, 0.65 }, "hello"]),
        Of("dictionary that remembers results", "public static double M(double x, int n) { var memo = new Dictionary<int, double>(); double F(int k) { if (k < 2) return x; if (memo.TryGetValue(k, out var v)) return v; var r = F(k - 1) * 0.5 + F(k - 2); memo[k] = r; return r; } return F(6); }", [1.3, 2], [0.6, 3]),
        Of("records as keys of lists", "public record Key(int A, string B); public static double M(double[] xs, double k) { var d = new Dictionary<Key, List<double>>(); for (var i = 0; i < xs.Length; i++) { var key = i % 2 == 0 ? new Key(0, \"e\") : new Key(1, \"o\"); if (!d.TryGetValue(key, out var l)) d[key] = l = new List<double>(); l.Add(xs[i] * k); l[0] *= 1.1; } var s = 0.0; foreach (var (key, l) in d) s += (key.A + 1) * l.Sum() * key.B.Length; return s + d[new(0, \"e\")][0]; }", [new[] { 1.5, 0.8, 2.2, 0.4, 1.7 }, 1.3], [new[] { 0.9, 2.4, 1.2, 0.35, 0.65 }, 0.6]),
    ];
}
