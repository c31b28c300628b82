using System;
using System.Globalization;
using System.Linq;
using static LearnSharp.Execution.Tests.Rows.RowMethods;

namespace LearnSharp.Execution.Tests.Rows;

public class RowObjectiveTests
{
    private static IObjective ManyTiered(int rows) =>
        RowBits.Objective<TieredProgram, TieredProgram.Input, TieredProgram.Weights, TieredProgram.Choices>(
            rows, 1, r => new(RowBits.Between(r, -5, 60), RowBits.Between(r, 0, 40), r.Next(2) == 0));

    [Theory]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(39)]
    [InlineData(40)]
    [InlineData(100)]
    [InlineData(1000)]
    [InlineData(5000)]
    public void Rows_at_once_give_the_sums_of_rows_one_by_one(int rows)
    {
        var objective = ManyTiered(rows);
        objective.HasApproximation.ShouldBeTrue();
        double[] weights = [0.3, 20];
        var (many, alone) = (new double[2], new double[2]);
        var (residuals, others) = (new double[rows], new double[rows]);
        var (jacobian, derivatives) = (new double[2 * rows], new double[2 * rows]);
        int[] batch = [.. Enumerable.Range(0, 21).Select(i => i * 7 % rows)];

        objective.TryGradient(weights, out var loss, many).ShouldBeTrue();
        objective.IsExact = true;
        objective.TryGradient(weights, out var exact, alone).ShouldBeTrue();
        Close([loss, .. many], [exact, .. alone]);

        objective.TryLoss(weights, out exact).ShouldBeTrue();
        objective.IsExact = false;
        objective.TryLoss(weights, out loss).ShouldBeTrue();
        Close([loss], [exact]);

        objective.TryBatch(weights, batch, out loss, many).ShouldBeTrue();
        objective.TryJacobian(weights, residuals, jacobian).ShouldBeTrue();
        objective.IsExact = true;
        objective.TryBatch(weights, batch, out exact, alone).ShouldBeTrue();
        objective.TryJacobian(weights, others, derivatives).ShouldBeTrue();
        Close([loss, .. many], [exact, .. alone]);
        Close(residuals, others);
        Close(jacobian, derivatives);

        objective.IsExact = false;
        objective.TryResiduals(weights, residuals).ShouldBeTrue();
        Close(residuals, others);
    }

    [Fact]
    public void A_row_that_throws_fails_as_it_does_alone()
    {
        var inputs = Enumerable.Range(0, 200).Select(i => new FailingProgram.Input(i == 77 ? 0 : 5, i == 150 ? -9 : 0.01 * i)).ToArray();
        var set = new RowSet<FailingProgram.Input, double>(inputs, new double[inputs.Length], null);
        var loss = RowLosses.Bind<FailingProgram, FailingProgram.Input, FailingProgram.Weights, FailingProgram.Choices, double, double>(Loss.Squared, set, "training");
        var objective = new RowObjective<FailingProgram, FailingProgram.Input, FailingProgram.Weights, FailingProgram.Choices, double>(inputs, null, loss, 1, default)
        {
            IsExact = false,
        };

        objective.TryGradient([0.7], out _, new double[1]).ShouldBeFalse();

        objective.Failure!.Row.ShouldBe(77);
        objective.Failure.Exception.ShouldBeOfType<DivideByZeroException>();
    }

    [Fact]
    public void A_row_without_a_finite_loss_is_named()
    {
        var inputs = Enumerable.Range(0, 100).Select(i => new GuardedProgram.Input(0.1 + i)).ToArray();
        var set = new RowSet<GuardedProgram.Input, double>(inputs, new double[inputs.Length], null);
        var loss = RowLosses.Bind<GuardedProgram, GuardedProgram.Input, GuardedProgram.Weights, GuardedProgram.Choices, double, double>(Loss.Squared, set, "training");
        var objective = new RowObjective<GuardedProgram, GuardedProgram.Input, GuardedProgram.Weights, GuardedProgram.Choices, double>(inputs, null, loss, 1, default)
        {
            IsExact = false,
        };

        objective.TryGradient([-0.7, 0.2], out _, new double[2]).ShouldBeFalse();

        objective.Failure!.Row.ShouldBe(0);
        double.IsNaN(objective.Failure.Value).ShouldBeTrue();
    }

    [Fact]
    public void An_infinite_slope_that_is_cut_off_spoils_no_sum()
    {
        // 1 / x is infinite in one row of a chunk, and what is made of it is not chosen: its derivative is 0, and not 0 times infinity.
        var inputs = Enumerable.Range(0, 100).Select(i => new CutProgram.Input(i == 50 ? 0 : 0.1 * i + 0.05)).ToArray();
        var set = new RowSet<CutProgram.Input, double>(inputs, new double[inputs.Length], null);
        var loss = RowLosses.Bind<CutProgram, CutProgram.Input, CutProgram.Weights, CutProgram.Choices, double, double>(Loss.Squared, set, "training");
        var objective = new RowObjective<CutProgram, CutProgram.Input, CutProgram.Weights, CutProgram.Choices, double>(inputs, null, loss, 1, default);
        var (many, alone, batch) = (new double[1], new double[1], new double[1]);
        var (jacobian, derivatives) = (new double[100], new double[100]);
        var residuals = new double[100];
        int[] all = [.. Enumerable.Range(0, 100)];

        objective.TryGradient([0.7], out var exact, alone).ShouldBeTrue();
        objective.TryJacobian([0.7], residuals, derivatives).ShouldBeTrue();
        objective.IsExact = false;
        objective.TryGradient([0.7], out var sum, many).ShouldBeTrue();
        objective.TryJacobian([0.7], residuals, jacobian).ShouldBeTrue();
        objective.TryBatch([0.7], all, out var part, batch).ShouldBeTrue();

        double.IsFinite(alone[0]).ShouldBeTrue();
        Close([sum, part, .. many, .. batch, .. jacobian], [exact, exact, .. alone, .. alone, .. derivatives]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_CSharp_makes_of_the_data_is_made_before_rows_run_at_once(bool withNull)
    {
        // The length of a text that is not there is asked for nowhere by the method: with one of these, rows run one by one.
        string?[] zones = ["far", "at", "near", withNull ? null : "far"];
        var inputs = Enumerable.Range(0, 100).Select(i => new ZonedProgram.Input(i, zones[i % 4]!, new DateTime(2025, 1 + (i % 12), 1))).ToArray();
        var set = new RowSet<ZonedProgram.Input, double>(inputs, new double[inputs.Length], null);
        var loss = RowLosses.Bind<ZonedProgram, ZonedProgram.Input, ZonedProgram.Weights, ZonedProgram.Choices, double, double>(Loss.Squared, set, "training");
        var objective = new RowObjective<ZonedProgram, ZonedProgram.Input, ZonedProgram.Weights, ZonedProgram.Choices, double>(inputs, null, loss, 1, default);
        var (many, alone) = (new double[2], new double[2]);

        objective.HasApproximation.ShouldBeTrue();
        objective.TryGradient([0.3, 1.5], out var exact, alone).ShouldBeTrue();
        objective.IsExact = false;
        objective.TryGradient([0.3, 1.5], out var sum, many).ShouldBeTrue();

        objective.HasApproximation.ShouldBe(!withNull);
        Close([sum, .. many], [exact, .. alone]);
    }

    [Fact]
    public void Rows_allocate_nothing()
    {
        var objective = ManyTiered(2000);
        double[] weights = [0.3, 20];
        var gradient = new double[2];
        for (var i = 0; i < 50; i++)
            objective.TryGradient(weights, out _, gradient);
        var before = GC.GetAllocatedBytesForCurrentThread();
        objective.TryGradient(weights, out _, gradient);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(2000);
    }

    [Fact]
    public void A_fit_has_the_same_bits_for_any_number_of_threads_and_ends_exactly()
    {
        var random = new Random(4);
        var rows = Enumerable.Range(0, 3000)
            .Select(_ => new StraightProgram.Input(RowBits.Between(random, -2, 2), RowBits.Between(random, -1, 1)))
            .Select(input => (input, Straight(input.X, input.Y, 0.9, -1.1)))
            .ToArray();

        var one = StraightProgram.Fit(rows, options: new FitOptions { MaxThreads = 1 });
        var many = StraightProgram.Fit(rows, options: new FitOptions { MaxThreads = 5 });

        BitConverter.DoubleToInt64Bits(many.Weights.A).ShouldBe(BitConverter.DoubleToInt64Bits(one.Weights.A));
        BitConverter.DoubleToInt64Bits(many.Weights.B).ShouldBe(BitConverter.DoubleToInt64Bits(one.Weights.B));
        BitConverter.DoubleToInt64Bits(many.Loss).ShouldBe(BitConverter.DoubleToInt64Bits(one.Loss));
        one.Weights.A.ShouldBe(0.9, 1e-12);
        one.Weights.B.ShouldBe(-1.1, 1e-12);

        // The exact program has no residual at all where the data were made by it; vector math, that differs in the last digits, would leave one.
        one.Loss.ShouldBeLessThan(1e-30);
    }

    private static void Close(double[] actual, double[] expected)
    {
        for (var i = 0; i < expected.Length; i++)
        {
            Math.Abs(actual[i] - expected[i]).ShouldBeLessThanOrEqualTo(
                1e-12 * Math.Max(1, Math.Abs(expected[i])), string.Create(CultureInfo.InvariantCulture, $"{i}: {actual[i]:R} instead of {expected[i]:R}"));
        }
    }
}
