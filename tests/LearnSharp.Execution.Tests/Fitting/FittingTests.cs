using System;
using System.Linq;

namespace LearnSharp.Execution.Tests.Fitting;

/// <summary>Generated programs fitted to data whose law is known, checked on data they did not see.</summary>
public sealed class FittingTests
{
    [Fact]
    public void Weights_choices_and_a_threshold_are_recovered()
    {
        var fit = Delivery.PriceProgram.Fit(Order.Generate(400, seed: 1, perKm: 0.42, heavy: 30, surcharge: 0.25), o => new(o.Km, o.Kg), o => o.Paid);

        fit.StopReason.ShouldBe(StopReason.Converged);
        fit.Choices.Express.ShouldBeFalse();
        fit.Weights.PerKm.ShouldBe(0.42, 0.001);
        fit.Weights.Heavy.ShouldBe(30, 0.1);
        fit.Weights.Surcharge.ShouldBe(0.25, 0.002);
        var unseen = Order.Generate(100, seed: 2, perKm: 0.42, heavy: 30, surcharge: 0.25);
        fit.Model.Evaluate(unseen, o => new(o.Km, o.Kg), o => o.Paid).RootMeanSquareError.ShouldBeLessThan(0.03);
        fit.ToString().ShouldContain("PerKm");
    }

    [Fact]
    public void A_business_cost_moves_the_fit_to_the_dear_side()
    {
        var orders = Order.Generate(400, seed: 1, perKm: 0.42, heavy: 30, surcharge: 0.25, noise: 1);

        var plain = Delivery.PriceProgram.Fit(orders, o => new(o.Km, o.Kg), o => o.Paid);
        var careful = Delivery.PriceProgram.Fit(orders, o => new(o.Km, o.Kg), o => o.Paid, loss: Delivery.CostProgram.AsLoss);

        double Cost(Func<Order, double> predict) => orders.Average(o => Delivery.Cost(predict(o), o.Paid, o.Kg));
        Cost(o => careful.Model.Predict(new(o.Km, o.Kg))).ShouldBeLessThan(0.9 * Cost(o => plain.Model.Predict(new(o.Km, o.Kg))));
        careful.Loss.ShouldBe(Cost(o => careful.Model.Predict(new(o.Km, o.Kg))), 1e-12);
    }

    [Fact]
    public void The_number_of_threads_does_not_change_a_bit()
    {
        var orders = Order.Generate(5000, seed: 1, perKm: 0.42, heavy: 30, surcharge: 0.25);
        var fits = new[] { 1, 2, 7 }.Select(threads =>
            Delivery.PriceProgram.Fit(orders, o => new(o.Km, o.Kg), o => o.Paid, options: new FitOptions { MaxThreads = threads }));

        fits.Select(fit => (fit.Weights, fit.Loss)).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public void Pairs_of_input_and_target_are_rows_too()
    {
        var rows = Order.Generate(100, seed: 1, perKm: 0.42, heavy: 30, surcharge: 0.25)
            .Select(o => (new Delivery.PriceProgram.Input(o.Km, o.Kg), o.Paid));

        Delivery.PriceProgram.Fit(rows).Weights.PerKm.ShouldBe(0.42, 0.01);
    }
}
