using System.Collections.Generic;
using static LearnSharp.Generators.Tests.Frontend.ConstructCase;

namespace LearnSharp.Generators.Tests.Frontend;

/// <summary>Queries as they are written: lookups, joins, chunks, values by key.</summary>
internal static class QueryCases
{
    private static readonly object?[][] Pairs = [[1.3, 0.8], [0.7, 1.9]];

    private static readonly object?[][] Listed = [[1.3, new[] { 0.9, 1.7, 0.4, 2.1, 1.2 }], [0.6, new[] { 1.1, 0.35, 1.8, 0.75, 2.2 }]];

    public static IReadOnlyList<ConstructCase> All { get; } =
    [
        Of("query: lookup by key", "public static double M(double x, double[] xs) { var d = xs.Select((v, i) => (v, i)).ToLookup(p => p.i % 2, p => p.v * x); return d[0].Sum() * d[1].Count() + d[1].First(); }", Listed),
        Of("query: lookup gone through", "public static double M(double x, double[] xs) { var l = xs.Select((v, i) => (v, i)).ToLookup(p => p.i % 3, p => p.v * x); double s = 0; foreach (var g in l) s += g.Sum() * (g.Key + 1); return s + l[7].Sum() + l[1].Max() * l.Count + (l.Contains(2) ? x : 0) + (l.Contains(9) ? 1 : 0); }", Listed),
        Of("query: chunks", "public static double M(double x, double[] xs) { double s = 0; foreach (var c in xs.Chunk(2)) s += c.Sum() * c.Length * x; return s + xs.Chunk(3).Sum(c => c.Max()); }", Listed),
        Of("query: chunk of queries", "public static double M(double x, double[] xs) => xs.Where(v => v > 0.5).Select(v => v * x).Chunk(2).Select((c, i) => c.Sum() * (i + 1)).Sum() + xs.Chunk(10).First()[2] + xs.Chunk(2).Select(c => c[0]).Max();", Listed),
        Of("query: query join", "public static double M(double x, double[] xs) { var a = new[] { (id: 0, v: x), (id: 1, v: x * x) }; var b = new[] { (id: 1, w: 2.0), (id: 0, w: 3.0), (id: 1, w: 4.0) }; return (from p in a join q in b on p.id equals q.id select p.v * q.w).Sum(); }", Listed),
        Of("query: counted and aggregated by key", "public static double M(double x, double[] xs) { double s = 0; foreach (var kv in xs.CountBy(v => v > 1)) s += kv.Value * x; foreach (var kv in xs.AggregateBy(v => v > 1, 0.0, (a, v) => a + v * x)) s += kv.Value * (kv.Key ? 1 : 2); return s; }", Listed),
        Of("query: aggregate by with seed selector", "public static double M(double x, double[] xs) { double s = 0; foreach (var (k, v) in xs.Select((v, i) => (v, i)).AggregateBy(p => p.i % 2, k => k * x, (a, p) => a * 0.5 + p.v)) s += v * (k + 1); return s; }", Listed),
        Of("query: distinct numbers", "public static double M(double x, double y) => new[] { x, y, x, 2.0, 2.0 }.Distinct().Sum() * new[] { 1, 2, 2 }.Distinct().Count();", Pairs),
        Of("query: distinct of keys", "public static double M(double x, double[] xs) => xs.DistinctBy(v => (int)(v * 2)).Sum() * x + xs.Select(v => Math.Min(v, 1)).Distinct().Sum() + xs.Union(new[] { x, xs[0] }).Sum() + xs.Except(new[] { xs[1] }).Max();", Listed),
        Of("query: of type", "public abstract class Shape { } public class Sq : Shape { public double A; } public class Ci : Shape { public double R; }\npublic static double M(double x, double y) { var l = new List<Shape> { new Sq { A = x }, new Ci { R = y }, new Sq { A = x * y } }; return l.OfType<Sq>().Sum(s => s.A * s.A) + l.OfType<Ci>().First().R; }", Pairs),
        Of("query: sum of select of objects", "public record Item(string Name, double Price, int Count);\npublic static double M(double x, double y) { var items = new List<Item> { new(\"a\", x, 2), new(\"b\", y, 1), new(\"c\", x * y, 3) }; return items.Where(i => i.Count > 1).Sum(i => i.Price * i.Count) + items.GroupBy(i => i.Count > 1).Select(g => g.Max(i => i.Price)).Sum() + items.OrderBy(i => i.Price).Last().Price * items.Single(i => i.Name == \"b\").Price; }", Pairs),
        Of("query: all, any, contains, equal", "public static double M(double x, double[] xs) => (xs.All(v => v > 0) ? x : 1) * (xs.Any(v => v > 2) ? 2 : 3) * (new[] { 1, 2 }.Contains(2) ? x : 0) * (xs.SequenceEqual(xs) ? 1 : 0);", Listed),
        Of("query: groups to a dictionary", "public static double M(double x, double[] xs) { var d = xs.GroupBy(v => v > 1.2).ToDictionary(g => g.Key, g => g.Sum() * x); double s = 0; foreach (var kv in d) s += kv.Value * (kv.Key ? 2 : 1); return s; }", Listed),
        Of("query: query group", "public static double M(double x, double[] xs) { double s = 0; foreach (var g in from v in xs group v * x by v > 1) s += g.Sum() * (g.Key ? 3 : 1); return s; }", Listed),
        Of("query: anonymous types", "public static double M(double x, double[] xs) => xs.Select((v, i) => new { V = v * x, I = i }).Where(p => p.I % 2 == 0).OrderBy(p => p.V).Select(p => p.V * p.I).Sum();", Listed),
        Of("query: pairwise", "public static double M(double x, double[] xs) => xs.Zip(xs.Skip(1), (a, b) => (b - a) * (b - a) * x).Sum() + xs.Zip(xs).Sum(p => p.First * p.Second);", Listed),
        Of("query: softmax", "public static double M(double x, double[] xs) { var m = xs.Max(); var e = xs.Select(v => Math.Exp((v - m) * x)).ToList(); var t = e.Sum(); return e.Select(v => v / t).Select((p, i) => p * i).Sum(); }", Listed),
        Of("query: nested query sums", "public static double M(double x, double[] xs) => xs.Select((a, i) => xs.Where((b, j) => j < i).Select(b => (a - b) * x).Sum()).Sum(v => v * v);", Listed),
        Of("query: take, skip, while", "public static double M(double x, double[] xs) => xs.Take(3).Sum(v => v * x) + xs.Skip(2).Sum() * x + xs.TakeWhile(v => v < 1.5).Sum() + xs.SkipWhile(v => v < 1).Sum() * x + xs.Skip(1).Take(2).Sum() + xs.TakeLast(2).Sum() * 2;", Listed),
        Of("query: concat, append, prepend, reverse", "public static double M(double x, double[] xs) => xs.Concat(new[] { x }).Append(x * x).Prepend(2).Reverse().Select((v, i) => v * i).Sum();", Listed),
        Of("query: first, last, element at", "public static double M(double x, double[] xs) => xs.First() * x + xs.Last() + xs.First(v => v > 0.5) + xs.ElementAt(2) * x + xs.ElementAtOrDefault(20) + xs.FirstOrDefault(v => v > 100) + xs.LastOrDefault(v => v > 1) + xs.Select(v => v * x).Single(v => v == xs.Max() * x);", Listed),
    ];
}
