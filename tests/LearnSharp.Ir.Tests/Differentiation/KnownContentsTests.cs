using System;
using static LearnSharp.Ir.Tests.Build;

namespace LearnSharp.Ir.Tests.Differentiation;

/// <summary>Arrays that are overwritten while what stood in them stands elsewhere as well, or can be computed again, are put back without a record.</summary>
public class KnownContentsTests
{
    private static readonly Local Values = Doubles(0, "values");
    private static readonly Local Turns = Int(1, "turns");
    private static readonly Local Layers = Int(2, "layers");
    private static readonly Local Size = Int(3, "size");
    private static readonly Local Signal = Doubles(4, "signal");
    private static readonly Local State = Doubles(5, "state");
    private static readonly Local Sum = Double(6, "sum");
    private static readonly Local Output = Double(7, "output");
    private static readonly Local Row = Int(8, "row");
    private static int s_next = 20;

    private static Block Over(Expression bound, Func<Expression, Statement[]> body)
    {
        var counter = Int(s_next++, "i");
        s_next += 2;
        return Do(Let(counter, Of(0)), For(counter, bound, s_next, body(Read(counter))));
    }

    private static Element At(Local array, Expression index) => new(Read(array), index);

    private static Assign Store(Local array, Expression index, Expression value) => new(new ElementPlace(Read(array), index), value);

    /// <summary>Every turn feeds a signal through the layers, each of which has a row of the state: what a layer hands on is also what it keeps.</summary>
    /// <param name="stride">How far rows are from each other.</param>
    /// <param name="between">What happens to the state before the next turn.</param>
    private static string Checked(Func<Expression, Expression> stride, params Statement[] between)
    {
        var program = Program(
            [Values, Turns, Layers],
            Let(Size, new Length(Read(Values))),
            Let(State, new ArrayNew((ArrayType)State.Type, Multiply(Add(Read(Layers), Of(1)), Read(Size)))),
            Let(Signal, new ArrayNew((ArrayType)Signal.Type, Read(Size))),
            Over(new Length(Read(State)), i => [Store(State, i, Multiply(Of(0.5), At(Values, Of(0))))]),
            Let(Sum, Of(0.0)),
            Over(Read(Turns), t =>
            [
                Over(Read(Size), i => [Store(Signal, i, Multiply(At(Values, i), Add(new Convert(ScalarType.Double, t), Of(0.5))))]),
                Over(Read(Layers), layer =>
                [
                    Let(Row, Multiply(layer, stride(Read(Size)))),
                    Over(Read(Size), i =>
                    [
                        Let(Output, Math(MathFunction.Sin, Multiply(At(Signal, i), At(State, Add(Read(Row), i))))),
                        Store(State, Add(Read(Row), i), Read(Output)),
                        Store(Signal, i, Read(Output)),
                    ]),
                ]),
                .. between,
                Over(Read(Size), i => [Set(Sum, Add(Read(Sum), Multiply(At(Signal, i), At(Signal, i))))]),
            ]),
            Return(Read(Sum)));
        foreach (var (values, turns, layers) in new (double[], int, int)[] { ([0.3, -1.2, 0.7], 3, 2), ([0.8], 2, 3), ([0.4, 0.9], 1, 1), ([0.4, 0.9], 2, 0), ([0.4, 0.9], 0, 2), ([], 2, 2) })
        {
            if (values.Length > 0 || between.Length == 0)
                PullbackCheck.Problem(program, [values, turns, layers]).ShouldBeNull();
        }

        return CSharpPrinter.PrintFunctions(ReverseMode.Pullback(program, ReverseMode.AllIndependent(program)), new PrintOptions { QualifyMath = false });
    }

    [Fact]
    public void What_stands_in_the_row_of_the_layer_before_is_not_recorded()
    {
        var text = Checked(static size => size);

        text.ShouldContain("workspace.Push(state[row + i");
        text.ShouldNotContain("workspace.Push(signal[");
        text.ShouldNotContain("workspace.PushElements(signal");
        // In the first layer the signal is computed again.
        text.ShouldContain("> 0 ? state[(");
    }

    [Fact]
    public void Rows_that_overlap_do_not_stand_for_each_other() =>
        Checked(static _ => Of(1)).ShouldContain("workspace.Push(signal[");

    [Fact]
    public void An_index_has_one_form_however_it_is_written()
    {
        var (form, length) = (IndexForm.Of(Multiply(Read(Layers), Multiply(Of(3), Read(Size))))!, IndexForm.Of(Read(Size))!);

        form.Minus(IndexForm.Of(Multiply(Multiply(Read(Size), Of(3)), Subtract(Read(Layers), Of(1))))!).MultipleOf(length).ShouldBe(3);
        form.Minus(form).MultipleOf(length).ShouldBe(0);
        form.MultipleOf(length).ShouldBeNull();
        form.CountOf(Size).ShouldBeNull();
        IndexForm.Of(Add(Read(Row), Multiply(Of(2), Read(Turns))))!.CountOf(Turns).ShouldBe(2);
        IndexForm.Of(new Binary(BinaryOperator.Divide, Read(Row), Of(2))).ShouldBeNull();
    }

    [Fact]
    public void A_row_that_changes_in_between_does_not_stand_for_the_signal()
    {
        var text = Checked(static size => size, Store(State, Of(0), Multiply(At(State, Of(0)), At(Values, Of(0)))));

        // Between the layers nothing has changed yet; before the next turn the signal is not what the last row holds.
        text.ShouldNotContain("workspace.Push(signal[");
        text.ShouldContain("workspace.PushElements(signal, 0, size)");
    }
}
