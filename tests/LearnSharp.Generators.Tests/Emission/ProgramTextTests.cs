using System;
using System.Linq;
using LearnSharp.Generators.Tests.Pipeline;

namespace LearnSharp.Generators.Tests.Emission;

public sealed class ProgramTextTests
{
    [Theory]
    [InlineData(Sources.Pricing)]
    [InlineData(Sources.Filter)]
    [InlineData(Sources.Names)]
    [InlineData(Sources.Results)]
    [InlineData(Sources.NotAnalysed)]
    [InlineData(Sources.Cost)]
    [InlineData(Sources.Nested)]
    public void Generated_code_compiles_without_a_warning(string source) => GeneratorHost.Open(source).Problems().ShouldBeEmpty();

    // A program without derivatives: those have their own tests, and change with every better adjoint.
    [Fact]
    public void A_program_reads_well() => Snapshot.Verify(GeneratorHost.Open(Sources.NotAnalysed).Generated("Wait.Program.g.cs"));

    [Fact]
    public void A_learned_method_reads_well() => Snapshot.Verify(GeneratorHost.Open(Sources.Pricing).Generated("Price.Learned.g.cs"));

    [Fact]
    public void Names_that_collide_get_Value_appended()
    {
        var program = GeneratorHost.Open(Sources.Names).Generated("Mix.Program.g.cs");
        program.ShouldContain("Input(double InputValue, double WeightsValue, double EqualsValue, double Class, double XValue, double X)");
        program.ShouldContain("double @class");
    }

    [Fact]
    public void A_method_with_an_error_gets_only_its_learned_face_and_the_others_are_served()
    {
        var host = GeneratorHost.Open(Sources.OneError);
        host.Result.GeneratedSources.Select(static source => source.HintName).Order(StringComparer.Ordinal)
            .ShouldBe(["Shop.Bad.Learned.g.cs", "Shop.Good.Learned.g.cs", "Shop.Good.Program.g.cs"]);
        host.Reported.ShouldHaveSingleItem().Id.ShouldBe("LS0100"); // the good one is used and not trained; the error is the analyzer's to report
        host.Problems().ShouldBeEmpty();
    }

    [Fact]
    public void A_method_that_is_not_analysed_is_called_with_the_learned_values()
    {
        var face = GeneratorHost.Open(Sources.NotAnalysed).Generated("Wait.Learned.g.cs");
        face.ShouldContain("return global::Queue.Wait(people, 2.5, true);");
    }

    [Fact]
    public void Arrays_in_structs_are_searched_for_what_is_not_finite()
    {
        var host = GeneratorHost.Open("""
            using LearnSharp;
            internal static partial class Shop
            {
                public readonly record struct Data(double[] Xs, int N);
                [Learnable] internal static double Sum(Data d, [Weight] double w = 1) { var s = 0.0; for (var i = 0; i < d.N; i++) s += d.Xs[i] * w; return s; }
            }
            """);
        host.Problems().ShouldBeEmpty();
        host.Generated("Sum.Program.g.cs").ShouldContain("if (!double.IsFinite(input.D.Xs![i]))");
    }

    [Fact]
    public void Two_learnable_overloads_do_not_stop_the_generator()
    {
        var host = GeneratorHost.Open("""
            using LearnSharp;
            internal static partial class Twice
            {
                [Learnable] internal static double F(double x, [Weight] double a = 1) => a * x;
                [Learnable] internal static double F(float x, [Weight] double a = 1) => a * x;
                [Learnable(Name = "G")] internal static double F(int x, [Weight] double a = 1) => a * x;
            }
            """);
        host.Result.GeneratedSources.Count(static source => source.HintName.EndsWith("Program.g.cs", StringComparison.Ordinal)).ShouldBe(2);
        host.Generated("Twice.G.Program.g.cs").ShouldContain("struct GProgram");
    }

    [Theory]
    [InlineData("internal static class NotPartial { [Learnable] internal static double F(double x, [Weight] double a = 1) => a * x; }")]
    [InlineData("internal static partial class Generic<T> { [Learnable] internal static double F(double x, [Weight] double a = 1) => a * x; }")]
    public void Where_nothing_can_be_added_nothing_is(string source) =>
        GeneratorHost.Open("using LearnSharp;\n" + source).Result.GeneratedSources.ShouldBeEmpty();
}
