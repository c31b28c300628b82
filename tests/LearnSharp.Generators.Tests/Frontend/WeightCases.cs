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
        Of("enum choice", "public enum Mode { Up, Down }\npublic static double M(double x) { var m = Learn.Choice(Mode.Down); return m == Mode.Up ? x : -x; }", Numbers),
    ];
}
