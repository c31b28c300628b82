using System;
using System.Linq;
using static LearnSharp.Ir.Tests.Build;

namespace LearnSharp.Ir.Tests.Differentiation;

/// <summary>What a pullback records, and what it gets by without.</summary>
public class RecordingTests
{
    private static readonly Local Values = Doubles(0, "values");
    private static readonly Local N = Int(1, "n");
    private static readonly Local Sum = Double(10, "sum");
    private static readonly Local I = Int(11, "i");
    private static readonly Local J = Int(12, "j");
    private static readonly Local K = Int(13, "k");
    private static readonly Local Power = Double(14, "power");
    private static readonly Local Residual = Double(15, "residual");
    private static readonly Local Scratch = Doubles(16, "scratch");
    private static readonly Local Size = Int(17, "size");
    private static readonly Local Late = Double(18, "late");
    private static readonly double[] Numbers = [0.3, -1.2, 0.7, 2.0];

    // for (i < n) { power = 1; residual = 0.5; for (j) { residual -= values[j] * power; power *= 0.7; } sum += sin(residual); }
    private static Statement[] Residuals =>
    [
        Let(Sum, Of(0.0)),
        Do(
            Let(I, Of(0)),
            For(
                I,
                Read(N),
                1,
                Let(Power, Of(1.0)),
                Let(Residual, Of(0.5)),
                Do(
                    Let(J, Of(0)),
                    For(
                        J,
                        new Length(Read(Values)),
                        3,
                        Set(Residual, Subtract(Read(Residual), Multiply(Item(Values, J), Read(Power)))),
                        Set(Power, Multiply(Read(Power), Of(0.7))))),
                Set(Sum, Add(Read(Sum), Math(MathFunction.Sin, Multiply(Read(Residual), Read(Residual)))))))
    ];

    private static Element Item(Local array, Local index) => new(Read(array), Read(index));

    private static Assign SetItem(Local array, Local index, Expression value) => new(new ElementPlace(Read(array), Read(index)), value);

    private static string Printed(IrProgram program) =>
        CSharpPrinter.PrintFunctions(ReverseMode.Pullback(program, ReverseMode.AllIndependent(program)), new PrintOptions { QualifyMath = false });

    private static void Agrees(IrProgram program, params object?[] arguments)
    {
        PullbackCheck.Problem(program, arguments, seedWritten: true).ShouldBeNull();
        PullbackCheck.Problem(program, arguments, seedWritten: false).ShouldBeNull();
    }

    [Fact]
    public void Turns_that_only_hand_on_a_sum_are_reversed_one_by_one_without_a_record()
    {
        var program = Program([Values, N], [.. Residuals, Return(Multiply(Of(0.5), Read(Sum)))]);

        Agrees(program, Numbers, 3);
        Agrees(program, Numbers, 0);
        var text = Printed(program);
        text.ShouldNotContain("workspace.Push");
        text.Split("Math.Cos").Length.ShouldBe(2);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(6000)]
    public void Buffers_are_untouched_when_something_throws_after_turns_were_reversed(int length)
    {
        var program = Program([Values, N], [.. Residuals, Let(Late, new Element(Read(Values), Of(1_000_000))), Return(Add(Read(Sum), Read(Late)))]);
        var pullback = ReverseMode.Pullback(program, ReverseMode.AllIndependent(program));
        Printed(program).ShouldNotContain("workspace.Push");
        var buffer = Enumerable.Repeat(7.0, length).ToArray();

        Should.Throw<IndexOutOfRangeException>(() => Interpreter.Run(pullback, [Enumerable.Repeat(0.1, length).ToArray(), 2, 1.0, buffer]));

        buffer.ShouldAllBe(value => value.Equals(7.0));
    }

    [Fact]
    public void Large_buffers_are_added_to_directly()
    {
        var program = Program([Values, N], [.. Residuals, Return(Read(Sum))]);

        PullbackCheck.Problem(program, [Enumerable.Range(0, 40).Select(static i => 0.01 * i).ToArray(), 2]).ShouldBeNull();
        var pullback = ReverseMode.Pullback(program, ReverseMode.AllIndependent(program));
        var (small, large) = (new double[40], new double[6000]);
        Interpreter.Run(pullback, [Enumerable.Repeat(1e-3, 40).ToArray(), 1, 1.0, small]);
        Interpreter.Run(pullback, [Enumerable.Repeat(1e-3, 40).Concat(new double[5960]).ToArray(), 1, 1.0, large]);
        for (var i = 0; i < small.Length; i++)
            large[i].ShouldBe(small[i], 1e-15);
    }

    [Fact]
    public void An_array_that_every_turn_stores_before_it_reads_does_not_keep_turns_apart()
    {
        var program = Program(
            [Values, N],
            Let(Size, new Length(Read(Values))),
            Let(Scratch, new ArrayNew((ArrayType)Scratch.Type, Read(Size))),
            Let(Sum, Of(0.0)),
            Do(
                Let(I, Of(0)),
                For(
                    I,
                    Read(N),
                    1,
                    Do(Let(J, Of(0)), For(J, Read(Size), 3, SetItem(Scratch, J, Math(MathFunction.Exp, Item(Values, J))))),
                    Do(Let(K, Of(0)), For(K, Read(Size), 5, Set(Sum, Add(Read(Sum), Multiply(Item(Scratch, K), Item(Scratch, K)))))))),
            Return(Read(Sum)));

        Agrees(program, Numbers, 3);
        // The exponentials of one turn are recorded, and gone before the next.
        Printed(program).Split("for (var i").Length.ShouldBeLessThan(Printed(program).Split("for (").Length);
    }

    [Fact]
    public void An_array_that_goes_from_turn_to_turn_keeps_them_apart()
    {
        var program = Program(
            [Values, N],
            Let(Size, new Length(Read(Values))),
            Let(Scratch, new ArrayNew((ArrayType)Scratch.Type, Read(Size))),
            Let(Sum, Of(0.0)),
            Do(
                Let(I, Of(0)),
                For(
                    I,
                    Read(N),
                    1,
                    Do(Let(J, Of(0)), For(J, Read(Size), 3, SetItem(Scratch, J, Math(MathFunction.Sin, Add(Multiply(Item(Scratch, J), Of(0.5)), Item(Values, J)))))),
                    Do(Let(K, Of(0)), For(K, Read(Size), 5, Set(Sum, Add(Read(Sum), Multiply(Item(Scratch, K), Item(Scratch, K)))))))),
            Return(Read(Sum)));

        Agrees(program, Numbers, 3);
        Agrees(program, Numbers, 1);
    }

    [Fact]
    public void What_a_loop_overwrites_element_by_element_is_recorded_in_one_go()
    {
        var program = Program(
            [Values, N],
            Let(Size, new Length(Read(Values))),
            Let(Scratch, new ArrayNew((ArrayType)Scratch.Type, Read(Size))),
            Do(
                Let(I, Of(0)),
                For(
                    I,
                    Read(N),
                    1,
                    Do(Let(J, Of(0)), For(J, Read(Size), 3, SetItem(Scratch, J, Multiply(Item(Values, J), Item(Values, J))))),
                    Do(Let(K, Of(0)), For(K, Read(Size), 5, SetItem(Values, K, Add(Item(Values, K), Multiply(Of(0.1), Item(Scratch, K)))))))),
            Return(new Element(Read(Values), Of(1))));

        Agrees(program, Numbers, 3);
        Agrees(program, Numbers, 0);
        var text = Printed(program);
        text.ShouldContain("workspace.PushElements(values, 0, size)");
        text.ShouldNotContain("workspace.Push(");
    }

    [Fact]
    public void A_stretch_outside_the_array_is_left_out()
    {
        var type = (ArrayType)Values.Type;
        var program = new IrProgram(
            new Function(
                "Tests.Root",
                "Root",
                [new Parameter(Values)],
                [ScalarType.Double],
                Do(
                    new PushElements(Read(Values), Of(1), Of(9)),
                    new Assign(new ElementPlace(Read(Values), Of(2)), Of(5.0)),
                    new PopElements(Read(Values), Of(1), Of(9)),
                    new PushElements(Read(Values), Of(7), Of(3)),
                    new PopElements(Read(Values), Of(7), Of(3)),
                    Return(new Element(Read(Values), Of(2))))),
            []);

        Verifier.Verify(program).ShouldBeEmpty();
        type.IsDifferentiable.ShouldBeTrue();
        var run = Interpreter.Run(program, [new[] { 1.0, 2.0, 3.0 }]);
        run.Results[0].ShouldBe(3.0);
        run.LeftOnWorkspace.ShouldBe(0);
    }

    [Fact]
    public void A_leaf_of_a_recursion_records_nothing()
    {
        var (x, result, part, sign) = (Double(0, "x"), Double(20, "branch"), Double(21, "part"), Double(22, "sign"));
        var tree = Function(
            "Tree",
            [x, N],
            [ScalarType.Double],
            If(Compare(BinaryOperator.LessOrEqual, Read(N), Of(0)), Do(Return(Read(x)))),
            Let(Sum, Of(0.0)),
            Let(sign, Of(1.0)),
            Do(
                Let(I, Of(0)),
                For(
                    I,
                    Of(2),
                    1,
                    Let(part, Multiply(Read(sign), Read(x))),
                    Let(result),
                    new Call([new LocalPlace(result)], "Tests.Tree", [Multiply(Read(x), Of(0.9)), Subtract(Read(N), Of(1))]),
                    Set(Sum, Add(Read(Sum), Multiply(Read(part), Read(result)))),
                    Set(sign, new Unary(UnaryOperator.Negate, Read(sign))))),
            Return(Math(MathFunction.Sin, Read(Sum))));
        var program = Program(tree);

        Agrees(program, 0.8, 3);
        // In the loop only what the call returned: the factor is computed again where the sign has been turned back.
        Printed(program).ShouldContain("workspace.Push(branch)");
        Printed(program).ShouldNotContain("workspace.Push(part)");
    }
}
