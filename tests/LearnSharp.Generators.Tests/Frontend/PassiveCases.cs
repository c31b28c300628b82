using System;
using System.Collections.Generic;
using static LearnSharp.Generators.Tests.Frontend.ConstructCase;

namespace LearnSharp.Generators.Tests.Frontend;

/// <summary>Values that the IR does not look into.</summary>
internal static class PassiveCases
{
    public static IReadOnlyList<ConstructCase> All { get; } =
    [
        Of("formattable strings", "public static double M(double x, double y) { if (x < -5) throw new ArgumentException(FormattableString.Invariant($\"bad x={x}, {y:F2}\")); FormattableString s = $\"none\"; return x * y * s.Format.Length; }", [1.5, 2.0], [-6.0, 2.0]),
        Of("elements of lists of text are set", "public static double M(double x, int n) { var names = new List<string> { \"a\", \"b\" }; names[n > 2 ? 0 : 1] = \"ccc\"; var s = 0.0; foreach (var name in names) s = s * 2 + name.Length * x; return s; }", [[2.5, 1], [-1.0, 4]]),
        Of("string length and comparison", "public static double M(double x, string s) => s == \"heavy\" ? x * 2 : x + s.Length;", [1.5, "heavy"], [1.5, "ab"]),
        Of("string members", "public static double M(double x, string s) => s.StartsWith(\"a\", StringComparison.Ordinal) && s[1] == 'b' ? x : s.ToUpperInvariant().IndexOf('Z');", [1.5, "abc"], [1.5, "xyz"]),
        Of("braces in strings", "public static double M(double x, string s) => s == \"{0}\" || s.Contains('}') ? x : s.Replace(\"{\", \"{0}{1}\").Length;", [1.5, "{0}"], [1.5, "a}"], [1.5, "a{"]),
        Of("parse", "public static double M(double x, string s) => x * double.Parse(s, System.Globalization.CultureInfo.InvariantCulture);", [1.5, "2.5"], [1.5, "q"]),
        Of("interpolated string", "public static int M(int n, string s) => $\"{s}: {n,5} {{}} {n:D3}\".Length;", [3, "ab"]),
        Of("text result", "public static string M(int n, string s) => $\"{s}={n}\" + s + n;", [3, "ab"]),
        Of("string concatenation in a loop", "public static int M(int n, string s) { var t = \"\"; for (var i = 0; i < n; i++) t += s; return t.Length; }", [3, "ab"]),
        Of("null string", "public static double M(double x, string? s) => s is null ? x : s.Length;", [1.5, null], [1.5, "abc"]),
        Of("null coalescing", "public static double M(double x, string? s) => x + (s ?? \"none\").Length;", [1.5, null], [1.5, "abc"]),
        Of("null coalescing throw", "public static double M(double x, string? s) { var t = s ?? throw new ArgumentNullException(nameof(s)); return x + t.Length; }", [1.5, null], [1.5, "abc"]),
        Of("DateTime", "public static double M(double x, DateTime day) => day.DayOfWeek == DayOfWeek.Sunday || day < new DateTime(2000, 1, 1) ? x * 2 : x + (day - new DateTime(2020, 1, 1)).TotalDays;", [1.5, new DateTime(2024, 3, 3)], [1.5, new DateTime(2024, 3, 4)], [1.5, new DateTime(1999, 3, 4)]),
        Of("nullable double", "public static double M(double x, double? y) => y.HasValue ? x * y.Value : x + (y ?? 3);", [1.5, 2.0], [1.5, null]),
        Of("decimal constants", "public static double M(double x, decimal d) => d * 2m > 3.5m ? x : x * (double)d;", [1.5, 1m], [1.5, 2m]),
        Of("char", "public static double M(double x, char c) => c >= '0' && c <= '9' ? x * (c - '0') : c is '{' ? 1 : x;", [1.5, '4'], [1.5, '{'], [1.5, 'a']),
        Of("byte and uint", "public static double M(double x, byte b) { uint u = 3; return x * b + (u + b); }", [1.5, (byte)7]),
        Of("readonly statics", "static readonly double Rate = 1.5; static readonly string Name = \"ab\"; static readonly int[] Steps = { 1, 2, 3 };\npublic static double M(double x, int n) => x * Rate2.Value + Steps2.All[n] + Steps2.All.Length;\n}\npublic static class Rate2 { public static readonly double Value = 2.5; }\npublic static class Steps2\n{\npublic static readonly double[] All = { 1, 2, 3 };", [1.5, 1]),
        Of("static table as a read-only span", "static double First(ReadOnlySpan<double> a) => a[0];\npublic static double M(double x) => x * First(Table.All);\n}\npublic static class Table\n{\npublic static readonly double[] All = { 4, 2, 3 };", [1.5]),
        Of("byte enum", "public enum Small : byte { A, B = 2 }\npublic static int M(int n) { var s = (Small)n; return s == Small.B ? (int)s : 7; }", [2], [258], [0]),
        Of("static table in a loop", "public static double M(double x) { var s = 0.0; foreach (var t in Table.All) s += t * x; var all = Table.All; return s + all[1]; }\n}\npublic static class Table\n{\npublic static readonly double[] All = { 1, 2, 3 };", [1.5]),
        Of("dictionary lookup", "public static double M(double x, string code) => Rates.All[code] * x + (Rates.All.ContainsKey(\"q\") ? 1 : 2);\n}\npublic static class Rates\n{\npublic static readonly Dictionary<string, double> All = new() { [\"a\"] = 2.5 };", [1.5, "a"], [1.5, "b"]),
        Of("object with properties", "public static double M(double x, string s) { var o = new Order(s, 3); return o.Total(x > 0) * x + o.Count + o.Name.Length; }\n}\npublic sealed class Order(string name, int count)\n{\npublic string Name => name; public int Count { get; } = count; public double Total(bool b) => b ? 2.5 : 1;", [1.5, "abc"]),
        Of("effects stay in order", "public static double M(double x) { var c = new Counter(); var a = c.Next() * 100 + c.Next() * 10 + c.Next(); c.Next(); return a * x + c.Next(); }\n}\npublic sealed class Counter\n{\nprivate int _n; public int Next() => ++_n;", [1.5]),
        Of("void call with passive arguments", "public static double M(double x) { Log.Write(\"a{0}\", 1); Log.Write(\"b\"); return x + Log.Count; }\n}\npublic static class Log\n{\npublic static int Count => 2; public static void Write(string f, params object[] more) => System.Diagnostics.Debug.WriteLine(f);", [1.5]),
        Of("text in exceptions", "public static double M(double x) => x > 0 ? x : throw new ArgumentException(\"x is \" + x + string.Format(\"{0:F1}\", x));", [1.5], [-1.5]),
        Of("int parse with text", "public static int M(string s) => int.Parse(s) + Convert.ToInt32(s) + string.Concat(s, \"b\").Length;", ["12"], ["z"]),
        Of("is null pattern on object", "public static int M(object? o) => o is null ? 1 : 2;", ["12"], [null]),
        Of("typeof", "public static int M(int n) => typeof(double).Name.Length + n;", [1]),
        Of("collections of text and what is in them from the start", "public static double M(double x, double y) { var names = new List<string> { \"a\", \"bb\" }; names.Add(\"ccc\"); var w = new Dictionary<string, int> { [\"a\"] = 2, [\"bb\"] = names.Count }; var v = new SortedDictionary<string, string> { { \"k\", \"v\" } }; IReadOnlyList<string> r = [\"x\", names[1]]; var s = 0.0; foreach (var n in names) s += x * n.Length * (w.TryGetValue(n, out var q) ? q : y); return s + v[\"k\"].Length * r[1].Length * y; }", [1.3, 0.7], [0.6, 1.9]),
        Of("sets, dates and pairs in collections", "public enum Kind { A, B } public static double M(double x, double y) { var set = new HashSet<string> { \"a\", \"b\" }; var ks = new List<Kind> { Kind.A, Kind.B }; var ds = new List<DateTime> { new(2024, 1, 1), new(2024, 2, 1) }; var ts = new List<(string N, int K)> { (\"a\", 1), (\"b\", 2) }; var s = 0.0; foreach (var (n, k) in ts) s += set.Contains(n) ? x * k : y; foreach (var k in ks) s += k == Kind.A ? x : y * y; return s + (ds[1] - ds[0]).Days * x + ts.Sum(t => t.K * y); }", [1.3, 0.7], [0.6, 1.9]),
    ];
}
