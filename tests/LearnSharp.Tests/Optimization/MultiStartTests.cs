using System;
using System.Linq;
using System.Threading;
using LearnSharp.Optimization;

namespace LearnSharp.Tests.Optimization;

public class MultiStartTests
{
    [Fact]
    public void A_frequency_that_one_start_misses_is_found_by_several()
    {
        var problem = Wave();
        double[] start = [1, 0.3];

        var single = LevenbergMarquardt.Minimize(problem, start);
        var several = MultiStart.LeastSquares(problem, start);

        single.Value.ShouldBeGreaterThan(1);
        several.Reason.ShouldBe(StopReason.Converged);
        several.Value.ShouldBeLessThan(1e-20);
        (several.X[0] * several.X[1]).ShouldBe(2 * 2.9, 1e-10);
        Math.Abs(several.X[1]).ShouldBe(2.9, 1e-10);
    }

    [Fact]
    public void Agreement_of_several_runs_ends_the_search_with_the_parameters_of_the_first()
    {
        var nist = NistProblems.Rat43;
        var single = LevenbergMarquardt.Minimize(nist.Problem, nist.Starts[1]);

        var several = MultiStart.LeastSquares(nist.Problem, nist.Starts[1]);

        several.X.ShouldBe(single.X);
        several.Evaluations.ShouldBeInRange(2 * single.Evaluations, 20 * single.Evaluations);
    }

    [Fact]
    public void A_first_start_that_fails_is_replaced()
    {
        var problem = new ModelProblem(1, [Math.Log(3)], [[0]], (b, _) => Dual.Log(b[0]));

        var result = MultiStart.LeastSquares(problem, [-1]);

        result.Reason.ShouldBe(StopReason.Converged);
        result.X[0].ShouldBe(3, 1e-12);
    }

    [Fact]
    public void All_starts_lie_within_the_bounds()
    {
        var bounds = new Bounds([0, 1e-3, -5, 4, double.NegativeInfinity], [double.PositiveInfinity, 1e3, 5, 4, -1]);
        var points = new StartingPoints(bounds, 9);
        double[] around = [0, 1, 0, 4, -1];
        var drawn = Enumerable.Range(0, 500).Select(_ =>
        {
            var point = new double[5];
            points.Draw(around, 2, point);
            return point;
        }).ToArray();

        drawn.All(point => bounds.Contains(point)).ShouldBeTrue();
        drawn.Count(point => point[1] < 0.1).ShouldBeGreaterThan(50);
        drawn.Count(point => point[1] > 10).ShouldBeGreaterThan(50);
        drawn.All(point => point[3] == 4).ShouldBeTrue();
        drawn.Select(point => point[2]).Distinct().Count().ShouldBeGreaterThan(400);
    }

    [Fact]
    public void Bounds_limits_and_cancellation_hold_for_all_runs_together()
    {
        var bounds = new Bounds([0, 0], [2, 2]);
        var inside = true;
        var evaluations = 0;
        var problem = Wave().With(x =>
        {
            inside &= bounds.Contains(x);
            evaluations++;
        });
        using var source = new CancellationTokenSource();

        var many = new MultiStartOptions { Agreement = 100 };
        var limited = MultiStart.LeastSquares(problem, [1, 0.3], bounds, new OptimizerOptions { MaxEvaluations = 120 }, many);
        var counted = evaluations;
        var options = new OptimizerOptions { Progress = report => Stop(report.Iteration, source) };
        var cancelled = MultiStart.LeastSquares(problem, [1, 0.3], bounds, options, many, source.Token);

        inside.ShouldBeTrue();
        limited.Reason.ShouldBe(StopReason.EvaluationLimit);
        limited.Evaluations.ShouldBe(counted);
        limited.Evaluations.ShouldBeInRange(120, 125);
        cancelled.Reason.ShouldBe(StopReason.Cancelled);
        cancelled.Iterations.ShouldBe(30);
    }

    [Fact]
    public void Smooth_values_leave_their_local_minima_too()
    {
        // Two wells; the one on the start's side is the shallow one.
        var problem = new SmoothFunction(1, x => Dual.Square(Dual.Square(x[0]) - 1) + (0.3 * x[0]));

        var single = LimitedMemoryBfgs.Minimize(problem, [0.5]);
        var several = MultiStart.Smooth(problem, [0.5], null, null, new MultiStartOptions { Agreement = 4, Starts = 20 });

        single.X[0].ShouldBeGreaterThan(0);
        several.X[0].ShouldBeLessThan(0);
        several.Value.ShouldBeLessThan(single.Value);
    }

    private static void Stop(int iteration, CancellationTokenSource source)
    {
        if (iteration == 30)
            source.Cancel();
    }

    /// <summary>y = 2 sin(2.9 t), t from 0 to 10 at uneven times, so that no other frequency looks the same.</summary>
    private static ModelProblem Wave()
    {
        var t = Enumerable.Range(0, 60).Select(i => (i + (0.4 * Math.Sin(i * i))) / 6.0).ToArray();
        var y = t.Select(v => 2 * Math.Sin(2.9 * v)).ToArray();
        return new ModelProblem(2, y, [.. t.Select(v => new[] { v })], (b, row) => b[0] * Dual.Sin(b[1] * row[0]));
    }
}
