using System;
using System.Linq;
using LearnSharp.Ir.Tests.RandomPrograms;
using static LearnSharp.Ir.Tests.Build;

namespace LearnSharp.Ir.Tests.Interpretation;

public class StatementTests
{
    private static readonly ArrayType DoubleArray = SampleIrTypes.ArrayOf(ScalarType.Double);
    private static readonly Local X = Double(0, "x");
    private static readonly Local N = Int(1, "n");
    private static readonly Local A = Doubles(2, "a");
    private static readonly Local B = Doubles(3, "b");
    private static readonly Local Sum = Double(4, "sum");
    private static readonly Local I = Int(5, "i");
    private static readonly Local J = Int(6, "j");
    private static readonly OpaqueType Void = new("void");

    private static object? Run(IrProgram program, params object?[] arguments)
    {
        Verifier.ThrowIfInvalid(program);
        return Interpreter.Run(program, arguments).Results[0];
    }

    private static Assign SetElement(Local array, Expression index, Expression value) => new Assign(new ElementPlace(Read(array), index), value);

    private static Element At(Local array, Expression index) => new(Read(array), index);

    [Fact]
    public void Statements_run_in_order_and_locals_are_overwritten() =>
        Run(Program([X], Let(Sum, Read(X)), Set(Sum, Multiply(Read(Sum), Read(Sum))), Set(X, Of(1.0)), Return(Add(Read(Sum), Read(X)))), 3.0).ShouldBe(10.0);

    [Fact]
    public void A_declaration_in_a_loop_starts_anew_every_turn()
    {
        var fresh = Double(9, "fresh");
        Run(Program(
            [X], Let(Sum, Of(0.0)), Let(I, Of(0)),
            For(I, Of(3), 1, Let(fresh), Set(fresh, Add(Read(fresh), Read(X))), Set(Sum, Add(Read(Sum), Read(fresh)))),
            Return(Read(Sum))), 2.0).ShouldBe(6.0);
    }

    [Fact]
    public void Continue_goes_on_with_the_step_and_break_leaves()
    {
        // sum of i over 0..9 without 2, up to 5
        var program = Program(
            [X], Let(Sum, Of(0.0)), Let(I, Of(0)),
            For(
                I, Of(10), 1,
                If(Compare(BinaryOperator.Equal, Read(I), Of(2)), Do(new Exit(new(2)))),
                If(Greater(Read(I), Of(5)), Do(new Exit(new(1)))),
                Set(Sum, Add(Read(Sum), new Convert(ScalarType.Double, Read(I))))),
            Return(Add(Read(Sum), new Convert(ScalarType.Double, Read(I)))));
        Run(program, 0.0).ShouldBe(0.0 + 1 + 3 + 4 + 5 + 6);
    }

    [Fact]
    public void An_exit_crosses_loops_to_its_label()
    {
        var program = Program(
            [X], Let(Sum, Of(0.0)), Let(I, Of(0)),
            For(
                I, Of(3), 1,
                Let(J, Of(0)),
                For(J, Of(3), 3, Set(Sum, Add(Read(Sum), Of(1.0))), If(Compare(BinaryOperator.Equal, Read(J), Read(I)), Do(new Exit(new(2)))))),
            Return(Read(Sum)));
        Run(program, 0.0).ShouldBe(1.0 + 2 + 3);
    }

    [Fact]
    public void An_exit_of_a_labelled_block_goes_on_behind_it() =>
        Run(Program([X], Let(Sum, Of(1.0)), new Labelled(new(1), Do(new Exit(new(1)), Set(Sum, Of(2.0)))), Return(Read(Sum))), 0.0).ShouldBe(1.0);

    [Fact]
    public void A_loop_that_tests_last_runs_once_at_least()
    {
        var loop = new Loop(new(1), new(2), null, Do(Set(X, Add(Read(X), Of(1.0)))), Block.Empty, Less(Read(X), Of(0.0)));
        Run(Program([X], loop, Return(Read(X))), 5.0).ShouldBe(6.0);
        Run(Program([X], loop, Return(Read(X))), -2.5).ShouldBe(0.5);
    }

    [Fact]
    public void A_return_leaves_from_anywhere()
    {
        var program = Program([X], Let(I, Of(0)), For(I, Of(9), 1, If(Greater(Read(I), Of(3)), Do(Return(new Convert(ScalarType.Double, Read(I)))))), Return(Of(-1.0)));
        Run(program, 0.0).ShouldBe(4.0);
    }

    [Fact]
    public void Arrays_are_references_and_structs_are_values()
    {
        var (point, copy) = (new Local(10, SampleIrTypes.Point, "p"), new Local(11, SampleIrTypes.Point, "q"));
        var program = Program(
            [X],
            Let(A, new ArrayLiteral(DoubleArray, [Of(1.0), Of(2.0)])), Let(B, Read(A)), SetElement(B, Of(0), Of(10.0)),
            Let(point, new StructNew(SampleIrTypes.Point, [Of(100.0), Of(200.0)])), Let(copy, Read(point)),
            new Assign(new FieldPlace(new LocalPlace(copy), 0), Of(5.0)),
            Return(Add(At(A, Of(0)), Add(new FieldRead(Read(point), 0), new FieldRead(Read(copy), 0)))));
        Run(program, 0.0).ShouldBe(10.0 + 100 + 5);
    }

    [Fact]
    public void A_field_of_an_element_is_stored_in_the_array()
    {
        var points = new Local(10, SampleIrTypes.ArrayOf(SampleIrTypes.Point), "ps");
        var program = Program(
            [X], Let(points, new ArrayNew((ArrayType)points.Type, Of(2))),
            new Assign(new FieldPlace(new ElementPlace(Read(points), Of(1)), 1), Read(X)),
            Return(Add(new FieldRead(At(points, Of(1)), 1), new FieldRead(At(points, Of(0)), 1))));
        Run(program, 7.0).ShouldBe(7.0);
    }

    [Fact]
    public void The_arrays_of_the_host_are_written_and_one_array_is_one_array()
    {
        var program = Program([A, B], SetElement(A, Of(0), Of(9.0)), Return(At(B, Of(0))));
        double[] shared = [1, 2];
        Run(program, shared, shared).ShouldBe(9.0);
        shared.ShouldBe([9, 2]);
        Run(program, new double[] { 1 }, new double[] { 2 }).ShouldBe(2.0);
    }

    [Fact]
    public void An_array_that_comes_back_is_the_one_that_went_in()
    {
        var program = Program(Function("F", [A], [DoubleArray], SetElement(A, Of(0), Of(4.0)), Return(Read(A))));
        double[] array = [1];
        Run(program, [array]).ShouldBeSameAs(array);
    }

    [Fact]
    public void What_was_written_before_a_throw_stays_written()
    {
        var program = Program([A], SetElement(A, Of(0), Of(4.0)), SetElement(A, Of(5), Of(4.0)), Return(Of(0.0)));
        double[] array = [1];
        Should.Throw<IndexOutOfRangeException>(() => Run(program, [array]));
        array.ShouldBe([4]);
    }

    [Fact]
    public void Partial_operations_throw_what_CSharp_throws()
    {
        Should.Throw<IndexOutOfRangeException>(() => Run(Program([A, N], Return(At(A, Read(N)))), new double[2], 2));
        Should.Throw<IndexOutOfRangeException>(() => Run(Program([A, N], Return(At(A, Read(N)))), new double[2], -1));
        Should.Throw<NullReferenceException>(() => Run(Program([A, N], Return(At(A, Read(N)))), null, 0));
        Should.Throw<NullReferenceException>(() => Run(Program([A], Return(new Convert(ScalarType.Double, new Length(Read(A))))), [null]));
        Should.Throw<OverflowException>(() => Run(Program([N], Let(A, new ArrayNew(DoubleArray, Read(N))), Return(Of(0.0))), -1));
        Should.Throw<DivideByZeroException>(() => Run(Program([N], Return(new Convert(ScalarType.Double, Divide(Of(1), Read(N))))), 0));
    }

    [Fact]
    public void Operands_that_are_not_needed_are_not_evaluated()
    {
        var (bad, yes, no) = (Greater(Divide(Of(1), Read(N)), Of(0)), Constant.Of(true), Constant.Of(false));
        Expression As(Expression condition) => new Conditional(condition, Of(1.0), Of(0.0));
        Run(Program([N], Return(As(new Binary(BinaryOperator.AndAlso, no, bad)))), 0).ShouldBe(0.0);
        Run(Program([N], Return(As(new Binary(BinaryOperator.OrElse, yes, bad)))), 0).ShouldBe(1.0);
        Run(Program([N], Return(new Conditional(yes, Of(2.0), As(bad)))), 0).ShouldBe(2.0);
        Should.Throw<DivideByZeroException>(() => Run(Program([N], Return(As(new Binary(BinaryOperator.And, no, bad)))), 0));
    }

    [Fact]
    public void A_store_evaluates_array_and_index_then_the_value_and_only_then_checks_them_as_CSharp_does()
    {
        var throwing = new Convert(ScalarType.Double, Divide(Of(1), Read(N)));
        var span = new Local(10, SampleIrTypes.SpanOf(ScalarType.Double), "s");
        var points = new Local(11, SampleIrTypes.ArrayOf(SampleIrTypes.Point), "ps");

        // C#: a[9] = 1 / n checks the index at the store; s[9] = … calls the indexer before; ps[9].X = … takes the address before.
        Should.Throw<DivideByZeroException>(() => Run(Program([A, N], SetElement(A, Of(9), throwing), Return(Of(0.0))), new double[1], 0));
        Should.Throw<IndexOutOfRangeException>(() => Run(Program([span, N], SetElement(span, Of(9), throwing), Return(Of(0.0))), new double[1], 0));
        Should.Throw<IndexOutOfRangeException>(() => Run(
            Program([points, N], new Assign(new FieldPlace(new ElementPlace(Read(points), Of(9)), 0), throwing), Return(Of(0.0))), Array.Empty<StructValue>(), 0));
        Should.Throw<IndexOutOfRangeException>(() => Run(
            Program([A, N], SetElement(A, new Convert(ScalarType.Int, At(A, Of(3))), throwing), Return(Of(0.0))), new double[1], 0));
    }

    [Fact]
    public void A_null_array_becomes_an_empty_span()
    {
        var span = new Local(10, SampleIrTypes.ReadOnlySpanOf(ScalarType.Double), "s");
        Run(Program([A], Let(span, new Convert(span.Type, Read(A))), Return(new Convert(ScalarType.Double, new Length(Read(span))))), [null]).ShouldBe(0.0);
    }

    [Fact]
    public void Calls_give_their_results_to_places_and_share_arrays()
    {
        var (y, items) = (Double(0, "y"), Doubles(1, "items"));
        var callee = Function(
            "G", [y, items], [ScalarType.Double, ScalarType.Int], SetElement(items, Of(1), Of(7.0)), Set(y, Add(Read(y), Of(1.0))), Return(Read(y), Of(3)));
        var root = Function(
            "F", [X, A], [ScalarType.Double],
            Let(N), new Call([new ElementPlace(Read(A), Of(0)), new LocalPlace(N)], callee.Id, [Read(X), Read(A)]),
            Return(Add(Add(Read(X), At(A, Of(0))), Add(At(A, Of(1)), new Convert(ScalarType.Double, Read(N))))));
        Run(Program(root, callee), 10.0, new double[2]).ShouldBe(10.0 + 11 + 7 + 3);
    }

    [Fact]
    public void A_function_may_call_itself_with_locals_of_its_own()
    {
        var (n, rest) = (Double(0, "n"), Double(1, "rest"));
        var root = Function(
            "Factorial", [n], [ScalarType.Double],
            If(Less(Read(n), Of(2.0)), Do(Return(Of(1.0)))),
            Let(rest), new Call([new LocalPlace(rest)], "Tests.Factorial", [Subtract(Read(n), Of(1.0))]),
            Return(Multiply(Read(n), Read(rest))));
        Run(Program(root), 5.0).ShouldBe(120.0);
    }

    [Fact]
    public void The_workspace_gives_back_last_in_first_out_by_type_and_counts_what_is_left()
    {
        var program = Program(
            [X, N, A],
            new Push(Read(X)), new Push(Read(N)), new Push(Add(Read(X), Of(1.0))), new Push(Read(A)), new Push(Of(0)),
            Set(X, Of(0.0)), Let(B, new ArrayRent(DoubleArray, Of(3))), new Pop(new LocalPlace(B)), new Pop(new LocalPlace(X)),
            Return(Add(Read(X), At(B, Of(0)))));
        Verifier.ThrowIfInvalid(program);
        var result = Interpreter.Run(program, [1.0, 2, new double[] { 40 }]);
        result.Results[0].ShouldBe(42.0);
        result.LeftOnWorkspace.ShouldBe(3);
        Should.Throw<InvalidOperationException>(() => Run(Program([X], new Pop(new LocalPlace(X)), Return(Read(X))), 1.0));
    }

    [Fact]
    public void A_program_that_does_not_end_runs_out_of_fuel()
    {
        var program = Program([X], While(null, 1), Return(Read(X)));
        Should.Throw<FuelExhaustedException>(() => Interpreter.Run(program, [1.0], new() { Fuel = 1000 })).Message.ShouldContain("1000");
    }

    [Fact]
    public void Externs_are_the_hosts_and_an_unknown_one_is_named()
    {
        var text = new Local(10, new OpaqueType("string"), "text");
        var program = Program([text], Return(new Convert(ScalarType.Double, new Extern(ScalarType.Int, "{0}.Length", [Read(text)], Purity.Pure))));
        Verifier.ThrowIfInvalid(program);
        var options = new InterpreterOptions { Resolve = call => call.Template == "{0}.Length" ? operands => ((string)operands[0]!).Length : null };
        Interpreter.Run(program, ["four"], options).Results[0].ShouldBe(4.0);
        Should.Throw<InvalidOperationException>(() => Interpreter.Run(program, ["four"])).Message.ShouldContain("{0}.Length");
    }

    [Fact]
    public void An_effectful_extern_runs_as_often_as_it_stands_there()
    {
        var log = new Extern(Void, "global::Log.Write({0})", [Read(X)], Purity.Effectful);
        var program = Program([X], Let(I, Of(0)), For(I, Of(3), 1, new Evaluate(log)), Return(Read(X)));
        Verifier.ThrowIfInvalid(program);
        var seen = 0;
        Interpreter.Run(program, [1.5], new() { Resolve = _ => operands => seen += (int)((double)operands[0]! * 2) });
        seen.ShouldBe(9);
    }

    [Fact]
    public void A_throw_carries_its_template_and_the_hosts_exception()
    {
        var exception = new Extern(new OpaqueType("global::System.ArgumentException"), "new global::System.ArgumentException(\"bad\")", [], Purity.Pure);
        var program = Program([X], If(Less(Read(X), Of(0.0)), Do(new Throw(exception))), Return(Read(X)));
        Run(program, 1.0).ShouldBe(1.0);
        Should.Throw<IrThrownException>(() => Run(program, -1.0)).Template.ShouldBe(exception.Template);
        Should.Throw<IrThrownException>(() => Interpreter.Run(program, [-1.0], new() { Resolve = _ => _ => new ArgumentException("bad") }))
            .InnerException.ShouldBeOfType<ArgumentException>();
    }

    [Fact]
    public void Arguments_of_the_wrong_number_or_type_are_refused()
    {
        var program = Program([X], Return(Read(X)));
        Should.Throw<ArgumentException>(() => Interpreter.Run(program, [])).Message.ShouldContain("takes 1 arguments, not 0");
        Should.Throw<ArgumentException>(() => Interpreter.Run(program, [1])).Message.ShouldContain("double");
        Should.Throw<ArgumentException>(() => Interpreter.Run(program, [null])).Message.ShouldContain("null");
    }

    [Fact]
    public void Values_of_the_host_go_in_and_out_in_every_type()
    {
        IrType[] types = [
            ScalarType.Bool, ScalarType.Long, ScalarType.Float, SampleIrTypes.Mode, SampleIrTypes.Tally, SampleIrTypes.ArrayOf(SampleIrTypes.Mode), new OpaqueType("string")];
        var locals = types.Select((type, i) => new Local(i, type, "p" + i)).ToArray();
        var program = Program(Function("F", locals, types, new Return(locals.Select(Read).ToEquatableArray())));
        Verifier.ThrowIfInvalid(program);
        Mode[] modes = [Mode.Both, Mode.Down];

        var results = Interpreter.Run(program, [true, 5L, 1.5f, Mode.Down, (2.0, 3f), modes, "text"]).Results;

        results.AsSpan()[..5].ToArray().ShouldBe([true, 5L, 1.5f, 5L, new StructValue([2.0, 3f])]);
        results[5].ShouldBeSameAs(modes);
        results[6].ShouldBe("text");
    }
}
