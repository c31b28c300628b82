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
        Of("weights of a struct: struct made", "public partial struct Pid { [Weight] public double Kp = 1.5; [Weight] public double[] Ks = [0.5, 0.25]; public double Sum; public Pid() {} public double Step(double e) { Sum += e; return Kp * e + Sum * Ks[0] + Ks[1]; } }\npublic static double M(double x) { var pid = new Pid(); var s = pid.Step(x); var copy = pid; s += copy.Step(x * x); return s * pid.Step(s); }", Numbers),
        Of("weights of a struct: record struct made", "public partial record struct Lin { [Weight] public double A { get; init; } = 2; public double B { get; init; } = 1; public Lin() { } public readonly double At(double x) => A * x + B; public readonly double Slope => A * B; }\npublic static double M(double x) { var l = new Lin(); var k = l with { B = x }; var j = new Lin { B = x * x }; return l.At(x) * k.B + k.Slope * j.At(x) + j.Slope; }", Numbers),
        Of("weights of a struct: struct handed on", "public partial struct Cfg { [Weight] public double K = 3; public Cfg() {} public readonly double Use(double x) => K * Twice(x); private readonly double Twice(double x) => 2 * x * K; }\nstatic double Help(Cfg c, double x) => c.Use(x) * c.K;\npublic static double M(double x) { Cfg c = new(); return Help(c, x) + c.Use(2); }", Numbers),
        Of("weights of a struct: struct in a list and an array", "public partial struct Cfg { [Weight] public double K = 3; [Weight] private double _b = 0.5; public double State; public Cfg(double state) { State = state; } public double Use(double x) { State += x; return K * x + _b * State; } public double this[int i] => _b * i + State; }\npublic static double M(double x) { var l = new List<Cfg>(); for (var i = 0; i < 3; i++) l.Add(new Cfg(x * i)); var a = new Cfg[2]; a[0] = l[2]; a[1] = new Cfg(1); var s = a[0].Use(x) + a[0].Use(x) + a[1].Use(2 * x) + a[1][3]; foreach (var c in l) s += c.Use(x) * c.K; return s; }", Numbers),
        Of("weights of a struct: choice in struct", "public enum Mode { A, B }\npublic partial struct Cfg { [Choice] public Mode Mode = Mode.B; [Weight] public double K = 3; public Cfg() { } public readonly double Use(double x) => Mode == Mode.A ? K * x : K * x * x; }\npublic static double M(double x) { var c = new Cfg(); return c.Use(x); }", Numbers),
        Of("weights of a struct: recursion", "public partial struct Cfg { [Weight] public double K = 0.5; public Cfg() {} public readonly double Fold(double x, int n) => n == 0 ? x : Fold(x * K + 1, n - 1) * K; }\npublic static double M(double x) { var c = new Cfg(); return c.Fold(x, 3); }", Numbers),
        Of("weights of a struct: interface generic", "public interface IGain { double Gain(double x); }\npublic partial struct Cfg : IGain { [Weight] public double K = 0.5; public Cfg() {} public readonly double Gain(double x) => K * x * x; }\nstatic double Run<T>(T g, double x) where T : struct, IGain => g.Gain(x) + g.Gain(2);\npublic static double M(double x) { return Run(new Cfg(), x); }", Numbers),
        Of("weights of a struct: default", "public partial struct Cfg { [Weight] public double K = 0.5; public Cfg() {} public readonly double Gain(double x) => K * x * x + x; }\npublic static double M(double x) { Cfg c = default; return c.Gain(x); }", Numbers),
        Of("weights of a struct: struct in class", "public partial struct Cfg { [Weight] public double K = 0.5; public double S; public Cfg() {} public double Gain(double x) { S += x; return K * S * x + x; } }\npublic class Holder { public Cfg C = new(); public Cfg D { get; } = new(); public double Run(double x) => C.Gain(x) * D.Gain(x) + C.Gain(1); }\npublic static double M(double x) { var h = new Holder(); return h.Run(x) + h.C.S; }", Numbers),
        Of("enum choice", "public enum Mode { Up, Down }\npublic static double M(double x) { var m = Learn.Choice(Mode.Down); return m == Mode.Up ? x : -x; }", Numbers),
    ];
}
