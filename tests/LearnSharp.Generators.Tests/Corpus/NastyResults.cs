using System.Collections.Generic;
using static LearnSharp.Generators.Tests.Corpus.CorpusMethod;

namespace LearnSharp.Generators.Tests.Corpus;

/// <summary>Arrays that come out: as results, and in the arguments that a method writes.</summary>
internal static class NastyResults
{
    private const string Head = "[Learnable] public static double[] M(double[] xs, double[] ys, [Weight] double a = 0.7) ";

    private const string Squares = "static double[] Squares(double[] b) { var r = new double[b.Length]; for (var i = 0; i < r.Length; i++) r[i] = b[i] * 2; for (var i = 0; i < r.Length; i++) r[i] = r[i] * r[i]; return r; }\n";

    private const string Turned = "static double[] Turned(double[] b, double by) { var r = new double[b.Length]; for (var i = 0; i < b.Length; i++) r[i] = b[i] * System.Math.Cos(by); return r; }\n";

    private static readonly object?[][] Runs = [[new[] { 0.3, 1.1, -0.4 }, new[] { 2.0, 0.8, 0.1 }, 0.7], [new[] { 2.5 }, new[] { -1.0, 2 }, 1.3]];

    public static IReadOnlyList<CorpusMethod> All { get; } =
    [
        Of("a result that a callee makes and overwrites", Squares + Head + "=> Squares(xs);", Runs),
        Of("a result that a callee of a callee overwrites", Squares + "static double[] Same(double[] b) { var r = Squares(b); return r; }\n" + Head + "{ var r = Same(xs); return r; }", Runs),
        Of("one of two results that callees overwrite", Squares + Head + "{ var r = xs.Length > 1 ? Squares(ys) : Squares(xs); if (a > 1) r = Squares(r); return r; }", Runs),
        Of("a result that a callee with a memory limit makes", Turned + Head.Replace("[Learnable]", "[Learnable(MemoryLimit = 1)]", System.StringComparison.Ordinal) + "=> Turned(xs, ys[0]);", Runs),
        Of("a result beside written arguments", Head + "{ var r = new double[2]; for (var i = 0; i < xs.Length; i++) { xs[i] = xs[i] * a + ys[0]; r[i & 1] += xs[i] * ys[1]; } ys[0] = r[1] * xs[0]; return r; }", [new[] { 0.3, 1.1, -0.4 }, new[] { 2.0, 0.8 }, 0.7]),
        Of("a result that is an argument", Squares + Head + "{ xs[0] *= a; return xs.Length > 2 ? xs : Squares(ys); }", Runs),
        Of("a float that a result does not depend on", "[Learnable] public static double[] M(double[] xs, float f, [Weight] double a = 0.7) => [xs[0] * a, f > 1 ? a : xs[1]];", [new[] { 0.3, 1.1 }, 0.5f, 0.7], [new[] { 0.3, 1.1 }, 1.5f, 0.7]),
        Of("results of several dimensions with rows of arguments", "static void Stir(double[][] t, double by) { for (var i = 0; i < t.Length; i++) for (var j = 0; j < t[i].Length; j++) t[i][j] = t[i][j] * 0.5 + by * t[(i + 1) % t.Length][0]; }\n[Learnable] public static double[] M(double[][] rows, [Weight] double a = 0.7) { Stir(rows, a); double[][] own = [rows[1], rows[0]]; own[0][0] *= rows[0][1]; (own[0], own[1]) = (own[1], own[0]); Stir(own, rows[0][0]); return own[1]; }", [new double[][] { [0.3, 1.1], [2.0, 0.8] }, 0.7]),
        Of("an array of two dimensions that is written", "[Learnable] public static double[] M(double[,] grid, [Weight] double a = 0.7) { for (var i = 1; i < grid.GetLength(0); i++) grid[i, 1] = grid[i, 1] * a + grid[i - 1, 0] * grid[i - 1, 1]; return [grid[1, 1], grid[2, 1] * a]; }", [new[,] { { 0.3, 1.1 }, { 2.0, 0.8 }, { -0.5, 0.25 } }, 0.7]),
        Of("a weight of the body beside an array of two dimensions", "[Learnable] public static double M(double[,] grid, double x, [Weight] double a = 0.7) { var inner = Learn.Weight(0.4); var ws = Learn.Weights([0.1, 0.2]); return grid[0, 1] * inner * x + grid[1, 0] * ws[1] * a; }", [new[,] { { 0.3, 1.1 }, { 2.0, 0.8 } }, 0.5, 0.7]),
    ];
}
