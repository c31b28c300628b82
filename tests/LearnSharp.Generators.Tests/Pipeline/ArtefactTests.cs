using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using LearnSharp.Generators.Tests.Emission;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;

namespace LearnSharp.Generators.Tests.Pipeline;

public sealed class ArtefactTests
{
    private const string File = "/shop/Pricing.Price.learned.json";

    // The shorthand is mentioned, so that a missing artefact is worth a word.
    private const string Used = Sources.Pricing + "\ninternal static class User { internal static double Use() => Shop.Pricing.PriceLearned(1, 2); }\n";

    [Fact]
    public void A_trained_artefact_is_baked_and_nothing_is_said()
    {
        var host = GeneratorHost.Open(Used, (File, Trained()));
        host.Reported.ShouldBeEmpty();
        var face = host.Generated("Price.Learned.g.cs");
        face.ShouldContain("const double perKm = 0.75;");
        face.ShouldContain("const double heavy = 12.5;");
        face.ShouldNotContain("0.5;");
        face.ShouldNotContain("Rounding");
        face.ShouldNotContain("global::LearnSharp");
        host.Problems().ShouldBeEmpty();
    }

    [Fact]
    public void Without_an_artefact_the_starting_values_are_baked_and_a_user_of_the_learned_method_is_told()
    {
        var host = GeneratorHost.Open(Used);
        var said = host.Reported.ShouldHaveSingleItem();
        said.Id.ShouldBe("LS0100");
        said.Severity.ShouldBe(DiagnosticSeverity.Warning);
        said.GetMessage(null).ShouldContain("Pricing.Price.learned.json");
        said.Location.SourceTree!.GetText().ToString(said.Location.SourceSpan).ShouldBe("Price");
        host.Generated("Price.Learned.g.cs").ShouldContain("const double perKm = 0.3;");
    }

    [Fact]
    public void Nobody_is_told_of_a_missing_artefact_before_the_learned_method_is_used() => GeneratorHost.Open(Sources.Pricing).Reported.ShouldBeEmpty();

    [Fact]
    public void A_half_written_artefact_is_named_with_line_and_column_and_callers_still_compile()
    {
        var whole = Trained();
        var host = GeneratorHost.Open(Used, (File, whole[..whole.IndexOf("\"choices\"", StringComparison.Ordinal)]));
        var said = host.Reported.ShouldHaveSingleItem();
        said.Id.ShouldBe("LS0101");
        said.Location.GetLineSpan().Path.ShouldBe(File);
        said.Location.GetLineSpan().StartLinePosition.Line.ShouldBeGreaterThan(5);
        host.Generated("Price.Learned.g.cs").ShouldContain("const double perKm = 0.3;");
        host.Problems().ShouldBeEmpty();
    }

    [Fact]
    public void A_foreign_artefact_is_refused_by_name()
    {
        var host = GeneratorHost.Open(Used, (File, Trained(static artefact => artefact with { Program = "Shop.Pricing.Other" })));
        var said = host.Reported.ShouldHaveSingleItem();
        said.Id.ShouldBe("LS0102");
        said.GetMessage(null).ShouldContain("Shop.Pricing.Other");
        host.Generated("Price.Learned.g.cs").ShouldContain("const double perKm = 0.3;");
    }

    [Fact]
    public void An_artefact_that_belongs_to_nothing_here_is_named()
    {
        var stray = Trained(static artefact => artefact with { Program = "Shop.Gone.Away" });
        var host = GeneratorHost.Open(Used, (File, Trained()), ("/shop/Gone.Away.learned.json", stray));
        host.Reported.ShouldHaveSingleItem().Id.ShouldBe("LS0107");
    }

    [Fact]
    public void A_changed_body_keeps_the_values_and_says_so()
    {
        var host = GeneratorHost.Open(Used, (File, Trained(static artefact => artefact with { BodyHash = "0123456789abcdef" })));
        host.Reported.ShouldHaveSingleItem().Id.ShouldBe("LS0103");
        host.Generated("Price.Learned.g.cs").ShouldContain("const double perKm = 0.75;");
    }

    [Fact]
    public void Renaming_a_weight_keeps_the_values_of_the_others_and_names_what_is_new_and_gone()
    {
        var renamed = Used.Replace("heavy", "bulky", StringComparison.Ordinal);
        var host = GeneratorHost.Open(renamed, (File, Trained()));
        var said = host.Reported.ShouldHaveSingleItem();
        said.Id.ShouldBe("LS0104");
        said.GetMessage(null).ShouldContain("new: Bulky; gone: Heavy");
        host.Generated("Price.Learned.g.cs").ShouldContain("const double perKm = 0.75;");
        host.Generated("Price.Learned.g.cs").ShouldContain("const double bulky = 20.0;");
    }

    [Fact]
    public void A_value_outside_todays_bounds_is_moved_and_named()
    {
        var low = Trained(static artefact => artefact with { Weights = [new("PerKm", -3), new("Heavy", 12.5)] });
        var host = GeneratorHost.Open(Used, (File, low));
        host.Reported.ShouldHaveSingleItem().Id.ShouldBe("LS0105");
        host.Problems().ShouldBeEmpty();
    }

    [Fact]
    public void Two_artefacts_of_one_method_are_named()
    {
        var host = GeneratorHost.Open(Used, (File, Trained()), ("/shop/old/Pricing.Price.learned.json", Trained()));
        host.Reported.ShouldHaveSingleItem().Id.ShouldBe("LS0106");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{")]
    public void Where_training_is_required_a_missing_or_damaged_artefact_is_an_error(string? text)
    {
        var required = new Dictionary<string, string> { ["LearnSharpRequireTrained"] = "true" };
        var host = text is null ? GeneratorHost.Open(Used, required) : GeneratorHost.Open(Used, required, (File, text));
        var said = host.Reported.ShouldHaveSingleItem();
        (said.Id, said.Severity).ShouldBe(("LS0110", DiagnosticSeverity.Error));
    }

    [Fact]
    public void A_variant_has_values_of_its_own()
    {
        var source = Sources.Pricing.Replace(
            "private static double Squared",
            """
            [Learned(nameof(Price), Variant = "2026-10")] private static partial double October(double distance, double weight);
                [Learned(nameof(Price))] private static partial double Now(double km, double kg);
                private static double Squared
            """,
            StringComparison.Ordinal);
        var october = Trained(static artefact => artefact with { Weights = [new("PerKm", 0.875), new("Heavy", 12.5)] });
        var host = GeneratorHost.Open(source, (File, Trained()), ("/shop/Pricing.Price.2026-10.learned.json", october));
        host.Reported.ShouldBeEmpty();
        host.Problems().ShouldBeEmpty();
        host.Generated("October.LearnedFace.g.cs").ShouldContain("const double perKm = 0.875;");
        host.Generated("October.LearnedFace.g.cs").ShouldContain("perKm * distance");
        host.Generated("Now.LearnedFace.g.cs").ShouldContain("const double perKm = 0.75;");
    }

    [Fact]
    public void Without_programs_only_the_learned_method_is_generated()
    {
        var host = GeneratorHost.Open(Used, new Dictionary<string, string> { ["LearnSharpPrograms"] = "false" }, (File, Trained()));
        host.Result.GeneratedSources.Select(static source => source.HintName).ShouldBe(["Shop.Pricing.Price.Learned.g.cs"]);
        host.Problems().ShouldBeEmpty();
    }

    private static string Trained(Func<Artefact, Artefact>? change = null)
    {
        var program = GeneratorHost.Open(Sources.Pricing).Generated("Price.Program.g.cs");
        string Value(string name) => Regex.Match(program, name + " = \"([^\"]*)\"").Groups[1].Value;
        var artefact = new Artefact(
            Value("FullName"),
            Value("Signature"),
            Value("SignatureHash"),
            Value("BodyHash"),
            [new("PerKm", 0.75), new("Heavy", 12.5)],
            [new("Rounding", "Nearest")],
            null);
        return ArtefactText.Write(change is null ? artefact : change(artefact));
    }
}
