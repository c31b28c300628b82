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
    ];
}
