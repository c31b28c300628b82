using System.Linq;
using LearnSharp.Ir.Tests.RandomPrograms;
using static LearnSharp.Ir.Tests.Build;

namespace LearnSharp.Ir.Tests.Verification;

/// <summary>One test per rule: the smallest program that breaks it, and what the error says.</summary>
public class VerifierTests
{
    private static readonly ArrayType DoubleArray = SampleIrTypes.ArrayOf(ScalarType.Double);
    private static readonly ArrayType DoubleSpan = SampleIrTypes.SpanOf(ScalarType.Double);
    private static readonly Local X = Double(0, "x");
    private static readonly Local N = Int(1, "n");
    private static readonly Local Flag = Bool(2, "flag");
    private static readonly Local A = Doubles(3, "a");
    private static readonly Local Point = new(4, SampleIrTypes.Point, "p");
    private static readonly Local Mode = new(5, SampleIrTypes.Mode, "mode");
    private static readonly Local Span = new(6, DoubleSpan, "span");
    private static readonly Local ReadOnly = new(7, SampleIrTypes.ReadOnlySpanOf(ScalarType.Double), "view");
    private static readonly Local Text = new(8, new OpaqueType("string"), "text");
    private static readonly Local Fresh = Double(20, "fresh");
    private static readonly Local[] Parameters = [X, N, Flag, A, Point, Mode, Span, ReadOnly, Text];
    private static readonly Extern Effect = new(ScalarType.Double, "global::Log.Next()", [], Purity.Effectful);

    /// <summary>The errors of a function with a parameter of every kind and these statements before its return.</summary>
    private static EquatableArray<VerificationError> Errors(params Statement[] statements) =>
        Verifier.Verify(Program(Parameters, [.. statements, Return(Of(0.0))]));

    private static void ShouldFail(string message, params Statement[] statements)
    {
        var error = Errors(statements).ShouldHaveSingleItem();
        error.Message.ShouldContain(message);
        error.Message.ShouldStartWith("Tests.F: Body[");
        error.Message.ShouldStartWith(error.Path);
    }

    /// <summary>The error of an expression that is evaluated into a fresh local of its own type.</summary>
    private static void ShouldFail(string message, Expression expression, IrType type) => ShouldFail(message, Let(new Local(21, type, "value"), expression));

    private static void ShouldPass(params Statement[] statements) => Errors(statements).ShouldBeEmpty();

    private static Binary Apply(BinaryOperator operation, Local left, Local right) => new(operation, Read(left), Read(right));

    [Fact]
    public void A_well_formed_program_has_no_errors() => ShouldPass(
        Let(Fresh, Add(Read(X), new Convert(ScalarType.Double, Read(N)))),
        new Assign(new ElementPlace(Read(A), Read(N)), Read(Fresh)),
        new Assign(new FieldPlace(new LocalPlace(Point), 1), new FieldRead(Read(Point), 0)),
        Set(A, new ArrayNew(DoubleArray, Read(N))),
        Set(Span, new Convert(DoubleSpan, Read(A))),
        new Push(Read(A)), new Pop(new LocalPlace(A)),
        If(Apply(BinaryOperator.Less, Mode, Mode), Do(new Labelled(new(1), Do(new Exit(new(1)))))),
        new Evaluate(Effect));

    [Fact]
    public void The_path_leads_to_the_node()
    {
        var error = Errors(If(Read(Flag), Do(new Comment("first"), Set(X, Add(Read(X), Read(N)))))).ShouldHaveSingleItem();
        error.Path.ShouldBe("Tests.F: Body[0].Then[1].Value");
        error.Message.ShouldBe("Tests.F: Body[0].Then[1].Value: Add has operands of type double and int.");
    }

    [Fact]
    public void Operands_have_one_type() => ShouldFail("Add has operands of type double and int", Add(Read(X), Read(N)), ScalarType.Double);

    [Fact]
    public void Arithmetic_needs_numbers()
    {
        ShouldFail("Add does not apply to bool", Apply(BinaryOperator.Add, Flag, Flag), ScalarType.Bool);
        ShouldFail("Multiply does not apply to " + SampleIrTypes.Mode, Apply(BinaryOperator.Multiply, Mode, Mode), SampleIrTypes.Mode);
        ShouldFail("Negate does not apply to bool", new Unary(UnaryOperator.Negate, Read(Flag)), ScalarType.Bool);
    }

    [Fact]
    public void Bit_operators_need_integers_enums_or_bools()
    {
        ShouldFail("And does not apply to double", Apply(BinaryOperator.And, X, X), ScalarType.Double);
        ShouldFail("ShiftLeft does not apply to double", new Binary(BinaryOperator.ShiftLeft, Read(X), Read(N)), ScalarType.Double);
        ShouldFail("Complement does not apply to double", new Unary(UnaryOperator.Complement, Read(X)), ScalarType.Double);
        ShouldPass(Let(new(21, SampleIrTypes.Mode, "m"), Apply(BinaryOperator.Or, Mode, Mode)), Let(Bool(22, "b"), Apply(BinaryOperator.Xor, Flag, Flag)));
    }

    [Fact]
    public void A_shift_counts_in_int()
    {
        var large = new Local(21, ScalarType.Long, "l");
        ShouldPass(Let(large), Set(large, new Binary(BinaryOperator.ShiftLeft, Read(large), Read(N))));
        ShouldFail("ShiftLeft has operands of type long and long", Let(large), Set(large, Apply(BinaryOperator.ShiftLeft, large, large)));
    }

    [Fact]
    public void Conditions_are_bools()
    {
        ShouldFail("bool is needed", If(Read(N), Block.Empty));
        ShouldFail("bool is needed", While(Read(N), 1, new Exit(new(1))));
        ShouldFail("bool is needed", new Loop(new(1), new(2), null, Block.Empty, Block.Empty, Read(N)));
        ShouldFail("AndAlso does not apply to int", Apply(BinaryOperator.AndAlso, N, N), ScalarType.Int);
        ShouldFail("Not does not apply to int", new Unary(UnaryOperator.Not, Read(N)), ScalarType.Int);
        ShouldFail("bool is needed", new Conditional(Read(N), Read(X), Read(X)), ScalarType.Double);
    }

    [Fact]
    public void Opaque_values_structs_and_arrays_are_not_compared()
    {
        ShouldFail("Equal does not apply to string", Apply(BinaryOperator.Equal, Text, Text), ScalarType.Bool);
        ShouldFail("Equal does not apply to double[]", Apply(BinaryOperator.Equal, A, A), ScalarType.Bool);
        ShouldFail("Equal does not apply to " + SampleIrTypes.Point, Apply(BinaryOperator.Equal, Point, Point), ScalarType.Bool);
        ShouldFail("Less does not apply to bool", Apply(BinaryOperator.Less, Flag, Flag), ScalarType.Bool);
    }

    [Fact]
    public void Both_values_of_a_conditional_have_one_type() =>
        ShouldFail("is int, but double is needed", new Conditional(Read(Flag), Read(X), Read(N)), ScalarType.Double);

    [Fact]
    public void Conversions_exist_between_numbers_and_towards_spans()
    {
        ShouldFail("no conversion from bool to int", new Convert(ScalarType.Int, Read(Flag)), ScalarType.Int);
        ShouldFail("no conversion from string to int", new Convert(ScalarType.Int, Read(Text)), ScalarType.Int);
        ShouldFail("no conversion from global::System.Span<double> to double[]", new Convert(DoubleArray, Read(Span)), DoubleArray);
        ShouldFail("no conversion from double[] to global::System.Span<float>", new Convert(SampleIrTypes.SpanOf(ScalarType.Float), Read(A)), SampleIrTypes.SpanOf(ScalarType.Float));
        ShouldPass(Let(new(21, SampleIrTypes.Mode, "m"), new Convert(SampleIrTypes.Mode, Read(N))), Set(ReadOnly, new Convert(ReadOnly.Type, Read(Span))));
    }

    [Fact]
    public void Functions_of_Math_have_their_overloads_arguments_and_arity()
    {
        ShouldFail("Math.Sin has no overload for int", new MathCall(MathFunction.Sin, ScalarType.Int, [Read(N)]), ScalarType.Int);
        ShouldFail("Math.Abs has no overload for bool", new MathCall(MathFunction.Abs, ScalarType.Bool, [Read(Flag)]), ScalarType.Bool);
        ShouldFail("Pow has 1 argument(s), but 2 are needed", Math(MathFunction.Pow, Read(X)), ScalarType.Double);
        ShouldFail("is int, but double is needed", Math(MathFunction.Pow, Read(X), Read(N)), ScalarType.Double);
        ShouldFail("is double, but int is needed", Math(MathFunction.ScaleB, Read(X), Read(X)), ScalarType.Double);
        ShouldPass(Let(Int(21, "s"), Math(MathFunction.Sign, Read(X))), Set(N, new MathCall(MathFunction.Clamp, ScalarType.Int, [Read(N), Read(N), Read(N)])));
    }

    [Fact]
    public void Elements_are_those_of_arrays_at_an_int()
    {
        ShouldFail("is double, but an array or span is needed", new Element(Read(X), Read(N)), ScalarType.Double);
        ShouldFail("is double, but int is needed", new Element(Read(A), Read(X)), ScalarType.Double);
        ShouldFail("is string, but an array or span is needed", new Length(Read(Text)), ScalarType.Int);
    }

    [Fact]
    public void Fields_are_those_of_structs()
    {
        ShouldFail("has no field 2", new FieldRead(Read(Point), 2), ScalarType.Double);
        ShouldFail("has no field -1", new FieldRead(Read(Point), -1), ScalarType.Double);
        ShouldFail("Field 0 of double, which is not a struct", new FieldRead(Read(X), 0), ScalarType.Double);
        ShouldFail("has 1 field(s), but 2 are needed", new StructNew(SampleIrTypes.Point, [Read(X)]), SampleIrTypes.Point);
        ShouldFail("is int, but double is needed", new StructNew(SampleIrTypes.Point, [Read(X), Read(N)]), SampleIrTypes.Point);
    }

    [Fact]
    public void A_value_has_the_type_of_its_place()
    {
        ShouldFail("is int, but double is needed", Set(X, Read(N)));
        ShouldFail("is int, but double is needed", Let(Fresh, Read(N)));
        ShouldFail("is int, but double is needed", new Assign(new ElementPlace(Read(A), Read(N)), Read(N)));
        ShouldFail("is int, but double is needed", new Assign(new FieldPlace(new LocalPlace(Point), 0), Read(N)));
    }

    [Fact]
    public void Read_only_spans_are_never_written()
    {
        ShouldFail("it is read-only", new Assign(new ElementPlace(Read(ReadOnly), Read(N)), Read(X)));
        var points = new Local(21, SampleIrTypes.ReadOnlySpanOf(SampleIrTypes.Point), "points");
        ShouldFail("it is read-only", Let(points), new Assign(new FieldPlace(new ElementPlace(Read(points), Read(N)), 0), Read(X)));
        ShouldFail("it is read-only", new Pop(new ElementPlace(Read(ReadOnly), Read(N))));
    }

    [Fact]
    public void A_local_is_declared_before_use_and_within_its_block()
    {
        ShouldFail("Local fresh#20 is used outside the scope", Set(Fresh, Read(X)), Let(Fresh));
        ShouldFail("Local fresh#20 is used outside the scope", Do(Let(Fresh)), Set(X, Read(Fresh)));
        ShouldFail("Local fresh#20 is used outside the scope", Let(Fresh, Read(Fresh)));
        ShouldFail("Local fresh#20 is used outside the scope", new Loop(new(1), new(2), null, Do(Let(Fresh)), Do(Set(X, Read(Fresh))), Read(Flag)));
        ShouldFail("Local fresh#20 is used outside the scope", new Loop(new(1), new(2), null, Do(Let(Fresh)), Block.Empty, Less(Read(Fresh), Of(1.0))));
    }

    [Fact]
    public void A_local_is_declared_once()
    {
        ShouldFail("fresh#20 is declared a second time", Let(Fresh), Let(Fresh));
        ShouldFail("fresh#20 is declared a second time", Do(Let(Fresh)), Do(Let(Fresh)));
        ShouldFail("x#0 is declared a second time", Let(X));
    }

    [Fact]
    public void A_local_is_used_with_its_declared_type() =>
        ShouldFail("used as int, but declared as double", new LocalRead(new Local(0, ScalarType.Int, "x")), ScalarType.Int);

    [Fact]
    public void An_exit_leads_to_a_label_that_encloses_it()
    {
        ShouldFail("Exit to label 9", new Exit(new(9)));
        ShouldFail("Exit to label 1", new Labelled(new(1), Block.Empty), new Exit(new(1)));
        ShouldFail("Exit to label 2", new Loop(new(1), new(2), Read(Flag), Block.Empty, Do(new Exit(new(2))), null));
        ShouldPass(new Loop(new(1), new(2), Read(Flag), Do(new Exit(new(2))), Do(new Exit(new(1))), null));
    }

    [Fact]
    public void A_label_stands_once()
    {
        ShouldFail("Label 1 is used a second time", new Labelled(new(1), Block.Empty), new Labelled(new(1), Block.Empty));
        ShouldFail("Label 1 is used a second time", new Loop(new(1), new(1), Read(Flag), Block.Empty, Block.Empty, null));
    }

    [Fact]
    public void A_return_has_the_functions_results()
    {
        ShouldFail("Return has 2 value(s), but 1 are needed", Return(Of(1.0), Of(2.0)));
        ShouldFail("is int, but double is needed", Return(Read(N)));
        Verifier.Verify(Program(Function("F", [], [], Return(Of(1.0))))).ShouldHaveSingleItem().Message.ShouldContain("1 value(s), but 0 are needed");
    }

    [Fact]
    public void The_end_of_a_function_with_results_is_not_reached()
    {
        var back = Return(Of(0.0));
        bool Ends(params Statement[] statements) => Verifier.Verify(Program([X, Flag], statements)).IsEmpty;
        Ends().ShouldBeFalse();
        Ends(If(Read(Flag), Do(back))).ShouldBeFalse();
        Ends(If(Read(Flag), Do(back), Do(back))).ShouldBeTrue();
        Ends(While(null, 1)).ShouldBeTrue();
        Ends(While(Constant.Of(true), 1)).ShouldBeTrue();
        Ends(While(Read(Flag), 1, back)).ShouldBeFalse();
        Ends(While(null, 1, If(Read(Flag), Do(new Exit(new(1)))))).ShouldBeFalse();
        Ends(While(null, 1, If(Read(Flag), Do(new Exit(new(2)))), back)).ShouldBeTrue();
        Ends(new Loop(new(1), new(2), null, Do(back), Block.Empty, Read(Flag))).ShouldBeTrue();
        Ends(new Loop(new(1), new(2), null, Do(If(Read(Flag), Do(new Exit(new(2)))), back), Block.Empty, Read(Flag))).ShouldBeFalse();
        Ends(new Labelled(new(1), Do(back))).ShouldBeTrue();
        Ends(new Labelled(new(1), Do(If(Read(Flag), Do(new Exit(new(1)))), back))).ShouldBeFalse();
        Ends(new Throw(new Extern(new OpaqueType("global::System.Exception"), "new global::System.Exception()", [], Purity.Pure))).ShouldBeTrue();
        Verifier.Verify(Program([X], Let(Fresh))).ShouldHaveSingleItem().Message.ShouldContain("its end can be reached without a return");
    }

    [Fact]
    public void Allocation_stands_only_as_a_whole_value()
    {
        var made = new ArrayNew(DoubleArray, Of(3));
        ShouldFail("ArrayNew allocates", Set(X, new Element(made, Of(0))));
        ShouldFail("ArrayLiteral allocates", Set(N, new Length(new ArrayLiteral(DoubleArray, []))));
        ShouldFail("ArrayRent allocates", new Push(new ArrayRent(DoubleArray, Of(1))));
        var nested = new Local(21, SampleIrTypes.ArrayOf(DoubleArray), "nested");
        ShouldFail("ArrayNew allocates", Let(nested), new Assign(new ElementPlace(Read(nested), Of(0)), made));
        ShouldPass(Let(new(21, DoubleArray, "b"), made), Set(A, new ArrayRent(DoubleArray, Of(1))));
    }

    [Fact]
    public void Only_arrays_are_allocated_with_an_int_and_fitting_elements()
    {
        ShouldFail("only arrays are allocated", Set(Span, new ArrayNew(DoubleSpan, Of(3))));
        ShouldFail("is double, but int is needed", Set(A, new ArrayNew(DoubleArray, Of(3.0))));
        ShouldFail("is int, but double is needed", Set(A, new ArrayLiteral(DoubleArray, [Of(1)])));
    }

    [Fact]
    public void An_effectful_extern_stands_alone_or_as_a_whole_value()
    {
        ShouldFail("The effectful Extern 'global::Log.Next()'", Set(X, Add(Effect, Read(X))));
        ShouldFail("The effectful Extern 'global::Log.Next()'", new Assign(new ElementPlace(Read(A), Of(0)), Effect));
        ShouldFail("Evaluate needs an effectful Extern", new Evaluate(Read(X)));
        ShouldFail("Evaluate needs an effectful Extern", new Evaluate(Effect with { Purity = Purity.Pure }));
        ShouldPass(Set(X, Effect), Let(Fresh, Effect), new Evaluate(Effect));
    }

    [Fact]
    public void A_template_names_operands_that_exist()
    {
        ShouldFail("names operand 1, but has 1 operand(s)", new Extern(ScalarType.Int, "F({0}, {1})", [Read(X)], Purity.Pure), ScalarType.Int);
        ShouldPass(Let(Int(21, "i"), new Extern(ScalarType.Int, "F({0}, new {{1}})", [Read(X)], Purity.Pure)));
    }

    [Fact]
    public void What_is_thrown_is_made_by_an_extern() => ShouldFail("Throw needs an Extern of an exception type", If(Read(Flag), Do(new Throw(Read(X)))));

    [Fact]
    public void A_call_fits_its_callee()
    {
        var callee = Function("G", [X, A], [ScalarType.Double, ScalarType.Int], Return(Read(X), Of(1)));
        string Error(params Statement[] statements) =>
            Verifier.Verify(Program(Function("F", Parameters, [], statements), callee)).ShouldHaveSingleItem().Message;
        Error(new Call([null, null], "Tests.H", [Read(X), Read(A)])).ShouldContain("Call of Tests.H, which the program does not have");
        Error(new Call([null], "Tests.G", [Read(X), Read(A)])).ShouldContain("1 target(s) for 2 result(s)");
        Error(new Call([null, new LocalPlace(X)], "Tests.G", [Read(X), Read(A)])).ShouldContain("The result of Tests.G is int, the target is double");
        Error(new Call([null, null], "Tests.G", [Read(X)])).ShouldContain("1 argument(s), but 2 are needed");
        Error(new Call([null, null], "Tests.G", [Read(X), Read(Span)])).ShouldContain("but double[] is needed");
        Error(new Call([null, new LocalPlace(Fresh)], "Tests.G", [Read(X), Read(A)])).ShouldContain("outside the scope");
    }

    [Fact]
    public void Only_scalars_enums_and_arrays_are_saved_on_the_workspace()
    {
        ShouldFail("Push of global::System.Span<double>", new Push(Read(Span)));
        ShouldFail("Push of " + SampleIrTypes.Point, new Push(Read(Point)));
        ShouldFail("Push of string", new Push(Read(Text)));
        ShouldFail("Pop of global::System.Span<double>", new Pop(new LocalPlace(Span)));
        ShouldPass(new Push(Read(Mode)), new Pop(new LocalPlace(Mode)));
    }

    [Fact]
    public void Spans_are_not_stored_in_arrays_structs_or_tuples()
    {
        ShouldFail("has spans as elements", Let(new(21, SampleIrTypes.ArrayOf(DoubleSpan), "bad")));
        ShouldFail("has the span View as a field", Let(new(21, new StructType("global::S", StructForm.Positional, [new("View", DoubleSpan)]), "bad")));
        ShouldFail("has no fields", Let(new(21, new StructType("global::S", StructForm.Positional, []), "bad")));
        Verifier.Verify(Program(Function("F", [Span], [ScalarType.Int, DoubleSpan], Return(Of(1), Read(Span)))))
            .ShouldHaveSingleItem().Message.ShouldContain("cannot be one of several results");
    }

    [Fact]
    public void A_constant_has_bits_of_its_type()
    {
        ShouldFail("A constant of type bool cannot have the bits 0x2", Constant.FromBits(ScalarType.Bool, 2), ScalarType.Bool);
        ShouldFail("A constant of type int", Constant.FromBits(ScalarType.Int, 1L << 40), ScalarType.Int);
        ShouldFail("A constant of type string", Constant.FromBits(Text.Type, 0), Text.Type);
    }

    [Fact]
    public void Comments_and_source_lines_are_one_line()
    {
        ShouldFail("several lines", new Comment("one\ntwo"));
        ShouldFail("several lines", Set(X, Of(1.0)) with { Origin = new("x =\r\n1") });
    }

    [Fact]
    public void Ids_are_unique_and_roles_are_the_roots()
    {
        var root = Function("F", [X], [], []);
        Verifier.Verify(Program(root, Function("F", [], [], []))).ShouldHaveSingleItem().Message.ShouldContain("Two functions");
        var callee = new Function("Tests.G", "G", [new(X, ParameterRole.Weight)], [], Block.Empty);
        Verifier.Verify(Program(root, callee)).ShouldHaveSingleItem().Message.ShouldContain("only the root has weights and choices");
        Verifier.Verify(Program(root with { Name = "" })).ShouldHaveSingleItem().Message.ShouldContain("no name");
    }

    [Fact]
    public void Every_error_is_reported_not_the_first_alone() => Errors(Set(X, Read(N)), Set(N, Read(X))).Select(static error => error.Path)
        .ShouldBe(["Tests.F: Body[0].Value", "Tests.F: Body[1].Value"]);

    [Fact]
    public void A_broken_program_is_refused_with_all_its_errors() =>
        Should.Throw<System.InvalidOperationException>(() => Verifier.ThrowIfInvalid(Program([X], Set(X, Of(1)), Return(Of(2)))))
            .Message.Split('\n').Length.ShouldBe(2);
}
