using System;
using System.Collections.Generic;
using static LearnSharp.Generators.Tests.Corpus.CorpusMethod;

namespace LearnSharp.Generators.Tests.Corpus;

/// <summary>Ways through a method.</summary>
internal static class NastyControl
{
    private const string Head = "[Learnable] public static double M(double[] xs, int n, [Weight] double a = 0.7) ";

    private static readonly object?[][] Runs =
        [[new[] { 0.3, 1.1, -0.4, 2.0, 0.8 }, 3, 0.7], [new[] { 2.5, -1.0 }, 7, 1.3], [Array.Empty<double>(), 0, 0.4], [new[] { -5.0, 0.1, 0.2, 0.3, 12.0, 0.5, 0.6 }, -2, 0.9]];

    public static IReadOnlyList<CorpusMethod> All { get; } =
    [
        Of("early return inside foreach in a switch", Head + "{ var s = a; switch (n) { case 3: foreach (var v in xs) { if (v < 0) return s * v; s += v * a; } break; case > 5: foreach (var v in xs) { s *= v; if (s > 1) break; } return s * s; default: foreach (var v in xs) { if (v > 10) continue; s += a * v; } break; } return s * 2; }", Runs),
        Of("continue with a step that has effects", Head + "{ var s = 0.0; var k = 0; for (var i = 0; i < n; i += ++k) { if (i % 2 == 1) continue; s += a * i + k; if (k > 4) break; } return s + k; }", Runs),
        Of("a step that carries derivatives", Head + "{ var s = 1.0; var y = a; for (var i = 0; i < xs.Length; i++, y *= a, s += y) { if (xs[i] < 0) continue; s *= xs[i] + y; if (xs[i] > 5) break; } return s * y; }", Runs),
        Of("endless loops that return", Head + "{ var s = a; var i = 0; while (true) { if (i >= xs.Length) return s; do { s += xs[i] * a; if (s > 3) return s * 3; } while (++i < xs.Length && xs[i] > 0); if (i > 4) break; } for (;;) { s *= a; if (s < 0.1) break; } return s; }", Runs),
        Of("do with continue", Head + "{ var i = 0; var s = 0.0; do { i++; if (i == 2) continue; s += a * i; if (s > 100) break; } while (i < n); return s * i; }", Runs),
        Of("nested breaks", Head + "{ var s = 0.0; for (var i = 0; i < xs.Length; i++) { for (var j = 0; j < xs.Length; j++) { if (j == i) continue; if (xs[j] > 1.9) break; s += xs[i] * xs[j] * a; while (s > 2) { s /= 2 + a; if (j > 2) return s + i; } } if (s < -1) return s * a; } return s; }", Runs),
        Of("conditions with effects", Head + "{ var i = 0; var s = a; while (i++ < n && (s *= a) > 0.01) s += i * 0.1; for (var j = n; j-- > 0;) s += j * a; return s + i; }", Runs),
        Of("locals are new in every turn", Head + "{ var s = 0.0; for (var i = 0; i < 3; i++) { var b = new double[2]; double t; if (i == 1) t = a; else t = 2 * a; b[i % 2] += t; s += b[0] * a + b[1]; var fresh = 0.0; fresh += s; s = fresh * 0.9; } return s; }", Runs),
        Of("the same name in sibling scopes", Head + "{ var s = 0.0; { var t = a; s += t; } { var t = a * 2; s += t * t; } for (var t = 0; t < n; t++) s += t * a; foreach (var t in xs) s += t * a; if (n > 0) { var q = a; s += q; } else { var q = 3 * a; s += q; } return s; }", Runs),
        Of("switches on strings and bools", "[Learnable] public static double M(string kind, bool flag, [Weight] double a = 0.7) { var s = 1.0; switch (kind) { case \"one\": s = a; break; case \"two\" when flag: s = 2 * a; break; case \"two\": s = 3 * a; break; case null: s = 5 * a; break; default: s = kind.Length * a; break; } return s * (flag switch { true => a, false => 2 }); }", ["one", true, 0.7], ["two", true, 0.7], ["two", false, 0.7], ["three", false, 0.7]),
        Of("guards with effects", Head + "{ var k = 0; var r = n switch { 3 when k++ > 0 => a, 3 when k++ > 0 => 2 * a, > 2 when ++k > 0 => 3 * a, _ => 4 * a }; switch (n) { case 7 when (k += 2) > 5: r *= a; break; case 7 when (r += a) > 1: r *= 3; break; default: r += k; break; } return r * k; }", Runs),
        Of("switch falls to a shared section", Head + "{ var r = a; switch (n) { case 3: case 7: r *= 2; if (r > 1) break; r += 1; break; case 0: r = 9; goto_like(); break; case int k when k < 0: r = k * a; break; } return r; static void goto_like() { } }", Runs),
        Of("switch expression with nothing that fits", Head + "=> n switch { 3 => a, 7 => a * 2, < 0 => a * 3 };", Runs),
        Of("throws in the middle of a loop", Head + "{ var s = a; foreach (var v in xs) { if (v < 0) throw new InvalidOperationException($\"at {n}\"); s += v * a; xs[0] = s; } return s; }", Runs),
        Of("throw expressions", Head + "{ var y = n > 0 ? a : n < 0 ? throw new ArgumentException(\"n\") : 2 * a; return y * (xs.Length > 2 ? xs[2] : throw new InvalidOperationException()); }", Runs),
        Of("index beyond the end after writes", Head + "{ for (var i = 0; i < 6; i++) xs[i] = a * i; return xs[n]; }", Runs),
        Of("zero trips", Head + "{ var s = a; for (var i = 5; i < 5; i++) s *= xs[i]; while (n < -100) s += xs[0]; foreach (var v in new double[0]) s += v; return s; }", Runs),
        Of("backwards", Head + "{ var s = 1.0; for (var i = xs.Length - 1; i >= 0; i -= 2) s = s * a + xs[i]; for (var i = n; i > -3; i--) s += a / (i * i + 1); return s; }", Runs),
        Of("flags", Head + "{ var found = false; var s = 0.0; for (var i = 0; i < xs.Length && !found; i++) { found = xs[i] * a > 1; if (!found) s += xs[i] * a; } return found ? s * a : s; }", Runs),
        Of("mutual recursion", "static double Even(double v, int k) => k <= 0 ? v : Odd(v * 1.1, k - 1) + v;\nstatic double Odd(double v, int k) { if (k <= 0) return -v; var t = Even(v * v * 0.1, k - 1); return t * v; }\n" + Head + "=> Even(a, n) + Odd(a * 2, 4);", Runs),
        Of("recursion over an array", "static double Sum(double[] b, int lo, int hi, double w) { if (hi - lo <= 0) return 0; if (hi - lo == 1) return b[lo] * w; var mid = (lo + hi) / 2; b[lo] *= w; return Sum(b, lo, mid, w) * w + Sum(b, mid, hi, w * 0.9); }\n" + Head + "=> Sum(xs, 0, xs.Length, a);", Runs),
        Of("constant conditions", Head + "{ const bool Debug = false; var s = a; if (Debug) s = 5; if (!Debug) s *= 2; while (Debug) s++; s += Debug ? 1 : a; if (true) return s + n; }", Runs),
        Of("empty statements", Head + "{ ; for (var i = 0; i < n; i++) ; while (n-- > 0) { } if (n > 0) ; else ; { } return a * n; }", Runs),
        Of("a switch inside a loop that continues and breaks", Head + "{ var s = 0.0; for (var i = 0; i < 8; i++) { switch (i % 4) { case 0: continue; case 1: s += a; break; case 2 when n > 2: s *= a; if (s > 5) return s; continue; default: if (i > 6) goto_out(); s += 0.5; break; } s += i * a; } return s; static void goto_out() { } }", Runs),
        Of("is with declarations", Head + "{ if (a * 2 is var d && d > 1) return d * a; return n is var k and > 2 ? k * a : -a; }", Runs),
        Of("random numbers are drawn once", "[Learnable] public static double M(int seed0, [Weight] double a = 0.7) { var r = new Random(seed0); var s = 0.0; for (var i = 0; i < 5; i++) { var v = r.NextDouble(); s = s * v * a + a * r.Next(3); if (v > 0.9) break; } return s; }", [4, 0.7], [9, 1.1]),
        Of("dates and text are passive", "[Learnable] public static double M(DateTime day, string name, [Weight] double a = 0.7) { var text = $\"{name}-{day.Year}\"; var weekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday; var span = (day - new DateTime(2020, 1, 1)).TotalDays; return (weekend ? a : 2 * a) * text.Length + (name == \"x\" ? a : 0) + span * a * 1e-3 + (name[0] - 'a') * a; }", [new System.DateTime(2026, 3, 7), "abc", 0.7], [new System.DateTime(2026, 3, 9), "x", 0.7]),
        Of("nullable passive values", "[Learnable] public static double M(double? y, int? k, [Weight] double a = 0.7) => (y ?? 2.0) * a + (k.HasValue ? k.Value * a : 1) + (y.HasValue ? y.Value : a) + (k == null ? a : 2 * a);", [1.5, 3, 0.7], [null, null, 0.7]),
        Of("decimal passive values", "[Learnable] public static double M(decimal price, [Weight] double a = 0.7) => (double)(price * 3m / 7m) * a + (price > 2m ? a : 2 * a);", [1.5m, 0.7], [10.1m, 0.7]),
        Of("a function chosen by branches, with what it captures", Head + "{ var k = a; Func<double, double> f = v => v * k; for (var i = 0; i < n; i++) { k += 0.1; if (i % 2 == 1) f = v => v + k * a; else if (i > 3) f = v => v * v; k = f(k) * 0.5; } return f(k); }", Runs),
        Of("functions in an array, called out of order", Head + "{ var k = 1; var fs = new Func<double, double>[] { v => v * a + k++, v => v - a, v => k * v }; var s = 0.0; for (var i = 0; i < 7; i++) s += fs[i * n % 3 < 0 ? 0 : i * n % 3](s + i); return s * k; }", Runs),
        Of("an iterator that is left early and has a finally", Head + "{ var log = a; IEnumerable<double> F(double v) { try { for (var i = 0; ; i++) { v *= 0.9; log += v; yield return v + i; } } finally { log *= 2; } } var s = 0.0; foreach (var v in F(a)) { s += v * log; if (v > n + 2) break; } return s * log; }", Runs),
        Of("out of code without source", Head + "{ if (!int.TryParse(\"3\", out var k) || int.TryParse(\"x\", out var none)) return a; return a * k + none * a; }", Runs),
    ];
}
