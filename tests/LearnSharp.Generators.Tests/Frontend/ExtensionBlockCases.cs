using System.Collections.Generic;
using static LearnSharp.Generators.Tests.Frontend.ConstructCase;

namespace LearnSharp.Generators.Tests.Frontend;

/// <summary>Members of extension blocks.</summary>
internal static class ExtensionBlockCases
{
    public static IReadOnlyList<ConstructCase> All { get; } =
    [
        Of("extension property", "public static double M(double[] a) => a[0].Squared; } public static class Ext { extension(double x) { public double Squared => x * x; }", [new[] { 1.5, 0.8, 2.2, 0.4, 1.7 }], [new[] { 0.9, 2.4, 1.2, 0.35, 0.65 }]),
        Of("method of an extension block", "public static double M(double[] a) => a[1].Times(3); } public static class Ext { extension(double x) { public double Times(double k) => x * k; }", [new[] { 1.5, 0.8, 2.2, 0.4, 1.7 }], [new[] { 0.9, 2.4, 1.2, 0.35, 0.65 }]),
        Of("static extension property", "public static double M(double[] a) => double.Tau2 * a[0]; } public static class Ext { extension(double) { public static double Tau2 => 2 * Math.Tau; }", [new[] { 1.5, 0.8, 2.2, 0.4, 1.7 }], [new[] { 0.9, 2.4, 1.2, 0.35, 0.65 }]),
        Of("static method of an extension block", "public static double M(double[] a) => double.Twice(a[0]); } public static class Ext { extension(double) { public static double Twice(double v) => 2 * v; }", [new[] { 1.5, 0.8, 2.2, 0.4, 1.7 }], [new[] { 0.9, 2.4, 1.2, 0.35, 0.65 }]),
        Of("extension of a struct by reference", "public struct Acc { private double _s; public void Add(double v) => _s += v; public readonly double S => _s; } public static double M(double[] a) { var c = new Acc(); c.Twice(a[0]); c.Twice(a[1]); return c.S; } } public static class Ext { public static void Twice(this ref Code.Acc c, double v) { c.Add(v); c.Add(v * v); }", [new[] { 1.5, 0.8, 2.2, 0.4, 1.7 }], [new[] { 0.9, 2.4, 1.2, 0.35, 0.65 }]),
    ];
}
