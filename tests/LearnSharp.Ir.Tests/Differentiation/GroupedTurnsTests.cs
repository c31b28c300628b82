using System;
using System.Linq;
using LearnSharp.Ir.Tests.RandomPrograms;
using static LearnSharp.Ir.Tests.Build;

namespace LearnSharp.Ir.Tests.Differentiation;

/// <summary>Turns that hand on nothing but sums run side by side, four at a time; turns that may do anything else do not.</summary>
public class GroupedTurnsTests
{
    private static readonly Local Factors = Doubles(0, "factors");
    private static readonly Local Points = Doubles(1, "points");
    private static readonly Local Turns = Int(2, "turns");
    private static readonly Local Buffer = Doubles(3, "buffer");
    private static readonly Local Size = Int(4, "size");
    private static readonly Local Scratch = Doubles(5, "scratch");
    private static readonly Local Total = Double(6, "total");
    private static readonly Local Turn = Int(7, "turn");
    private static readonly Local Square = Double(8, "square");
    private static readonly Local Kept = Int(9, "kept");
    private static readonly Local Other = Double(10, "other");
    private static readonly Label Left = new(1);
    private static int s_next = 100;

    private static Expression Point => At(Points, Read(Turn));

    private static Element At(Local array, Expression index) => new(Read(array), index);

    private static Assign Store(Local array, Expression index, Expression value) => new(new ElementPlace(Read(array), index), value);

    private static Assign Sum(Local array, Expression index, Expression value) => Store(array, index, Add(At(array, index), value));

    private static Statement Sum(Local local, Expression value) => Set(local, Add(Read(local), value));

    private static Block Over(Func<Expression, Statement[]> body, bool isReversed = false)
    {
        var counter = Int(s_next++, "i");
        s_next += 2;
        return Do(Let(counter, Of(0)), For(counter, Read(Size), s_next, body(Read(counter))) with { HasFreeSums = isReversed });
    }

    // for (i …) scratch[i] = factors[i] * points[turn]; square = Σ scratch[i]²; total += square; for (i …) buffer[i] += scratch[i];
    private static Statement[] Usual =>
    [
        Over(i => [Store(Scratch, i, Multiply(At(Factors, i), Point))]),
        Let(Square, Of(0.0)),
        Over(i => [Sum(Square, Multiply(At(Scratch, i), At(Scratch, i)))]),
        Sum(Total, Read(Square)),
        Over(i => [Sum(Buffer, i, At(Scratch, i))], isReversed: true),
    ];

    private static IrProgram Program(Statement[] turn, Statement[]? before = null, Statement[]? after = null, bool hasOwnTurns = true) => Build.Program(
        [Factors, Points, Turns, Buffer],
        [
            Let(Size, new Length(Read(Factors))),
            Let(Scratch, new ArrayRent((ArrayType)Scratch.Type, Read(Size))),
            Let(Total, Of(0.0)),
            .. before ?? [],
            Do(Let(Turn, Of(0)), For(Turn, Read(Turns), 1, turn) with { HasOwnTurns = hasOwnTurns }),
            .. after ?? [],
            Return(Read(Total)),
        ]);

    private static void Stays(Statement[] turn, Statement[]? before = null, Statement[]? after = null)
    {
        var program = Program(turn, before, after);
        Verifier.Verify(program).ShouldBeEmpty();
        GroupedTurns.Run(program).ShouldBeSameAs(program);
    }

    private static string Groups(Statement[] turn, Statement[]? before = null, Statement[]? after = null)
    {
        var program = Program(turn, before, after);
        var grouped = GroupedTurns.Run(program);
        Verifier.Verify(grouped).ShouldBeEmpty();
        foreach (var turns in new[] { 0, 1, 15, 16, 17, 18, 19, 37 })
            Outcome(grouped, turns).ShouldBe(Outcome(program, turns));
        var text = CSharpPrinter.PrintFunctions(grouped, new PrintOptions { QualifyMath = false });
        text.ShouldContain("turn <= turns - 4; turn += 4");
        return text;
    }

    private static string Outcome(IrProgram program, int turns)
    {
        var buffer = new double[3];
        var points = Enumerable.Range(0, turns).Select(static i => System.Math.Sin(7 * i)).ToArray();
        var result = Interpreter.Run(program, [new[] { 0.3, -1.7, 0.9 }, points, turns, buffer]).Results[0];
        return HostValues.Describe(result) + HostValues.Describe(buffer);
    }

    [Fact]
    public void What_all_turns_read_is_read_once_and_what_they_add_to_is_stored_once()
    {
        var text = Groups(Usual);

        text.ShouldContain("var factorsValue = factors[i];");
        text.ShouldContain("scratch3[i] = factorsValue * pointsValue2;");
        text.ShouldContain("buffer[i] = buffer[i] + scratch2[i] + scratch3[i] + scratch4[i] + scratch[i];");
    }

    [Fact]
    public void What_is_the_same_in_all_turns_is_computed_once()
    {
        // kept = 0; for (i …) { total2 += factors[kept] * point; kept++; }
        var text = Groups([Let(Kept, Of(0)), Let(Other, Of(0.0)), Over(i => [Sum(Other, Multiply(At(Factors, Read(Kept)), Point)), Set(Kept, Add(Read(Kept), Of(1)))]), Sum(Total, Read(Other))]);

        text.ShouldContain("var kept = 0;");
        text.ShouldNotContain("kept2 = 0;");
    }

    [Fact]
    public void An_element_that_is_the_same_in_an_inner_loop_is_read_before_it()
    {
        var other = Doubles(11, "other");
        Groups(
            [Store(other, Of(0), Point), Over(i => [Store(Scratch, i, Multiply(At(Factors, i), At(other, Of(0))))]), Over(i => [Sum(Buffer, i, At(Scratch, i))], isReversed: true)],
            [Let(other, new ArrayRent((ArrayType)other.Type, Of(1)))]).ShouldContain("var otherValue = other2[0];");
    }

    [Fact]
    public void Branches_that_turns_take_alone_stand_one_after_another() =>
        Groups([.. Usual[..4], If(Greater(Point, Of(0.2)), Do(Let(Other, Point), Sum(Buffer, Of(0), Read(Other))))]).ShouldContain("if (points[turn + 3] > 0.2)");

    [Fact]
    public void Loops_whose_ends_differ_stand_one_after_another() =>
        Groups([.. Usual[..4], Let(Kept, Read(Turn)), While(Greater(Read(Kept), Of(2)), 50, Set(Kept, Subtract(Read(Kept), Of(2))), Sum(Buffer, Of(0), Of(0.1)))]).ShouldContain("while (kept2 > 2)");

    [Fact]
    public void A_local_of_the_method_that_every_turn_sets_first_is_left_as_the_last_turn_leaves_it() =>
        Groups([.. Usual[..4], Set(Kept, Read(Turn)), Sum(Buffer, Of(0), new Convert(ScalarType.Double, Read(Kept)))], [Let(Kept, Of(7))], [Sum(Total, new Convert(ScalarType.Double, Read(Kept)))]);

    [Fact]
    public void Large_arrays_have_their_turns_one_by_one()
    {
        var (program, length) = (Program(Usual), 20_000);
        var text = CSharpPrinter.PrintFunctions(GroupedTurns.Run(program), new PrintOptions());

        text.ShouldContain("scratch.Length <= 16384");
        var buffers = new[] { program, GroupedTurns.Run(program) }.Select(run =>
        {
            var buffer = new double[length];
            Interpreter.Run(run, [Enumerable.Repeat(0.5, length).ToArray(), Enumerable.Repeat(0.3, 17).ToArray(), 17, buffer]);
            return buffer;
        }).ToArray();
        buffers[1].ShouldBe(buffers[0]);
    }

    [Theory]
    [InlineData(16)]
    [InlineData(18)]
    public void An_index_outside_the_array_throws_in_whichever_turn_it_stands(int points)
    {
        var grouped = GroupedTurns.Run(Program(Usual));

        Should.Throw<IndexOutOfRangeException>(() => Interpreter.Run(grouped, [new double[3], new double[points], 19, new double[3]]));
    }

    [Fact]
    public void Bounds_near_the_ends_of_int_do_not_wrap_around()
    {
        var grouped = GroupedTurns.Run(Program(Usual));

        Interpreter.Run(grouped, [new double[3], new double[1], int.MinValue, new double[3]]).Results[0].ShouldBe(0.0);
        Should.Throw<IndexOutOfRangeException>(() => Interpreter.Run(grouped, [new double[3], new double[40], int.MaxValue, new double[3]]));
    }

    [Fact]
    public void Loops_that_share_nothing_stay() => Stays([Let(Other, Of(0.0)), Over(i => [Sum(Other, Point)]), Sum(Total, Read(Other))]);

    [Fact]
    public void Loops_that_nobody_vouches_for_stay()
    {
        var program = Program(Usual, hasOwnTurns: false);

        GroupedTurns.Run(program).ShouldBeSameAs(program);
    }

    [Fact]
    public void A_turn_that_reads_what_the_one_before_left_in_a_local_stays() =>
        Stays([.. Usual, Sum(Buffer, Of(0), Read(Other)), Set(Other, Point)], [Let(Other, Of(0.5))]);

    [Fact]
    public void A_turn_that_reads_a_sum_stays() => Stays([.. Usual, Sum(Buffer, Of(0), Read(Total))]);

    [Fact]
    public void A_turn_that_reads_what_turns_add_to_stays() => Stays([.. Usual, Sum(Total, At(Buffer, Of(0)))]);

    [Fact]
    public void A_sum_of_the_value_in_an_inner_loop_keeps_its_order() => Stays([.. Usual, Over(i => [Sum(Total, Multiply(At(Factors, i), Point))])]);

    [Fact]
    public void A_sum_of_the_value_that_a_turn_adds_to_twice_keeps_its_order() => Groups([.. Usual, Sum(Total, Point), Sum(Total, Multiply(Of(0.1), Point))]);

    [Fact]
    public void A_sum_of_the_value_that_some_turns_add_to_keeps_its_order()
    {
        Groups([.. Usual[..3], .. Usual[4..], If(Greater(Point, Of(0.2)), Do(Sum(Total, Read(Square))))]);
        Stays([.. Usual, If(Greater(Point, Of(0.2)), Do(Sum(Total, Point)))]);
    }

    [Fact]
    public void A_local_that_only_some_turns_set_and_that_is_read_behind_the_loop_stays() =>
        Stays([.. Usual, If(Greater(Point, Of(0.2)), Do(Set(Kept, Read(Turn))))], [Let(Kept, Of(7))], [Sum(Total, new Convert(ScalarType.Double, Read(Kept)))]);

    [Fact]
    public void A_turn_that_counts_stays() => Stays([.. Usual, Set(Kept, Add(Read(Kept), Of(1)))], [Let(Kept, Of(7))], [Sum(Total, new Convert(ScalarType.Double, Read(Kept)))]);

    [Fact]
    public void A_turn_that_may_throw_something_else_stays()
    {
        Stays([.. Usual, If(Greater(Point, Of(2.0)), Do(new Throw(new Extern(new OpaqueType("global::System.Exception"), "new global::System.Exception()", [], Purity.Effectful))))]);
        Stays([.. Usual, Sum(Buffer, Divide(Of(6), Read(Turns)), Point)]);
        Stays([.. Usual, Sum(Buffer, new Binary(BinaryOperator.Add, Of(0), Read(Turn), Checked: true), Point)]);
        Stays([.. Usual, Sum(Buffer, new MathCall(MathFunction.Sign, ScalarType.Double, [Point]), Point)]);
    }

    [Fact]
    public void A_loop_that_may_be_left_stays() => Stays([.. Usual, If(Greater(Point, Of(2.0)), Do(new Exit(Left)))]);

    [Fact]
    public void A_turn_that_keeps_records_on_a_stack_stays() => Stays([.. Usual, new Push(Point), new Pop(new LocalPlace(Other))], [Let(Other, Of(0.0))]);

    [Fact]
    public void A_turn_that_calls_a_function_stays()
    {
        var wave = Function("Wave", [Double(0, "x")], [ScalarType.Double], Return(Read(Double(0, "x"))));
        var program = Program([.. Usual, Let(Other), new Call([new LocalPlace(Other)], "Tests.Wave", [Point])]) with { Callees = [wave] };

        GroupedTurns.Run(program).ShouldBeSameAs(program);
    }

    [Fact]
    public void A_turn_that_makes_an_array_stays()
    {
        var made = Doubles(12, "made");
        Stays([.. Usual, Let(made, new ArrayNew((ArrayType)made.Type, Read(Size)))]);
    }

    [Fact]
    public void A_turn_that_stores_to_an_array_with_a_second_name_stays()
    {
        var second = Doubles(12, "second");
        Stays(Usual, [Let(second, Read(Scratch))]);
    }

    [Fact]
    public void A_turn_that_stores_to_a_parameter_stays() => Stays([.. Usual, Store(Buffer, Of(0), Point)]);

    [Fact]
    public void A_bound_that_turns_change_stays() => Stays([.. Usual, Set(Turns, Of(17))]);

    [Fact]
    public void A_structure_in_a_turn_stays()
    {
        var pair = new Local(12, SampleIrTypes.Pair, "pair");
        Stays([.. Usual, Let(pair, new StructNew(SampleIrTypes.Pair, [Point, Of(1)]))]);
    }
}
