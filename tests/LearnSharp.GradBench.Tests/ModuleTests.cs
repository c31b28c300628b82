using System;
using System.Linq;
using LearnSharp.GradBench.Modules;

namespace LearnSharp.GradBench.Tests;

/// <summary>The modules against values known otherwise, and their gradients against differences.</summary>
public sealed class ModuleTests
{
    [Fact]
    public void Lse()
    {
        var x = Differences.Numbers(7, 1);
        LseModule.LogSumExp(x).ShouldBe(Math.Log(x.Sum(Math.Exp)), 1e-14);
        var d = new double[x.Length];
        LseModule.LogSumExpProgram.Gradient(x, d).ShouldBe(LseModule.LogSumExp(x));
        Differences.Check(LseModule.LogSumExp, x, d);
        d.Sum().ShouldBe(1, 1e-14);
    }

    [Fact]
    public void Llsq()
    {
        var x = Differences.Numbers(5, 2);
        var d = new double[x.Length];
        LlsqModule.ObjectiveProgram.Gradient(x, 16, d).ShouldBe(LlsqModule.Objective(x, 16));
        Differences.Check(x => LlsqModule.Objective(x, 16), x, d);
        LlsqModule.Objective([1, 1], 3).ShouldBe(0.5 * (1 + 1 + 1));
    }

    [Fact]
    public void Ode()
    {
        // The chain has the solution y_i(t) = x_0 … x_i t^(i+1) / (i+1)!, which the method of order 4 meets exactly up to i = 3.
        double[] x = [0.7, -1.3, 0.4, 1.9];
        OdeModule.Solve(x, 5)[3].ShouldBe(0.7 * -1.3 * 0.4 * 1.9 * 16 / 24, 1e-14);
        var d = new double[x.Length];
        OdeModule.SolveProgram.Pullback(x, 5, [0, 0, 0, 1], d);
        Differences.Check(static x => OdeModule.Solve(x, 5)[3], x, d);

        x = Differences.Numbers(9, 3);
        d = new double[x.Length];
        OdeModule.SolveProgram.Pullback(x, 4, [0, 0, 0, 0, 0, 1, 0, 0, 0], d);
        Differences.Check(static x => OdeModule.Solve(x, 4)[5], x, d);
    }

    [Fact]
    public void Det()
    {
        DetModule.Determinant([2, 1, 1, 3], 2).ShouldBe(5);
        var a = Differences.Numbers(16, 4);
        var d = new double[a.Length];
        DetModule.DeterminantProgram.Gradient(a, 4, d).ShouldBe(DetModule.Determinant(a, 4));
        Differences.Check(static a => DetModule.Determinant(a, 4), a, d);
    }

    [Fact]
    public void Kmeans()
    {
        KmeansModule.Cost([0, 0, 4, 4], [1, 0, 4, 2], 2).ShouldBe(1 + 4);
        var (points, centroids) = (Differences.Numbers(30, 5), Differences.Numbers(9, 6));
        var d = new double[centroids.Length];
        KmeansModule.CostProgram.Gradient(points, centroids, 3, d).ShouldBe(KmeansModule.Cost(points, centroids, 3));
        Differences.Check(c => KmeansModule.Cost(points, c, 3), centroids, d);
    }

    [Theory]
    [InlineData(4, 5)]
    [InlineData(4, 16)]
    [InlineData(10, 19)]
    public void Gmm(int d, int points)
    {
        const int K = 3;
        var (toQ, toL) = (K + K * d, K + 2 * K * d);
        var all = Differences.Numbers(toL + K * d * (d - 1) / 2, 7);
        var x = Differences.Numbers(points * d, 8);
        var (alpha, mu, q, l) = (new double[K], new double[K * d], new double[K * d], new double[K * d * (d - 1) / 2]);
        GmmModule.ObjectiveProgram.Gradient(all[..K], all[K..toQ], all[toQ..toL], all[toL..], x, d, 1, 1.2, alpha, mu, q, l);
        Differences.Check(a => GmmModule.Objective(a[..K], a[K..toQ], a[toQ..toL], a[toL..], x, d, 1, 1.2), all, [.. alpha, .. mu, .. q, .. l]);
    }

    [Fact]
    public void Gmm_of_one_standard_component_is_a_normal_density_and_a_prior()
    {
        // One component with the identity as precision: the likelihood is normal. Γ_1(1) = 1 for m = 0: the prior is (γ/√2)^2 exp(-γ²/2).
        var value = GmmModule.Objective([0.3], [0], [0], [], [0.5, -1], 1, 0, 1.5);
        var likelihood = -0.5 * (0.25 + 1) - Math.Log(2 * Math.PI);
        var prior = 2 * Math.Log(1.5 / Math.Sqrt(2)) - 0.5 * 1.5 * 1.5;
        value.ShouldBe(likelihood + prior, 1e-13);
    }

    [Fact]
    public void Lstm()
    {
        const int Width = 3, Layers = 2;
        var main = Differences.Numbers(Layers * 8 * Width, 9);
        var all = main.Concat(Differences.Numbers(3 * Width, 10)).ToArray();
        var (state, sequence) = (Differences.Numbers(Layers * 2 * Width, 11), Differences.Numbers(5 * Width, 12));
        var (dMain, dExtra) = (new double[main.Length], new double[3 * Width]);
        var value = LstmModule.ObjectiveProgram.Gradient(all[..48], all[48..], state, sequence, Width, dMain, dExtra);
        value.ShouldBe(LstmModule.Objective(all[..48], all[48..], state, sequence, Width));
        Differences.Check(a => LstmModule.Objective(a[..48], a[48..], state, sequence, Width), all, [.. dMain, .. dExtra]);
    }
}
