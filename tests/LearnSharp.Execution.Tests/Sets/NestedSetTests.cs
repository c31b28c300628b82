using System;
using System.IO;
using System.Linq;
using LearnSharp.Execution.Tests.Gradients;

namespace LearnSharp.Execution.Tests.Sets;

/// <summary>Weights and choices of callees, as sets nested in the caller's.</summary>
public sealed class NestedSetTests
{
    private static readonly Journeys.PriceProgram.Model Truth = new(
        new Journeys.PriceProgram.Weights
        {
            PerKm = 0.7,
            Toll = new Journeys.PriceProgram.Weights.TollWeights { Rate = 0.4, Entry = 3 },
            Wait = new Journeys.PriceProgram.Weights.WaitWeights { PerHour = 11 },
        },
        new Journeys.PriceProgram.Choices { Toll = new Journeys.PriceProgram.Choices.TollChoices { Night = true } });

    private static (Journeys.PriceProgram.Input Input, double Target)[] Rows => [.. Enumerable.Range(1, 40)
        .Select(static i => new Journeys.PriceProgram.Input(i * 1.7, i % 7 * 0.8))
        .Select(static input => (input, Truth.Predict(input)))];

    [Fact]
    public void The_start_of_every_set_is_what_plain_csharp_computes()
    {
        Journeys.PriceProgram.Default.Predict(new(12, 3.5)).ShouldBe(Journeys.Price(12, 3.5));
        Journeys.PriceProgram.Default.Weights.Toll.Entry.ShouldBe(2);
        new Journeys.PriceProgram.Weights().Wait.PerHour.ShouldBe(8);
    }

    [Fact]
    public void Gradients_by_nested_weights_agree_with_dual_numbers_and_differences()
    {
        GradientCheck.Agrees<Journeys.PriceProgram, Journeys.PriceProgram.Input, Journeys.PriceProgram.Weights, Journeys.PriceProgram.Choices>(new(12, 3.5), 12.0, 3.5);
        GradientCheck.Agrees<Journeys.DecayProgram, Journeys.DecayProgram.Input, Journeys.DecayProgram.Weights, Journeys.DecayProgram.Choices>(new(2), 2.0);
    }

    [Fact]
    public void A_gradient_comes_back_in_the_shape_of_the_sets()
    {
        Journeys.PriceProgram.Gradient(new(12, 0.5), new(), new(), out var d);
        d.PerKm.ShouldBe(12 + 0.5);
        d.Toll.Rate.ShouldBe(12 + 0.5);
        d.Toll.Entry.ShouldBe(3);
        d.Wait.PerHour.ShouldBe(0);
    }

    [Fact]
    public void Nested_weights_and_choices_are_fitted_with_the_callers_own()
    {
        var fit = Journeys.PriceProgram.Fit(Rows);
        fit.Loss.ShouldBeLessThan(1e-9);
        fit.Weights.Wait.PerHour.ShouldBe(11, 1e-3);
        fit.Weights.Toll.Entry.ShouldBe(3, 1e-3);
        fit.ToString().ShouldContain("Toll.Entry");
    }

    [Fact]
    public void An_artefact_keeps_nested_sets()
    {
        var folder = Directory.CreateTempSubdirectory("learnsharp-sets-").FullName;
        try
        {
            var path = Path.Combine(folder, "Journeys.Price.learned.json");
            Truth.Save(path);
            var loaded = Journeys.PriceProgram.Load(path);
            loaded.Weights.ShouldBe(Truth.Weights);
            loaded.Choices.ShouldBe(Truth.Choices);
            File.ReadAllText(path).ShouldContain("\"Toll.Rate\": 0.4");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void The_learned_face_has_the_values_of_every_set_baked_in()
    {
        var source = Truth.ToCSharp();
        source.ShouldContain("0.4");
        source.ShouldContain("11.0");
        source.ShouldNotContain("Learn.");
        Journeys.PriceLearned(12, 3.5).ShouldBe(Journeys.Price(12, 3.5), 1e-12);
        Journeys.DecayLearned(2).ShouldBe(Journeys.Decay(2), 1e-12);
    }
}
