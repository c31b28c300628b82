using System;
using System.Collections.Generic;
using System.Linq;
using static LearnSharp.Generators.Tests.Frontend.ConstructCase;

namespace LearnSharp.Generators.Tests.Frontend;

internal static class SortingCases
{
    private static readonly object?[][] Arrays = [[new[] { 1.0, 2.5, -3.0, 0.5, 2.5, 4, 7, -1, 3 }], [Array.Empty<double>()], [new[] { 4.0 }], [new[] { 4.0, 1.0 }], [new[] { 3.0, 4.0, 1.0 }]];

    private static readonly object?[][] Long = [.. new[] { 16, 17, 40, 300 }.Select(static n => new object?[] { Enumerable.Range(0, n).Select(i => (i * 7919 % 31 * 0.25) - 1.9 + (i * 0.0001)).ToArray() })];

    // Zeros of both signs, and what is no number.
    private static readonly object?[][] Odd = [[new[] { 0.0, -0.0, 1, -0.0, 0.0, double.NaN, -1, double.NaN }], [new[] { 0.0, -0.0, 0.0 }], [new[] { 0.0, -0.0 }], [Enumerable.Range(0, 50).Select(static i => i % 3 == 0 ? -0.0 : i % 4 == 0 ? 0.0 : i % 5 == 0 ? double.NaN : i - 20).ToArray()]];

    private const string Signed = "var s = 0.0; foreach (var x in l) s = s * 0.5 + (double.IsNaN(x) ? 3 : 1 / x < 0 ? x - 2 : x + 2); return s;";

    public static IReadOnlyList<ConstructCase> All { get; } =
    [
        Case("list", "var l = a.ToList(); l.Sort(); var s = 0.0; foreach (var x in l) s = s * 0.7 + x; return s;", Long),
        Case("list with zeros and NaN", $"var l = a.ToList(); l.Sort(); {Signed}", Odd),
        Case("array with zeros and NaN", $"var l = a.ToArray(); Array.Sort(l); {Signed}", Odd),
        Case("list by a comparison", "var l = a.Select((x, i) => (X: Math.Floor(x), N: i)).ToList(); l.Sort((p, q) => p.X.CompareTo(q.X)); var s = 0.0; foreach (var (x, n) in l) s = s * 0.9 + (x + 1) * n * a[n]; return s;", [.. Arrays, .. Long]),
        Case("list downwards", "var l = a.ToList(); l.Sort((x, y) => y.CompareTo(x)); l.Sort(Comparer<double>.Create((x, y) => (x * x).CompareTo(y * y))); l.Sort(0, l.Count / 2, null); var s = 0.0; foreach (var x in l) s = s * 0.7 + x; return s;", [.. Arrays, .. Long]),
        Case("array by a comparison", "var b = a.Select((x, i) => (X: (int)(x * 2), N: i)).ToArray(); Array.Sort(b, (p, q) => q.X - p.X); var s = 0.0; foreach (var (x, n) in b) s = s * 0.9 + x * n + a[n]; return s;", [.. Arrays, .. Long]),
        Case("keys and items", "var keys = new int[a.Length]; for (var i = 0; i < a.Length; i++) keys[i] = i * 5 % 7; var items = a.ToArray(); Array.Sort(keys, items); var s = 0.0; for (var i = 0; i < a.Length; i++) s = s * 0.9 + keys[i] * items[i]; return s;", [.. Arrays, .. Long]),
        Case("keys with a slope and items", "var keys = a.Select(x => x * x).ToArray(); var items = a.Select((x, i) => x * i).ToArray(); Array.Sort(keys, items); var s = 0.0; for (var i = 0; i < a.Length; i++) s = s * 0.9 + keys[i] * items[i]; return s;", [.. Arrays, .. Long]),
        Case("too few items", "var items = new double[3]; Array.Sort(a.ToArray(), items); return items.Length;", Arrays),
        Case("span by a comparison", "Span<double> b = a.ToArray(); b.Sort((x, y) => y.CompareTo(x)); return b.Length > 1 ? b[0] * 2 + b[1] : 0;", Arrays),
        Case("where every pivot is bad", "const int n = 200; var gas = n; var solid = 0; var last = 0; var values = new int[n]; Array.Fill(values, gas); int Compare(int p, int q) { if (values[p] == gas && values[q] == gas) { if (p == last) values[p] = solid++; else values[q] = solid++; } if (values[p] == gas) last = p; else if (values[q] == gas) last = q; return values[p] - values[q]; } var l = Enumerable.Range(0, n).ToList(); l.Sort((p, q) => Compare(p, q)); var s = 0.0; foreach (var i in l) s = s * 0.97 + i * (i < a.Length ? a[i] : 1); return s;", Arrays),
        Case("searches in arrays", "var at = Array.FindIndex(a, x => x > 2); var s = (at < 0 ? 0 : a[at]) + Array.IndexOf(a, 2.5) * 10 + Array.LastIndexOf(a, 2.5) * 100 + Array.FindLastIndex(a, x => x < 0); if (Array.Exists(a, x => x > 6)) s += Array.Find(a, x => x > 6) * 3; return s + Array.FindLast(a, x => x < 3) + (Array.TrueForAll(a, x => x < 5) ? 0.5 : 0);", Arrays),
        Case("arrays made of arrays", "var b = Array.ConvertAll(a, x => x * x); Array.ForEach(b, x => b[0] += x); var c = Array.FindAll(b, x => x > 3); Array.Resize(ref c, c.Length + 2); c[^1] = 7; Array.Resize(ref b, b.Length / 2); return c.Sum() * 2 + b.Sum();", Arrays.Take(1).Concat(Arrays.Skip(2))),
        Case("binary search", "var b = a.ToArray(); Array.Sort(b); var l = b.ToList(); return Array.BinarySearch(b, 2.5) * 100 + l.BinarySearch(2.0) * 10 + l.BinarySearch(100) + Array.BinarySearch(b, -100.0) + a.Length;", Arrays),
        Case("searches in lists", "var l = a.ToList(); var s = l.Find(x => x > 2) * 2 + l.FindLast(x => x > 2) + l.FindIndex(x => x < 0) * 10 + l.FindLastIndex(x => x < 0) * 100 + l.LastIndexOf(2.5); var big = l.FindAll(x => x > 1); var squares = big.ConvertAll(x => x * x); return s + squares.Sum() + big.Count;", Arrays),
        Case("parts of lists", "var l = a.ToList(); l.InsertRange(l.Count / 2, a.Select(x => x * 2)); l.InsertRange(0, l); l.RemoveRange(l.Count / 3, l.Count / 4); l.Reverse(l.Count / 3, l.Count / 3); var b = new double[l.Count + 1]; l.CopyTo(b, 1); var s = 0.0; foreach (var x in b) s = s * 0.8 + x; return s;", Arrays),
        Case("a part that is not there", "var l = a.ToList(); l.RemoveRange(1, 3); return l.Sum();", Arrays),
        Case("comparing numbers", "var n = 0; for (var i = 1; i < a.Length; i++) n = n * 3 + a[i].CompareTo(a[i - 1]) + Comparer<double>.Default.Compare(a[i - 1], a[0]) + i.CompareTo(2) + (a[i] > 0).CompareTo(true); return n;", [.. Arrays, Odd[0]]),
    ];

    private static ConstructCase Case(string name, string body, IEnumerable<object?[]> arguments) => Of($"sort: {name}", $"public static double M(double[] a) {{ {body} }}", [.. arguments]);
}
