using System;
using System.Linq;
using static LearnSharp.Execution.Tests.Rows.RowMethods;

namespace LearnSharp.Execution.Tests.Rows;

public class RowTests
{
    private const int Many = 203;

    private static T[] Inputs<T>(int count, Func<Random, T> make)
    {
        var random = new Random(5);
        return [.. Enumerable.Range(0, count).Select(_ => make(random))];
    }

    private static double Between(Random random, double low, double high) => low + (random.NextDouble() * (high - low));

    [Fact]
    public void Straight_line_code_has_the_values_and_derivatives_of_each_row() =>
        RowCheck.Agrees<StraightProgram, StraightProgram.Input, StraightProgram.Weights, StraightProgram.Choices, double>(
            Inputs(Many, r => new StraightProgram.Input(Between(r, -3, 3), Between(r, -3, 3))));

    [Fact]
    public void A_branch_is_taken_by_its_rows_alone() =>
        RowCheck.Agrees<BranchProgram, BranchProgram.Input, BranchProgram.Weights, BranchProgram.Choices, double>(
            Inputs(Many, r => new BranchProgram.Input(Between(r, -3, 3), Between(r, -3, 3))));

    [Fact]
    public void Nested_branches_and_early_returns_diverge() =>
        RowCheck.Agrees<TieredProgram, TieredProgram.Input, TieredProgram.Weights, TieredProgram.Choices, double>(
            Inputs(Many, r => new TieredProgram.Input(Between(r, -5, 60), Between(r, 0, 40), r.Next(2) == 0)));

    [Fact]
    public void What_is_guarded_in_one_row_does_no_harm_in_another() =>
        RowCheck.Agrees<GuardedProgram, GuardedProgram.Input, GuardedProgram.Weights, GuardedProgram.Choices, double>(
            [.. new double[] { 0, 3, 1, -1, 2, -0.0, 5, 3 }.Concat(Inputs(Many, r => Between(r, -3, 5))).Select(x => new GuardedProgram.Input(x))]);

    [Fact]
    public void Loops_take_as_many_turns_as_each_row_needs() =>
        RowCheck.Agrees<NewtonProgram, NewtonProgram.Input, NewtonProgram.Weights, NewtonProgram.Choices, double>(
            Inputs(Many, r => new NewtonProgram.Input(Between(r, 0.1, 9), r.Next(0, 12))));

    [Fact]
    public void Break_continue_and_return_leave_row_by_row() =>
        RowCheck.Agrees<LeavingProgram, LeavingProgram.Input, LeavingProgram.Weights, LeavingProgram.Choices, double>(
            Inputs(Many, r => new LeavingProgram.Input(Between(r, -4, 4), r.Next(0, 14))));

    [Fact]
    public void Loops_that_test_at_their_end_run_once_for_every_row() =>
        RowCheck.Agrees<DoingProgram, DoingProgram.Input, DoingProgram.Weights, DoingProgram.Choices, double>(
            Inputs(Many, r => new DoingProgram.Input(Between(r, -4, 40))));

    [Fact]
    public void Integers_are_those_of_CSharp() =>
        RowCheck.Agrees<WholeProgram, WholeProgram.Input, WholeProgram.Weights, WholeProgram.Choices, double>(
            Inputs(Many, r => new WholeProgram.Input(r.Next(-1000000, 1000000), r.NextInt64(-10000000000, 10000000000), Between(r, -4, 4))));

    [Fact]
    public void Rows_that_throw_are_marked() =>
        RowCheck.Agrees<FailingProgram, FailingProgram.Input, FailingProgram.Weights, FailingProgram.Choices, double>(
            Inputs(Many, r => new FailingProgram.Input(r.Next(-1, 9), Between(r, -1.5, 4))));

    [Fact]
    public void Floats_are_rounded_after_every_operation() =>
        RowCheck.Agrees<SingleProgram, SingleProgram.Input, SingleProgram.Weights, SingleProgram.Choices, float>(
            Inputs(Many, r => new SingleProgram.Input((float)Between(r, -3, 3), (float)Between(r, -3, 3))), 1e-6);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 3)]
    [InlineData(2, 1)]
    public void Choices_are_the_same_in_all_rows(int mode, int turns) =>
        RowCheck.Agrees<ChoosingProgram, ChoosingProgram.Input, ChoosingProgram.Weights, ChoosingProgram.Choices, double>(
            Inputs(Many, r => new ChoosingProgram.Input(Between(r, -3, 3))), 1e-12, mode, turns);

    [Fact]
    public void What_is_detached_has_no_derivative_in_rows_either() =>
        RowCheck.Agrees<DetachedProgram, DetachedProgram.Input, DetachedProgram.Weights, DetachedProgram.Choices, double>(
            Inputs(Many, r => new DetachedProgram.Input(Between(r, -3, 3))));

    [Fact]
    public void Each_row_reads_its_own_element_of_weights_that_are_an_array() =>
        RowCheck.Agrees<SeasonsProgram, SeasonsProgram.Input, SeasonsProgram.Weights, SeasonsProgram.Choices, double>(
            Inputs(Many, r => new SeasonsProgram.Input(Between(r, -3, 4.5), r.Next(-1, 5))));

    [Fact]
    public void Tables_are_searched_row_by_row() =>
        RowCheck.Agrees<InterpolatedProgram, InterpolatedProgram.Input, InterpolatedProgram.Weights, InterpolatedProgram.Choices, double>(
            Inputs(Many, r => new InterpolatedProgram.Input(Between(r, -4, 4))));

    [Fact]
    public void Arrays_made_in_the_body_are_stored_into_row_by_row() =>
        RowCheck.Agrees<FilteredProgram, FilteredProgram.Input, FilteredProgram.Weights, FilteredProgram.Choices, double>(
            Inputs(Many, r => new FilteredProgram.Input(Between(r, -3, 9), r.Next(0, 12))));

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void What_is_the_same_in_all_rows_throws_in_those_that_come_by(int parts) =>
        RowCheck.Agrees<SharingProgram, SharingProgram.Input, SharingProgram.Weights, SharingProgram.Choices, double>(
            Inputs(Many, r => new SharingProgram.Input(Between(r, -3, 3))), 1e-12, parts);

    [Fact]
    public void Functions_called_become_part_of_the_kernel() =>
        RowCheck.Agrees<CallingProgram, CallingProgram.Input, CallingProgram.Weights, CallingProgram.Choices, double>(
            Inputs(Many, r => new CallingProgram.Input(Between(r, -3, 3), Between(r, -3, 3))));
}
