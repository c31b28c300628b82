using System;

namespace LearnSharp.Ir.Tests.Slices;

public class SliceLoweringTests
{
    private static readonly ArrayType Doubles = new(ScalarType.Double, ArrayKind.Span);
    private static readonly Local Whole = new(0, Doubles, "whole");
    private static readonly Local Part = new(1, Doubles, "part");
    private static readonly Local Index = new(2, ScalarType.Int, "i");

    [Fact]
    public void A_part_is_the_array_with_an_offset()
    {
        var program = Program(
            [new Declare(Part, new Slice(new LocalRead(Whole), Constant.Of(1), Constant.Of(2))), new Return([new Element(new LocalRead(Part), new LocalRead(Index))])]);

        Verifier.Verify(program).IsEmpty.ShouldBeFalse("parts are lowered before anything else");
        var lowered = SliceLowering.Run(program);

        Verifier.Verify(lowered).ShouldBeEmpty();
        Run(lowered, 0).ShouldBe(20.0);
        Run(lowered, 1).ShouldBe(30.0);
        Should.Throw<IndexOutOfRangeException>(() => Run(lowered, 2));
        Should.Throw<IndexOutOfRangeException>(() => Run(lowered, -1));
    }

    [Fact]
    public void A_counter_below_the_length_of_the_part_needs_no_test()
    {
        var (counter, sum) = (new Local(3, ScalarType.Int, "k"), new Local(4, ScalarType.Double, "sum"));
        var loop = new Loop(
            new(0),
            new(1),
            new Binary(BinaryOperator.Less, new LocalRead(counter), new Length(new LocalRead(Part))),
            new([new Assign(new LocalPlace(sum), new Binary(BinaryOperator.Add, new LocalRead(sum), new Element(new LocalRead(Part), new LocalRead(counter))))]),
            new([new Assign(new LocalPlace(counter), new Binary(BinaryOperator.Add, new LocalRead(counter), Constant.Of(1)))]),
            null);
        var lowered = SliceLowering.Run(Program(
        [
            new Declare(Part, new Slice(new LocalRead(Whole), new LocalRead(Index), Constant.Of(2))), new Declare(sum, Constant.Of(0.0)), new Declare(counter, Constant.Of(0)), loop,
            new Return([new LocalRead(sum)]),
        ]));

        Run(lowered, 2).ShouldBe(70.0);
        IrText.Write(Learnable(lowered)).ShouldNotContain("?");
    }

    [Fact]
    public void A_program_without_parts_stays_as_it_is()
    {
        var program = Program([new Return([new Element(new LocalRead(Whole), new LocalRead(Index))])]);

        SliceLowering.Run(program).ShouldBeSameAs(program);
    }

    private static IrProgram Program(Statement[] statements) =>
        new(new Function("Code.M(Span<double>, int)", "M", [new(Whole), new(Index)], [ScalarType.Double], new Block(statements.ToEquatableArray())), []);

    private static LearnableProgram Learnable(IrProgram program) => new(program, [], []);

    private static object? Run(IrProgram program, int index) => Interpreter.Run(program, [new[] { 10.0, 20, 30, 40 }, index], new()).Results[0];
}
