using System;
using System.Collections.Generic;
using System.Linq;
using static LearnSharp.Ir.Tests.Build;

namespace LearnSharp.Ir.Tests.Differentiation;

public class PullbackTests
{
    private static readonly Local X = Double(0, "x");
    private static readonly Local Y = Double(1, "y");
    private static readonly Local N = Int(2, "n");
    private static readonly Local Values = Doubles(3, "values");
    private static readonly Local Sum = Double(10, "sum");
    private static readonly Local I = Int(11, "i");
    private static readonly Local T = Double(12, "t");

    private static string Printed(IrProgram program) =>
        CSharpPrinter.PrintFunctions(ReverseMode.Pullback(program, ReverseMode.AllIndependent(program)), new PrintOptions { QualifyMath = false });

    private static void Agrees(IrProgram program, params object?[] arguments)
    {
        PullbackCheck.Problem(program, arguments, seedWritten: true).ShouldBeNull();
        PullbackCheck.Problem(program, arguments, seedWritten: false).ShouldBeNull();
    }

    [Fact]
    public void A_reduction_keeps_nothing_on_the_workspace()
    {
        var program = Program(
            [X, Values],
            Let(Sum, Of(0.0)),
            Let(I, Of(0)),
            For(
                I,
                new Length(Read(Values)),
                1,
                Let(T, Subtract(new Element(Read(Values), Read(I)), Read(X))),
                Set(Sum, Add(Read(Sum), Multiply(Read(T), Read(T))))),
            Return(Read(Sum)));

        Agrees(program, 1.5, new[] { 1.0, -2.0, 4.0 });
        Printed(program).ShouldNotContain("workspace");
    }

    [Fact]
    public void A_recurrence_saves_one_value_per_turn()
    {
        var program = Program([X, N], Let(I, Of(0)), For(I, Read(N), 1, Set(X, Math(MathFunction.Sin, Read(X)))), Return(Read(X)));

        Agrees(program, 0.7, 5);
        Agrees(program, 0.7, 0);
        var text = Printed(program);
        text.Split("workspace.Push").Length.ShouldBe(2);
        text.Split("workspace.PopDouble").Length.ShouldBe(2);
    }

    [Fact]
    public void A_million_turns_need_neither_deep_stacks_nor_much_time()
    {
        var program = Program(
            [X],
            Let(I, Of(0)),
            While(Compare(BinaryOperator.Less, Read(I), Of(1_000_000)), 1, Set(X, Add(Multiply(Read(X), Of(0.999999)), Of(1e-6))), Set(I, Add(Read(I), Of(1)))),
            Return(Read(X)));

        PullbackCheck.Problem(program, [2.0]).ShouldBeNull();
    }

    [Fact]
    public void Exp_is_evaluated_once()
    {
        var program = Program([X, Y], Return(Multiply(Read(Y), Math(MathFunction.Exp, Multiply(Read(X), Read(Y))))));

        Agrees(program, 0.3, -1.2);
        Printed(program).Split("Math.Exp").Length.ShouldBe(2);
    }

    [Fact]
    public void An_early_return_and_a_break_stop_the_adjoint_where_they_stopped_the_program()
    {
        var program = Program(
            [X, Values],
            If(Compare(BinaryOperator.LessOrEqual, Read(X), Of(0.0)), Do(Return(Multiply(Read(X), Of(3.0))))),
            Let(Sum, Of(1.0)),
            Let(I, Of(0)),
            For(
                I,
                new Length(Read(Values)),
                1,
                If(Greater(new Element(Read(Values), Read(I)), Of(10.0)), Do(new Exit(new(1)))),
                If(Less(new Element(Read(Values), Read(I)), Of(0.0)), Do(new Exit(new(2)))),
                Set(Sum, Multiply(Read(Sum), Add(new Element(Read(Values), Read(I)), Read(X)))),
                If(Greater(Read(Sum), Of(1000.0)), Do(Return(Multiply(Read(Sum), Read(Sum)))))),
            Return(Read(Sum)));

        Agrees(program, -2.0, new[] { 1.0 });
        Agrees(program, 2.0, new[] { 1.0, -3.0, 2.0 });
        Agrees(program, 2.0, new[] { 1.0, 20.0, 2.0 });
        Agrees(program, 2.0, new[] { 9.0, 9.0, 9.0, 9.0, 9.0 });
    }

    [Fact]
    public void An_overwritten_array_is_handed_back_as_the_program_leaves_it()
    {
        var program = Program(
            [X, Values],
            new Assign(new ElementPlace(Read(Values), Of(0)), Multiply(new Element(Read(Values), Of(0)), Read(X))),
            new Assign(new ElementPlace(Read(Values), Of(1)), Multiply(new Element(Read(Values), Of(0)), new Element(Read(Values), Of(1)))),
            new Assign(new ElementPlace(Read(Values), Of(0)), Read(X)),
            Return(Multiply(new Element(Read(Values), Of(0)), new Element(Read(Values), Of(1)))));

        Agrees(program, 1.5, new[] { 2.0, 3.0, 4.0 });
    }

    [Fact]
    public void Buffers_are_untouched_when_the_program_throws()
    {
        var program = Program(
            [X, Values],
            Let(Sum, Multiply(Read(X), new Element(Read(Values), Of(0)))),
            Return(Multiply(Read(Sum), new Element(Read(Values), Of(5)))));
        var pullback = ReverseMode.Pullback(program, ReverseMode.AllIndependent(program));
        var buffer = new double[] { 7 };

        Should.Throw<IndexOutOfRangeException>(() => Interpreter.Run(pullback, [1.0, new[] { 2.0 }, 1.0, buffer]));

        buffer.ShouldBe([7]);
    }

    [Fact]
    public void A_function_that_calls_itself_is_reversed_last_in_first_out()
    {
        var result = Double(20, "result");
        var power = Function(
            "Power",
            [X, N],
            [ScalarType.Double],
            If(Compare(BinaryOperator.LessOrEqual, Read(N), Of(0)), Do(Return(Of(1.0)))),
            Let(result),
            new Call([new LocalPlace(result)], "Tests.Power", [Read(X), Subtract(Read(N), Of(1))]),
            Return(Multiply(Read(result), Math(MathFunction.Sin, Add(Read(X), Read(result))))));

        Agrees(Program(power), 0.8, 6);
    }

    [Fact]
    public void The_same_array_handed_to_two_parameters_has_one_shadow()
    {
        var first = Doubles(0, "first");
        var second = Doubles(1, "second");
        var callee = Function(
            "Callee",
            [first, second],
            [ScalarType.Double],
            new Assign(new ElementPlace(Read(first), Of(0)), Multiply(new Element(Read(second), Of(0)), new Element(Read(second), Of(1)))),
            Return(Multiply(new Element(Read(second), Of(0)), new Element(Read(first), Of(1)))));
        var root = Function(
            "Root",
            [Values],
            [ScalarType.Double],
            Let(Sum),
            new Call([new LocalPlace(Sum)], callee.Id, [Read(Values), Read(Values)]),
            Return(Read(Sum)));

        Agrees(Program(root, callee), new[] { 2.0, 3.0 });
    }

    [Fact]
    public void Every_function_of_the_table_agrees_with_dual_numbers_also_where_it_has_a_kink()
    {
        var points = new[] { -2.5, -1.0, -0.5, 0.0, 0.25, 1.0, 1.5, 3.0 };
        var problems = new List<string>();
        foreach (var function in Enum.GetValues<MathFunction>().Where(static function => function is not (MathFunction.Sign or MathFunction.ScaleB or MathFunction.RoundTo)))
        {
            var parameters = Enumerable.Range(0, function.Arity()).Select(static i => Double(i, "abc"[i].ToString())).ToArray();
            var program = Program(parameters, Return(Math(function, parameters.Select(static parameter => Read(parameter)).ToArray())));
            foreach (var arguments in Combinations(points, function.Arity()))
            {
                if (function == MathFunction.Clamp && !(arguments[1] <= arguments[2]))
                    continue;
                if (PullbackCheck.Problem(program, arguments.Cast<object?>().ToArray()) is { } problem)
                    problems.Add($"{function}({string.Join(", ", arguments)}): {problem}");
            }
        }

        problems.ShouldBeEmpty();
    }

    [Fact]
    public void A_call_into_code_without_a_derivative_is_refused_where_it_stands()
    {
        var call = new Extern(ScalarType.Double, "global::Other.Library.Curve({0})", [Read(X)], Purity.Pure) { Origin = new("Library.Curve(x)", "a.cs", 12, 16) };
        var program = Program([X], Return(call));

        var refusal = ReverseMode.Check(program, ReverseMode.AllIndependent(program)).ShouldHaveSingleItem();

        refusal.Message.ShouldContain("Library.Curve(x)");
        refusal.Origin.Start.ShouldBe(12);
        Should.Throw<ArgumentException>(() => ReverseMode.Pullback(program, ReverseMode.AllIndependent(program)));
        ReverseMode.Check(program, new ReverseOptions([false])).ShouldBeEmpty();
    }

    [Fact]
    public void A_derivative_that_is_lost_is_reported_unless_it_only_decides()
    {
        var lost = new Convert(ScalarType.Int, Read(X)) { Origin = new("(int)x", "a.cs", 3, 6) };
        var decides = new Convert(ScalarType.Int, Read(Y));
        var program = Program(
            [X, Y],
            If(Compare(BinaryOperator.Greater, decides, Of(2)), Do(Return(Read(Y)))),
            Return(Add(new Convert(ScalarType.Double, lost), Math(MathFunction.Floor, Read(Y)))));

        var losses = ReverseMode.DerivativeLosses(program, ReverseMode.AllIndependent(program));

        losses.Select(static loss => loss.Message).ShouldBe(
            ["The derivative is lost in the conversion to an integer.", "The derivative is lost in Math.Floor: it is zero wherever it exists."], ignoreOrder: true);
        Agrees(program, 1.5, 1.5);
        Agrees(program, 1.5, 3.5);
    }

    [Fact]
    public void Seeds_of_a_wrong_length_are_refused_before_anything_is_written()
    {
        var program = Program(Function("F", [X, Values], [Values.Type], Let(T, Read(X)), Return(Read(Values))));
        var pullback = ReverseMode.Pullback(program, ReverseMode.AllIndependent(program));
        var buffer = new double[2];

        Should.Throw<IrThrownException>(() => Interpreter.Run(pullback, [1.0, new[] { 2.0, 3.0 }, new double[1], buffer])).Template.ShouldContain("ArgumentException");

        buffer.ShouldBe([0, 0]);
    }

    [Fact]
    public void Adjoints_are_declared_where_they_first_receive_something()
    {
        var program = Program(
            [X, Y],
            Let(T, Multiply(Read(X), Read(Y))) with { Origin = new("var t = x * y;") },
            Return(Multiply(Read(T), Read(T))));

        Printed(program).ShouldContain("var dX = dT * y;", customMessage: Printed(program));
        Printed(program).ShouldContain("// adjoint of: var t = x * y;");
    }

    private static IEnumerable<double[]> Combinations(double[] points, int count) =>
        count == 0 ? [[]] : Combinations(points, count - 1).SelectMany(rest => points.Select(point => rest.Append(point).ToArray()));
}
