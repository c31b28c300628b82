using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using LearnSharp.Tests.Programs;

namespace LearnSharp.Tests.Fitting;

public class LimitsTests
{
    private static readonly (Decay.CurveProgram.Input, double)[] s_rows =
        [.. Enumerable.Range(0, 50).Select(i => (new Decay.CurveProgram.Input(i * 0.1), (5 * Math.Exp(-3 * i * 0.1)) + 1))];

    [Fact]
    public void Cancelling_in_the_middle_returns_the_best_so_far()
    {
        using var source = new CancellationTokenSource();
        var progress = new Listener(report =>
        {
            if (report.Iteration == 3)
                source.Cancel();
        });
        var fit = Decay.CurveProgram.Fit(s_rows, progress: progress, cancellationToken: source.Token);
        fit.StopReason.ShouldBe(StopReason.Cancelled);
        fit.Loss.ShouldBeLessThan(fit.LossBefore);
        fit.Model.Evaluate(s_rows).Loss.ShouldBe(fit.Loss);
        fit.Warnings.ShouldContain(warning => warning.Contains("cut short", StringComparison.Ordinal));
    }

    [Fact]
    public void Cancelling_before_the_start_returns_the_start()
    {
        var fit = Decay.CurveProgram.Fit(s_rows, cancellationToken: new CancellationToken(canceled: true));
        fit.StopReason.ShouldBe(StopReason.Cancelled);
        fit.Weights.ShouldBe(new Decay.CurveProgram.Weights());
    }

    [Fact]
    public void Cancelling_a_black_box_search_returns_the_best_so_far()
    {
        using var source = new CancellationTokenSource();
        var calls = 0;
        var fit = Decay.CurveProgram.Minimize(
            (model, _, _) =>
            {
                if (++calls == 40)
                    source.Cancel();
                return Math.Abs(model.Weights.Rate - 20);
            },
            cancellationToken: source.Token);
        fit.StopReason.ShouldBe(StopReason.Cancelled);
        calls.ShouldBeLessThan(45);
        fit.Weights.Rate.ShouldNotBe(1);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(60)]
    public void The_limit_of_evaluations_is_kept(int limit)
    {
        var calls = 0;
        var fit = Decay.CurveProgram.Minimize(
            (model, _, _) =>
            {
                calls++;
                return Math.Abs(model.Weights.Rate - 20) + Math.Abs(model.Weights.Offset - 3);
            },
            new() { MaxEvaluations = limit });
        fit.StopReason.ShouldBe(StopReason.EvaluationLimit);
        calls.ShouldBeLessThanOrEqualTo(limit + 10);
        fit.Loss.ShouldBeLessThanOrEqualTo(fit.LossBefore);
    }

    [Fact]
    public void The_time_limit_ends_a_search()
    {
        var fit = Decay.CurveProgram.Minimize(
            (model, _, _) =>
            {
                Thread.Sleep(2);
                return Math.Abs(model.Weights.Rate - 20);
            },
            new() { TimeLimit = TimeSpan.FromMilliseconds(100) });
        fit.StopReason.ShouldBe(StopReason.TimeLimit);
        fit.Evaluations.ShouldBeLessThan(200);
    }

    [Fact]
    public void Progress_tells_iterations_losses_and_what_is_being_tried()
    {
        var reports = new List<FitProgress>();
        var fit = Decay.CurveProgram.Fit(s_rows, progress: new Listener(reports.Add));
        reports.Count.ShouldBeGreaterThan(5);
        reports.Select(report => report.Iteration).ShouldBe(Enumerable.Range(1, reports.Count));
        reports.Zip(reports.Skip(1)).ShouldAllBe(pair => pair.Second.BestLoss <= pair.First.BestLoss);
        reports.ShouldContain(report => report.Phase == "Shape = Hyperbolic");
        reports[^1].BestLoss.ShouldBe(fit.Loss, 1e-12);
        reports[^1].Evaluations.ShouldBeLessThanOrEqualTo(fit.Evaluations);
    }

    [Fact]
    public void A_cost_that_throws_ranks_last_and_does_not_end_the_search()
    {
        var fit = Decay.CurveProgram.Minimize((model, _, _) =>
            model.Weights.Rate > 5 ? throw new InvalidOperationException() : Math.Abs(model.Weights.Rate - 4) + (model.Choices.Shape == Shape.Linear ? 0 : 1));
        fit.Weights.Rate.ShouldBe(4, 1e-3);
        fit.Choices.Shape.ShouldBe(Shape.Linear);
    }

    [Fact]
    public void A_pass_over_the_rows_allocates_nothing_per_row()
    {
        AllocatedByPass(10_000).ShouldBeLessThan(AllocatedByPass(1000) + 2000);
    }

    private static long AllocatedByPass(int rows)
    {
        var inputs = Enumerable.Range(0, rows).Select(i => new Decay.CurveProgram.Input(i * 0.001)).ToArray();
        var set = new RowSet<Decay.CurveProgram.Input, double>(inputs, new double[rows], null);
        var loss = RowLosses.Bind<Decay.CurveProgram, Decay.CurveProgram.Input, Decay.CurveProgram.Weights, Decay.CurveProgram.Choices, double, double>(Loss.Squared, set, "training");
        var objective = new RowObjective<Decay.CurveProgram, Decay.CurveProgram.Input, Decay.CurveProgram.Weights, Decay.CurveProgram.Choices, double>(
            inputs, null, loss, 1, CancellationToken.None);
        double[] weights = [1, 1, 0];
        var gradient = new double[3];
        var residuals = new double[rows];
        var jacobian = new double[3 * rows];
        for (var pass = 0; pass < 2; pass++)
            Passes();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Passes();
        return GC.GetAllocatedBytesForCurrentThread() - before;

        void Passes()
        {
            objective.TryLoss(weights, out _).ShouldBeTrue();
            objective.TryGradient(weights, out _, gradient).ShouldBeTrue();
            objective.TryJacobian(weights, residuals, jacobian).ShouldBeTrue();
        }
    }

    private sealed class Listener(Action<FitProgress> listen) : IProgress<FitProgress>
    {
        public void Report(FitProgress value) => listen(value);
    }
}
