using System;
using System.Collections.Generic;
using static LearnSharp.Generators.Tests.Frontend.ConstructCase;

namespace LearnSharp.Generators.Tests.Frontend;

internal static class ListCases
{
    private static readonly object?[][] Arrays = [[new[] { 1.0, 2.5, -3.0, 0.5, 2.5, 4, 7, -1, 3 }], [Array.Empty<double>()], [new[] { 4.0 }]];

    public static IReadOnlyList<ConstructCase> All { get; } = [.. Lists(), .. Sharing(), .. Others()];

    private static ConstructCase List(string name, string body, params object?[][] arguments) => Of($"list: {name}", $"public static double M(double[] a) {{ {body} }}", arguments.Length == 0 ? Arrays : arguments);

    private static IEnumerable<ConstructCase> Lists() =>
    [
        List("add and index", "var l = new List<double>(); foreach (var x in a) { l.Add(x * x); l.Add(x); } var s = 0.0; for (var i = 0; i < l.Count; i++) s += l[i] * i; return s;"),
        List("write and compound", "var l = new List<double>(2); foreach (var x in a) l.Add(x); for (var i = 1; i < l.Count; i++) { l[i] *= l[i - 1]; l[i - 1] = l[i] + 1; l[i]++; } var s = 0.0; foreach (var x in l) s += x * x; return s;"),
        List("initializers", "var l = new List<double> { a.Length, 2.0, 3 }; List<double> m = [1, .. a, 5]; List<double> n = [.. l, .. m]; return l[2] + m[^1] * n.Sum();"),
        List("copies", "var l = new List<double>(a); var m = new List<double>(l); m.Add(7); l.AddRange(m); l.AddRange(l); return l.Sum() + 100 * l.Count;"),
        List("insert and remove", "var l = new List<double>(a); l.Insert(0, 9); l.Insert(l.Count, 8); l.Insert(1, 7); l.RemoveAt(0); var r = l.Remove(2.5) ? 1 : 2; var s = 0.0; for (var i = 0; i < l.Count; i++) s += l[i] * (i + 1); return s * r;"),
        List("remove all", "var l = a.ToList(); var n = l.RemoveAll(x => x < 1); l.Add(n); return l.Sum() * l.Count;"),
        List("clear and grow again", "var l = new List<double>(); for (var t = 0; t < 3; t++) { l.Clear(); foreach (var x in a) l.Add(x + t); } return l.Sum();"),
        List("sort and reverse", "var l = a.ToList(); l.Sort(); l.Reverse(); var s = 0.0; for (var i = 0; i < l.Count; i++) s = s * 0.5 + l[i]; return s;"),
        List("searches", "var l = a.ToList(); return l.IndexOf(2.5) + (l.Contains(4) ? 10 : 20) + (l.Exists(x => x < 0) ? 100 : 0) + (l.TrueForAll(x => x < 9) ? 1000 : 0) + a.Length;"),
        List("to array and for each", "var l = a.ToList(); var b = l.ToArray(); var s = 0.0; l.ForEach(x => s += x * b.Length); return s;"),
        List("queries over it", "var l = a.ToList(); var q = l.Where(x => x > 0); l.Add(5); return q.Sum() + l.Select((x, i) => x * i).Max() + l.OrderBy(x => x).First() + l.Average();"),
        List("index out of range", "var l = new List<double> { 1, 2 }; return l[a.Length];"),
        List("index before the start", "var l = new List<double> { 1, 2 }; l[a.Length - 1] = 2; return l[0];"),
        List("insert out of range", "var l = new List<double>(); l.Insert(a.Length, 2); return l[0];"),
        List("remove out of range", "var l = new List<double> { 1 }; l.RemoveAt(a.Length); return l.Count;"),
        List("average of an empty one", "return a.Where(x => x > 3).ToList().Average();"),
        List("changed while gone through", "var l = a.ToList(); var s = 0.0; foreach (var x in l) { s += x; if (x > 3) l.Add(1); } return s;"),
        List("changed and left", "var l = a.ToList(); foreach (var x in l) { if (x > 2) { l.Remove(x); break; } } return l.Sum();"),
        List("written while gone through", "var l = a.ToList(); foreach (var x in l) l[0] = 2; return l.Sum();"),
        List("right side that grows it", "var l = new List<double> { 1 }; double More(double x) { for (var i = 0; i < 9; i++) l.Add(x); return x; } l[0] = More(3); l[0] += More(4); return l[0] * 100 + l.Count + a.Length;"),
        List("of structs", "var l = new List<P>(); foreach (var x in a) l.Add(new(x, l.Count)); var s = 0.0; foreach (var (x, n) in l) s += x * n; return s + l.Sum(p => p.X); } public readonly record struct P(double X, int N); static double Nothing() { return 0;"),
        List("of ints and tuples", "var n = new List<int>(); var t = new List<(double X, int N)>(); foreach (var x in a) { n.Add(n.Count * 2); t.Add((x, n[^1])); } return t.Sum(p => p.X * p.N) + n.Sum();"),
        List("range of it", "var l = a.ToList(); return l.Count > 3 ? l.GetRange(1, 2).Sum() : l.GetRange(0, 2).Count;"),
    ];

    private static IEnumerable<ConstructCase> Sharing() =>
    [
        List("two names", "var l = new List<double>(); var m = l; foreach (var x in a) m.Add(x); l.Add(m.Count); return m.Sum() + l.Count;"),
        List("passed on", "var l = new List<double>(); Fill(l, a); Fill(l, a); return Total(l) + Total(a) + First(l, 3); } static void Fill(List<double> l, double[] a) { foreach (var x in a) l.Add(x * l.Count); }\nstatic double Total(IEnumerable<double> xs) { var s = 0.0; foreach (var x in xs) s += x * x; return s; }\nstatic double First(IReadOnlyList<double> l, double or) { return l.Count > 0 ? l[0] : or;"),
        List("returned", "var l = Squares(a); l.Add(1); var m = Pick(a, l.Count > 3); return l.Sum() * m.Count; } static List<double> Squares(double[] a) { var r = new List<double>(); foreach (var x in a) r.Add(x * x); return r; }\nstatic List<double> Pick(double[] a, bool all) { if (all) return a.ToList(); return [1.0, 2.0];"),
        List("captured", "var l = new List<double>(); void Put(double x) => l.Add(x * 2); foreach (var x in a) Put(x); Func<int, double> at = i => l[i]; return a.Length > 0 ? at(0) : -1;"),
        List("replaced in a loop", "var l = a.ToList(); for (var i = 0; i < 3; i++) l = l.Select(x => x * 0.5 + i).Where(x => x < 4).ToList(); return l.Sum();"),
        List("replaced on one path", "List<double> l; if (a.Length > 2) l = new(a); else l = [1.0]; l.Add(2); if (a.Length > 5) l = new(); l.Add(3); return l.Sum();"),
        List("one for each turn", "var s = 0.0; foreach (var x in a) { var l = new List<double> { x }; l.Add(s); s += l.Sum() * 0.5; } return s;"),
        List("an array seen as a list", "IReadOnlyList<double> l = a; IEnumerable<double> e = a; return l.Count > 1 ? l[1] * e.Sum() : l.Count;"),
    ];

    private static IEnumerable<ConstructCase> Others() =>
    [
        List("stack", "var t = new Stack<double>(); foreach (var x in a) { t.Push(x); if (t.Count > 2) t.Push(t.Pop() * t.Pop()); } var s = 0.0; foreach (var x in t) s = s * 0.5 + x; return s + t.Peek();"),
        List("stack that is tried", "var t = new Stack<double>(); foreach (var x in a) t.Push(x * x); var s = 1.0; while (t.TryPop(out var y)) s = s * 0.5 + y; return t.TryPeek(out var z) ? z : s + z;"),
        List("queue", "var q = new Queue<double>(); foreach (var x in a) { q.Enqueue(x); if (q.Count > 3) q.Enqueue(q.Dequeue() + q.Peek()); } var s = 0.0; foreach (var x in q) s = s * 0.5 + x; return s + q.Count;"),
        List("list of anonymous objects", "var g = a.Select((v, i) => new { Key = i % 2, V = v * v }).OrderBy(p => p.Key).ToList(); var s = 1.0; for (var i = 0; i < g.Count; i++) s = s * 0.5 + g[i].V; return s + g.Sum(p => p.V * p.Key);"),
        List("queue that is tried", "var q = new Queue<double>(a); var s = 0.0; while (q.TryDequeue(out var x)) { s += x * q.Count; if (x > 4 && x < 8) q.Enqueue(x - 4); } return s;"),
        List("empty queue throws", "var q = new Queue<double>(); foreach (var x in a) q.Enqueue(x); return q.Dequeue();"),
    ];
}
