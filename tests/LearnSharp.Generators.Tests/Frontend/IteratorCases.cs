using System.Collections.Generic;
using static LearnSharp.Generators.Tests.Frontend.ConstructCase;

namespace LearnSharp.Generators.Tests.Frontend;

/// <summary>Methods with <c>yield</c>: their code stands around what is done with each element.</summary>
internal static class IteratorCases
{
    private const string Steps = "static IEnumerable<double> Steps(double from, double by, int n) { for (var i = 0; i < n; i++) yield return from + by * i * i; } ";
    private static readonly object?[][] Two = [[1.5, 2.0], [-0.5, 0.7], [2.5, -1.5]];

    public static IReadOnlyList<ConstructCase> All { get; } =
    [
        Of("iterators over themselves", "static IEnumerable<double> Steps(IEnumerable<double> from, double k) { var n = 0; foreach (var v in from) { if (v > 9) break; if (n++ == 1) continue; yield return v * k; yield return v + n; } }\npublic static double M(double x, double y) { double[] a = [x, y, 2, 12, x]; var t = 0.0; foreach (var q in Steps(Steps(a, y), 0.5)) { if (q < -5) continue; t = t * 0.9 + q * q; if (t > 60) break; } return t + Steps(Steps(Steps(a, 2), x), 0.3).Sum(); }", [[2.5, -1.25], [0.4, 3.0]]),
        Of("foreach over an iterator", Steps + "public static double M(double x, double y) { var s = 0.0; foreach (var t in Steps(x, y, 4)) s += t * t; return s; }", Two),
        Of("break and continue over an iterator", Steps + "public static double M(double x, double y) { var s = 0.0; foreach (var t in Steps(x, y, 6)) { if (t > 9) break; if (t < 0) continue; s += t * x; } return s; }", Two),
        Of("return out of an iterator's loop", Steps + "static double First(double x, double y) { foreach (var t in Steps(x, y, 6)) if (t * t > 4) return t * y; return -x; } public static double M(double x, double y) => First(x, y) + First(y, x);", Two),
        Of("iterator with several yields", "static IEnumerable<double> Ends(double a, double b) { yield return a; if (a > b) yield break; yield return b; yield return a * b; } public static double M(double x, double y) { var s = 1.0; foreach (var v in Ends(x, y)) s = s * 2 + v; return s; }", Two),
        Of("LINQ over an iterator", Steps + "public static double M(double x, double y) => Steps(x, y, 5).Where(v => v > 0).Select(v => v * v).Sum() + Steps(y, x, 3).ToArray()[2] + Steps(x, x, 3).Max();", Two),
        Of("iterator kept in a variable runs each time", "public static double M(double x, double y) { var k = x; IEnumerable<double> Twice() { yield return k; k *= 2; yield return k; } var q = Twice(); return q.Sum() + q.Sum() * y; }", Two),
        Of("arguments of an iterator are taken at once", Steps + "public static double M(double x, double y) { var q = Steps(x, y, 3); x = 7; return q.Sum() * x; }", Two),
        Of("iterator inside itself", Steps + "public static double M(double x, double y) { var s = 0.0; foreach (var a in Steps(x, 0.5, 3)) foreach (var b in Steps(a, y, 3)) { if (b > 6) break; s += a * b; } return s; }", Two),
        Of("iterator that leaves its own loop", "static IEnumerable<double> Until(double a, double most) { for (var i = 1; ; i++) { if (i % 3 == 0) continue; var v = a * i; if (v > most || i > 8) break; yield return v; } yield return a; } public static double M(double x, double y) { var s = 0.0; foreach (var a in Until(x, 6)) foreach (var b in Until(y, 4)) s += a * b; return s; }", Two),
        Of("iterator over an iterator", Steps + "static IEnumerable<double> Differences(IEnumerable<double> values) { var last = 0.0; var any = false; foreach (var v in values) { if (any) yield return v - last; (last, any) = (v, true); } } public static double M(double x, double y) => Differences(Steps(x, y, 4)).Select(v => v * v).Sum() + Differences(new[] { x, y, x * y }).Max();", Two),
        Of("iterator of tuples", "static IEnumerable<(int N, double V)> Powers(double x) { var v = 1.0; for (var n = 0; n < 4; n++) { yield return (n, v); v *= x; } } public static double M(double x) { var s = 0.0; foreach (var (n, v) in Powers(x)) s += n * v; return s; }", [1.5], [-0.5]),
        Of("iterator with finally", "public static double M(double x) { var open = 0.0; IEnumerable<double> Read() { try { yield return x; yield return x * x; } finally { open += x; } } foreach (var v in Read()) if (v > 1) break; return open * 10 + Read().Sum(); }", [1.5], [-0.5]),
        Of("generic iterator", "static IEnumerable<T> Every<T>(T[] a, int step) { for (var i = 0; i < a.Length; i += step) yield return a[i]; } public static double M(double[] a) => Every(a, 2).Sum() + Every(new[] { 1, 2, 3 }, 2).Sum();", [new[] { 2.0, -1.5, 3.0 }]),
    ];
}
