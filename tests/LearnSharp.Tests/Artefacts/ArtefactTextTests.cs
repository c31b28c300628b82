using System;
using System.Globalization;
using LearnSharp.Ir;

namespace LearnSharp.Tests.Artefacts;

public class ArtefactTextTests
{
    private static readonly Artefact s_artefact = new(
        "Shop.Pricing.Price",
        "double Price(double km, [Weight] double perKm)",
        "0123456789abcdef",
        "fedcba9876543210",
        [new("PerKm", 0.1 + 0.2), new("Taps[0]", -1e-300), new("Taps[1]", 20), new("Naïve \"name\"\n", double.MaxValue)],
        [new("Rounding", "Up"), new("Twice", "true")],
        new("squared", 100, 1.5, 0.25, 20, 2, 1));

    private const string Expected = """
        {
          "schema": 1,
          "numerics": 1,
          "program": "Shop.Pricing.Price",
          "signature": "double Price(double km, [Weight] double perKm)",
          "signatureHash": "0123456789abcdef",
          "bodyHash": "fedcba9876543210",
          "weights": {
            "PerKm": 0.30000000000000004,
            "Taps[0]": -1E-300,
            "Taps[1]": 20,
            "Naïve \"name\"\u000a": 1.7976931348623157E+308
          },
          "choices": {
            "Rounding": "Up",
            "Twice": "true"
          },
          "metrics": {
            "loss": "squared",
            "rows": 100,
            "before": 1.5,
            "after": 0.25,
            "validationRows": 20,
            "validationBefore": 2,
            "validationAfter": 1
          }
        }

        """;

    [Fact]
    public void One_weight_per_line_in_declaration_order() => ArtefactText.Write(s_artefact).ShouldBe(Expected);

    [Fact]
    public void What_is_written_reads_back_to_the_same_bits() => ArtefactText.Read(ArtefactText.Write(s_artefact)).ShouldBe(s_artefact);

    [Fact]
    public void The_culture_of_the_thread_changes_nothing()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            culture.NumberFormat.NumberDecimalSeparator = ",";
            culture.NumberFormat.NegativeSign = "~";
            CultureInfo.CurrentCulture = culture;
            ArtefactText.Write(s_artefact).ShouldBe(Expected);
            ArtefactText.Read(Expected).ShouldBe(s_artefact);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Line_ends_of_another_system_and_a_byte_order_mark_do_not_matter()
        => ArtefactText.Read("\uFEFF" + Expected.Replace("\n", "\r\n", StringComparison.Ordinal)).ShouldBe(s_artefact);

    [Fact]
    public void Every_truncation_is_refused()
    {
        // All but the last line feed, which carries nothing.
        for (var length = 0; length < Expected.Length - 1; length++)
        {
            var error = Should.Throw<FormatException>(() => ArtefactText.Read(Expected[..length]), $"{length} characters");
            error.ShouldBeOfType<ArtefactException>().Problem.ShouldBe(ArtefactProblem.Damaged);
        }
    }

    [Fact]
    public void Every_single_missing_character_of_structure_is_refused()
    {
        var text = ArtefactText.Write(s_artefact with { Signature = "plain", Weights = [new("PerKm", 1), new("PerKg", 2)] });
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '{' or '}' or ':' or ',' or '"')
                Should.Throw<ArtefactException>(() => ArtefactText.Read(text.Remove(i, 1)), $"without character {i}");
        }
    }

    [Theory]
    [InlineData("", 1, 1, "empty")]
    [InlineData("<<<<<<< HEAD\n{", 1, 1, "'<'")]
    [InlineData("{\n  \"schema\": 1,\n  \"schema\": 1\n}", 3, 3, "twice")]
    [InlineData("{\n  \"schema\": 1;\n}", 2, 14, "';'")]
    [InlineData("{\n  \"schema\": 01\n}", 2, 14, "'1'")]
    [InlineData("{\n  \"schema\": 1.5\n}", 2, 13, "whole number")]
    [InlineData("{\n  \"schema\": 1\n}", 1, 1, "no \"program\"")]
    [InlineData("{\n  \"schema\": true\n}", 2, 13, "'t'")]
    [InlineData("{ } extra", 1, 5, "follow")]
    public void Mistakes_are_named_with_line_and_column(string text, int line, int column, string part)
    {
        var error = Should.Throw<ArtefactException>(() => ArtefactText.Read(text));
        error.Line.ShouldBe(line);
        error.Column.ShouldBe(column);
        error.Message.ShouldStartWith($"Line {line}, column {column}: ");
        error.Message.ShouldContain(part);
    }

    [Theory]
    [InlineData("\"Taps[1]\": 20", "\"Taps[1]\": 1e999", "Taps[1]")]
    [InlineData("\"Taps[1]\": 20", "\"Taps[1]\": \"20\"", "Taps[1]")]
    [InlineData("\"Taps[1]\": 20", "\"Taps[1]\": NaN", "'N'")]
    [InlineData("\"Rounding\": \"Up\"", "\"Rounding\": 1", "Rounding")]
    [InlineData("\"rows\": 100", "\"row\": 100", "rows")]
    [InlineData("\"rows\": 100", "\"rows\": 100, \"colour\": \"red\"", "colour")]
    public void Values_of_the_wrong_kind_are_refused(string old, string changed, string part)
        => Should.Throw<ArtefactException>(() => ArtefactText.Read(Expected.Replace(old, changed, StringComparison.Ordinal))).Message.ShouldContain(part);

    [Fact]
    public void A_newer_schema_is_told_from_damage_even_when_its_members_are_unknown()
    {
        var error = Should.Throw<ArtefactException>(() => ArtefactText.Read("{ \"schema\": 2, \"tensors\": { } }"));
        error.Problem.ShouldBe(ArtefactProblem.Newer);
        error.Message.ShouldContain("schema 2");
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_weight_that_is_not_finite_is_not_written(double value)
    {
        var error = Should.Throw<ArgumentException>(() => ArtefactText.Write(s_artefact with { Weights = [new("PerKm", value)] }));
        error.Message.ShouldContain("PerKm");
    }

    [Fact]
    public void Without_weights_choices_or_metrics_the_file_is_still_well_formed()
    {
        var artefact = s_artefact with { Weights = [], Choices = [], Metrics = null };
        ArtefactText.Read(ArtefactText.Write(artefact)).ShouldBe(artefact);
    }
}
