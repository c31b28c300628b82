using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using LearnSharp.Optimization;

namespace LearnSharp.Tests.Optimization;

public class AdamTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Rows_of_a_line_are_fitted_from_small_batches(bool plateau)
    {
        var settings = new AdamOptions { LearningRate = 0.05, BatchSize = 8, Decay = plateau ? RateDecay.Plateau : RateDecay.Cosine };

        var result = Adam.Minimize(new LineRows(200), [0, 0], null, settings);

        result.X[0].ShouldBe(1.5, 1e-3);
        result.X[1].ShouldBe(-0.7, 1e-3);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits_and_another_seed_others()
    {
        var first = Adam.Minimize(new LineRows(50), [0, 0], null, new AdamOptions { Epochs = 5, Seed = 7 });
        var second = Adam.Minimize(new LineRows(50), [0, 0], null, new AdamOptions { Epochs = 5, Seed = 7 });
        var other = Adam.Minimize(new LineRows(50), [0, 0], null, new AdamOptions { Epochs = 5, Seed = 8 });

        second.X.ShouldBe(first.X);
        other.X.ShouldNotBe(first.X);
    }

    [Fact]
    public void Bounds_hold_at_every_point_and_an_active_one_is_met_exactly()
    {
        var bounds = new Bounds([-5, -0.5], [1, 5]);
        var rows = new LineRows(100) { Allowed = bounds };

        var result = Adam.Minimize(rows, [0, 0], bounds, new AdamOptions { LearningRate = 0.05 });

        rows.Left.ShouldBeFalse();
        result.X[0].ShouldBe(1);
    }

    [Fact]
    public void Scales_make_parameters_of_different_units_learn_alike()
    {
        var settings = new AdamOptions { LearningRate = 0.05, BatchSize = 8 };
        var plain = Adam.Minimize(new LineRows(100), [0, 0], null, settings);
        var scaled = Adam.Minimize(new LineRows(100) { SlopeUnit = 1 << 20 }, [0, 0], null, settings with { Scales = [1 << 20, 1], Epsilon = 1e-8 });

        scaled.X[0].ShouldBe(plain.X[0] * (1 << 20), 1e-9 * (1 << 20));
        scaled.X[1].ShouldBe(plain.X[1], 1e-9);
    }

    [Fact]
    public void Batches_that_fail_now_and_then_are_passed_over()
    {
        var calls = 0;
        var result = Adam.Minimize(new LineRows(200) { Fails = _ => ++calls % 3 == 0 }, [0, 0], null, new AdamOptions { LearningRate = 0.05 });

        result.X[0].ShouldBe(1.5, 1e-2);
    }

    [Fact]
    public void A_region_without_gradients_sends_the_run_back_to_the_best_point()
    {
        // Steps of 0.5 would run past the wall at 1.4 on their way to 1.5.
        var result = Adam.Minimize(new LineRows(200) { Fails = x => x[0] > 1.4 }, [0, 0], null, new AdamOptions { LearningRate = 0.5 });

        result.Reason.ShouldBe(StopReason.NoProgress);
        result.X[0].ShouldBeInRange(0.5, 1.5);
        double.IsFinite(result.Value).ShouldBeTrue();
    }

    [Fact]
    public void The_best_point_is_kept_when_later_epochs_are_worse()
    {
        var values = new List<double>();
        var rows = new LineRows(100) { Valued = values.Add };

        var result = Adam.Minimize(rows, [0, 0], null, new AdamOptions { LearningRate = 1, BatchSize = 4, Epochs = 20 });

        result.Value.ShouldBe(values.Min());
        rows.TryValue(result.X, out var value).ShouldBeTrue();
        value.ShouldBe(result.Value);
    }

    [Fact]
    public void No_new_best_value_for_long_ends_the_run_early()
    {
        var settings = new AdamOptions { LearningRate = 1, BatchSize = 4, EarlyStoppingEvaluations = 3 };

        var result = Adam.Minimize(new LineRows(100), [1.5, -0.7], null, settings);

        result.Reason.ShouldBe(StopReason.EarlyStopping);
        result.X.ShouldBe([1.5, -0.7]);
        result.Iterations.ShouldBe(3);
    }

    [Fact]
    public void Cancelling_returns_the_best_point_so_far()
    {
        using var source = new CancellationTokenSource();
        var options = new OptimizerOptions { Progress = report => Stop(report.Iteration, source) };

        var result = Adam.Minimize(new LineRows(100), [0, 0], null, null, options, source.Token);

        result.Reason.ShouldBe(StopReason.Cancelled);
        result.Iterations.ShouldBeInRange(4, 5);
        result.X[0].ShouldNotBe(0);
    }

    [Fact]
    public void Every_row_comes_once_an_epoch_in_an_order_of_its_own()
    {
        var batches = new MiniBatches(10, 4, 3);

        var first = Enumerable.Range(0, batches.Count).SelectMany(_ => batches.Next().ToArray()).ToArray();
        var second = Enumerable.Range(0, batches.Count).SelectMany(_ => batches.Next().ToArray()).ToArray();

        batches.Count.ShouldBe(3);
        first.Order().ShouldBe(Enumerable.Range(0, 10));
        second.Order().ShouldBe(Enumerable.Range(0, 10));
        second.ShouldNotBe(first);
    }

    private static void Stop(int iteration, CancellationTokenSource source)
    {
        if (iteration == 4)
            source.Cancel();
    }

    /// <summary>Rows y = 1.5 x − 0.7, x spread over [−1, 1]; the value is the mean squared error.</summary>
    private sealed class LineRows(int count) : IStochasticProblem
    {
        public Func<double[], bool>? Fails { get; init; }

        public Action<double>? Valued { get; init; }

        public Bounds? Allowed { get; init; }

        public double SlopeUnit { get; init; } = 1;

        public bool Left { get; private set; }

        public int ParameterCount => 2;

        public int RowCount => count;

        public bool TryValue(ReadOnlySpan<double> x, out double value)
        {
            Left |= Allowed?.Contains(x) == false;
            value = 0;
            for (var i = 0; i < count; i++)
                value += Error(x, i) * Error(x, i) / count;
            Valued?.Invoke(value);
            return true;
        }

        public bool TryBatchGradient(ReadOnlySpan<double> x, ReadOnlySpan<int> rows, Span<double> gradient)
        {
            Left |= Allowed?.Contains(x) == false;
            gradient.Clear();
            foreach (var i in rows)
            {
                gradient[0] += 2 * Error(x, i) * X(i) / SlopeUnit / rows.Length;
                gradient[1] += 2 * Error(x, i) / rows.Length;
            }

            return Fails?.Invoke(x.ToArray()) != true;
        }

        private double X(int i) => (2.0 * i / (count - 1)) - 1;

        private double Error(ReadOnlySpan<double> x, int i) => (x[0] / SlopeUnit * X(i)) + x[1] - ((1.5 * X(i)) - 0.7);
    }
}
