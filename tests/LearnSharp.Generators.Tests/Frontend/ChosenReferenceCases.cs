using System.Collections.Generic;
using static LearnSharp.Generators.Tests.Frontend.ConstructCase;

namespace LearnSharp.Generators.Tests.Frontend;

/// <summary>References that are to one of several variables or elements.</summary>
internal static class ChosenReferenceCases
{
    public static IReadOnlyList<ConstructCase> All { get; } =
    [
        Of("reference given another target", "public static double M(double[] a, double x) { ref var r = ref a[0]; r *= x; r = ref a[1]; r += x * x; return a[0] * a[1]; }", [new[] { 1.5, 0.8, 2.2, 0.4, 1.7 }, 1.3], [new[] { 0.9, 2.4, 1.2, 0.35, 0.65 }, 0.6]),
        Of("reference given another target in a loop", "public static double M(double[] a, double x) { ref var best = ref a[0]; for (var i = 1; i < a.Length; i++) if (a[i] > best) best = ref a[i]; best *= x; var s = 0.0; foreach (var v in a) s += v * v; return s; }", [new[] { 1.5, 0.8, 2.2, 0.4, 1.7 }, 1.3], [new[] { 0.9, 2.4, 1.2, 0.35, 0.65 }, 0.6]),
        Of("reference to one of two variables", "public static double M(double x, double y) { ref var m = ref (x > y ? ref x : ref y); m *= 3; return x * y; }", [1.3, 0.7], [0.6, 1.9]),
        Of("reference to one of two elements", "public static double M(double[] a, int n) { ref var m = ref (n > 2 ? ref a[0] : ref a[1]); m *= 3; return a[0] * a[1] * a[1]; }", [new[] { 1.5, 0.8, 2.2, 0.4, 1.7 }, 2], [new[] { 0.9, 2.4, 1.2, 0.35, 0.65 }, 3]),
        Of("chosen reference as an argument", "static void Twice(ref double v) => v *= 2; public static double M(double x, double y) { Twice(ref x > y ? ref x : ref y); return x * x + y; }", [1.3, 0.7], [0.6, 1.9]),
        Of("reference moved from one variable to another", "public static double M(double x, double y) { ref var r = ref x; r += 1; r = ref y; r *= 2; return x * y; }", [1.3, 0.7], [0.6, 1.9]),
        Of("reference that walks over an array", "public static double M(double[] a) { ref var p = ref a[0]; var s = 0.0; for (var i = 0; i < a.Length; i++) { p = ref a[i]; s += p * i; p = s; } return s + a[3]; }", [new[] { 1.5, 0.8, 2.2, 0.4, 1.7 }], [new[] { 0.9, 2.4, 1.2, 0.35, 0.65 }]),
        Of("store to one of two variables", "public static double M(double x, double y) { (x > y ? ref x : ref y) = 5 * x; return x * x + y; }", [1.3, 0.7], [0.6, 1.9]),
        Of("moved reference to structs in an array", "public struct P { public double X; private double _y; public void Up(double v) { _y += v; X *= _y; } } public static double M(double[] a, double x) { var ps = new P[a.Length]; for (var i = 0; i < a.Length; i++) ps[i].X = a[i]; ref var p = ref ps[0]; p.Up(x); p = ref ps[2]; p.Up(x * x); p.Up(1); p.X += 1; return ps[0].X * ps[2].X; }", [new[] { 1.5, 0.8, 2.2, 0.4, 1.7 }, 1.3], [new[] { 0.9, 2.4, 1.2, 0.35, 0.65 }, 0.6]),
        Of("moved reference over two arrays", "public static double M(double[] a, double x) { var b = new[] { x, 2 * x }; ref var r = ref a[0]; for (var i = 0; i < 4; i++) { r *= 1.5; r += x; if (i % 2 == 0) r = ref b[i / 2]; else r = ref a[i]; } return a.Sum(v => v * v) + b[0] * b[1]; }", [new[] { 1.5, 0.8, 2.2, 0.4, 1.7 }, 1.3], [new[] { 0.9, 2.4, 1.2, 0.35, 0.65 }, 0.6]),
        Of("moved reference in a span", "public static double M(double[] a) { var s = a.AsSpan(1); ref var r = ref s[0]; r *= 2; r = ref s[2]; r *= 3; return a[1] * a[3]; }", [new[] { 1.5, 0.8, 2.2, 0.4, 1.7 }], [new[] { 0.9, 2.4, 1.2, 0.35, 0.65 }]),
        Of("chosen variable that a lambda changes", "public static double M(double x, double y, double z) { Action up = () => x += z; ref var r = ref (x > y ? ref x : ref y); up(); r *= 2; up(); return x * x * y; }", [1.3, 0.7, 2.1], [0.6, 1.9, 0.8]),
        Of("chosen parameter of a called method", "static double Top(double a, double b) { ref var m = ref (a > b ? ref a : ref b); m *= m; return a + 2 * b; } public static double M(double x, double y) => Top(x, y) * Top(y, 2 * x);", [1.3, 0.7], [0.6, 1.9]),
        Of("reference that a method returns from several places", "static ref double Pick(double[] a, double k) { for (var i = 0; i < a.Length; i++) if (a[i] > k) return ref a[i]; return ref a[0]; } public static double M(double[] a, double x) { Pick(a, 1) *= x; ref var q = ref Pick(a, 1.5); q += x; return a.Sum(v => v * v); }", [new[] { 1.5, 0.8, 2.2, 0.4, 1.7 }, 1.3], [new[] { 0.9, 2.4, 1.2, 0.35, 0.65 }, 0.6]),
        Of("moved read-only reference", "public static double M(double[] a) { ref readonly var m = ref a[0]; for (var i = 1; i < a.Length; i++) if (a[i] > m) m = ref a[i]; a[2] *= 2; return m * m; }", [new[] { 1.5, 0.8, 2.2, 0.4, 1.7 }], [new[] { 0.9, 2.4, 1.2, 0.35, 0.65 }]),
        Of("reference to one of three variables", "public static double M(double x, double y, double z) { ref var m = ref (x > y ? ref (x > z ? ref x : ref z) : ref (y > z ? ref y : ref z)); m *= m; return x + 2 * y + 3 * z; }", [1.3, 0.7, 2.1], [0.6, 1.9, 0.8]),
        Of("reference to a variable or an element", "public static double M(double x, double[] a, int n) { ref var m = ref (n > 2 ? ref x : ref a[n]); m *= 2; m += a[0]; return x * a[n]; }", [1.3, new[] { 1.5, 0.8, 2.2, 0.4, 1.7 }, 2], [0.6, new[] { 0.9, 2.4, 1.2, 0.35, 0.65 }, 3]),
        Of("reference to one of two counts", "public static double M(double x, int n) { int a = 1, b = 2; ref var c = ref (n > 2 ? ref a : ref b); c += n; return x * a + x * x * b; }", [1.3, 2], [0.6, 3]),
        Of("compound store to one of two variables", "public static double M(double x, double y) { (x > y ? ref x : ref y) += 3 * x; (x > y ? ref x : ref y)++; return x * x + y; }", [1.3, 0.7], [0.6, 1.9]),
        Of("moved reference that each turn declares", "public static double M(double[] a) { var s = 0.0; for (var i = 0; i + 1 < a.Length; i++) { ref var r = ref a[i]; if (a[i + 1] > r) r = ref a[i + 1]; r += 0.5 * a[0]; s += r * i; } return s; }", [new[] { 1.5, 0.8, 2.2, 0.4, 1.7 }], [new[] { 0.9, 2.4, 1.2, 0.35, 0.65 }]),
        Of("method called on one of two structs", "public struct Acc { private double _s; public void Add(double v) => _s += v; public readonly double S => _s; } public static double M(double x, double y) { var a = new Acc(); var b = new Acc(); (x > y ? ref a : ref b).Add(x); (x > y ? ref a : ref b).Add(y * y); return a.S * x + b.S * y; }", [1.3, 0.7], [0.6, 1.9]),
        Of("two moved references that are swapped in", "public static double M(double[] a) { ref double lo = ref a[0], hi = ref a[0]; for (var i = 1; i < a.Length; i++) { if (a[i] < lo) lo = ref a[i]; if (a[i] > hi) hi = ref a[i]; } (lo, hi) = (hi, lo * 2); return a[0] + 2 * a[1] + 3 * a[2] + 4 * a[3]; }", [new[] { 1.5, 0.8, 2.2, 0.4, 1.7 }], [new[] { 0.9, 2.4, 1.2, 0.35, 0.65 }]),
    ];
}
