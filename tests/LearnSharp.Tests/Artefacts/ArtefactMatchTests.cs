using System.Linq;
using LearnSharp.Ir;

namespace LearnSharp.Tests.Artefacts;

public class ArtefactMatchTests
{
    private static readonly ArtefactSchema s_schema = new(
        "Shop.Price",
        "sig",
        "body",
        [new("A", 1, Min: 0, Max: 10), new("B", 2), new("C", 3, Above: 1)],
        [new("Mode", ["Slow", "Fast"], 0)]);

    private static readonly Artefact s_artefact = new(
        "Shop.Price", "double Price(double a)", "sig", "body", [new("A", 5), new("B", 6), new("C", 7)], [new("Mode", "Fast")], null);

    [Fact]
    public void An_artefact_of_today_gives_its_values_without_notes()
    {
        var values = ArtefactMatch.Apply(s_schema, s_artefact);
        values.Weights.ShouldBe([5, 6, 7]);
        values.Choices.ShouldBe([1]);
        values.Notes.ShouldBeEmpty();
    }

    [Fact]
    public void A_renamed_weight_starts_anew_and_the_others_keep_their_values()
    {
        var schema = s_schema with { SignatureHash = "other", Weights = [s_schema.Weights[0], new("Bee", 2), s_schema.Weights[2]] };
        var values = ArtefactMatch.Apply(schema, s_artefact);
        values.Weights.ShouldBe([5, 2, 7]);
        values.Notes.Select(note => note.Kind).ShouldBe([ArtefactNoteKind.SignatureChanged, ArtefactNoteKind.New, ArtefactNoteKind.Gone]);
        values.Notes[1].Message.ShouldContain("Bee");
        values.Notes[2].Message.ShouldContain("B is gone");
    }

    [Fact]
    public void A_changed_body_is_noted()
        => ArtefactMatch.Apply(s_schema with { BodyHash = "new" }, s_artefact).Notes.Single().Kind.ShouldBe(ArtefactNoteKind.BodyChanged);

    [Fact]
    public void Values_are_moved_into_tighter_bounds_and_above_their_partners()
    {
        var values = ArtefactMatch.Apply(s_schema, s_artefact with { Weights = [new("A", 50), new("B", 9), new("C", 7)] });
        values.Weights.ShouldBe([10, 9, 9]);
        values.Notes.Select(note => (note.Kind, note.Name)).ShouldBe([(ArtefactNoteKind.OutOfBounds, "A"), (ArtefactNoteKind.OutOfBounds, "C")]);
    }

    [Fact]
    public void An_option_that_is_gone_falls_back_to_the_starting_one()
    {
        var values = ArtefactMatch.Apply(s_schema, s_artefact with { Choices = [new("Mode", "Warp")] });
        values.Choices.ShouldBe([0]);
        values.Notes.Single().Message.ShouldContain("Warp");
    }

    [Fact]
    public void Another_program_s_artefact_is_foreign()
    {
        var error = Should.Throw<ArtefactException>(() => ArtefactMatch.Apply(s_schema, s_artefact with { Program = "Shop.Cost" }));
        error.Problem.ShouldBe(ArtefactProblem.Foreign);
        error.Message.ShouldContain("Shop.Cost");
        error.Message.ShouldContain("Shop.Price");
    }
}
