using System;
using System.Linq;
using System.Threading;

namespace LearnSharp.Generators.Tests.Corpus;

/// <summary>Long loops, deep recursion, and what plain loops leave on the workspace.</summary>
public sealed class SizeTests
{
    [Fact]
    public void A_million_iterations_have_a_gradient()
    {
        var (value, derivatives) = Gradient(
            "[Learnable] public static double M(int n, [Weight] double a = 0.7) { var s = 1.0; for (var i = 0; i < n; i++) { if (s > 2) s *= 0.5; s = s * 0.999 + a * 1e-3; } return s; }", [1_000_000, 0.7]);
        var (expected, tangent) = (1.0, 0.0);
        for (var i = 0; i < 1_000_000; i++)
            (expected, tangent) = ((expected * 0.999) + (0.7 * 1e-3), (tangent * 0.999) + 1e-3);
        value.ShouldBe(expected);
        derivatives[0].ShouldBe(tangent, 1e-9);
    }

    [Fact]
    public void Recursion_of_depth_ten_thousand_has_a_gradient()
    {
        var (value, derivatives) = Gradient(
            "static double F(double v, int k) => k == 0 ? v : F(v * 0.9999 + 1e-4, k - 1) + v * 1e-4;\n[Learnable] public static double M(int n, [Weight] double a = 0.7) => F(a, n);", [10_000, 0.7]);
        double F(double v, int k)
        {
            var sum = 0.0;
            for (; k > 0; k--)
                (sum, v) = (sum + (v * 1e-4), (v * 0.9999) + 1e-4);
            return v + sum;
        }

        value.ShouldBe(F(0.7, 10_000), 1e-9);
        derivatives[0].ShouldBe((F(0.8, 10_000) - F(0.6, 10_000)) / 0.2, 1e-8);
    }

    [Theory]
    [InlineData("[Learnable] public static double M(double[] xs, [Weight] double a = 0.7) { var s = 0.0; for (var i = 0; i < xs.Length; i++) s += xs[i] * a * (xs[i] + a); return s; }")]
    [InlineData("[Learnable] public static double M(double[] xs, [Weight] double a = 0.7) { var s = 0.0; for (var i = 0; i < xs.Length; i++) for (var j = 0; j < i; j++) for (var k = 0; k < 3; k++) { var t = xs[i] * xs[j] + a * k; s += t * t * a; } return s; }")]
    public void Loops_that_only_add_up_leave_nothing_on_the_workspace(string method)
    {
        var batch = new CorpusBatch([CorpusMethod.Of("sum", method)]);
        batch.Said(0).ShouldBeEmpty();
        CorpusCheck.Find(batch.Code(0)!, [new[] { 0.3, 1.1, -0.4 }, 0.7]).ShouldBeNull();
        var text = batch.Sources.Single(static tree => tree.FilePath.EndsWith(".Program.g.cs", StringComparison.Ordinal)).ToString();
        text.ShouldNotContain("workspace.Push");
        text.ShouldNotContain("workspace.Pop");
    }

    private static (double Value, double[] Derivatives) Gradient(string members, object?[] arguments)
    {
        var batch = new CorpusBatch([CorpusMethod.Of("one", members)]);
        batch.Said(0).ShouldBeEmpty();
        var gradient = batch.Code(0)!.GetNestedType("MProgram")!.GetMethods().First(static m => m.Name == "Gradient" && !m.GetParameters()[0].ParameterType.IsByRef);
        var given = new object?[gradient.GetParameters().Length];
        arguments.CopyTo(given, 0);
        var value = 0.0;
        Exception? thrown = null;

        // Deep recursion asks for a stack that every machine gives.
        var thread = new Thread(
            () =>
            {
                try
                {
                    value = (double)gradient.Invoke(null, given)!;
                }
                catch (System.Reflection.TargetInvocationException exception)
                {
                    thrown = exception;
                }
            },
            64 << 20);
        thread.Start();
        thread.Join();
        thrown.ShouldBeNull();
        return (value, [.. given.Skip(arguments.Length).Cast<double>()]);
    }
}
