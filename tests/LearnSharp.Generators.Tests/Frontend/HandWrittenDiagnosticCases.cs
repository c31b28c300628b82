using System.Collections.Generic;
using static LearnSharp.Generators.Tests.Frontend.DiagnosticCase;

namespace LearnSharp.Generators.Tests.Frontend;

/// <summary>What is said about derivatives that are written by hand.</summary>
internal static class HandWrittenDiagnosticCases
{
    public static IReadOnlyList<DiagnosticCase> All { get; } =
    [
        In("LS0020",
            "'Twice' is no derivative of 'F': 'Back' says the same already; keep one of the two",
            "static double F(double x, double y) => x * y;\n[Derivative(nameof(F))] static (double, double) Back(double x, double y, double seed) => (y * seed, x * seed);\n"
            + "[Derivative(nameof(F))] static (double, double) [|Twice|](double x, double y, double seed) => (y * seed, x * seed);\n[Learnable] public static double M(double x) => F(x, x);"),
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
            "A call of 'GProgram.Hessian', which is generated, is not supported in a learnable method; call 'Gradient', 'Pullback' or 'Pushforward' of a static method; or put it into a method of its own, "
            + "and give that one a derivative by hand, or mark it '[NonDifferentiable]'",
            "[System.CodeDom.Compiler.GeneratedCode(\"LearnSharp.Generators\", \"1.0\")] public readonly struct GProgram { public static double[,] Hessian(double x) => new double[1, 1]; }\n"
            + "[Learnable] public static double G(double x) => x;\n[Learnable] public static double M(double x) { var h = [|GProgram.Hessian(x)|]; return h[0, 0] * x; }"),
        In("LS0002",
            "'GProgram.Gradient' over records, or of a method that writes to its arguments, is not supported in a learnable method; hand over the parameters one by one, and let the method return what it writes",
            "[System.CodeDom.Compiler.GeneratedCode(\"LearnSharp.Generators\", \"1.0\")] public readonly struct GProgram { public readonly record struct Input(double X); "
            + "public static double Gradient(in Input input, in int weights, in int choices, out double d) { d = 1; return 1; } }\n"
            + "[Learnable] public static double G(double x) => x;\n[Learnable] public static double M(double x) { [|GProgram.Gradient(new GProgram.Input(x), 1, 1, out var d)|]; return d; }"),
        In("LS0002",
            "The derivative of 'G' inside a derivative (G writes to its argument 'a') is not supported in a learnable method; put it into a method of its own, and give that one a derivative by hand, "
            + "or mark it '[NonDifferentiable]'",
            "[Learnable] public static double G(double[] a) { a[0] *= 2; return a[0]; }\n[Learnable] public static double M(double[] a) { var d = new double[a.Length]; return [|GProgram.Gradient(a, d)|] * d[0]; }"),
        In("LS0002",
            "The derivative of 'M' inside a derivative (it is asked for in that method itself) is not supported in a learnable method; put it into a method of its own, and give that one a derivative by hand, "
            + "or mark it '[NonDifferentiable]'",
            "[Learnable] public static double M(double x) { [|MProgram.Gradient(x, out var d)|]; return d; }"),
        In("LS0019",
            "'M' cannot be differentiated: It calls 'Pushforward' of a method that calls 'Gradient' itself, and reverse mode does not go through both; call 'Gradient' of that method",
            "[Learnable] public static double F(double x, int n) { var t = x; for (var i = 0; i < n; i++) t = Math.Sin(t * x); return t; }\n"
            + "[Learnable] public static double G(double x) { FProgram.Gradient(x, 3, out var d); return d; }\n[Learnable] public static double [|M|](double x) => GProgram.Pushforward(x, 1).Tangent;"),
        In("LS0019",
            "'M' cannot be differentiated: It asks for second derivatives, but 'F' has a derivative written by hand, which has none itself; give it code that can be differentiated; or leave out SecondOrder",
            "static double F(double x) => x * x; [Derivative(nameof(F))] static double Back(double x, double seed) => 2 * x * seed;\n[[|Learnable(SecondOrder = true)|]] public static double M(double x) => F(x);"),
        In("LS0019",
            "'M' cannot be differentiated: It asks for second derivatives, but its result is not one number; return a double; or leave out SecondOrder",
            "[[|Learnable(SecondOrder = true)|]] public static double[] M(double x) => [x * x, x];"),
        In("LS0019",
            "'M' cannot be differentiated: It asks for second derivatives, but its result is not one number; return a double; or leave out SecondOrder",
            "[[|Learnable(SecondOrder = true)|]] public static double M(double x, out double y) { y = x * x; return y * x; }"),
        In("LS0019",
            "'M' cannot be differentiated: The derivative of G is differentiated again, but G has no second derivatives. 'global::N.Code.Back({0}, {1})' receives a value that is differentiated but has no known derivative; give it source in this compilation, or compute it from System.Math",
            "static double F(double x) => x * x; [Derivative(nameof(F))] static double Back(double x, double seed) => 2 * x * seed;\n[Learnable] public static double G(double x) => F(x);\n"
            + "[Learnable] public static double [|M|](double x) { GProgram.Gradient(x, out var d); return d; }"),
        In("LS0002",
            "A local function that is marked '[NonDifferentiable]' is not supported in a learnable method; make it a method, or wrap its result in 'Learn.Detach'",
            "[Learnable] public static double M(double x) { return [|F(x)|] * x; [NonDifferentiable] static double F(double y) => y; }"),
    ];
}
