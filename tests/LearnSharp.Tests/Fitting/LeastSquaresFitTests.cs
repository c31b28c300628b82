using System;
using System.Collections.Generic;
using System.Linq;
using LearnSharp.Tests.Programs;

namespace LearnSharp.Tests.Fitting;

public class LeastSquaresFitTests
{
    private readonly record struct Sample(double Time, double Reading);

    [Fact]
    public void A_fit_without_options_finds_weights_and_choice_and_predicts_held_out_rows()
    {
        var samples = Samples(80, noise: 0.01);
        var fit = Decay.CurveProgram.Fit(samples.Take(60), s => new(s.Time), s => s.Reading);

        fit.Choices.Shape.ShouldBe(Shape.Hyperbolic);
        fit.Weights.Amplitude.ShouldBe(3, 0.05);
        fit.Weights.Rate.ShouldBe(0.7, 0.05);
        fit.Weights.Offset.ShouldBe(0.5, 0.05);
        fit.StopReason.ShouldBe(StopReason.Converged);
        fit.Loss.ShouldBeLessThan(fit.LossBefore / 1000);
        fit.Tried.Select(tried => tried.Choices.Shape).ShouldBe([Shape.Hyperbolic, Shape.Exponential, Shape.Linear]);
        fit.Tried[0].Score.ShouldBe(fit.Loss);

        var held = samples.Skip(60).ToList();
        var after = fit.Model.Evaluate(held, s => new(s.Time), s => s.Reading);
        var before = Decay.CurveProgram.Default.Evaluate(held, s => new(s.Time), s => s.Reading);
        after.RootMeanSquareError.ShouldBeLessThan(before.RootMeanSquareError / 10);
        after.RSquared.ShouldBeGreaterThan(0.9);
    }

    [Fact]
    public void A_line_has_the_closed_form_s_weights_and_standard_errors()
    {
        double[] x = [1, 2, 3, 4, 5, 6, 7];
        double[] y = [1.1, 2.3, 2.8, 4.4, 4.9, 6.2, 6.6];
        var fit = Compact<Line, double>.Fit(x.Zip(y, (a, b) => (new Row(a), b)));

        var (mx, my) = (x.Average(), y.Average());
        var sxx = x.Sum(v => (v - mx) * (v - mx));
        var slope = x.Zip(y, (a, b) => (a - mx) * (b - my)).Sum() / sxx;
        var intercept = my - (slope * mx);
        var rss = x.Zip(y, (a, b) => Math.Pow(b - (slope * a) - intercept, 2)).Sum();
        var s2 = rss / (x.Length - 2);
        fit.W[0].ShouldBe(slope, 1e-13);
        fit.W[1].ShouldBe(intercept, 1e-13);
        fit.StandardErrors.Items[0].ShouldBe(Math.Sqrt(s2 / sxx), 1e-10);
        fit.StandardErrors.Items[1].ShouldBe(Math.Sqrt(s2 * ((1.0 / x.Length) + (mx * mx / sxx))), 1e-10);
        fit.Loss.ShouldBe(rss / x.Length, 1e-14);
    }

    [Fact]
    public void A_row_of_weight_two_counts_as_two_rows_and_one_of_weight_zero_as_none()
    {
        (Row Input, double Target)[] rows = [(new(1), 1.0), (new(2), 2.5), (new(3), 2.0), (new(4), 9.0)];
        var weighted = Compact<Line, double>.Fit(rows, weight: row => row.Input.X == 2 ? 2 : row.Input.X == 4 ? 0 : 1);
        var repeated = Compact<Line, double>.Fit([rows[0], rows[1], rows[1], rows[2]]);
        weighted.W[0].ShouldBe(repeated.W[0], 1e-13);
        weighted.W[1].ShouldBe(repeated.W[1], 1e-13);
        weighted.Loss.ShouldBe(repeated.Loss, 1e-13);
    }

    [Fact]
    public void Several_outputs_add_up()
    {
        var rows = Enumerable.Range(1, 10).Select(i => (new Row(i), new double[] { 2, 2.0 * i, -3.0 * i * i }));
        var fit = Compact<Triple, double[]>.Fit(rows);
        fit.W[0].ShouldBe(2, 1e-12);
        fit.W[1].ShouldBe(-3, 1e-12);
        fit.Loss.ShouldBe(0, 1e-20);
        fit.LossBefore.ShouldBe(Enumerable.Range(1, 10).Average(i => 1 + (i * i) + (16.0 * i * i * i * i)), 1e-9);
    }

    [Fact]
    public void A_target_of_another_length_is_refused_with_its_row()
    {
        (Row, double[])[] rows = [(new(1), [1, 2, 3]), (new(2), [1, 2])];
        var error = Should.Throw<FitDataException>(() => Compact<Triple, double[]>.Fit(rows));
        error.Row.ShouldBe(1);
        error.Message.ShouldContain("3 numbers");
    }

    [Fact]
    public void Bounds_orders_and_fixed_weights_hold_exactly()
    {
        // The data asks for a high level below the low one, for a low level beyond its bound, and for another shift.
        var rows = Enumerable.Range(0, 40).Select(i => i * 0.25).Select(x => (new Row(x), 30 + (x < 5 ? 12 : 4.0)));
        var fit = Compact<Bands, double>.Fit(rows);
        fit.W[0].ShouldBe(10);
        fit.W[1].ShouldBeGreaterThanOrEqualTo(fit.W[0]);
        fit.W[1].ShouldBeLessThanOrEqualTo(20);
        fit.W[2].ShouldBeInRange(1e-9, 1);
        fit.W[3].ShouldBe(2);
        fit.Warnings.ShouldContain(warning => warning.StartsWith("Low ended at its bound 10", StringComparison.Ordinal));
    }

    [Fact]
    public void A_threshold_that_only_a_condition_reads_is_found_by_search_and_said_to_be()
    {
        var rows = Enumerable.Range(0, 40).Select(i => i * 0.25).Select(x => (new Row(x), 2 + (1e-5 * x * x) + (x < 6.3 ? 1.5 : 4)));
        var fit = Compact<Bands, double>.Fit(rows);
        fit.Loss.ShouldBeLessThan(1e-12);
        fit.W[4].ShouldBeInRange(6.25, 6.5);
        fit.W[2].ShouldBe(1e-5, 1e-9);
        fit.Warnings.ShouldContain(warning => warning.StartsWith("Cut acts in steps", StringComparison.Ordinal));
        fit.Warnings.ShouldContain(warning => warning.StartsWith("Unused did not matter", StringComparison.Ordinal));
        fit.W[5].ShouldBe(7);
    }

    [Fact]
    public void The_artefact_s_bytes_are_the_same_for_any_number_of_threads()
    {
        var samples = Samples(12_000, noise: 0.1);
        var texts = new[] { 1, 2, 7, 1 }.Select(threads =>
        {
            var options = new FitOptions { MaxThreads = threads, Seed = 3, Starts = 1 };
            var fit = Decay.CurveProgram.Fit(samples, s => new(s.Time), s => s.Reading, options: options);
            return SavedText(fit);
        }).ToList();
        texts.Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public void Rows_are_enumerated_once()
    {
        var passes = 0;
        IEnumerable<Sample> Rows()
        {
            passes++;
            foreach (var sample in Samples(20, 0))
                yield return sample;
        }

        Decay.CurveProgram.Fit(Rows(), s => new(s.Time), s => s.Reading);
        passes.ShouldBe(1);
    }

    [Fact]
    public void Validation_rows_pick_the_weights_and_stop_early()
    {
        var samples = Samples(40, noise: 0.3);
        var fit = Decay.CurveProgram.Fit(
            samples.Take(8), s => new(s.Time), s => s.Reading, validation: samples.Skip(8), options: new() { Patience = 3 });
        fit.ValidationLoss.ShouldBeLessThanOrEqualTo(fit.ValidationLossBefore);
        fit.Model.Evaluate(samples.Skip(8), s => new(s.Time), s => s.Reading).Loss.ShouldBe(fit.ValidationLoss);
        fit.Tried[0].Score.ShouldBe(fit.ValidationLoss);
        var trained = Decay.CurveProgram.Fit(samples.Take(8), s => new(s.Time), s => s.Reading);
        fit.ValidationLoss.ShouldBeLessThan(trained.Model.Evaluate(samples.Skip(8), s => new(s.Time), s => s.Reading).Loss);
        fit.Loss.ShouldBeGreaterThan(trained.Loss);
    }

    [Fact]
    public void Weights_of_very_different_scales_are_found()
    {
        var rows = Enumerable.Range(0, 20).Select(i => (new Row(1e-9 * i), (3e9 * 1e-9 * i) + 2e-5));
        var fit = Compact<Line, double>.Fit(rows);
        fit.W[0].ShouldBe(3e9, 3e-3);
        fit.W[1].ShouldBe(2e-5, 1e-12);
    }

    [Fact]
    public void Several_starts_find_what_one_does_not()
    {
        var rows = Enumerable.Range(0, 50).Select(i => (new Row(i * 0.1), Math.Sin(6.5 * i * 0.1))).ToList();
        Compact<Wave, double>.Fit(rows, options: new() { Starts = 1 }).Loss.ShouldBeGreaterThan(0.1);
        Compact<Wave, double>.Fit(rows, options: new() { Starts = 30 }).W[0].ShouldBe(6.5, 1e-9);
    }

    [Fact]
    public void Every_method_reaches_the_same_optimum()
    {
        var samples = Samples(200, noise: 0.05);
        var reference = Decay.CurveProgram.Fit(samples, s => new(s.Time), s => s.Reading);
        foreach (var method in new[] { FitMethod.Lbfgs, FitMethod.Adam, FitMethod.CmaEs })
        {
            var fit = Decay.CurveProgram.Fit(samples, s => new(s.Time), s => s.Reading, options: new() { Method = method });
            fit.Choices.ShouldBe(reference.Choices, method.ToString());
            fit.Loss.ShouldBe(reference.Loss, 1e-7 * reference.Loss, method.ToString());
        }
    }

    internal static string SavedText(Decay.CurveProgram.FitResult fit)
    {
        var path = System.IO.Path.GetTempFileName();
        try
        {
            fit.Save(path);
            return System.IO.File.ReadAllText(path);
        }
        finally
        {
            System.IO.File.Delete(path);
        }
    }

    private static List<Sample> Samples(int count, double noise)
    {
        var random = new LearnSharp.Optimization.SeededRandom(11);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() * 10)
            .Select(t => new Sample(t, (3 / (1 + (0.7 * t))) + 0.5 + (noise * random.NextGaussian())))];
    }
}
