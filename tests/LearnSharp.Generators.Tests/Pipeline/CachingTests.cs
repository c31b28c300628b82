using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using LearnSharp.Generators.Pipeline;
using LearnSharp.Generators.Tests.Emission;
using Microsoft.CodeAnalysis;

namespace LearnSharp.Generators.Tests.Pipeline;

public sealed class CachingTests
{
    private const string Neighbour = """
        namespace Shop
        {
            internal static class Neighbour
            {
                internal static int Count(int n) => n + 1;
            }
        }
        """;

    [Theory]
    [InlineData("\n// a comment at the end\n")]
    [InlineData("\ninternal static class Unrelated { internal static int One() { return 1; } }\n")]
    public void An_edit_elsewhere_in_the_file_leaves_every_output_as_it_was(string addition)
    {
        var host = GeneratorHost.Open(Sources.Pricing);
        host.Edit("Program.cs", Sources.Pricing + addition);

        foreach (var name in TrackingNames.All.Where(host.Result.TrackedSteps.ContainsKey))
            Reasons(host.Result.TrackedSteps[name]).ShouldAllBe(reason => IsKept(reason), name);
        Reasons(host.Result.TrackedOutputSteps.SelectMany(static step => step.Value)).ShouldAllBe(reason => IsKept(reason));
    }

    [Fact]
    public void A_comment_above_moves_nothing_but_places()
    {
        var host = GeneratorHost.Open(Sources.Pricing);
        host.Edit("Program.cs", "// a comment on top\n" + Sources.Pricing);

        foreach (var name in TrackingNames.All.Where(name => name != TrackingNames.Places && host.Result.TrackedSteps.ContainsKey(name)))
            Reasons(host.Result.TrackedSteps[name]).ShouldAllBe(reason => IsKept(reason), name);
        Reasons(host.Result.TrackedOutputSteps.SelectMany(static step => step.Value)).ShouldAllBe(reason => IsKept(reason));
    }

    [Fact]
    public void Every_step_is_tracked()
    {
        var face = "[Learned(nameof(Price))] internal static partial double Quote(double km, double kg);\n    private static double Squared";
        var host = GeneratorHost.Open(
            Sources.Pricing.Replace("private static double Squared", face, StringComparison.Ordinal), ("Pricing.Price.learned.json", "{"));
        foreach (var name in TrackingNames.All)
            host.Result.TrackedSteps.Keys.ShouldContain(name);
    }

    [Fact]
    public void An_unrelated_edit_binds_no_bodies()
    {
        var host = GeneratorHost.Open(Sources.Pricing);
        host.Edit("Neighbour.cs", Neighbour);
        var bound = host.Translations;

        host.Edit("Neighbour.cs", Neighbour.Replace("n + 1", "n + 2", StringComparison.Ordinal));
        host.Edit("Program.cs", Sources.Pricing.Replace("var price", "/* why */ var price", StringComparison.Ordinal));
        host.Translations.ShouldBe(bound);
    }

    [Fact]
    public void An_edit_in_a_callee_binds_the_callee_alone_and_prints_anew()
    {
        var host = GeneratorHost.Open(Sources.Pricing);
        var bound = host.Translations;
        var before = host.Generated("Price.Program.g.cs");

        host.Edit("Program.cs", Sources.Pricing.Replace("=> x * x", "=> x * x * x", StringComparison.Ordinal));
        host.Translations.ShouldBe(bound + 1);
        host.Generated("Price.Program.g.cs").ShouldNotBe(before);
    }

    [Fact]
    public void An_edit_in_an_inlined_body_binds_its_caller_and_prints_anew()
    {
        const string inlined = """
            namespace Shop
            {
                internal static class Steps
                {
                    internal static void Grow(ref double x) { x = x * 2; }
                }
            }
            """;
        var source = Sources.Pricing.Replace("=> x * x", "{ Shop.Steps.Grow(ref x); return x; }", StringComparison.Ordinal);
        source.ShouldNotBe(Sources.Pricing);
        var host = GeneratorHost.Open(source);
        host.Edit("Steps.cs", inlined);
        var bound = host.Translations;
        var before = host.Generated("Price.Program.g.cs");

        host.Edit("Steps.cs", inlined.Replace("x * 2", "x * 3", StringComparison.Ordinal));
        host.Translations.ShouldBe(bound + 1);
        host.Generated("Price.Program.g.cs").ShouldNotBe(before);
    }

    [Fact]
    public void A_changed_declaration_binds_again()
    {
        var host = GeneratorHost.Open(Sources.Pricing);
        var bound = host.Translations;
        host.Edit("Neighbour.cs", Neighbour);
        host.Translations.ShouldBe(bound * 2);
    }

    [Fact]
    public void A_renamed_local_is_printed_anew()
    {
        var host = GeneratorHost.Open(Sources.Pricing);
        host.Edit("Program.cs", Sources.Pricing.Replace("price", "cost", StringComparison.Ordinal));
        host.Generated("Price.Learned.g.cs").ShouldContain("cost");
    }

    [Fact]
    public void Nothing_in_the_pipeline_holds_symbols_syntax_or_compilations()
    {
        var host = GeneratorHost.Open(Sources.Pricing, ("Pricing.Price.learned.json", "{"));
        host.Edit("Neighbour.cs", Neighbour);

        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var walked = 0;
        foreach (var name in TrackingNames.All.Where(host.Result.TrackedSteps.ContainsKey))
        {
            foreach (var (value, _) in host.Result.TrackedSteps[name].SelectMany(static step => step.Outputs))
            {
                Walk(value, name, seen);
                walked++;
            }
        }

        walked.ShouldBeGreaterThan(5);
        seen.Count.ShouldBeGreaterThan(50);
    }

    private static void Walk(object? value, string path, HashSet<object> seen)
    {
        if (value is null || value is string || value.GetType().IsPrimitive || value.GetType().IsEnum || !seen.Add(value))
            return;
        var kept = value is ISymbol or SyntaxNode or SyntaxTree or Compilation or SemanticModel or SyntaxToken or SyntaxReference or IOperation or Location;
        kept.ShouldBeFalse($"{path} holds a {value.GetType()}");
        if (value is IEnumerable items)
        {
            foreach (var item in items)
                Walk(item, path + "[]", seen);
        }

        for (var type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                if (!field.FieldType.IsPointer && field.FieldType != typeof(Type))
                    Walk(field.GetValue(value), $"{path}.{field.Name}", seen);
            }
        }
    }

    private static IncrementalStepRunReason[] Reasons(IEnumerable<IncrementalGeneratorRunStep> steps) =>
        steps.SelectMany(static step => step.Outputs).Select(static output => output.Reason).ToArray();

    private static bool IsKept(IncrementalStepRunReason reason) => reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged;
}
