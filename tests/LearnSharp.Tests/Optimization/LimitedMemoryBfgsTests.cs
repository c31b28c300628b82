using System;
using System.Linq;
using System.Threading;
using LearnSharp.Optimization;

namespace LearnSharp.Tests.Optimization;

public class LimitedMemoryBfgsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(38)]
    [InlineData(45)]
    public void Hock_Schittkowski_problems_are_solved_from_their_published_starts_within_bounds(int number)
    {
        var hs = HockSchittkowski.Number(number);
        var inside = true;
        var bounds = hs.Bounds;
        var problem = new SmoothFunction(hs.Start.Length, hs.Function) { Seen = x => inside &= bounds.Contains(x) };

        var result = LimitedMemoryBfgs.Minimize(problem, hs.Start, bounds);

        inside.ShouldBeTrue();
        result.Reason.ShouldBe(StopReason.Converged);
        result.Value.ShouldBe(hs.Value, 1e-12);
        for (var i = 0; i < result.X.Length; i++)
            result.X[i].ShouldBe(hs.Solution[i], 1e-6);
        result.Evaluations.ShouldBeLessThan(300);
    }

    [Fact]
    public void Problem_two_ends_at_one_of_its_two_published_minima_with_the_bound_active()
    {
        var bounds = new Bounds([double.NegativeInfinity, 1.5], [double.PositiveInfinity, double.PositiveInfinity]);

        var near = LimitedMemoryBfgs.Minimize(new SmoothFunction(2, HockSchittkowski.Rosenbrock), [2, 2], bounds);
        var far = LimitedMemoryBfgs.Minimize(new SmoothFunction(2, HockSchittkowski.Rosenbrock), [-2, 1], bounds);

        var a = Math.Sqrt(598.0 / 1200);
        near.X[0].ShouldBe(2 * a * Math.Cos(Math.Acos(1 / (400 * a * a * a)) / 3), 1e-7);
        near.X[1].ShouldBe(1.5);
        near.Value.ShouldBe(0.0504261879, 1e-9);
        far.X[1].ShouldBe(1.5);
        (Math.Abs(far.Value - 0.0504261879) < 1e-9 || Math.Abs(far.Value - 4.941229318) < 1e-6).ShouldBeTrue();
    }

    [Fact]
    public void Problem_25_is_solved_from_its_published_start_where_the_value_is_almost_flat()
    {
        var bounds = new Bounds([0.1, 0, 0], [100, 25.6, 5]);
        var problem = new SmoothFunction(3, x =>
        {
            var sum = x[0] * 0;
            for (var i = 1; i <= 99; i++)
            {
                var u = 25 + Math.Pow(-50 * Math.Log(0.01 * i), 2.0 / 3);
                sum += Dual.Square(Dual.Exp(-Dual.Pow(u - x[1], x[2]) / x[0]) - (0.01 * i));
            }

            return sum;
        });

        var result = LimitedMemoryBfgs.Minimize(problem, [100, 12.5, 3], bounds);

        result.Value.ShouldBeLessThan(1e-10);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    public void Rosenbrock_s_valley_is_followed_to_its_end(int count)
    {
        var start = Enumerable.Range(0, count).Select(i => i % 2 == 0 ? -1.2 : 1.0).ToArray();

        var result = LimitedMemoryBfgs.Minimize(new SmoothFunction(count, HockSchittkowski.Rosenbrock), start);

        result.Reason.ShouldBe(StopReason.Converged);
        result.Value.ShouldBeLessThan(1e-18);
        result.Evaluations.ShouldBeLessThan(200);
    }

    [Fact]
    public void A_bounded_quadratic_with_many_active_bounds_satisfies_the_conditions_of_its_minimum()
    {
        // f = Σ (i + 1)(x_i − c_i)² + (Σ x_i)², with c beyond the box for most i.
        const int Count = 40;
        var centre = Enumerable.Range(0, Count).Select(i => 3 * Math.Sin(i)).ToArray();
        var problem = new SmoothFunction(Count, x =>
        {
            var sum = x[0] * 0;
            var total = x[0] * 0;
            for (var i = 0; i < Count; i++)
            {
                sum += (i + 1) * Dual.Square(x[i] - centre[i]);
                total += x[i];
            }

            return sum + Dual.Square(total);
        });
        var bounds = new Bounds(Enumerable.Repeat(-1.0, Count).ToArray(), Enumerable.Repeat(1.0, Count).ToArray());

        var result = LimitedMemoryBfgs.Minimize(problem, new double[Count], bounds);

        result.Reason.ShouldBe(StopReason.Converged);
        var all = result.X.Sum();
        for (var i = 0; i < Count; i++)
        {
            // The minimum over x_i alone, given the sum of the others, moved into the box.
            var others = all - result.X[i];
            var alone = (((i + 1) * centre[i]) - others) / (i + 2);
            result.X[i].ShouldBe(Math.Clamp(alone, -1, 1), 1e-6);
        }

        result.X.Count(v => Math.Abs(v) == 1).ShouldBeGreaterThan(20);
    }

    [Fact]
    public void Parameters_of_very_different_scales_are_found_alike()
    {
        var problem = new SmoothFunction(2, x => HockSchittkowski.Rosenbrock([x[0] * 1e12, x[1] * 1e-12]) + 1);

        var result = LimitedMemoryBfgs.Minimize(problem, [-1.2e-12, 1e12]);

        result.X[0].ShouldBe(1e-12, 1e-18);
        result.X[1].ShouldBe(1e12, 1e6);
    }

    [Fact]
    public void A_value_with_a_kink_at_its_minimum_ends_without_progress_near_it()
    {
        var problem = new SmoothFunction(2, x => Absolute(x[0] - (1.0 / 3)) + (2 * Absolute(x[1] + (x[0] * 0.5))) + 1);

        var result = LimitedMemoryBfgs.Minimize(problem, [5, 7]);

        result.Reason.ShouldBe(StopReason.NoProgress);
        result.Value.ShouldBe(1, 1e-2);
    }

    [Fact]
    public void Failed_evaluations_shorten_the_step()
    {
        // −log has no value below zero, where the first steps go.
        var problem = new SmoothFunction(1, x => x[0] - Dual.Log(x[0]));

        var result = LimitedMemoryBfgs.Minimize(problem, [50]);

        result.Reason.ShouldBe(StopReason.Converged);
        result.X[0].ShouldBe(1, 1e-7);
    }

    [Fact]
    public void A_start_that_cannot_be_evaluated_is_reported_as_failed()
    {
        var result = LimitedMemoryBfgs.Minimize(new SmoothFunction(1, x => Dual.Log(x[0])), [-1]);

        result.Reason.ShouldBe(StopReason.Failed);
        result.X.ShouldBe([-1]);
    }

    [Fact]
    public void Cancelling_and_limits_return_the_best_point_so_far()
    {
        using var source = new CancellationTokenSource();
        var problem = new SmoothFunction(10, HockSchittkowski.Rosenbrock);
        var start = Enumerable.Repeat(-1.0, 10).ToArray();
        var options = new OptimizerOptions { Progress = report => Stop(report.Iteration, source) };

        var cancelled = LimitedMemoryBfgs.Minimize(problem, start, null, options, source.Token);
        var limited = LimitedMemoryBfgs.Minimize(problem, start, null, new OptimizerOptions { MaxEvaluations = 10 });

        cancelled.Reason.ShouldBe(StopReason.Cancelled);
        cancelled.Iterations.ShouldBe(5);
        problem.TryValue(cancelled.X, out var value).ShouldBeTrue();
        value.ShouldBe(cancelled.Value);
        limited.Reason.ShouldBe(StopReason.EvaluationLimit);
        limited.Evaluations.ShouldBe(10);
        problem.TryValue(start, out var first).ShouldBeTrue();
        limited.Value.ShouldBeLessThan(first);
    }

    private static void Stop(int iteration, CancellationTokenSource source)
    {
        if (iteration == 5)
            source.Cancel();
    }

    private static Dual Absolute(Dual a) => a.Value < 0 ? -a : a.Value > 0 ? a : a * 0;
}
