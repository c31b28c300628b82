using System;
using System.Collections.Generic;
using static LearnSharp.Generators.Tests.Frontend.ConstructCase;

namespace LearnSharp.Generators.Tests.Frontend;

internal static class LinqCases
{
    private static readonly object?[][] Arrays = [[new[] { 1.0, 2.5, -3.0, 0.5, 2.5 }], [Array.Empty<double>()], [new[] { 4.0 }]];
    private static readonly object?[][] Odd = [[new[] { 1.0, double.NaN, -3.0 }], [new[] { double.NaN, double.NaN }], [new[] { -0.0, 0.0 }], [new[] { 0.0, -0.0 }], [new[] { -0.0 }], [Array.Empty<double>()]];

    public static IReadOnlyList<ConstructCase> All { get; } = [.. Groups(), .. Sums(), .. Stages(), .. Orders(), .. Searches(), .. Evaluation()];

    private static ConstructCase Linq(string name, string source, params object?[][] arguments) => Of($"LINQ: {name}", source, arguments);

    private static IEnumerable<ConstructCase> Sums() =>
    [
        Linq("sum", "public static double M(double[] a) => a.Sum();", [.. Arrays, .. Odd]),
        Linq("sum with a selector", "public static double M(double[] a, double w) => a.Sum(x => w * x * x);", [new[] { 1.0, 2.5 }, 0.7]),
        Linq("sum of floats goes through double", "public static float M(float[] a) => a.Sum() + a.Select(x => x * 0.1f).Sum();", [new[] { 1e8f, 1.25f, -1e8f, 0.1f }]),
        Linq("sum of ints overflows", "public static int M(int[] a) => a.Sum();", [new[] { int.MaxValue, 1 }], [new[] { 3, 4 }]),
        Linq("sum of longs", "public static long M(int[] a) => a.Sum(x => (long)x);", [new[] { int.MaxValue, 1 }]),
        Linq("average", "public static double M(double[] a) => a.Average();", [.. Arrays, .. Odd]),
        Linq("average of what is computed", "public static double M(double[] a) => a.Select(x => x).Average() + a.Average(x => x * 2);", [.. Arrays, .. Odd]),
        Linq("average of what is filtered", "public static double M(double[] a) => a.Where(x => x < 9).Average();", [.. Arrays, .. Odd]),
        Linq("average of ints and floats", "public static double M(int[] n, float[] f) => n.Average() + f.Average();", [new[] { 1, 2, 4 }, new[] { 1f, 0.1f }]),
        Linq("min", "public static double M(double[] a) => 1 / a.Min();", [.. Arrays, .. Odd]),
        Linq("max", "public static double M(double[] a) => 1 / a.Max();", [.. Arrays, .. Odd]),
        Linq("min and max with selectors", "public static double M(double[] a) => a.Min(x => x * x) - a.Max(x => 3 * x + 1);", [.. Arrays, .. Odd]),
        Linq("min and max of ints", "public static int M(int[] a) => a.Min() * 100 + a.Max();", [new[] { 3, 1, 2 }], [Array.Empty<int>()]),
        Linq("min by and max by", "public static double M(double[] a) => a.MinBy(x => (x - 1) * (x - 1)) + 2 * a.MaxBy(x => x * x);", [.. Arrays, .. Odd]),
        Linq("aggregate", "public static double M(double[] a) => a.Aggregate((s, x) => s * 0.5 + x);", Arrays),
        Linq("aggregate from a seed", "public static double M(double[] a) => a.Aggregate(2.0, (s, x) => s * x + 1);", Arrays),
        Linq("aggregate with a result", "public static double M(double[] a) => a.Aggregate((Sum: 0.0, Count: 0), (s, x) => (s.Sum + x * s.Count, s.Count + 1), s => s.Sum / s.Count);", [new[] { 1.0, 2, 3 }]),
        Linq("count", "public static int M(double[] a) => a.Count() * 10 + a.Count(x => x > 0);", Arrays),
        Linq("any and all", "public static int M(double[] a) => (a.Any() ? 1 : 0) + (a.Any(x => x < 0) ? 2 : 0) + (a.All(x => x > 0) ? 4 : 0);", Arrays),
    ];

    private static IEnumerable<ConstructCase> Stages() =>
    [
        Linq("select and where", "public static double M(double[] a) => a.Where(x => x > 0).Select(x => x * x).Sum();", Arrays),
        Linq("select with the position", "public static double M(double[] a) => a.Select((x, i) => x * i).Where((y, i) => i != 1).Select((z, i) => z + i).Sum();", Arrays),
        Linq("method groups", "static double F(double x) => x * 3;\nstatic bool IsOn(double x) => x > 0;\npublic static double M(double[] a) => a.Where(IsOn).Select(F).Select(Math.Sqrt).Sum(Math.Abs);", Arrays),
        Linq("to array", "public static double[] M(double[] a) => a.Select(x => x + 1).ToArray();", Arrays),
        Linq("to array of what is filtered", "public static double[] M(double[] a) => a.Where(x => x > 0).ToArray();", Arrays),
        Linq("take and skip", "public static double[] M(double[] a) => a.Skip(1).Take(2).Concat(a.Take(-1)).Concat(a.Skip(-2)).ToArray();", Arrays),
        Linq("take and skip of what is filtered", "public static double[] M(double[] a) => a.Where(x => x > 0).Skip(1).Take(2).ToArray();", Arrays),
        Linq("take while and skip while", "public static double[] M(double[] a) => a.TakeWhile(x => x > 0).Concat(a.SkipWhile(x => x > 0)).Concat(a.TakeWhile((x, i) => i < 1)).ToArray();", Arrays),
        Linq("concat append prepend", "public static double[] M(double[] a) => a.Append(7).Prepend(8).Concat(a.Where(x => x > 1)).ToArray();", Arrays),
        Linq("zip to tuples", "public static double M(double[] a) => a.Zip(a.Skip(1)).Sum(p => p.First * p.Second);", Arrays),
        Linq("zip with a selector", "public static double M(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();", [new[] { 1.0, 2, 3 }, new[] { 0.5, 0.25 }], [new[] { 1.0 }, new[] { 0.5, 0.25 }]),
        Linq("zip of filtered sequences", "public static double M(double[] a, double[] b) => a.Where(x => x > 1).Zip(b.Where(y => y > 0.3).Take(2), (x, y) => x * y + x).Sum();",
            [new[] { 1.0, 2, 3, 4, 5 }, new[] { 0.5, 0.25, 0.75, 4 }], [new[] { 1.0, 2 }, new[] { 0.5, 0.25, 0.5 }], [Array.Empty<double>(), new[] { 0.5 }]),
        Linq("zip of three", "public static double M(double[] a, int[] n) => a.Zip(n, a.Reverse()).Sum(p => p.First * p.Second - p.Third);", [new[] { 1.0, 2, 3 }, new[] { 4, 5, 6 }]),
        Linq("select many", "public static double M(double[] a) => a.SelectMany((x) => a.Where(y => y > x)).Sum() + a.SelectMany(x => Enumerable.Repeat(x, 2), (x, y) => x * y).Sum();", Arrays),
        Linq("range and repeat", "public static double M(int n, double x) => Enumerable.Range(2, n).Sum(i => Math.Pow(x, i)) + Enumerable.Repeat(x, n).Sum();", [3, 0.5], [0, 0.5], [-1, 0.5]),
        Linq("range that ends too far", "public static int M(int n) => Enumerable.Range(n, 5).Count();", [3], [int.MaxValue]),
        Linq("reverse", "public static double[] M(double[] a) => Enumerable.Reverse(a).Where(x => x > 0).Reverse().Select((x, i) => x * i).ToArray();", Arrays),
        Linq("default if empty", "public static double M(double[] a) => a.Where(x => x > 2).DefaultIfEmpty(5).Sum() + a.DefaultIfEmpty().Max();", Arrays),
        Linq("distinct", "public static int M(int[] a) => a.Distinct().Sum() * 100 + a.DistinctBy(x => x % 2).Count();", [new[] { 3, 1, 3, 2, 1 }]),
        Linq("index", "public static double M(double[] a) => a.Index().Sum(p => p.Index * p.Item);", Arrays),
        Linq("anonymous types", "public static double M(double[] a) => a.Select((x, i) => new { x, Weight = i + 0.5 }).Where(p => p.Weight < 3).Select(p => new { Z = p.x * p.Weight }).Sum(q => q.Z);", Arrays),
        Linq("query syntax", "public static double M(double[] a) => (from x in a let y = x * x where y > 1 select y + x).Sum();", Arrays),
        Linq("query over two sources", "public static double M(double[] a) => (from x in a from y in a where x < y orderby y descending, x select x * y).First();", [new[] { 1.0, 2.5, -3.0 }]),
        Linq("foreach over a query", "public static double M(double[] a) { var s = 0.0; foreach (var x in a.Where(x => x != 2).Select(x => x * x)) { if (x > 8) break; if (x < 1) continue; s += x; } return s; }", Arrays),
        Linq("foreach over a range, taken apart", "public static double M(double[] a) { var s = 0.0; foreach (var (x, i) in a.Select((x, i) => (x, i))) s += x * i; foreach (var i in Enumerable.Range(0, 3)) s += i; return s; }", Arrays),
    ];

    private static IEnumerable<ConstructCase> Orders() =>
    [
        Linq("order by", "public static double[] M(double[] a) => a.OrderBy(x => x * x).ToArray();", [.. Arrays, .. Odd]),
        Linq("order by descending", "public static double[] M(double[] a) => a.OrderByDescending(x => -x).Select(x => 2 * x).ToArray();", [.. Arrays, .. Odd]),
        Linq("order", "public static double[] M(double[] a) => a.Order().Concat(a.OrderDescending()).ToArray();", [.. Arrays, .. Odd]),
        Linq("order by several keys", "public static double[] M(double[] a) => a.OrderBy(x => (int)(x / 10)).ThenByDescending(x => x % 3 == 0).ThenBy(x => -x).ToArray();",
            [new[] { 12.0, 15, 3, 9, 11, 18, 2, 27, 1 }]),
        Linq("order is stable", "public static double[] M(double[] a) => a.OrderBy(x => x > 5).ToArray();", [new[] { 12.0, 5, 3, 9, 1, 18, 2, 7, 1, 0, 8, 8, 6, 2, 19 }]),
        Linq("order by tuples and enums", "public enum Kind { B, A }\npublic static double[] M(double[] a) => a.OrderBy(x => (x < 3 ? Kind.A : Kind.B, -x)).ToArray();", [new[] { 12.0, 5, 3, 9, 1, 2 }]),
        Linq("first of the ordered", "public static double M(double[] a) => a.OrderBy(x => Math.Abs(x - 1.2)).First() + a.OrderBy(x => x).Take(2).Sum() + a.OrderBy(x => x).Last();", Arrays),
        Linq("median", "public static double M(double[] a) { var s = a.OrderBy(x => x).ToArray(); return s[s.Length / 2]; }", [new[] { 3.0, 1, 2 }]),
    ];

    private static IEnumerable<ConstructCase> Searches() =>
    [
        Linq("first and last", "public static double M(double[] a) => a.First() * 10 + a.Last();", Arrays),
        Linq("first and last that match", "public static double M(double[] a) => a.First(x => x > 2) * 10 + a.Last(x => x < 3);", Arrays),
        Linq("first and last or default", "public static double M(double[] a) => a.FirstOrDefault() + 10 * a.FirstOrDefault(x => x > 2, 7) + 100 * a.LastOrDefault() + 1000 * a.LastOrDefault(x => x < 0, -1);", Arrays),
        Linq("single", "public static double M(double[] a) => a.Single() + a.SingleOrDefault(x => x > 3);", [.. Arrays, [new[] { 1.0, 2 }]]),
        Linq("element at", "public static double M(double[] a, int i) => a.ElementAt(i) + a.Where(x => x > 0).ElementAt(i) + a.ElementAtOrDefault(i + 2);", [new[] { 1.0, 2, 3 }, 1], [new[] { 1.0, 2, 3 }, -1], [new[] { 1.0, -2, 3 }, 2]),
        Linq("contains", "public static int M(double[] a, double x) => (Enumerable.Contains(a, x) ? 1 : 0) + (a.Select(y => 2 * y).Contains(x) ? 2 : 0);", [new[] { 1.0, 2 }, 2.0], [new[] { double.NaN }, double.NaN], [new[] { 0.0 }, -0.0]),
        Linq("sequence equal", "public static int M(double[] a, double[] b) => a.Where(x => x > 0).SequenceEqual(b.Where(x => x > 0)) ? 1 : 0;", [new[] { 1.0, 2 }, new[] { 1.0, -1, 2 }], [new[] { 1.0, 2 }, new[] { 1.0 }], [new[] { 1.0 }, new[] { 1.0, 2 }], [new[] { 1.0 }, new[] { 3.0 }]),
    ];

    // What runs, how often and when.
    private static IEnumerable<ConstructCase> Evaluation() =>
    [
        Linq("elements flow one by one", "public static double M(double[] a) { var t = 1.0; var s = a.Select(x => { t = t * 2 + x; return t; }).Where(y => { t += 1; return y > 3; }).Sum(); return s + 1000 * t; }", Arrays),
        Linq("nothing is computed behind the last", "public static int M(double[] a) { var n = 0; var s = a.Where(x => { n++; return x > 0; }).Take(2).Sum(); return n; }", Arrays),
        Linq("a search ends at its hit", "public static int M(double[] a) { var n = 0; var b = a.Any(x => { n++; return x > 2; }); return n; }", Arrays),
        Linq("skipped elements are not selected", "public static int M(double[] a) { var n = 0; var s = a.Select(x => { n++; return x; }).Skip(2).Sum(); return n; }", Arrays),
        Linq("counting selects", "public static int M(double[] a) { var n = 0; var c = a.Select(x => { n++; return x; }).Count(); return n * 10 + c; }", Arrays),
        Linq("zip asks the first once more", "public static int M(double[] a) { var n = 0; var s = a.Select(x => { n++; return x; }).Zip(a.Take(2), (x, y) => x * y).Sum(); return n; }", Arrays),
        Linq("keys are computed once", "public static int M(double[] a) { var n = 0; var s = a.OrderBy(x => { n++; return x; }).ToArray(); return n + s.Length; }", [new[] { 1.0, 2.5, -3.0 }], [Array.Empty<double>()]),
        Linq("an exception in the middle", "public static double M(double[] a) => a.Select((x, i) => a[i + 1]).Sum();", Arrays),
        Linq("lambdas with loops and locals", "public static double M(double[] a) => a.Select(x => { var p = 1.0; for (var i = 0; i < 3; i++) { if (i == 1) continue; p *= x + i; } return p; }).Sum();", Arrays),
        Linq("lambdas in lambdas", "public static double M(double[] a) => a.Select(x => a.Where(y => y < x).Sum(y => y * x)).Sum();", Arrays),
    ];

    private static ConstructCase Grouped(string name, string body) => Of($"groups: {name}", $"public static double M(double[] a) {{ {body} }}", [new[] { 1.0, 2.5, -3.0, 0.5, 2.5, 4, 7, -1, 3 }], [Array.Empty<double>()], [new[] { 4.0 }]);

    private static IEnumerable<ConstructCase> Groups() =>
    [
        Grouped("union, except and intersect", "var n = new[] { 3, 1, 3, 2 }; var m = new[] { 2, 5, 2 }; return n.Union(m).Select((v, i) => v * (i + 1)).Sum() * a.Sum() + n.Except(m).Sum() * 10 + n.Intersect(m).Sum() * 100;"),
        Grouped("take and skip last", "return a.TakeLast(3).Select((x, i) => x * (i + 1)).Sum() + a.Where(x => x > 0).SkipLast(2).Sum() * 2 + a.TakeLast(-1).Count() + a.SkipLast(100).Count();"),
        Grouped("sums by a key", "return a.Select((x, i) => (X: x, K: i % 3)).GroupBy(p => p.K).Select(g => g.Sum(p => p.X * p.X) * (g.Key + 1) / g.Count()).Sum();"),
        Grouped("gone through", "var s = 0.0; foreach (var g in a.GroupBy(x => x > 1 ? \"high\" : \"low\")) { var t = 1.0; foreach (var x in g) t = t * 0.5 + x; s = s * 0.3 + t * g.Key.Length; } return s;"),
        Grouped("into a dictionary", "var d = a.GroupBy(x => x > 1).ToDictionary(g => g.Key, g => g.Average()); return d.GetValueOrDefault(true) * 2 + d.GetValueOrDefault(false);"),
        Grouped("with elements and results", "return a.Select((x, i) => (X: x, I: i)).GroupBy(p => (p.I % 2, p.I % 3 == 0), p => p.X * p.X, (k, xs) => (Key: k, Sum: xs.Sum() + xs.Last(), Count: xs.Count())).Where(g => g.Count > 0).OrderBy(g => g.Key).Sum(g => g.Sum * (g.Key.Item1 + 1));"),
        Grouped("in query syntax", "return (from x in a group x * 2 by x > 0 into g where g.Count() > 1 select g.Max() - g.Min()).Sum();"),
        Of("groups: by a number with a slope", "public static double M(double[] a) { return a.GroupBy(x => x * x).Select(g => g.Key * g.Count()).Sum(); }", [new[] { 1.0, 2.5, -3.0, 0.5 }]),
    ];
}
