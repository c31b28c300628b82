using System.Collections.Generic;
using static LearnSharp.Generators.Tests.Frontend.ConstructCase;

namespace LearnSharp.Generators.Tests.Frontend;

internal static class SwitchCases
{
    private static readonly object?[][] Counts = [[0], [1], [2], [3], [7], [-4]];
    private static readonly object?[][] Numbers = [[-1.0], [0.0], [0.5], [1.0], [7.5], [double.NaN]];

    public static IReadOnlyList<ConstructCase> All { get; } =
    [
        Of("switch statement", "public static int M(int n) { switch (n) { case 0: return 5; case 1: case 2: n += 10; break; default: n = -n; break; } return n; }", Counts),
        Of("switch without default", "public static int M(int n) { switch (n) { case 1: n = 9; break; } return n; }", Counts),
        Of("default first", "public static int M(int n) { switch (n) { default: n = 1; break; case 3: n = 2; break; } return n; }", Counts),
        Of("default beside a case", "public static int M(int n) { switch (n) { case 1: default: n = 1; break; case 3: n = 2; break; } return n; }", Counts),
        Of("break inside if", "public static int M(int n) { switch (n) { case 1: if (n > 0) break; n = 5; break; case 2: n = 6; break; } return n; }", Counts),
        Of("switch in a loop", "public static int M(int n) { var s = 0; for (var i = 0; i < 6; i++) { switch (i) { case 1: continue; case 4: s += 100; break; default: s += n; break; } s++; } return s; }", Counts),
        Of("switch with patterns", "public static int M(int n) { switch (n) { case < 0: return 1; case > 2 and < 7: return 2; case 1 or 7: return 3; default: return 4; } }", Counts),
        Of("switch with when", "public static int M(int n) { switch (n) { case > 0 when n % 2 == 1: return 1; case > 0: return 2; default: return 3; } }", Counts),
        Of("switch with effects in when", "public static int M(int n) { var c = 0; switch (n) { case 1 when ++c > 5: return 1; case 1 when ++c > 1: return 20 + c; default: return c; } }", Counts),
        Of("local of another section", "public static int M(int n) { switch (n) { case 0: int t = 1; return t; case 1: t = 4; return t + n; default: return 0; } }", Counts),
        Of("switch on a changing value", "public static int M(int n) { switch (n++) { case 1: return n * 10; default: return n; } }", Counts),
        Of("switch on a string", "public static int M(string s) { switch (s) { case \"a\": return 1; case \"b\" or \"c\": return 2; case null: return 3; default: return 4; } }", ["a"], ["c"], [null], ["z"]),
        Of("switch on an enum", "public enum Kind { A, B, C }\npublic static int M(int n) { switch ((Kind)n) { case Kind.A: return 1; case Kind.B: return 2; default: return 3; } }", Counts),
        Of("switch expression", "public static int M(int n) => n switch { 0 => 10, 1 or 2 => 20, > 5 => 30, _ => 40 };", Counts),
        Of("switch expression of two arms", "public static double M(double x) => x switch { > 0.5 => x * 2, _ => -x };", Numbers),
        Of("switch expression with when", "public static double M(double x) => x switch { > 0 when x < 1 => x, > 0 => 1, 0 => 0.5, var y when y < 0 => y * y, _ => -1 };", Numbers),
        Of("switch expression that throws", "public static int M(int n) => n switch { 0 => 10, 1 => throw new ArgumentException(\"one\"), _ => n };", Counts),
        Of("switch expression without a match", "public static int M(int n) => n switch { 0 => 10, 1 => 20 };", Counts),
        Of("switch expression in an expression", "public static double M(double x) => 2 * (x switch { < 0 => -1.0, 0 => 0.0, _ => x }) + 1;", Numbers),
        Of("bool switch", "public static int M(int n) => (n > 0) switch { true => 1, false => 0 };", Counts),
        Of("is pattern", "public static bool M(int n) => n is > 0 and not 3 or -4;", Counts),
        Of("is NaN pattern", "public static bool M(double x) => x is double.NaN or 0.5;", Numbers),
        Of("is not", "public static double M(double x) { if (x is not > 0) return 0; return x; }", Numbers),
        Of("is var", "public static int M(int n) => n + 1 is var m && m > 2 ? m : 0;", Counts),
        Of("mixed numeric arms", "public static double M(int n) => n switch { 0 => 1, 1 => 2.5, _ => n };", Counts),
        Of("float relational", "public static float M(float x) => x switch { < 1f => 1f, >= 2f => 2f, _ => x };", [0.5f], [1.5f], [3f]),
    ];
}
