using System;
using System.Linq;

namespace LearnSharp.Execution.Tests.Fitting;

/// <summary>What was learned through objects, dictionaries, recursion and a fixed point holds on rows that were not seen.</summary>
public sealed class OfferTests
{
    [Fact]
    public void Weights_behind_objects_and_dictionaries_are_found()
    {
        static double Truth(Row row) => 2.5 + ((row.Kind == 0 ? 0.5 : 1.4) * row.Km) + row.Parts.Sum(static part => 1.7 * part) + (row.Km > 5 ? 0.3 * (row.Km - 5) : 0);
        var fit = Offers.PriceProgram.Fit(Rows(1, 200), static row => new(row.Km, row.Kind, row.Parts), Truth);
        fit.Weights.Start.ShouldBe(2.5, 1e-6);
        fit.Weights.Fast.ShouldBe(1.4, 1e-6);
        fit.Model.Evaluate(Rows(2, 50), static row => new(row.Km, row.Kind, row.Parts), Truth).RootMeanSquareError.ShouldBeLessThan(1e-6);
    }

    [Fact]
    public void Weights_behind_recursion_over_a_list_are_found()
    {
        static double Truth(Row row) => Math.Max(3 + (0.4 * row.Km), 5 + (0.1 * row.Km));
        var fit = Offers.BestProgram.Fit(Rows(3, 200), static row => new(row.Km), Truth);
        fit.Model.Evaluate(Rows(4, 50), static row => new(row.Km), Truth).RootMeanSquareError.ShouldBeLessThan(1e-6);
    }

    [Fact]
    public void Weights_of_an_equation_that_is_solved_are_found()
    {
        static double Truth(Row row)
        {
            var x = 0.5;
            for (var i = 0; i < 200; i++)
                x = Math.Cos(0.37 * x) + (0.021 * row.Km);
            return x;
        }

        var fit = Offers.EquilibriumProgram.Fit(Rows(5, 200), static row => new(row.Km), Truth);
        fit.Weights.A.ShouldBe(0.37, 1e-6);
        fit.Weights.B.ShouldBe(0.21, 1e-6);
        fit.Model.Evaluate(Rows(6, 50), static row => new(row.Km), Truth).RootMeanSquareError.ShouldBeLessThan(1e-9);
    }

    private static Row[] Rows(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => new Row(random.NextDouble() * 10, random.Next(2), [.. Enumerable.Range(0, random.Next(4)).Select(_ => random.NextDouble())]))];
    }

    private sealed record Row(double Km, int Kind, double[] Parts);
}
