using System.Collections.Generic;
using static LearnSharp.Generators.Tests.Frontend.ConstructCase;

namespace LearnSharp.Generators.Tests.Frontend;

/// <summary>Functions that are elements of lists, dictionaries and arrays, or members of stored objects.</summary>
internal static class StoredFunctionCases
{
    private static readonly object?[][] Pairs = [[1.3, 0.8], [0.7, 1.9]];

    private static readonly object?[][] PairsCounted = [[1.3, 0.8, 2], [0.7, 1.9, 4]];

    public static IReadOnlyList<ConstructCase> All { get; } =
    [
        Of("functions in a list", "public static double M(double x, double y) { var fs = new List<Func<double, double>> { v => v * y, Math.Sin, v => v * v + x }; var r = x; foreach (var f in fs) r = f(r); return r + fs[0](y) + fs.Count; }", Pairs),
        Of("functions added to a list", "public static double M(double x, double y, int n) { var fs = new List<Func<double, double>>(); fs.Add(v => v * y); if (n > 2) fs.Add(Math.Cos); var r = x; for (var i = 0; i < fs.Count; i++) r = fs[i](r); return r; }", PairsCounted),
        Of("functions in a dictionary", "public static double M(double x, double y) { var ops = new Dictionary<string, Func<double, double, double>> { [\"+\"] = (a, b) => a + b, [\"*\"] = (a, b) => a * b, [\"-\"] = (a, b) => a - b, [\"/\"] = (a, b) => a / b }; var st = new Stack<double>(); foreach (var t in \"x y * x + y /\".Split(' ')) { if (t == \"x\") st.Push(x); else if (t == \"y\") st.Push(y); else { var b = st.Pop(); var a = st.Pop(); st.Push(ops[t](a, b)); } } return st.Pop(); }", Pairs),
        Of("closures from loop", "public static double M(double x, double y) { var fs = new List<Func<double, double>>(); for (var i = 1; i < 4; i++) { var k = i * y; fs.Add(v => v * k + 1); } return fs.Aggregate(x, (acc, f) => f(acc)); }", Pairs),
        Of("layers as functions list", "static Func<double, double> Dense(double w, double b) => v => Math.Tanh(w * v + b);\npublic static double M(double x, double y) { var net = new List<Func<double, double>> { Dense(x, 1), Dense(y, 2), v => 2 * v }; double h = 0.5; foreach (var l in net) h = l(h); return h; }", Pairs),
        Of("tuple list with function", "public static double M(double x, double y) { var fs = new (string name, Func<double, double> f)[] { (\"a\", Math.Sin), (\"b\", v => v * y) }; double s = 0; foreach (var (n, f) in fs) s += f(x) * n.Length; return s; }", Pairs),
        Of("functions chosen and stored", "public static double M(double x, double y, int n) { var fs = new List<Func<double, double>>(); for (var i = 0; i < n; i++) fs.Add(i % 2 == 0 ? v => v * y : Math.Cos); var s = x; foreach (var f in fs) s += f(s); return s; }", PairsCounted),
        Of("functions in objects", "public class Node { public Func<double, double> F = v => v; public Node? Next; public double W; }\npublic static double M(double x, double y, int n) { Node? head = null; for (var i = 1; i <= n; i++) { var k = i * 0.5; head = new Node { F = i == 2 ? Math.Sin : v => v * k + x, Next = head, W = y * i }; } var s = x; for (var p = head; p != null; p = p.Next) s = p.F(s) * p.W; return s; }", PairsCounted),
        Of("functions that share a variable", "public static double M(double x, double y) { var total = 0.0; var fs = new List<Action<double>> { v => total += v * x, v => total *= v, v => { if (v > 1) total -= y; } }; foreach (var f in fs) { f(y); f(x); } return total; }", Pairs),
        Of("functions with methods of objects", "public class Scale { public double K; public Scale(double k) { K = k; } public double Of(double v) => v * K; }\npublic static double M(double x, double y) { var ss = new[] { new Scale(x), new Scale(y), new Scale(2) }; var fs = new List<Func<double, double>>(); foreach (var s in ss) fs.Add(s.Of); ss[2].K = x * y; return fs.Select(f => f(x)).Sum() * fs[2](y); }", Pairs),
        Of("functions that take lists", "public static double M(double x, double y) { var fs = new Dictionary<string, Func<List<double>, double>> { [\"sum\"] = l => l.Sum(), [\"max\"] = l => l.Max(), [\"pop\"] = l => { var v = l[^1]; l.RemoveAt(l.Count - 1); return v; } }; var d = new List<double> { x, y, x * y }; var s = 0.0; foreach (var k in new[] { \"sum\", \"pop\", \"max\" }) s = s * 0.5 + fs[k](d); return s + d.Count; }", Pairs),
        Of("functions that are looked up", "public static double M(double x, double y) { var fs = new Dictionary<string, Func<double, double>> { [\"sq\"] = v => v * v }; return (fs.TryGetValue(\"sq\", out var f) ? f(x) : 0) + (fs.TryGetValue(\"no\", out var g) ? g(x) : y) + (fs.ContainsKey(\"sq\") ? x : 0); }", Pairs),
        Of("a function that is not there", "public static double M(double x, double y) { var fs = new Func<double, double>?[2]; fs[0] = v => v * y; return fs[0]!(x) + (fs[1] is { } f ? f(x) : y) + fs[1]!(x); }", Pairs),
        Of("functions stored in a table by an index", "public static double M(double x, double y, int n) { var fs = new Func<double, double>[3]; for (var i = 0; i < 3; i++) { var p = i + y; fs[i] = v => Math.Pow(v, p); } return fs[n % 3](x) + fs[0](y); }", PairsCounted),
        Of("functions of functions in a list", "public static double M(double x, double y) { static Func<double, double> Twice(Func<double, double> f) => v => f(f(v)); var fs = new List<Func<double, double>> { Math.Sin }; fs.Add(v => v * y); var s = 0.0; foreach (var f in fs) s += Twice(f)(x); return s; }", Pairs),
        Of("function given to an object when functions are in a list", "public class Ctr { public double V; public Func<double, double>? F; } public static double M(double x, double y) { var c = new Ctr { V = x }; var fs = new List<Func<double, double>>(); fs.Add(v => c.V += v); fs.Add(v => { c.V *= v; return c.V + v; }); c.F = v => v * c.V; var s = 0.0; for (var i = 0; i < 4; i++) s += fs[i % 2](y + i) * c.F(x); return s + c.V; }", [1.3, 0.7], [0.6, 1.9]),
    ];
}
