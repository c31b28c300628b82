using System;
using System.Linq;

namespace LearnSharp.Execution.Tests;

public sealed class FitTests
{
    [Fact]
    public void A_line_is_fitted_to_its_points()
    {
        var rows = Enumerable.Range(0, 20).Select(static i => (X: (double)i, Y: (3.0 * i) - 2)).ToArray();
        var fit = Examples.LineProgram.Fit(rows, static row => new(row.X), static row => row.Y);
        fit.Model.Weights.Slope.ShouldBe(3, 1e-9);
        fit.Model.Weights.Offset.ShouldBe(-2, 1e-9);
        fit.Model.Predict(new(100)).ShouldBe(298, 1e-6);
        fit.ToString().ShouldContain("Slope");
    }

    [Fact]
    public void Tuples_stand_for_rows()
    {
        var fit = Examples.LineProgram.Fit([(0.0, 1.0), (1.0, 3.0), (2.0, 5.0)]);
        fit.Weights.Slope.ShouldBe(2, 1e-9);
    }

    [Fact]
    public void Choices_and_weights_of_the_body_are_found_together()
    {
        var truth = new Examples.PriceProgram.Model(
            new Examples.PriceProgram.Weights { PerKm = 0.7, Heavy = 12 },
            new Examples.PriceProgram.Choices { Rounding = Rounding.Nearest, Steps = 3 });
        var rows = Enumerable.Range(0, 60).Select(i => new Examples.PriceProgram.Input(1 + i, i % 7 * 5)).Select(input => (input, truth.Predict(input))).ToArray();
        var fit = Examples.PriceProgram.Fit(rows);
        fit.Choices.Rounding.ShouldBe(Rounding.Nearest);
        fit.Loss.ShouldBeLessThan(1e-9);
    }

    [Fact]
    public void A_cost_of_the_business_is_minimized_with_an_input_bound_by_name()
    {
        Examples.RegretProgram.AsLoss.Inputs.ShouldHaveSingleItem().Name.ShouldBe("Storage");
        var rows = Enumerable.Range(1, 30).Select(static i => (Demand: (double)i, Sold: 1.5 * i)).ToArray();
        var fit = Examples.OrderProgram.Fit(rows, static row => new(row.Demand, 1), static row => row.Sold, loss: Examples.RegretProgram.AsLoss);
        fit.Weights.Factor.ShouldBe(1.5, 1e-3);
    }

    [Fact]
    public void An_array_result_is_fitted_through_its_residuals()
    {
        var rows = Enumerable.Range(1, 5).Select(static i => new double[] { i, i + 1 }).ToArray();
        var fit = Examples.ScaleProgram.Fit(rows, static row => new(row), static row => row.Select(static x => (4 * x) - 1).ToArray());
        fit.Weights.Factor.ShouldBe(4, 1e-8);
        fit.Weights.Offset.ShouldBe(-1, 1e-8);
    }

    [Fact]
    public void A_threshold_is_found_by_search()
    {
        var rows = Enumerable.Range(-10, 41).Select(static i => ((double)i, i > 12)).ToArray();
        var fit = Examples.IsWarmProgram.Fit(rows.Select(static row => (new Examples.IsWarmProgram.Input(row.Item1), row.Item2)));
        fit.Loss.ShouldBe(0);
    }

    [Fact]
    public void A_method_that_is_not_analysed_is_trained_by_search()
    {
        var rows = Enumerable.Range(1, 12).Select(static i => (new Examples.OpaqueProgram.Input(i), 3.0 * i * i)).ToArray();
        var fit = Examples.OpaqueProgram.Fit(rows);
        fit.Choices.Square.ShouldBeTrue();
        fit.Weights.A.ShouldBe(3, 0.05);
        Should.Throw<NotSupportedException>(fit.Model.ToCSharp);
    }

    [Fact]
    public void The_learned_face_exists_before_training_and_computes_the_start()
    {
        Examples.LineLearned(5).ShouldBe(Examples.Line(5));
        Examples.BestLine(5).ShouldBe(Examples.Line(5));
        Examples.PriceLearned(10, 30).ShouldBe(Examples.Price(10, 30));
    }

    [Fact]
    public void A_model_prints_itself_as_plain_CSharp()
    {
        var text = new Examples.LineProgram.Model(new Examples.LineProgram.Weights { Slope = 2.5 }).ToCSharp();
        text.ShouldContain("2.5");
        text.ShouldNotContain("LearnSharp.Runtime");
    }
}
