using System.Collections.Generic;
using static LearnSharp.Generators.Tests.Frontend.ConstructCase;

namespace LearnSharp.Generators.Tests.Frontend;

/// <summary>Weights and choices: run with their starting values, the method gives what it gives as plain C#.</summary>
internal static class WeightCases
{
    private static readonly object?[][] Numbers = [[2.5], [-1.0], [30.0]];

    public static IReadOnlyList<ConstructCase> All { get; } =
    [
        Of("weight in the body", "public static double M(double x) { var heavy = Learn.Weight(20.0, min: 0); return x > heavy ? x * 2 : x; }", Numbers),
        Of("weight that is written", "public static double M(double x) { var w = Learn.Weight(1.5); w += x; return w * 2; }", Numbers),
        Of("weight in a loop starts again", "public static double M(double x) { var s = 0.0; for (var i = 0; i < 3; i++) { var w = Learn.Weight(1.5); w *= x; s += w; } return s; }", Numbers),
        Of("weight in a branch", "public static double M(double x) { if (x > 0) { var w = Learn.Weight(3.0); return w * x; } else { var w = Learn.Weight(4.0); return w - x; } }", Numbers),
        Of("weights", "public static double M(double x) { var w = Learn.Weights([1.0, 2.0, 3.0]); var s = 0.0; foreach (var c in w) s = s * x + c; w[0] = 9; return s + w[0]; }", Numbers),
        Of("choice in the body", "public static double M(double x) { var n = Learn.Choice(2, 1, 2, 4); for (var i = 0; i < n; i++) x *= 2; return x; }", Numbers),
        Of("bool and range choices", "public static double M(double x) { var b = Learn.Choice(true); var n = Learn.ChoiceInRange(3, 1, 8); return b ? x * n : x; }", Numbers),
        Of("weight of a callee's body", "static double F(double x) { var w = Learn.Weight(3.0); return x * w; }\npublic static double M(double x) => F(x) + F(x + 1);", Numbers),
        Of("weight of a callee left out", "static double F(double x, [Weight] double w = 3) => x * w;\npublic static double M(double x) => F(x) + F(x, 2) + F(w: x, x: 1);", Numbers),
        Of("weight two calls down", "static double G(double x, [Choice] bool b = true) { var w = Learn.Weight(3.0); return b ? x * w : w; } static double F(double x) => G(x) + 1;\npublic static double M(double x) { var w = Learn.Weight(2.0); return w * F(x); }", Numbers),
        Of("recursion with a weight in the body", "public static double M(double x) { var w = Learn.Weight(3.0); return x > 40 ? x : M(x + 20) + w; }", Numbers),
        Of("callees that call each other", "static double F(double x) { var a = Learn.Weight(3.0); return x > 40 ? a : G(x + 20) + a; } static double G(double x, [Weight] double b = 4) => F(x) * b;\npublic static double M(double x) => F(x) + G(x);", Numbers),
        Of("local function with a weight", "public static double M(double x) { return F(x) + F(2); static double F(double y, [Weight] double w = 3) => y * w; }", Numbers),
        Of("method of a struct with a weight", "public readonly record struct P(double A) { public double F(double x) { var w = Learn.Weight(3.0); return A * x * w; } }\npublic static double M(double x) => new P(2).F(x);", Numbers),
        Of("enum choice", "public enum Mode { Up, Down }\npublic static double M(double x) { var m = Learn.Choice(Mode.Down); return m == Mode.Up ? x : -x; }", Numbers),
    ];
}
