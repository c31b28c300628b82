using System.Collections.Generic;
using static LearnSharp.Generators.Tests.Frontend.ConstructCase;

namespace LearnSharp.Generators.Tests.Frontend;

/// <summary>Jumps forwards and back, out of loops and between the sections of a switch.</summary>
internal static class JumpCases
{
    private static readonly object?[][] Counts = [[1.5, 0], [1.5, 1], [1.5, 2], [1.5, 5]];

    public static IReadOnlyList<ConstructCase> All { get; } =
    [
        Of("variables behind several labels", "public static double M(double z, int n) { double s, t, u; int k; if (n == 0) goto End; if (n > 2) goto Second; u = z * z; if (u > 4) goto Second; return u; Second: u = z + 1; t = 0; if (z >= 1.5) goto Third; t = 2 - n; u = z + t; Third: s = 0.3 / u; for (k = 2; k <= 6; k++) { u *= s; if (Math.Abs(u) < 0.01) goto Fourth; s += u * k; } Fourth: if (t != 0) goto Fifth; u = Math.Log(z); return z * (u - 1) + s; Fifth: u = Math.Log(u); return s * u + t * z; End: return z * 3; }", [1.4, 1], [1.7, 0], [0.3, 2], [2.6, 5], [1.2, 2], [1.1, 0]),
        Of("goto case", "public static double M(double x, int n) { switch (n) { case 0: x *= 2; goto case 1; case 1: x += 3; goto default; case 2: return x; default: x *= x; break; } return x; }", Counts),
        Of("goto case behind a condition", "public static double M(double x, int n) { switch (n) { case 0: if (x > 1) goto case 2; return 1; case 2: x *= x; break; } return x; }", Counts),
        Of("goto case in a loop", "public static double M(double x, int n) { for (var i = 0; i < 3; i++) { switch (i + n) { case 0: continue; case 1: x *= 1.5; goto case 2; case 2: { var t = x * x; x += t; break; } } } return x; }", Counts),
        Of("goto out of nested loops", "public static double M(double x, int n) { var s = 0.0; for (var i = 0; i < 4; i++) { for (var j = 0; j < 4; j++) { s += x * j; if (i * j > n) goto done; } s *= 2; } s += 100; done: s += x; return s; }", Counts),
        Of("goto over declarations", "public static double M(double x, int n) { double y; if (n > 1) { y = x * x; goto end; } var z = x * 3; y = z; end: return y + x; }", Counts),
        Of("goto to two labels", "public static double M(double x, int n) { if (n == 0) goto first; if (n == 1) goto second; x *= 2; first: x += 1; second: x *= x; return x; }", Counts),
        Of("goto back", "public static double M(double x, int n) { var i = 0; again: x = x * 0.5 + 1; i++; if (i < n) goto again; return x; }", Counts),
        Of("goto back out of a loop", "public static double M(double x, int n) { var i = 0; double s = 0; top: for (var j = 0; j < 4; j++) { s += x * j; if (j == 2 && i < n) { i++; s *= 0.9; goto top; } } return s; }", Counts),
        Of("goto back and forwards", "public static double M(double x, int n) { var i = 0; var s = 1.0; next: if (i >= n) goto end; var t = x * i; i++; if (i % 2 == 0) goto next; s += t * s; goto next; end: s *= x; return s; }", Counts),
        Of("goto back from two places", "public static double M(double x, int n) { var s = x; { retry: s *= 0.7; if (s > 1) goto retry; n--; if (n > 0) { s += 1.3; goto retry; } } return s * x; }", Counts),
        Of("flag out of nested loops", "public static double M(double x, int n) { var found = false; var s = 0.0; for (var i = 0; i < 4 && !found; i++) for (var j = 0; j < 4; j++) { s += x * i * j; if (s > n) { found = true; break; } } return found ? s : -s; }", Counts),
        Of("goto over what an object is", "public class Tank(double level) { public double Level = level; public double[] Log = new double[2]; public void Pour(double v) { Level = Level * 0.5 + v; Log[1] = Level; } } public static double M(double x, int n) { var t = new Tank(x); if (n > 1) goto end; t.Pour(x * x); end: t.Pour(2 * x); return t.Level * t.Log[1]; }", Counts),
        Of("goto over another object", "public class Tank(double level) { public double Level = level; public void Pour(double v) => Level = Level * 0.5 + v; } public static double M(double x, int n) { var t = new Tank(x); if (n > 1) goto end; t = new Tank(x * x); end: t.Pour(x); return t.Level; }", Counts),
        Of("goto behind a query", "public static double M(double x, int n) { var a = new[] { x, 2 * x, 3 }; var q = a.Select(v => v * x); if (n > 1) goto end; a[1] = x * x; end: return q.Sum() * x; }", Counts),
        Of("goto behind an array of two dimensions", "public static double M(double x, int n) { double[,] g = { { x, 1 }, { 2, x * x } }; if (n > 1) goto end; g[1, 0] = x; end: g[0, 1] *= x; return g[0, 1] * g[1, 0] + g[1, 1]; }", Counts),
        Of("goto over an array of two dimensions that is made again", "public static double M(double x, int n) { if (n > 1) goto end; var g = new double[2, 2]; g[1, 1] = x; x += g[1, 1] * x; end: g = new double[1, 2]; g[0, 1] = x; return g[0, 1] * x; }", Counts),
    ];
}
