using System;
using System.Linq;
using static LearnSharp.Ir.Tests.Build;

namespace LearnSharp.Ir.Tests.Differentiation;

/// <summary>Calls that need no records: small functions that become part of their callers, and recursions whose adjoints are known on the way down.</summary>
public class OneSweepTests
{
    private static readonly Local Values = Doubles(0, "values");
    private static readonly Local Depth = Int(1, "depth");
    private static readonly Local Sum = Double(10, "sum");
    private static readonly Local Sign = Double(11, "sign");
    private static readonly Local I = Int(12, "i");
    private static readonly Local Part = Double(13, "part");
    private static readonly Local Branch = Double(14, "branch");
    private static readonly Local X = Double(20, "x");
    private static readonly Local Sine = Double(21, "sine");
    private static readonly Local Cosine = Double(22, "cosine");
    private static readonly double[] Numbers = [0.3, -1.2, 0.7];

    private static Expression Result => Read(Sum);

    // if (depth <= 0) return values[0]; sum = 0; sign = 1; for (i < values.Length) { sum += sign * values[i] * Tree(values, depth - 1); sign = -sign; } return …
    private static Function Tree(Expression result) => Function(
        "Tree",
        [Values, Depth],
        [ScalarType.Double],
        If(Compare(BinaryOperator.LessOrEqual, Read(Depth), Of(0)), Do(Return(new Element(Read(Values), Of(0))))),
        Let(Sum, Of(0.0)),
        Let(Sign, Of(1.0)),
        Do(
            Let(I, Of(0)),
            For(
                I,
                new Length(Read(Values)),
                1,
                Let(Part, Multiply(Read(Sign), new Element(Read(Values), Read(I)))),
                Let(Branch),
                CallOfTree(Branch, Subtract(Read(Depth), Of(1))),
                Set(Sum, Add(Read(Sum), Multiply(Read(Part), Read(Branch)))),
                Set(Sign, new Unary(UnaryOperator.Negate, Read(Sign))))),
        Return(result));

    private static Call CallOfTree(Local target, Expression depth) => new([new LocalPlace(target)], "Tests.Tree", [Read(Values), depth]);

    private static string Printed(IrProgram program) =>
        CSharpPrinter.PrintFunctions(ReverseMode.Pullback(program, ReverseMode.AllIndependent(program)), new PrintOptions { QualifyMath = false });

    private static void Agrees(IrProgram program, params object?[] arguments)
    {
        PullbackCheck.Problem(program, arguments, seedWritten: true).ShouldBeNull();
        PullbackCheck.Problem(program, arguments, seedWritten: false).ShouldBeNull();
    }

    [Fact]
    public void A_recursion_whose_adjoints_are_known_on_the_way_down_records_nothing()
    {
        var program = Program(Tree(Result));

        Agrees(program, Numbers, 3);
        Agrees(program, Numbers, 0);
        Agrees(program, new double[1], 2);
        Printed(program).ShouldNotContain("workspace.Push");
        Printed(program).ShouldNotContain("TreeForward");
    }

    [Fact]
    public void A_recursion_whose_adjoints_depend_on_its_own_result_has_two_sweeps()
    {
        var program = Program(Tree(Multiply(Read(Sum), Read(Sum))));

        Agrees(program, Numbers, 2);
        Printed(program).ShouldContain("TreeForward");
    }

    [Fact]
    public void A_root_that_does_more_with_the_result_of_a_recursion_has_two_sweeps()
    {
        var root = Function("Root", [Values, Depth], [ScalarType.Double], Let(Branch), CallOfTree(Branch, Read(Depth)), Return(Math(MathFunction.Sin, Read(Branch))));
        var program = Program(root, Tree(Result));

        Agrees(program, Numbers, 2);
        Printed(program).ShouldContain("TreeForward");
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5000)]
    public void Buffers_are_untouched_when_something_throws_after_a_recursion_in_one_sweep(int length)
    {
        var late = new Element(Read(Values), Of(1_000_000));
        var root = Function("Root", [Values, Depth], [ScalarType.Double], Let(Branch), CallOfTree(Branch, Read(Depth)), Let(Part, late), Return(Add(Read(Branch), Read(Part))));
        var program = Program(root, Tree(Result));
        var pullback = ReverseMode.Pullback(program, ReverseMode.AllIndependent(program));
        Printed(program).ShouldNotContain("TreeForward");
        var buffer = Enumerable.Repeat(7.0, length).ToArray();

        Should.Throw<IndexOutOfRangeException>(() => Interpreter.Run(pullback, [Enumerable.Repeat(0.1, length).ToArray(), 1, 1.0, buffer]));

        buffer.ShouldAllBe(value => value.Equals(7.0));
    }

    [Fact]
    public void A_small_function_is_part_of_its_caller()
    {
        var wave = Function("Wave", [X], [ScalarType.Double], Return(Multiply(Math(MathFunction.Exp, Read(X)), Read(X))));
        var root = Function(
            "Root",
            [Values, Depth],
            [ScalarType.Double],
            Let(Sum, Of(0.0)),
            Do(
                Let(I, Of(0)),
                For(
                    I,
                    new Length(Read(Values)),
                    1,
                    Let(Branch),
                    new Call([new LocalPlace(Branch)], "Tests.Wave", [Multiply(new Element(Read(Values), Read(I)), Of(0.5))]),
                    Let(Part),
                    new Call([new LocalPlace(Part)], "Tests.Wave", [Read(Branch)]),
                    Set(Sum, Add(Read(Sum), Multiply(Read(Part), Read(Branch)))))),
            Return(Read(Sum)));
        var program = Program(root, wave);

        Agrees(program, Numbers, 0);
        Printed(program).ShouldNotContain("WaveForward");
        Printed(program).ShouldNotContain("workspace.Push");
    }

    [Fact]
    public void The_sine_and_the_cosine_of_one_angle_are_each_others_derivative()
    {
        var program = Program(
            [X],
            Let(Sine, Math(MathFunction.Sin, Read(X))),
            Let(Cosine, Math(MathFunction.Cos, Read(X))),
            Return(Add(Multiply(Read(Sine), Read(Cosine)), Multiply(Read(Cosine), Of(3.0)))));

        Agrees(program, 0.7);
        Printed(program).Split("Math.Sin(").Length.ShouldBe(2);
        Printed(program).Split("Math.Cos(").Length.ShouldBe(2);
    }

    [Fact]
    public void The_cosine_of_another_angle_is_no_derivative()
    {
        var program = Program(
            [X],
            Let(Sine, Math(MathFunction.Sin, Read(X))),
            Let(Cosine, Math(MathFunction.Cos, Multiply(Read(X), Of(2.0)))),
            Return(Multiply(Read(Sine), Read(Cosine))));

        Agrees(program, 0.7);
        Printed(program).Split("Math.Cos(").Length.ShouldBe(3);
    }
}
