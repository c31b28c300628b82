using System;
using System.Linq;
using static LearnSharp.Ir.Tests.Build;

namespace LearnSharp.Ir.Tests.Differentiation;

/// <summary>Adjoints that are stored, not added to, because the elements they go to are zero.</summary>
public class KnownZerosTests
{
    private static readonly Local Input = Doubles(0, "input");
    private static readonly Local Turns = Int(1, "turns");
    private static readonly Local Size = Int(2, "size");
    private static readonly Local Scratch = Doubles(3, "scratch");
    private static readonly Local Sum = Double(4, "sum");
    private static readonly Local Turn = Int(5, "turn");
    private static readonly Local Taken = Double(6, "taken");
    private static int s_next = 10;

    private static Block Over(Expression start, Expression bound, Func<Expression, Statement[]> body)
    {
        var counter = Int(s_next++, "i");
        s_next += 2;
        return Do(Let(counter, start), For(counter, bound, s_next, body(Read(counter))));
    }

    private static Assign Store(Expression index, Expression value) => new(new ElementPlace(Read(Scratch), index), value);

    private static Assign Add(Expression index, Expression value) => Store(index, Build.Add(new Element(Read(Scratch), index), value));

    private static Element In(Expression index) => new(Read(Input), index);

    // for (…) scratch[i] += turn * input[i];
    private static Block Adds(int start = 0, Expression? bound = null) => Over(Of(start), bound ?? Read(Size), i => [Add(i, Multiply(new Convert(ScalarType.Double, Read(Turn)), In(i)))]);

    // for (…) { taken = scratch[i]; scratch[i] = 0; sum += taken * taken; }
    private static Block Clears(int start = 0, Expression? bound = null) => Over(Of(start), bound ?? Read(Size), i =>
    {
        var taken = Double(s_next++, "taken");
        return [Let(taken, new Element(Read(Scratch), i)), Store(i, Of(0.0)), Set(Sum, Build.Add(Multiply(Of(1.5), Read(Sum)), Multiply(Read(taken), Read(taken))))];
    });

    private static IrProgram Program(params Statement[] turn) => Build.Program(
        [Input, Turns],
        Let(Size, new Length(Read(Input))),
        Let(Scratch, new ArrayRent((ArrayType)Scratch.Type, Read(Size))),
        Let(Sum, Of(0.0)),
        Do(Let(Turn, Of(0)), For(Turn, Read(Turns), 1, turn)),
        Return(Read(Sum)));

    private static string Rewritten(IrProgram program)
    {
        var rewritten = program with { Root = KnownZeros.Run(program.Root) };
        Verifier.Verify(rewritten).ShouldBeEmpty();
        foreach (var (input, turns) in new (double[], int)[] { ([0.5, -1.5, 2.5], 3), ([0.25, 4.0], 1), ([3.0], 2) })
            Interpreter.Run(rewritten, [input, turns]).Results[0].ShouldBe(Interpreter.Run(program, [input, turns]).Results[0]);
        return CSharpPrinter.PrintFunctions(rewritten, new PrintOptions { QualifyMath = false });
    }

    private static void Stays(params Statement[] turn)
    {
        var program = Program(turn);
        Rewritten(program);
        KnownZeros.Run(program.Root).ShouldBeSameAs(program.Root);
    }

    [Fact]
    public void What_every_turn_clears_is_stored_by_the_next_and_not_cleared()
    {
        var text = Rewritten(Program(Adds(), Clears()));

        text.ShouldContain("scratch[i] = turn * input[i];");
        text.ShouldNotContain("scratch[i2] = 0.0;");
        text.ShouldNotContain("+= turn");
    }

    [Fact]
    public void Several_rounds_of_a_turn_and_what_is_cleared_in_parts_count()
    {
        var first = Rewritten(Program(Adds(), Clears(), Adds(), Adds(1), Clears(1), Let(Taken, new Element(Read(Scratch), Of(0))), Store(Of(0), Of(0.0)), Set(Sum, Build.Add(Read(Sum), Read(Taken)))));

        first.Split("= 0.0").Length.ShouldBe(2);
        first.Split("] += ").Length.ShouldBe(2);
    }

    [Fact]
    public void Elements_that_stay_zero_need_not_be_stored() =>
        Rewritten(Program(
            Over(Of(1), new Length(Read(Input)), i => [Add(Subtract(i, Of(1)), In(i))]),
            Clears())).ShouldContain("scratch[unchecked(i - 1)] = input[i];");

    [Fact]
    public void A_sum_over_less_than_what_the_turn_before_left_is_added() => Stays(Adds(1), Adds(), Clears());

    [Fact]
    public void What_is_cleared_in_part_only_is_added_to() => Stays(Adds(), Clears(1));

    [Fact]
    public void What_a_branch_clears_is_added_to() => Stays(Adds(), If(Greater(In(Of(0)), Of(0.4)), Clears()));

    [Fact]
    public void What_a_branch_adds_is_added() => Stays(If(Greater(Read(Turn), Of(0)), Adds()), Clears());

    [Fact]
    public void What_a_turn_may_leave_early_is_cleared() =>
        Stays(Adds(), If(Greater(In(Of(0)), Of(0.4)), Do(new Exit(new Label(2)))), Clears());

    [Fact]
    public void What_is_read_before_it_is_added_to_is_cleared() =>
        Stays(Set(Sum, Build.Add(Read(Sum), new Element(Read(Scratch), Of(0)))), Adds(), Clears());

    [Fact]
    public void What_another_loop_reads_is_cleared()
    {
        var program = Build.Program(
            [Input, Turns],
            Let(Size, new Length(Read(Input))),
            Let(Scratch, new ArrayRent((ArrayType)Scratch.Type, Read(Size))),
            Let(Sum, Of(0.0)),
            Do(Let(Turn, Of(0)), For(Turn, Read(Turns), 1, Adds(), Clears())),
            Set(Sum, Build.Add(Read(Sum), new Element(Read(Scratch), Of(0)))),
            Return(Read(Sum)));

        Rewritten(program);
        KnownZeros.Run(program.Root).ShouldBeSameAs(program.Root);
    }

    [Fact]
    public void What_has_a_second_name_is_cleared()
    {
        var other = Doubles(7, "other");
        var program = Build.Program(
            [Input, Turns],
            Let(Size, new Length(Read(Input))),
            Let(Scratch, new ArrayRent((ArrayType)Scratch.Type, Read(Size))),
            Let(other, Read(Scratch)),
            Let(Sum, Of(0.0)),
            Do(Let(Turn, Of(0)), For(Turn, Read(Turns), 1, Adds(), Clears(), new Assign(new ElementPlace(Read(other), Of(0)), Of(7.0)))),
            Return(Read(Sum)));

        Rewritten(program);
        KnownZeros.Run(program.Root).ShouldBeSameAs(program.Root);
    }

    [Fact]
    public void Loops_up_to_what_changes_are_left_alone()
    {
        var count = Int(8, "count");
        var program = Build.Program(
            [Input, Turns],
            Let(Size, new Length(Read(Input))),
            Let(count, Read(Size)),
            Let(Scratch, new ArrayRent((ArrayType)Scratch.Type, Read(Size))),
            Let(Sum, Of(0.0)),
            Do(Let(Turn, Of(0)), For(Turn, Read(Turns), 1, Adds(0, Read(count)), Clears(0, Read(count)), Set(count, Of(1)))),
            Return(Read(Sum)));

        Rewritten(program);
        KnownZeros.Run(program.Root).ShouldBeSameAs(program.Root);
    }

    // i = size; while (i > 0) { i--; if (…) scratch[i] += turn * input[i]; }
    private static Block AddsDown(Func<Expression, Expression> condition)
    {
        var counter = Int(s_next++, "i");
        s_next += 2;
        return Do(
            Let(counter, Read(Size)),
            While(
                Greater(Read(counter), Of(0)),
                s_next,
                Set(counter, Subtract(Read(counter), Of(1))),
                If(condition(Read(counter)), Do(Add(Read(counter), Multiply(new Convert(ScalarType.Double, Read(Turn)), In(Read(counter))))))));
    }

    [Fact]
    public void What_one_statement_stores_every_time_need_not_be_all_there_is()
    {
        var text = Rewritten(Program(AddsDown(i => Less(Build.Add(i, Of(1)), Read(Size))), Clears()));

        text.ShouldContain("scratch[i] = turn * input[i];");
        text.ShouldNotContain("= 0.0;\n            sum");
        text.ShouldNotContain("+= turn");
    }

    [Fact]
    public void What_is_chosen_differently_from_turn_to_turn_is_added() => Stays(AddsDown(i => Greater(Read(Turn), i)), Clears());

    [Fact]
    public void What_is_chosen_by_values_is_added() => Stays(AddsDown(i => Greater(In(i), Of(0.4))), Clears());

    [Fact]
    public void What_another_statement_stores_as_well_is_added() => Stays(AddsDown(i => Less(Build.Add(i, Of(1)), Read(Size))), Adds(), Clears());

    [Fact]
    public void A_sum_that_is_taken_at_once_is_not_stored()
    {
        Statement[] body = [.. Over(Of(0), Read(Size), i => [Add(i, In(i)), new Comment("then"), Let(Taken, new Element(Read(Scratch), i)), Store(i, Of(0.0)), Set(Sum, Build.Add(Read(Sum), Read(Taken)))]).Statements];
        var program = Program(Adds(), Do(body));
        var rewritten = program with { Root = TakenSums.Run(program.Root) };

        Interpreter.Run(rewritten, [new[] { 0.5, 2.5 }, 3]).Results[0].ShouldBe(Interpreter.Run(program, [new[] { 0.5, 2.5 }, 3]).Results[0]);
        CSharpPrinter.PrintFunctions(rewritten, new PrintOptions { QualifyMath = false }).ShouldContain("var taken = scratch[i] + input[i];");
    }
}
