using System;
using System.Linq;
using static LearnSharp.Ir.Tests.Build;

namespace LearnSharp.Ir.Tests.Differentiation;

/// <summary>Arrays that every turn of a loop fills anew are kept in rows, one a turn, and not copied to the stack and back.</summary>
public class TurnRowsTests
{
    private static readonly Local Values = Doubles(0, "values");
    private static readonly Local Turns = Int(1, "turns");
    private static readonly Local Size = Int(2, "size");
    private static readonly Local Scratch = Doubles(3, "scratch");
    private static readonly Local State = Doubles(4, "state");
    private static readonly Local Sum = Double(5, "sum");
    private static readonly Local Turn = Int(6, "turn");
    private static readonly Local Pass = Int(7, "pass");
    private static int s_next = 20;

    private static Block Over(int start, Func<Expression, Statement[]> body, Expression? bound = null)
    {
        var counter = Int(s_next++, "i");
        s_next += 2;
        return Do(Let(counter, Of(start)), For(counter, bound ?? Read(Size), s_next, body(Read(counter))));
    }

    private static Element At(Local array, Expression index) => new(Read(array), index);

    private static Assign Store(Local array, Expression index, Expression value) => new(new ElementPlace(Read(array), index), value);

    // for (…) scratch[i] = sin(values[i] * state[i]);
    private static Block Fill(int start = 0, Expression? bound = null) =>
        Over(start, i => [Store(Scratch, i, Math(MathFunction.Sin, Multiply(At(Values, i), At(State, i))))], bound);

    // for (…) state[i] = state[i] + scratch[i] * scratch[i];
    private static Block Use(int start = 0) => Over(start, i => [Store(State, i, Add(At(State, i), Multiply(At(Scratch, i), At(Scratch, i))))]);

    private static Statement[] Made =>
    [
        Let(Size, new Length(Read(Values))),
        Let(Scratch, new ArrayNew((ArrayType)Scratch.Type, Read(Size))),
        Let(State, new ArrayNew((ArrayType)State.Type, Read(Size))),
        Let(Sum, Of(0.0)),
        Over(0, i => [Store(State, i, Multiply(Of(0.5), At(Values, i)))]),
    ];

    private static Block Loop(params Statement[] turn) => Do(Let(Turn, Of(0)), For(Turn, Read(Turns), 1, turn));

    private static Block Total => Over(0, i => [Set(Sum, Add(Read(Sum), Multiply(At(State, i), At(Values, i))))]);

    private static string Checked(params Statement[] statements)
    {
        var program = Program([Values, Turns], [.. Made, .. statements, Return(Read(Sum))]);
        foreach (var (values, turns) in new (double[], int)[] { ([0.3, -1.2, 0.7], 3), ([0.8], 1), ([0.4, 0.9], 0), ([0.4, 0.9], -1) })
            PullbackCheck.Problem(program, [values, turns]).ShouldBeNull();
        return CSharpPrinter.PrintFunctions(ReverseMode.Pullback(program, ReverseMode.AllIndependent(program)), new PrintOptions());
    }

    [Fact]
    public void What_every_turn_fills_anew_has_a_row_for_every_turn()
    {
        var text = Checked(Loop(Fill(), Use()), Total);

        text.ShouldContain("scratchRows = workspace.RentRecords<double>(checked((turns > 0 ? turns : 0) * size));");
        text.ShouldContain("scratchRows[turn * size + i]");
        text.ShouldNotContain("PushElements(scratch");
    }

    [Fact]
    public void What_a_turn_fills_twice_has_two_rows() => Checked(Loop(Fill(), Use(), Fill(), Use()), Total).ShouldContain("scratchRows2[");

    [Fact]
    public void Rows_serve_every_turn_of_a_fused_loop_anew()
    {
        // for (pass …) { for (turn …) { for (i …) scratch[i] = sin(values[i]) * (pass + turn); for (i …) sum += scratch[i] * scratch[i]; } }
        Block inner = Loop(
            Over(0, i => [Store(Scratch, i, Multiply(Math(MathFunction.Sin, At(Values, i)), new Convert(ScalarType.Double, Add(Read(Turn), Read(Pass)))))]),
            Over(0, i => [Set(Sum, Add(Read(Sum), Multiply(At(Scratch, i), At(Scratch, i))))]));
        var text = Checked(Do(Let(Pass, Of(0)), For(Pass, Of(3), 3, inner)));

        text.ShouldContain("scratchRows[turn * size + i]");
        text.ShouldNotContain("workspace.Push");
    }

    [Fact]
    public void Elements_beside_the_counter_that_are_surely_in_the_array_are_in_the_row() =>
        Checked(Loop(Fill(), Over(1, i => [Store(State, i, Add(At(State, i), Multiply(At(Scratch, i), At(Scratch, Subtract(i, Of(1))))))])), Total).ShouldContain("scratchRows[");

    [Fact]
    public void What_a_turn_fills_in_part_is_one_array() => Checked(Loop(Fill(1), Use()), Total).ShouldNotContain("Rows");

    [Fact]
    public void What_a_turn_reads_first_is_one_array() => Checked(Loop(Use(), Fill()), Total).ShouldNotContain("Rows");

    [Fact]
    public void What_only_a_branch_fills_is_one_array() => Checked(Loop(If(Greater(Read(Turn), Of(0)), Do(Fill())), Use()), Total).ShouldNotContain("Rows");

    [Fact]
    public void What_is_read_behind_the_loop_is_one_array() =>
        Checked(Loop(Fill(), Use()), Over(0, i => [Set(Sum, Add(Read(Sum), At(Scratch, i)))]), Total).ShouldNotContain("Rows");

    [Fact]
    public void What_has_a_second_name_is_one_array()
    {
        var other = Doubles(8, "other");
        Checked(Let(other, Read(Scratch)), Loop(Fill(), Over(0, i => [Store(State, i, Add(At(State, i), Multiply(At(other, i), At(other, i))))])), Total).ShouldNotContain("Rows");
    }

    [Fact]
    public void An_index_that_may_lie_outside_keeps_the_array_that_says_so()
    {
        // scratch[turn] throws in the third turn of two values; in a row, the next row would answer.
        var program = Program([Values, Turns], [.. Made, Loop(Fill(), Use(), Set(Sum, Add(Read(Sum), At(Scratch, Read(Turn))))), Total, Return(Read(Sum))]);
        var pullback = ReverseMode.Pullback(program, ReverseMode.AllIndependent(program));

        PullbackCheck.Problem(program, [new[] { 0.3, 0.9, 0.2 }, 3]).ShouldBeNull();
        CSharpPrinter.PrintFunctions(pullback, new PrintOptions()).ShouldNotContain("Rows");
        Should.Throw<IndexOutOfRangeException>(() => Interpreter.Run(pullback, [new[] { 0.3, 0.9 }, 3, 1.0, new double[2]]));
    }

    [Fact]
    public void A_loop_that_may_be_left_keeps_its_array() =>
        Checked(Loop(Fill(), If(Greater(Read(Turn), Of(1)), Do(new Exit(new Label(1)))), Use()), Total).ShouldNotContain("Rows");

    [Fact]
    public void Too_many_rows_throw_instead_of_wrapping_around()
    {
        var program = Program([Values, Turns], [.. Made, Loop(Fill(), Use()), Total, Return(Read(Sum))]);
        var pullback = ReverseMode.Pullback(program, ReverseMode.AllIndependent(program));

        Should.Throw<OverflowException>(() => Interpreter.Run(pullback, [new double[4], int.MaxValue, 1.0, new double[4]]));
    }
}
