using System;
using System.Linq;
using LearnSharp.Tests.Programs;

namespace LearnSharp.Tests.Fitting;

public class LossTests
{
    private static readonly double[] s_wild = [1, 2, 3.5, 4, 5, 6, 1000];

    [Fact]
    public void The_absolute_loss_finds_the_median()
    {
        var fit = Compact<Line, double>.Fit(s_wild.Select(y => (new Row(0), y)), Loss.Absolute);
        fit.W[1].ShouldBe(4, 1e-6);
        fit.Loss.ShouldBe(s_wild.Average(y => Math.Abs(y - 4)), 1e-6);
    }

    [Fact]
    public void The_absolute_loss_draws_a_line_past_wild_rows()
    {
        var rows = Enumerable.Range(0, 30).Select(i => (new Row(i), i % 7 == 0 ? 500.0 : (2.0 * i) + 1));
        var fit = Compact<Line, double>.Fit(rows, Loss.Absolute);
        fit.W[0].ShouldBe(2, 1e-6);
        fit.W[1].ShouldBe(1, 1e-5);
    }

    [Fact]
    public void A_loss_of_one_s_own_finds_its_quantile()
    {
        // 90 % of the rows lie below the best prediction under this loss.
        var fit = Compact<Line, double>.Fit(Enumerable.Range(1, 100).Select(y => (new Row(0), (double)y)), new Pinball(0.9));
        fit.W[1].ShouldBeInRange(90 - 1e-6, 91 + 1e-6);
    }

    [Fact]
    public void The_Huber_loss_is_where_its_clipped_errors_balance()
    {
        var fit = Compact<Line, double>.Fit(s_wild.Select(y => (new Row(0), y)), Loss.Huber(1.5));
        s_wild.Sum(y => Math.Clamp(fit.W[1] - y, -1.5, 1.5)).ShouldBe(0, 1e-6);
    }

    [Fact]
    public void The_log_loss_calibrates_probabilities()
    {
        var random = new LearnSharp.Optimization.SeededRandom(5);
        var rows = Enumerable.Range(0, 300).Select(_ => 4 * (random.NextDouble() - 0.5))
            .Select(x => (new Row(x), random.NextDouble() < 1 / (1 + Math.Exp(-((2 * x) - 0.5))))).ToList();
        var fit = Compact<Logistic, double>.Fit(rows, Loss.Log);
        rows.Sum(row => (fit.Model.Predict(row.Item1) - (row.Item2 ? 1 : 0)) * row.Item1.X).ShouldBe(0, 1e-3);
        rows.Sum(row => fit.Model.Predict(row.Item1) - (row.Item2 ? 1 : 0)).ShouldBe(0, 1e-3);
        fit.Loss.ShouldBeLessThan(Math.Log(2));
    }

    [Fact]
    public void Zero_one_trains_a_threshold_and_a_choice_without_derivatives()
    {
        var rows = Enumerable.Range(0, 100).Select(i => i * 0.1).Select(x => (new Row(x), x < 7.25)).ToList();
        var fit = Compact<Gate, bool>.Fit(rows);
        fit.Loss.ShouldBe(0);
        fit.Choices.Options.ShouldBe([1]);
        fit.W[0].ShouldBeInRange(7.2, 7.3);
        fit.ToString().ShouldContain("zero-one loss");
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(-3.0)]
    [InlineData(1.5)]
    public void The_log_loss_is_finite_and_pulls_back_at_impossible_probabilities(double p)
    {
        var loss = new ElementLoss(LossKind.Log, double.NaN, false);
        var target = p <= 0 ? 1.0 : 0;
        double.IsFinite(loss.Value(p, target)).ShouldBeTrue();
        Math.Sign(loss.Derivative(p, target)).ShouldBe(p <= 0 ? -1 : 1);
    }

    [Theory]
    [InlineData("Squared")]
    [InlineData("Absolute")]
    [InlineData("Huber")]
    [InlineData("Log")]
    public void Derivatives_agree_with_differences(string kind)
    {
        var loss = new ElementLoss(Enum.Parse<LossKind>(kind), 0.7, false);
        foreach (var (p, t) in new[] { (0.3, 0.9), (0.8, 0.05), (0.4, 0.35), (0.9, 0.1) })
        {
            const double Step = 1e-6;
            var difference = (loss.Value(p + Step, t) - loss.Value(p - Step, t)) / (2 * Step);
            loss.Derivative(p, t).ShouldBe(difference, 1e-7);
            if (kind == "Log")
                continue;
            var q = loss.Residual(p, t, 1e-3, out var slope);
            var byQ = (loss.Residual(p + Step, t, 1e-3, out _) - loss.Residual(p - Step, t, 1e-3, out _)) / (2 * Step);
            slope.ShouldBe(byQ, 1e-6);
            (q * q).ShouldBe(loss.Value(p, t), kind == "Absolute" ? 2e-3 : 1e-12);
        }
    }

    [Fact]
    public void A_cost_reads_further_inputs_by_name()
    {
        var fit = Compact<Line, double>.Fit(
            new[] { (new Row(0, Y: 1), 10.0), (new Row(0, Y: 3), 20.0) }, new PricedError("y", "double"));
        fit.W[1].ShouldBe((10 + (3 * 20)) / 4.0, 1e-6);
    }

    [Fact]
    public void A_cost_that_reads_an_input_that_is_not_there_is_refused_before_training()
    {
        var error = Should.Throw<ArgumentException>(() => Compact<Line, double>.Fit(new[] { (new Row(0), 1.0) }, new PricedError("price", "double")));
        error.Message.ShouldContain("price");
        error.Message.ShouldContain("X, Y");
    }

    [Fact]
    public void A_cost_that_reads_an_input_as_another_type_is_refused_before_training()
    {
        var error = Should.Throw<ArgumentException>(() => Compact<Line, double>.Fit(new[] { (new Row(0), 1.0) }, new PricedError("y", "int")));
        error.Message.ShouldContain("int");
    }

    [Fact]
    public void A_built_in_loss_on_targets_that_are_no_numbers_is_refused()
        => Should.Throw<ArgumentException>(() => Compact<Line, double>.Fit(new[] { (new Row(0), "ten") })).Message.ShouldContain("String");

    [Fact]
    public void The_log_loss_refuses_targets_that_are_no_probabilities()
        => Should.Throw<FitDataException>(() => Compact<Logistic, double>.Fit(new[] { (new Row(0), 1.0), (new Row(0), 2.0) }, Loss.Log)).Row.ShouldBe(1);

    [Fact]
    public void A_program_whose_result_is_the_cost_is_minimized()
    {
        var fit = Compact<Bowl, double>.Minimize([new(1, 2), new(3, 4)]);
        fit.W[0].ShouldBe(2, 1e-6);
        fit.W[1].ShouldBe(1);
        fit.Loss.ShouldBe(1 + 5, 1e-9);
    }

    [Fact]
    public void A_black_box_cost_is_minimized_over_weights_and_choices()
    {
        var fit = Compact<Gate, bool>.Minimize((w, c) => Math.Abs(w[0] - 4.5) + (c[0] == 1 ? 0 : 2));
        fit.W[0].ShouldBe(4.5, 1e-4);
        fit.Choices.Options.ShouldBe([1]);
        fit.Method.ShouldBe("CMA-ES");
    }

    private sealed class Pinball(double quantile) : Loss<double, double>
    {
        public override string Name => "pinball";

        public override double Value<TArguments>(in double predicted, in double actual, in TArguments arguments)
            => actual > predicted ? quantile * (actual - predicted) : (1 - quantile) * (predicted - actual);

        public override double Gradient<TArguments>(in double predicted, in double actual, in TArguments arguments, Span<double> derivative)
        {
            derivative[0] = actual > predicted ? -quantile : 1 - quantile;
            return Value(in predicted, in actual, in arguments);
        }
    }

    private sealed class PricedError(string input, string type) : Loss<double, double>
    {
        public override string Name => "priced error";

        public override System.Collections.Generic.IReadOnlyList<InputInfo> Inputs => [new(input, type)];

        public override double Value<TArguments>(in double predicted, in double actual, in TArguments arguments)
            => arguments.Argument<double>(0) * (predicted - actual) * (predicted - actual);

        public override double Gradient<TArguments>(in double predicted, in double actual, in TArguments arguments, Span<double> derivative)
        {
            derivative[0] = arguments.Argument<double>(0) * 2 * (predicted - actual);
            return Value(in predicted, in actual, in arguments);
        }
    }
}
