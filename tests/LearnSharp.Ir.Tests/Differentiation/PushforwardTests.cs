using System;
using System.Collections.Generic;
using System.Linq;
using static LearnSharp.Ir.Tests.Build;

namespace LearnSharp.Ir.Tests.Differentiation;

public class PushforwardTests
{
    private static readonly Local X = Double(0, "x");
    private static readonly Local Y = Double(1, "y");
    private static readonly Local N = Int(2, "n");
    private static readonly Local Values = Doubles(3, "values");
    private static readonly Local Sum = Double(10, "sum");
    private static readonly Local I = Int(11, "i");
    private static readonly Local T = Double(12, "t");
    private static readonly Local Scratch = Doubles(13, "scratch");

    private static string Printed(IrProgram program) =>
        CSharpPrinter.PrintFunctions(ForwardMode.Pushforward(program, ForwardMode.AllIndependent(program)), new PrintOptions { QualifyMath = false });

    private static void Agrees(IrProgram program, params object?[] arguments) => PushforwardCheck.Problem(program, arguments).ShouldBeNull();

    [Fact]
    public void A_product_has_the_tangent_of_both_factors()
    {
        var program = Program([X, Y], Return(Multiply(Read(X), Read(Y))));
        var pushforward = ForwardMode.Pushforward(program, ForwardMode.AllIndependent(program));

        Interpreter.Run(pushforward, [3.0, 5.0, 10.0, 100.0]).Results.ShouldBe([15.0, 350.0]);
    }

    [Fact]
    public void Every_store_stands_beside_its_tangent_and_says_what_it_is()
    {
        var program = Program(
            [X, Y],
            Let(T, Multiply(Read(X), Read(Y))) with { Origin = new("var t = x * y;") },
            Return(Multiply(Read(T), Read(T))));

        var text = Printed(program);

        text.ShouldContain("// tangent of: var t = x * y;");
        text.ShouldContain("var tT = tX * y + tY * x;");
        text.ShouldNotContain("workspace");
    }

    [Fact]
    public void Results_of_expensive_functions_and_quotients_are_used_again()
    {
        var program = Program([X, Y], Return(Divide(Math(MathFunction.Tanh, Multiply(Read(X), Read(Y))), Math(MathFunction.Exp, Read(Y)))));

        Agrees(program, 0.3, -1.2);
        var text = Printed(program);
        text.Split("Math.Exp").Length.ShouldBe(2);
        text.Split("Math.Tanh").Length.ShouldBe(2);
    }

    [Fact]
    public void A_reduction_and_a_recurrence_keep_their_loops()
    {
        var reduction = Program(
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
        var recurrence = Program([X, N], Let(I, Of(0)), For(I, Read(N), 1, Set(X, Math(MathFunction.Sin, Read(X)))), Return(Read(X)));

        Agrees(reduction, 1.5, new[] { 1.0, -2.0, 4.0 });
        Agrees(recurrence, 0.7, 5);
        Agrees(recurrence, 0.7, 0);
        Printed(recurrence).Split("for (").Length.ShouldBe(2);
    }

    [Fact]
    public void An_early_return_and_a_break_stop_the_tangent_where_they_stop_the_program()
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
    public void The_buffer_of_a_written_array_is_written_and_that_of_a_read_one_is_not()
    {
        var written = Doubles(4, "written");
        var program = Program(
            [X, Values, written],
            new Assign(new ElementPlace(Read(written), Of(0)), Multiply(new Element(Read(Values), Of(0)), Read(X))),
            new Assign(new ElementPlace(Read(written), Of(1)), Multiply(new Element(Read(written), Of(0)), new Element(Read(written), Of(1)))),
            new Assign(new ElementPlace(Read(written), Of(2)), Of(5.0)),
            Return(Read(X)));
        var pushforward = ForwardMode.Pushforward(program, ForwardMode.AllIndependent(program));
        var tangents = new[] { 10.0, 100.0, 1000.0 };
        var read = new[] { 1.0 };

        var run = Interpreter.Run(pushforward, [2.0, new[] { 3.0 }, new[] { 7.0, 11.0, 13.0 }, 1.0, read, tangents]);

        run.Results.ShouldBe([2.0, 1.0]);
        tangents.ShouldBe([5.0, 655.0, 0.0]);
        read.ShouldBe([1.0]);
        Agrees(program, 1.5, new[] { 2.0 }, new[] { 2.0, 3.0, 4.0 });
    }

    [Fact]
    public void A_local_array_has_its_tangents_on_the_workspace_and_a_returned_one_does_not()
    {
        var array = new ArrayType(ScalarType.Double, ArrayKind.Array);
        var local = Program(
            [X, N],
            Let(Scratch, new ArrayNew(array, Of(2))),
            new Assign(new ElementPlace(Read(Scratch), Of(1)), Multiply(Read(X), Read(X))),
            Return(Multiply(new Element(Read(Scratch), Of(1)), new Element(Read(Scratch), Of(1)))));
        var returned = Program(Function(
            "F",
            [X],
            [array],
            Let(Scratch, new ArrayLiteral(array, [Multiply(Read(X), Read(X)), Of(2.0)])),
            Return(Read(Scratch))));

        Agrees(local, 1.5, 1);
        Agrees(returned, 1.5);
        Printed(local).ShouldContain("workspace.RentDoubles");
        Printed(returned).ShouldNotContain("workspace");
    }

    [Fact]
    public void A_function_that_calls_itself_calls_itself_with_tangents()
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
        Printed(Program(power)).ShouldContain("PowerTangent(");
    }

    [Fact]
    public void The_same_array_handed_to_two_parameters_has_one_array_of_tangents()
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
                if (PushforwardCheck.Problem(program, arguments.Cast<object?>().ToArray()) is { } problem)
                    problems.Add($"{function}({string.Join(", ", arguments)}): {problem}");
            }
        }

        problems.ShouldBeEmpty();
    }

    [Fact]
    public void What_throws_throws_as_it_did()
    {
        var program = Program(
            [X, N, Values],
            Set(X, Multiply(Multiply(Read(X), new Convert(ScalarType.Double, new Binary(BinaryOperator.Divide, Of(1), Read(N)))), new Element(Read(Values), Of(5)))),
            Return(Read(X)));
        var pushforward = ForwardMode.Pushforward(program, ForwardMode.AllIndependent(program));

        Should.Throw<DivideByZeroException>(() => Interpreter.Run(pushforward, [1.0, 0, new double[1], 1.0, new double[1]]));
        Should.Throw<IndexOutOfRangeException>(() => Interpreter.Run(pushforward, [1.0, 1, new double[1], 1.0, new double[1]]));
    }

    [Fact]
    public void Only_what_is_independent_comes_with_a_tangent()
    {
        var program = Program([X, Y], Return(Multiply(Read(X), Read(Y))));
        var pushforward = ForwardMode.Pushforward(program, new ForwardOptions([false, true]));

        Interpreter.Run(pushforward, [3.0, 5.0, 100.0]).Results.ShouldBe([15.0, 300.0]);
        Should.Throw<ArgumentException>(() => ForwardMode.Pushforward(program, new ForwardOptions([true]))).Message.ShouldContain("2 parameters");
    }

    [Fact]
    public void A_call_into_code_without_a_derivative_is_refused_where_it_stands()
    {
        var call = new Extern(ScalarType.Double, "global::Other.Library.Curve({0})", [Read(X)], Purity.Pure) { Origin = new("Library.Curve(x)", "a.cs", 12, 16) };
        var program = Program([X], Return(call));

        var refusal = ForwardMode.Check(program, ForwardMode.AllIndependent(program)).ShouldHaveSingleItem();

        refusal.Message.ShouldContain("Library.Curve(x)");
        refusal.Origin.Start.ShouldBe(12);
        Should.Throw<ArgumentException>(() => ForwardMode.Pushforward(program, ForwardMode.AllIndependent(program)));
        ForwardMode.Check(program, new ForwardOptions([false])).ShouldBeEmpty();
    }

    private static IEnumerable<double[]> Combinations(double[] points, int count) =>
        count == 0 ? [[]] : Combinations(points, count - 1).SelectMany(rest => points.Select(point => rest.Append(point).ToArray()));
}
