using System;
using System.Linq;
using System.Threading;
using LearnSharp.Optimization;

namespace LearnSharp.Tests.Optimization;

public class CmaEsTests
{
    [Theory]
    [InlineData("Rosenbrock", 4, 1e-12, 3000)]
    [InlineData("Ellipsoid", 3, 1e-6, 2000)]
    [InlineData("Sphere", 3, 1e-8, 1000)]
    public void Nine_of_ten_seeds_reach_the_target_within_the_published_number_of_evaluations(string function, int count, double target, int limit)
    {
        var reached = Enumerable.Range(1, 10).Count(seed => EvaluationsTo(Function(function), count, target, seed) <= limit);

        reached.ShouldBeGreaterThanOrEqualTo(9);
    }

    [Fact]
    public void Rotating_the_axes_does_not_double_the_evaluations()
    {
        var plain = Enumerable.Range(1, 10).Sum(seed => EvaluationsTo(BlackBox.Ellipsoid, 5, 1e-8, seed));
        var rotated = Enumerable.Range(1, 10).Sum(seed => EvaluationsTo(BlackBox.RotatedEllipsoid, 5, 1e-8, seed));

        rotated.ShouldBeLessThan(2 * plain);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits_and_another_seed_others()
    {
        var first = CmaEs.Minimize(new BlackBox(3, BlackBox.Rosenbrock), [1, 2, 3]);
        var second = CmaEs.Minimize(new BlackBox(3, BlackBox.Rosenbrock), [1, 2, 3]);
        var other = CmaEs.Minimize(new BlackBox(3, BlackBox.Rosenbrock), [1, 2, 3], null, new CmaEsOptions { Seed = 2 });

        second.X.ShouldBe(first.X);
        second.Evaluations.ShouldBe(first.Evaluations);
        other.X.ShouldNotBe(first.X);
    }

    [Fact]
    public void Bounds_hold_exactly_and_a_minimum_on_them_is_found()
    {
        // Two-sided, one-sided below, one-sided above, fixed, free; the minimum lies on the first three limits.
        var bounds = new Bounds(
            [0.1, 0.25, double.NegativeInfinity, 7, double.NegativeInfinity], [3, double.PositiveInfinity, -2, 7, double.PositiveInfinity]);
        var inside = true;
        var problem = new BlackBox(5, x => x[0] + (x[1] * x[1]) + (x[2] * x[2]) + x[3] + Math.Pow(x[4] - x[0], 2))
        {
            Seen = x => inside &= bounds.Contains(x),
        };

        var result = CmaEs.Minimize(problem, [1, 1, -5, 0, 4], bounds);

        inside.ShouldBeTrue();
        result.Reason.ShouldBe(StopReason.Converged);
        result.X[0].ShouldBe(0.1, 1e-9);
        result.X[1].ShouldBe(0.25, 1e-9);
        result.X[2].ShouldBe(-2, 1e-9);
        result.X[3].ShouldBe(7);
        result.X[4].ShouldBe(0.1, 1e-4);
    }

    [Fact]
    public void A_count_of_errors_is_minimized_over_its_flat_steps()
    {
        // A threshold classifier: 200 points, labelled by 2x − y > 0.3.
        var random = new SeededRandom(5);
        var points = Enumerable.Range(0, 200).Select(_ => (X: random.NextDouble(), Y: random.NextDouble())).ToArray();
        var problem = new BlackBox(3, w => points.Count(p => ((w[0] * p.X) + (w[1] * p.Y) > w[2]) != ((2 * p.X) - p.Y > 0.3)));

        var result = CmaEs.Minimize(problem, [1, 1, 1], null, null, new OptimizerOptions { MaxEvaluations = 20_000 });

        result.Value.ShouldBeLessThanOrEqualTo(1);
    }

    [Fact]
    public void Failed_evaluations_rank_last_and_end_nothing()
    {
        var result = CmaEs.Minimize(new BlackBox(2, x => (x[0] * x[0]) + x[1] - Math.Log(x[1])), [3, 5]);

        result.Reason.ShouldBe(StopReason.Converged);
        result.X[0].ShouldBe(0, 1e-5);
        result.X[1].ShouldBe(1, 1e-5);
    }

    [Fact]
    public void Where_nothing_can_be_evaluated_the_start_is_returned_as_failed()
    {
        var result = CmaEs.Minimize(new BlackBox(2, _ => double.NaN), [3, 5], null, null, new OptimizerOptions { MaxEvaluations = 1_000_000 });

        result.Reason.ShouldBe(StopReason.Failed);
        result.X.ShouldBe([3, 5]);
        result.Value.ShouldBe(double.NaN);
    }

    [Fact]
    public void Restarts_with_larger_populations_leave_local_minima()
    {
        static double Rastrigin(double[] x) => x.Sum(v => (v * v) - (10 * Math.Cos(2 * Math.PI * v)) + 10);
        var settings = new CmaEsOptions { Sigma = 2, Scales = [1, 1, 1, 1], Target = 1e-8, Agreement = int.MaxValue };

        static int Solved(CmaEsOptions options)
            => Enumerable.Range(1, 10).Count(seed => Search(options with { Seed = (ulong)seed }).Value <= 1e-8);
        static OptimizationResult Search(CmaEsOptions options) => CmaEs.Minimize(new BlackBox(4, Rastrigin), [3, 3, 3, 3], null, options);

        var solved = Solved(settings);
        var single = Solved(settings with { MaxRestarts = 0 });

        solved.ShouldBeGreaterThanOrEqualTo(9);
        single.ShouldBeLessThan(solved);
    }

    [Fact]
    public void Cancelling_and_limits_return_the_best_point_so_far()
    {
        using var source = new CancellationTokenSource();
        var options = new OptimizerOptions { Progress = report => Stop(report.Iteration, source) };

        var cancelled = CmaEs.Minimize(new BlackBox(3, BlackBox.Sphere), [1, 1, 1], null, null, options, source.Token);
        var limited = CmaEs.Minimize(new BlackBox(3, BlackBox.Sphere), [1, 1, 1], null, null, new OptimizerOptions { MaxEvaluations = 50 });

        cancelled.Reason.ShouldBe(StopReason.Cancelled);
        cancelled.Iterations.ShouldBe(6);
        cancelled.Value.ShouldBe(BlackBox.Sphere(cancelled.X));
        limited.Reason.ShouldBe(StopReason.EvaluationLimit);
        limited.Evaluations.ShouldBe(50);
        limited.Value.ShouldBeLessThan(3);
    }

    [Fact]
    public void Eigenvectors_rebuild_the_matrix()
    {
        const int N = 6;
        var random = new SeededRandom(11);
        var a = new double[N * N];
        for (var i = 0; i < N; i++)
        {
            for (var j = 0; j <= i; j++)
                a[(i * N) + j] = a[(j * N) + i] = random.NextGaussian() * Math.Pow(10, i + j - N);
        }

        var vectors = new double[N * N];
        var values = new double[N];
        SymmetricEigen.Decompose((double[])a.Clone(), N, vectors, values);

        for (var i = 0; i < N; i++)
        {
            for (var j = 0; j < N; j++)
            {
                Enumerable.Range(0, N).Sum(k => values[k] * vectors[(k * N) + i] * vectors[(k * N) + j]).ShouldBe(a[(i * N) + j], 1e-10 * a.Max());
                Enumerable.Range(0, N).Sum(k => vectors[(i * N) + k] * vectors[(j * N) + k]).ShouldBe(i == j ? 1 : 0, 1e-13);
            }
        }
    }

    private static void Stop(int iteration, CancellationTokenSource source)
    {
        if (iteration == 6)
            source.Cancel();
    }

    private static int EvaluationsTo(Func<double[], double> function, int count, double target, int seed)
    {
        var settings = new CmaEsOptions { Seed = (ulong)seed, Sigma = 0.5, Scales = [.. Enumerable.Repeat(1.0, count)], Target = target };
        var result = CmaEs.Minimize(new BlackBox(count, function), [.. Enumerable.Repeat(0.5, count)], null, settings);
        return result.Value <= target ? result.Evaluations : int.MaxValue;
    }

    private static Func<double[], double> Function(string name) => name switch
    {
        "Rosenbrock" => BlackBox.Rosenbrock,
        "Ellipsoid" => BlackBox.Ellipsoid,
        "Sphere" => BlackBox.Sphere,
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };
}
