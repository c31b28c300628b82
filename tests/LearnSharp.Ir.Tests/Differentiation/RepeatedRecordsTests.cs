using System;
using System.Text.RegularExpressions;
using static LearnSharp.Ir.Tests.Build;

namespace LearnSharp.Ir.Tests.Differentiation;

/// <summary>What is computed again from arrays that are put back anyway, instead of being recorded beside them.</summary>
public class RepeatedRecordsTests
{
    private static readonly Local Values = Doubles(0, "values");
    private static readonly Local Turns = Int(1, "turns");
    private static readonly Local State = Doubles(2, "state");
    private static readonly Local Sum = Double(3, "sum");
    private static readonly Local Old = Double(4, "old");
    private static readonly Local Part = Double(5, "part");
    private static readonly Local Grown = Double(6, "grown");
    private static int s_next = 20;

    private static Block Over(Expression bound, Func<Expression, Statement[]> body)
    {
        var counter = Int(s_next++, "i");
        s_next += 2;
        return Do(Let(counter, Of(0)), For(counter, bound, s_next, body(Read(counter))));
    }

    private static Length Size => new(Read(Values));

    private static Element At(Local array, Expression index) => new(Read(array), index);

    private static Assign Store(Local array, Expression index, Expression value) => new(new ElementPlace(Read(array), index), value);

    // The state of the turn before is what every turn starts from.
    private static string Checked(params Statement[] loop)
    {
        var program = Program(
            [Values, Turns],
            [
                Let(State, new ArrayNew((ArrayType)State.Type, Size)),
                Over(Size, i => [Store(State, i, Multiply(Of(0.5), At(Values, i)))]),
                Let(Sum, Of(0.0)),
                .. loop,
                Return(Read(Sum)),
            ]);
        foreach (var (values, turns) in new (double[], int)[] { ([0.3, -1.2, 0.7], 3), ([0.8], 1), ([0.4, 0.9], 0) })
            PullbackCheck.Problem(program, [values, turns]).ShouldBeNull();
        return CSharpPrinter.PrintFunctions(ReverseMode.Pullback(program, ReverseMode.AllIndependent(program)), new PrintOptions { QualifyMath = false });
    }

    private static int Pushes(string text) => Regex.Count(text, @"workspace\.Push\(");

    [Fact]
    public void A_number_read_from_an_element_that_is_put_back_is_not_recorded()
    {
        var text = Checked(Over(Read(Turns), _ => [Over(Size, i =>
        [
            Let(Old, At(State, i)),
            Set(Sum, Add(Read(Sum), Multiply(Multiply(Read(Old), Read(Old)), At(Values, i)))),
            Store(State, i, Multiply(At(State, i), Multiply(Read(Old), At(Values, i)))),
        ])]));

        Pushes(text).ShouldBe(1, text);
        text.ShouldContain("workspace.Push(state[");
    }

    [Fact]
    public void A_number_that_is_asked_for_after_its_element_was_overwritten_is_recorded()
    {
        var text = Checked(Over(Read(Turns), _ => [Over(Size, i =>
        [
            Let(Old, At(State, i)),
            Store(State, i, Multiply(Read(Old), Multiply(At(State, i), At(Values, i)))),
            Set(Sum, Add(Read(Sum), Multiply(Multiply(Read(Old), Read(Old)), At(State, i)))),
        ])]));

        text.ShouldContain("workspace.Push(old)");
    }

    [Fact]
    public void An_array_that_need_not_be_put_back_is_not_put_back_for_a_number()
    {
        var text = Checked(Over(Read(Turns), _ => [Over(Size, i =>
        [
            Let(Old, Add(At(State, i), At(Values, i))),
            Set(Sum, Add(Read(Sum), Multiply(Multiply(Read(Old), Read(Old)), At(Values, i)))),
            Store(State, i, Multiply(Of(0.7), At(State, i))),
        ])]));

        text.ShouldContain("workspace.Push(old)");
        text.ShouldNotContain("workspace.Push(state");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Exponentials_are_computed_again_where_records_would_fill_a_cache(bool isDeep)
    {
        Block Turn() => Over(Size, i =>
        [
            Let(Old, At(State, i)),
            Let(Part, Multiply(Read(Old), At(Values, i))),
            Let(Grown, Math(MathFunction.Exp, new Unary(UnaryOperator.Negate, Read(Part)))),
            Store(State, i, Multiply(Read(Old), Divide(Of(1.0), Add(Of(1.0), Read(Grown))))),
            Set(Sum, Add(Read(Sum), Multiply(At(State, i), At(State, i)))),
        ]);

        var text = Checked(Over(Read(Turns), _ => isDeep ? [Over(Of(100), _ => [Turn()])] : [Turn()]));

        Pushes(text).ShouldBe(isDeep ? 1 : 2);
        text.Split("Math.Exp(").Length.ShouldBe(isDeep ? 3 : 2);
    }
}
