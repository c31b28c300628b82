using System.Collections.Generic;
using static LearnSharp.Generators.Tests.Frontend.ConstructCase;

namespace LearnSharp.Generators.Tests.Frontend;

/// <summary>Static members that are private to the class that a called method stands in.</summary>
internal static class HiddenStaticCases
{
    public static IReadOnlyList<ConstructCase> All { get; } =
    [
        Of("private static numbers of another class", "public static class Phys { private const double G = 9.81; private static readonly double Rho = 1.2; public static double Drag(double v) => 0.5 * Rho * v * v + G; } public static double M(double x) => Phys.Drag(x) * x;", [1.3], [0.6]),
        Of("private static methods and tables of another class", "public static class Phys { public static double Drag(double v) => Half(v) * v; private static double Half(double v) => v / 2; private static readonly double[] Tab = [1, 2, 3]; public static double T(int i) => Tab[i]; } public static double M(double x) => Phys.Drag(x) * x + Phys.T(1);", [1.3], [0.6]),
        Of("private statics of a struct", "public struct Gas { private static readonly double R = Math.Sqrt(69.1); private static double K { get; } = 1.4; private static readonly double[] Tab = { 1, 2, 3 }; private double _t; public Gas(double t) => _t = t; public double C(int i) => Math.Sqrt(K * R * _t) * Tab[i]; } public static double M(double x, int n) => new Gas(x).C(n % 3) * x;", [1.3, 2], [0.6, 3]),
        Of("private tables of a static class", "public static class Quad { private static readonly double[] X = [-0.7, 0, 0.7], W = [0.5, 0.9, 0.5]; public static double Int(Func<double, double> f) { var s = 0.0; for (var i = 0; i < X.Length; i++) s += W[i] * f(X[i]); foreach (var x in X) s += x; return s + W.Length; } } public static double M(double x) => Quad.Int(v => Math.Exp(v * x));", [1.3], [0.6]),
        Of("private dictionary of a static class", "public static class Rates { private static readonly Dictionary<string, double> All = new() { [\"hello\"] = 2, [\"b\"] = 3 }; public static double Of(string k) => All.TryGetValue(k, out var v) ? v : 1; } public static double M(double x, string s) => Rates.Of(s) * x * x + Rates.Of(\"q\");", [1.3, "hello"], [0.6, "hello"]),
        Of("private constants of a static class", "public static class U { private const double G = 9.81; private const int N = 3; public static double F(double x) { var s = 0.0; for (var i = 0; i < N; i++) s += G * x * i; return s; } } public static double M(double x) => U.F(x);", [1.3], [0.6]),
        Of("private static text and parsing", "public static class U { private static int Days(string s) => s.Length + int.Parse(\"3\"); public static double F(double x, string s) => x * Days(s); private static readonly string Name = \"abc\"; public static int L => Name.Length; } public static double M(double x, string s) => U.F(x, s) * U.L;", [1.3, "hello"], [0.6, "hello"]),
        Of("private statics behind an extension method", "public static double M(double x) => x.Gelu(); } public static class Act { private static readonly double C = Math.Sqrt(2 / Math.PI); public static double Gelu(this double x) => 0.5 * x * (1 + Math.Tanh(C * (x + 0.044715 * x * x * x)));", [1.3], [0.6]),
    ];
}
