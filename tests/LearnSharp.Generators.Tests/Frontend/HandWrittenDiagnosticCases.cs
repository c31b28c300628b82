using System.Collections.Generic;
using static LearnSharp.Generators.Tests.Frontend.DiagnosticCase;

namespace LearnSharp.Generators.Tests.Frontend;

/// <summary>What is said about derivatives that are written by hand.</summary>
internal static class HandWrittenDiagnosticCases
{
    public static IReadOnlyList<DiagnosticCase> All { get; } =
    [
        In("LS0020",
            "'Slope' is no derivative of 'F': declare 'static double Slope(double x, double seed)' for the pullback, or 'static double Slope(double x, double tX)' for the pushforward",
            "static double F(double x) => x; [Derivative(nameof(F))] static double [|Slope|](double x) => 1;"),
        In("LS0020",
            "'Back' is no derivative of 'F': declare 'static (double dX, float dY) Back(double x, int n, float y, double[] a, double seed, double[] dA)' for the pullback, "
            + "or 'static double Back(double x, double tX, int n, float y, float tY, double[] a, double[] tA)' for the pushforward",
            "static double F(double x, int n, float y, double[] a) => x; [Derivative(nameof(F))] static double [|Back|](double x, int n, float y, double[] a, double seed) => 1;"),
        In("LS0020",
            "'Back' is no derivative of 'G': 'Code' has no other method of that name; for one elsewhere, say '[assembly: DerivativesOf(typeof(…), typeof(Code))]'",
            "[Derivative(\"G\")] static double [|Back|](double x, double seed) => 1;"),
        In("LS0020",
            "'Back' is no derivative of 'F': 'F' returns 'int', and only methods that return double or float have derivatives written by hand",
            "static int F(double x) => 1; [Derivative(nameof(F))] static double [|Back|](double x, double seed) => 1;"),
        In("LS0020",
            "'Back' is no derivative of 'F': its parameter 'p' is neither a number nor an array of numbers; write a method that takes the numbers in it one by one",
            "[Learnable] public static double M(double x) => F(x, (x, x));\nstatic double F(double x, (double, double) p) => x; [Derivative(nameof(F))] static double [|Back|](double x, (double, double) p, double seed) => 1;"),
        In("LS0004",
            "'Code.F' takes a value that carries a derivative, but has neither source in this compilation nor a derivative rule; call a method with source, or compute the value before and pass it in",
            "[NonDifferentiable] static double F((double, double) p) => p.Item1;\n[Learnable] public static double M(double x) => [|F((x, x))|];"),
        In("LS0002",
            "A call of 'GProgram.Gradient', which is generated, is not supported in a learnable method; put it into a method of its own, and give that one a derivative by hand, "
            + "with 'HessianVectorProduct' or 'Pushforward' in it, or mark it '[NonDifferentiable]'",
            "[System.CodeDom.Compiler.GeneratedCode(\"LearnSharp.Generators\", \"1.0\")] public readonly struct GProgram { public static double Gradient(double x, out double dX) { dX = 1; return x; } }\n"
            + "[Learnable] public static double M(double x) { [|GProgram.Gradient(x, out var dX)|]; return x; }"),
        In("LS0002",
            "A local function that is marked '[NonDifferentiable]' is not supported in a learnable method; make it a method, or wrap its result in 'Learn.Detach'",
            "[Learnable] public static double M(double x) { return [|F(x)|] * x; [NonDifferentiable] static double F(double y) => y; }"),
    ];
}
