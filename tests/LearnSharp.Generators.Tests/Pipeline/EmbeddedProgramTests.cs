using System;
using System.IO;
using System.Linq;
using LearnSharp.Generators.Tests.Corpus;

namespace LearnSharp.Generators.Tests.Pipeline;

/// <summary>Learnable methods of another assembly, of which there is no source: called, differentiated through, trained with the caller.</summary>
public sealed class EmbeddedProgramTests
{
    private const string Library = """
        using System; using LearnSharp;
        namespace Tariffs;
        public static partial class Fare
        {
            [Learnable] public static double Toll(double km, [Weight(Min = 0)] double rate = 0.2) { var floor = Learn.Weight(1.5); return Math.Max(floor, Steps(km) * rate); }
            [Learnable] public static double Sum(double[] legs, double by) { var sum = 0.0; for (var i = 0; i < legs.Length; i++) { legs[i] *= by; sum += Toll(legs[i]) * Math.Tanh(legs[i]); } return sum; }
            [Learnable] public static double Chain(double x, int n, [Weight] double w = 0.9) => n <= 0 ? x : Chain(x * w + 0.1, n - 1, w) + 0.1 * x;
            [Learnable] public static double Hidden(double x, [Weight] double w = 2) => x * w * Secret.Factor;
            private static double Steps(double km) { var s = 0.0; for (var k = km; k > 0; k -= 1) s += Math.Min(k, 1) * (1 + 0.01 * k); return s; }
        }
        internal static class Secret { internal static readonly double Factor = 3; }
        """;

    private static readonly Lazy<byte[]> Image = new(() =>
    {
        var host = GeneratorHost.Open("#pragma warning disable CS1591\n" + Library);
        host.Problems().ShouldBeEmpty();
        using var image = new MemoryStream();
        host.Output.Emit(image).Success.ShouldBeTrue();
        return image.ToArray();
    });

    [Theory]
    [InlineData("[Learnable] public static double M(double x, [Weight] double a = 0.7) => a * Tariffs.Fare.Toll(x * x, a) + Tariffs.Fare.Toll(x, rate: 2 * a);")]
    [InlineData("[Learnable] public static double M(double x, [Weight] double a = 0.7) { var legs = new double[] { x, a * x, 3 }; var sum = Tariffs.Fare.Sum(legs, a); return sum + legs[0] * legs[1] * legs[2]; }")]
    [InlineData("[Learnable] public static double M(double x, [Weight] double a = 0.7) => Tariffs.Fare.Chain(x, 3) + Tariffs.Fare.Chain(a * x, 4, w: a);")]
    public void Have_exact_derivatives_through_them(string method)
    {
        var batch = new CorpusBatch([CorpusMethod.Of("caller", method)], library: Image.Value);
        batch.Said(0).ShouldBeEmpty();
        CorpusCheck.Find(batch.Code(0)!, [2.3, 0.7]).ShouldBeNull();
        CorpusCheck.Find(batch.Code(0)!, [-0.4, 1.3]).ShouldBeNull();
    }

    [Fact]
    public void Bring_their_weights_as_a_nested_set()
    {
        var batch = new CorpusBatch([CorpusMethod.Of("caller", "[Learnable] public static double M(double x, [Weight] double a = 0.7) => a * Tariffs.Fare.Toll(x);")], library: Image.Value);
        batch.Said(0).ShouldBeEmpty();
        var weights = batch.Code(0)!.GetNestedType("MProgram")!.GetNestedType("Weights")!;
        var toll = Activator.CreateInstance(weights.GetProperty("Toll")!.PropertyType)!;
        toll.GetType().GetProperty("Rate")!.GetValue(toll).ShouldBe(0.2);
        toll.GetType().GetProperty("Floor")!.GetValue(toll).ShouldBe(1.5);
    }

    [Fact]
    public void That_use_what_others_cannot_see_are_not_brought()
    {
        var batch = new CorpusBatch([CorpusMethod.Of("caller", "[Learnable] public static double M(double x, [Weight] double a = 0.7) => Tariffs.Fare.Hidden(x, a);")], library: Image.Value);
        batch.Said(0).ShouldHaveSingleItem().ShouldContain("LS0004");
    }

    [Fact]
    public void Of_another_version_are_an_error_at_the_call()
    {
        var other = GeneratorHost.Open("using System; using LearnSharp;\n[assembly: EmbeddedProgram(\"Tariffs.Old.Toll(double)\", \"ls999 x\")]\nnamespace Tariffs { public static class Old { public static double Toll(double x) => x; } }");
        using var image = new MemoryStream();
        other.Output.Emit(image).Success.ShouldBeTrue();
        var batch = new CorpusBatch([CorpusMethod.Of("caller", "[Learnable] public static double M(double x, [Weight] double a = 0.7) => a * Tariffs.Old.Toll(x);")], library: image.ToArray());
        var said = batch.Said(0).ShouldHaveSingleItem();
        said.ShouldContain("LS0002");
        said.ShouldContain("ls999");
        said.ShouldContain("build both assemblies with the same version of LearnSharp");
    }
}
