using System;
using System.Collections.Generic;
using static LearnSharp.Generators.Tests.Frontend.ConstructCase;

namespace LearnSharp.Generators.Tests.Frontend;

internal static class PriorityCases
{
    private static readonly object?[][] Arrays = [[new[] { 1.0, 2.5, -3.0, 0.5, 2.5, 4, 7, -1, 3 }], [Array.Empty<double>()], [new[] { 4.0 }]];

    public static IReadOnlyList<ConstructCase> All { get; } =
    [
        Queue("by a number with a slope", "var q = new PriorityQueue<int, double>(); for (var i = 0; i < a.Length; i++) q.Enqueue(i, a[i] * a[i]); var s = 0.0; while (q.TryDequeue(out var i, out var p)) s = s * 0.5 + p * (i + 1); return s;"),
        Queue("of numbers with a slope", "var q = new PriorityQueue<double, int>(); for (var i = 0; i < a.Length; i++) { q.Enqueue(a[i], i * 7 % 5); if (q.Count > 3) q.Enqueue(q.Dequeue() * q.Peek(), i); } var s = 0.0; while (q.Count > 0) s = s * 0.5 + q.Dequeue(); return s;"),
        Queue("of tuples, by tuples", "var q = new PriorityQueue<(double X, int N), (int, double)>(); for (var i = 0; i < a.Length; i++) q.Enqueue((a[i], i), (i % 2, a[i])); var s = 0.0; while (q.TryDequeue(out var e, out var p)) s = s * 0.5 + e.X * p.Item2 + e.N; return s;"),
        Queue("in and out at once", "var q = new PriorityQueue<double, double>(); var s = 0.0; foreach (var x in a) { if (q.Count < 3) q.Enqueue(x * 2, x); else s = s * 0.5 + q.EnqueueDequeue(x * 3, -x); } return q.TryPeek(out var first, out _) ? s + first : s;"),
        Queue("cleared", "var q = new PriorityQueue<double, double>(4); var s = 0.0; foreach (var x in a) { q.Enqueue(x, x); if (q.Count == 3) { s += q.Dequeue() * q.Dequeue(); q.Clear(); } } return s + q.Count;"),
        Queue("nothing to take", "var q = new PriorityQueue<double, double>(); foreach (var x in a) q.Enqueue(x, x); return q.Dequeue() + q.Dequeue();"),
    ];

    private static ConstructCase Queue(string name, string body) => Of($"priority queue: {name}", $"public static double M(double[] a) {{ {body} }}", Arrays);
}
