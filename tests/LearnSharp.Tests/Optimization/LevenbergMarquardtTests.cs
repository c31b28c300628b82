using System;
using System.Linq;
using System.Threading;
using LearnSharp.Optimization;

namespace LearnSharp.Tests.Optimization;

public class LevenbergMarquardtTests
{
    public static TheoryData<string, int> NistStarts()
    {
        var data = new TheoryData<string, int>();
        foreach (var name in new[] { "Misra1a", "BoxBOD", "DanWood", "MGH09", "MGH10", "MGH17", "Rat43" })
        {
            data.Add(name, 0);
            data.Add(name, 1);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(NistStarts))]
    public void Certified_parameters_are_found_to_ten_digits_from_both_published_starts(string name, int start)
    {
        var nist = Nist(name);

        var result = LevenbergMarquardt.Minimize(nist.Problem, nist.Starts[start]);

        result.Reason.ShouldBe(StopReason.Converged);
        nist.Digits(result.X).ShouldBeGreaterThan(10);
        result.Value.ShouldBe(nist.SumOfSquares, 1e-9 * nist.SumOfSquares);
        NistProblem.Digits(result.StandardErrors, nist.StandardErrors).ShouldBeGreaterThan(9);
        result.Rank.ShouldBe(result.X.Length);
    }

    [Fact]
    public void The_same_inputs_give_the_same_bits()
    {
        var first = LevenbergMarquardt.Minimize(NistProblems.MGH17.Problem, NistProblems.MGH17.Starts[0]);
        var second = LevenbergMarquardt.Minimize(NistProblems.MGH17.Problem, NistProblems.MGH17.Starts[0]);

        second.X.ShouldBe(first.X);
        second.Covariance.ShouldBe(first.Covariance);
        second.Evaluations.ShouldBe(first.Evaluations);
    }

    [Fact]
    public void Bounds_hold_at_every_evaluated_point_and_the_result_satisfies_the_conditions_of_a_bounded_minimum()
    {
        var bounds = new Bounds([double.NegativeInfinity, 6e-4], [double.PositiveInfinity, 1e-3]);
        var inside = true;
        var misra = NistProblems.Misra1a;
        var problem = misra.Problem.With(x => inside &= bounds.Contains(x));

        var result = LevenbergMarquardt.Minimize(problem, misra.Starts[0], bounds);

        inside.ShouldBeTrue();
        result.Reason.ShouldBe(StopReason.Converged);
        result.X[1].ShouldBe(6e-4);
        result.StandardErrors[1].ShouldBe(double.NaN);

        // With the second parameter on its limit the model is linear in the first.
        var free = LevenbergMarquardt.Minimize(problem, [1, 6e-4], new Bounds([double.NegativeInfinity, 6e-4], [double.PositiveInfinity, 6e-4]));
        result.X[0].ShouldBe(free.X[0], 1e-10 * free.X[0]);
        result.StandardErrors[0].ShouldBe(free.StandardErrors[0], 1e-6 * free.StandardErrors[0]);
    }

    [Fact]
    public void Bounds_that_do_not_bind_cost_no_accuracy()
    {
        var rat = NistProblems.Rat43;
        var bounds = new Bounds([0, 0, 0, 0], [1000, 10, 5, 5]);

        var result = LevenbergMarquardt.Minimize(rat.Problem, rat.Starts[0], bounds);

        rat.Digits(result.X).ShouldBeGreaterThan(10);
    }

    [Fact]
    public void A_parameter_that_starts_on_the_wrong_limit_leaves_it()
    {
        var problem = Line((b, x) => b[0] + (b[1] * x));

        var result = LevenbergMarquardt.Minimize(problem, [0, 0], new Bounds([0, 0], [10, 10]));

        result.X[0].ShouldBe(1, 1e-12);
        result.X[1].ShouldBe(2, 1e-12);
    }

    [Fact]
    public void A_region_where_evaluations_fail_shortens_steps_and_does_not_end_the_fit()
    {
        // log(b) fails for b <= 0, where the full Gauss-Newton step from a large start lands.
        var problem = new ModelProblem(1, [Math.Log(0.5)], [[0]], (b, _) => Dual.Log(b[0]));

        var result = LevenbergMarquardt.Minimize(problem, [1000]);

        result.Reason.ShouldBe(StopReason.Converged);
        result.X[0].ShouldBe(0.5, 1e-12);
    }

    [Fact]
    public void A_start_that_cannot_be_evaluated_is_reported_as_failed()
    {
        var problem = new ModelProblem(1, [1], [[0]], (b, _) => Dual.Log(b[0]));

        var result = LevenbergMarquardt.Minimize(problem, [-1]);

        result.Reason.ShouldBe(StopReason.Failed);
        result.X.ShouldBe([-1]);
        result.Value.ShouldBe(double.NaN);
    }

    [Fact]
    public void Derivatives_that_fail_where_the_residuals_exist_end_at_the_best_point_that_has_them()
    {
        var result = LevenbergMarquardt.Minimize(new WithoutDerivativesBelowOne(), [5]);

        result.Reason.ShouldBe(StopReason.NoProgress);
        result.X[0].ShouldBeInRange(1, 1.01);
    }

    [Fact]
    public void Parameters_that_the_data_does_not_determine_have_infinite_standard_errors_and_the_others_finite_ones()
    {
        // Only b0 + b1 matters; b2 is determined.
        var problem = Line((b, x) => b[0] + b[1] + (b[2] * x), parameters: 3, noise: 0.1);

        var result = LevenbergMarquardt.Minimize(problem, [0.3, 0.2, 0]);
        var line = LevenbergMarquardt.Minimize(Line((b, x) => b[0] + (b[1] * x), noise: 0.1), [0, 0]);

        result.Rank.ShouldBe(2);
        (result.X[0] + result.X[1]).ShouldBe(line.X[0], 1e-10);
        result.StandardErrors[0].ShouldBe(double.PositiveInfinity);
        result.StandardErrors[1].ShouldBe(double.PositiveInfinity);
        result.StandardErrors[2].ShouldBe(line.StandardErrors[1], 1e-10);
    }

    [Fact]
    public void Fewer_residuals_than_parameters_are_fitted_exactly()
    {
        var problem = new ModelProblem(3, [6], [[0]], (b, _) => b[0] + (b[1] * 2) + (b[2] * b[2]));

        var result = LevenbergMarquardt.Minimize(problem, [1, 1, 1]);

        result.Value.ShouldBeLessThan(1e-24);
        result.ResidualVariance.ShouldBe(double.NaN);
    }

    [Fact]
    public void Parameters_of_very_different_scales_are_found_alike()
    {
        // 3e-12 * exp(0.5 x) scaled up by 1e12, plus 4e12 * x scaled down.
        double[] x = [0, 1, 2, 3, 4, 5, 6, 7];
        double[] y = [.. x.Select(v => (3 * Math.Exp(0.5 * v)) + (4 * v))];
        var problem = new ModelProblem(
            3, y, [.. x.Select(v => new[] { v })], (b, row) => (1e12 * b[0] * Dual.Exp(b[1] * row[0])) + (b[2] * (1e-12 * row[0])));

        var result = LevenbergMarquardt.Minimize(problem, [1e-12, 0.1, 1e12]);

        NistProblem.Digits(result.X, [3e-12, 0.5, 4e12]).ShouldBeGreaterThan(10);
        result.Rank.ShouldBe(3);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(100)]
    public void Large_residuals_cost_neither_digits_nor_thousands_of_evaluations(double factor)
    {
        // Brown and Dennis, no. 16 of Moré, Garbow and Hillstrom (1981): 4 parameters, 20 residuals, minimum 85822.2.
        var problem = new ResidualFunctions(4, 20, x => [.. Enumerable.Range(1, 20).Select(i =>
        {
            var t = i / 5.0;
            return Dual.Square(x[0] + (t * x[1]) - Math.Exp(t)) + Dual.Square(x[2] + (x[3] * Math.Sin(t)) - Math.Cos(t));
        })]);

        var result = LevenbergMarquardt.Minimize(problem, [25 * factor, 5 * factor, -5 * factor, -factor]);

        result.Reason.ShouldBe(StopReason.Converged);
        result.Value.ShouldBe(85822.2, 0.05);
        result.GradientNorm.ShouldBeLessThan(1e-8);
        result.Evaluations.ShouldBeLessThan(600);
    }

    [Fact]
    public void A_minimum_where_the_Jacobian_loses_rank_is_recognized()
    {
        // Freudenstein and Roth, no. 2 of Moré, Garbow and Hillstrom (1981): from this start, the local minimum 48.9842 at (11.41…, −0.8968…).
        var problem = new ResidualFunctions(2, 2, x =>
        [
            -13 + x[0] + ((((5 - x[1]) * x[1]) - 2) * x[1]),
            -29 + x[0] + ((((x[1] + 1) * x[1]) - 14) * x[1]),
        ]);

        var result = LevenbergMarquardt.Minimize(problem, [0.5, -2]);

        result.Reason.ShouldBe(StopReason.Converged);
        result.Value.ShouldBe(48.9842, 1e-4);
        result.X[1].ShouldBe((2 - Math.Sqrt(22)) / 3, 1e-12);
    }

    [Fact]
    public void Random_bounded_problems_end_at_points_that_satisfy_the_conditions_of_a_bounded_minimum()
    {
        var random = new SeededRandom(3);
        for (var trial = 0; trial < 100; trial++)
        {
            var (problem, bounds, start) = RandomBounded(random);

            var result = LevenbergMarquardt.Minimize(problem, start, bounds);
            var other = LimitedMemoryBfgs.Minimize(problem, start, bounds);

            foreach (var found in new[] { result, other })
            {
                found.Reason.ShouldBe(StopReason.Converged);
                bounds.Contains(found.X).ShouldBeTrue();
                var gradient = new double[start.Length];
                problem.TryGradient(found.X, out var value, gradient).ShouldBeTrue();
                for (var i = 0; i < start.Length; i++)
                {
                    if (!bounds.Holds(i, found.X[i], gradient[i]))
                        Math.Abs(gradient[i]).ShouldBeLessThan(1e-5 * (1 + value));
                }
            }
        }
    }

    [Fact]
    public void Nothing_to_do_where_all_parameters_are_fixed()
    {
        var result = LevenbergMarquardt.Minimize(Line((b, x) => b[0] + (b[1] * x)), [7, 7], new Bounds([3, 4], [3, 4]));

        result.Reason.ShouldBe(StopReason.Converged);
        result.X.ShouldBe([3, 4]);
        result.StandardErrors.ShouldBe([double.NaN, double.NaN]);
    }

    [Fact]
    public void Cancelling_returns_the_best_point_so_far()
    {
        using var source = new CancellationTokenSource();
        var last = double.NaN;
        var options = new OptimizerOptions
        {
            Progress = report =>
            {
                last = report.Value;
                if (report.Iteration == 3)
                    source.Cancel();
            },
        };

        var result = LevenbergMarquardt.Minimize(NistProblems.MGH09.Problem, NistProblems.MGH09.Starts[0], null, options, source.Token);

        result.Reason.ShouldBe(StopReason.Cancelled);
        result.Iterations.ShouldBe(3);
        result.Value.ShouldBe(last);
    }

    [Fact]
    public void The_evaluation_limit_and_the_time_limit_end_the_run()
    {
        var problem = NistProblems.MGH09;
        var evaluated = 0;
        var limited = LevenbergMarquardt.Minimize(
            problem.Problem.With(_ => evaluated++), problem.Starts[0], null, new OptimizerOptions { MaxEvaluations = 20 });
        var asked = 0;
        var timed = LevenbergMarquardt.Minimize(problem.Problem, problem.Starts[0], null, new OptimizerOptions { OutOfTime = () => ++asked > 5 });

        limited.Reason.ShouldBe(StopReason.EvaluationLimit);
        limited.Evaluations.ShouldBe(evaluated);
        evaluated.ShouldBeInRange(20, 22);
        timed.Reason.ShouldBe(StopReason.TimeLimit);
    }

    private static NistProblem Nist(string name) => name switch
    {
        "Misra1a" => NistProblems.Misra1a,
        "BoxBOD" => NistProblems.BoxBOD,
        "DanWood" => NistProblems.DanWood,
        "MGH09" => NistProblems.MGH09,
        "MGH10" => NistProblems.MGH10,
        "MGH17" => NistProblems.MGH17,
        "Rat43" => NistProblems.Rat43,
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    /// <summary>Rows of 1 + 2x with an alternating error.</summary>
    private static ModelProblem Line(Func<Dual[], double, Dual> model, int parameters = 2, double noise = 0)
    {
        double[] x = [0, 1, 2, 3, 4, 5];
        double[] y = [.. x.Select(v => 1 + (2 * v) + (v % 2 == 0 ? noise : -noise))];
        return new ModelProblem(parameters, y, [.. x.Select(v => new[] { v })], (b, row) => model(b, row[0]));
    }

    /// <summary>A random mixture of linear and exponential terms with some parameters fixed, some limited on one side and some not at all.</summary>
    private static (ResidualFunctions Problem, Bounds Bounds, double[] Start) RandomBounded(SeededRandom random)
    {
        var n = 2 + random.NextInt(4);
        var m = n + random.NextInt(6);
        var linear = Gaussians(random, m * n, 1);
        var curved = Gaussians(random, m * n, 0.3);
        var y = Gaussians(random, m, 3);
        var problem = new ResidualFunctions(n, m, x => [.. Enumerable.Range(0, m).Select(i =>
        {
            var sum = (x[0] * 0) - y[i];
            for (var k = 0; k < n; k++)
                sum += (linear[(i * n) + k] * x[k]) + (curved[(i * n) + k] * Dual.Exp(x[k] * 0.5) * x[(k + 1) % n]);
            return sum;
        })]);
        var lower = new double[n];
        var upper = new double[n];
        for (var k = 0; k < n; k++)
        {
            lower[k] = random.NextDouble() < 0.2 ? double.NegativeInfinity : random.NextGaussian() - 0.7;
            var width = random.NextDouble() < 0.1 ? 0 : 1.5 * random.NextDouble();
            upper[k] = random.NextDouble() < 0.2 ? double.PositiveInfinity : Math.Max(lower[k], -2) + width;
        }

        return (problem, new Bounds(lower, upper), Gaussians(random, n, 1));
    }

    private static double[] Gaussians(SeededRandom random, int count, double deviation)
        => [.. Enumerable.Range(0, count).Select(_ => deviation * random.NextGaussian())];

    private sealed class WithoutDerivativesBelowOne : IResidualProblem
    {
        public int ParameterCount => 1;

        public int ResidualCount => 1;

        public bool TryResiduals(ReadOnlySpan<double> x, Span<double> residuals)
        {
            residuals[0] = x[0];
            return true;
        }

        public bool TryJacobian(ReadOnlySpan<double> x, Span<double> residuals, Span<double> jacobian)
        {
            residuals[0] = x[0];
            jacobian[0] = 1;
            return x[0] >= 1;
        }
    }
}
