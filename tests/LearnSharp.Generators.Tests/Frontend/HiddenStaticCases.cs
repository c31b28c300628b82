using System.Collections.Generic;
using static LearnSharp.Generators.Tests.Frontend.ConstructCase;

namespace LearnSharp.Generators.Tests.Frontend;

/// <summary>Static members that are private to the class that a called method stands in.</summary>
internal static class HiddenStaticCases
{
    public static IReadOnlyList<ConstructCase> All { get; } =
    [
        Of("private static numbers of another class", "static class Phys { private const double G = 9.81; private static readonly double Rho = 1.2; public static double Drag(double v) => 0.5 * Rho * v * v + G; } public static double M(double x) => Phys.Drag(x) * x;", [1.3], [0.6]),
        Of("private static methods and tables of another class", "static class Phys { public static double Drag(double v) => Half(v) * v; private static double Half(double v) => v / 2; private static readonly double[] Tab = [1, 2, 3]; public static double T(int i) => Tab[i]; } public static double M(double x) => Phys.Drag(x) * x + Phys.T(1);", [1.3], [0.6]),
    ];
}
