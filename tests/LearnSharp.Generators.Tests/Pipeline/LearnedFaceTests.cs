using System.Linq;
using LearnSharp.Generators.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LearnSharp.Generators.Tests.Pipeline;

/// <summary>A learned face that does not fit: the analyzer's word is what the build says, not the compiler's about a half that is missing.</summary>
public sealed class LearnedFaceTests
{
    [Fact]
    public void A_face_of_nothing_is_told_so_and_compiles_otherwise() => Said(
        "public static double Price(double x) => x; [Learned(nameof(Price))] public static partial double Quote(double x);")
        .ShouldBe("LS0009: 'Price' names no learnable method of 'Code'; use nameof of a method of this type that is marked [Learnable]");

    [Fact]
    public void A_face_with_another_result_is_told_so_and_compiles_otherwise() => Said(
        "[Learnable] public static double Price(double x, [Weight] double w = 1) => x * w; [Learned(nameof(Price))] public static partial float Quote(double x);")
        .ShouldStartWith("LS0010: 'Quote' cannot be the learned face of 'Price'");

    [Fact]
    public void A_face_with_more_parameters_is_told_so_and_compiles_otherwise() => Said(
        "[Learnable] public static double Price(double x, [Weight] double w = 1) => x * w; [Learned(nameof(Price))] public static partial double Quote(double x, int n);")
        .ShouldStartWith("LS0010: 'Quote' cannot be the learned face of 'Price'");

    [Fact]
    public void A_face_that_fits_is_not_mentioned() => Said(
        "[Learnable] public static double Price(double x, [Weight] double w = 1) => x * w; [Learned(nameof(Price))] public static partial double Quote(double km);")
        .ShouldBe("");

    [Theory]
    [InlineData("internal static partial class Code { [Learnable(Name = \"two words\")] public static double Price(double x) => x; }", "its Name 'two words' is no name in C#; use letters, digits and underscores")]
    [InlineData("file static partial class Code { [Learnable] public static double Price(double x) => x; }", "its type 'Code' is local to a file, where generated code cannot reach it; make it internal")]
    public void Nothing_is_generated_where_it_could_not_compile(string type, string problem)
    {
        var host = GeneratorHost.Open($"using LearnSharp; {type}");
        host.Problems().ShouldBeEmpty();
        Analyzed(host).ShouldBe($"LS0007: 'Price' cannot be learnable: {problem}");
    }

    [Fact]
    public void A_method_that_takes_ref_readonly_is_refused_and_its_face_compiles() => Said(
        "[Learnable] public static double Price(double x, ref readonly double y) => x * y;").ShouldStartWith("LS0005: The parameter 'y', which is 'ref readonly',");

    private static string Said(string members)
    {
        var host = GeneratorHost.Open($"using LearnSharp; internal static partial class Code {{ {members} }}");
        host.Problems().ShouldBeEmpty();
        return Analyzed(host);
    }

    private static string Analyzed(GeneratorHost host)
    {
        var analyzed = host.Output.WithAnalyzers([new LearnableAnalyzer()]).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        return string.Join("\n", analyzed.Where(static d => d.Severity != DiagnosticSeverity.Hidden).Select(static d => $"{d.Id}: {d.GetMessage(null)}"));
    }
}
