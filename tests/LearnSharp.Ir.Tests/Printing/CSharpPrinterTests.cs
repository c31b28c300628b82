using System.Collections.Generic;
using LearnSharp.Ir;
using static LearnSharp.Ir.Tests.Build;

namespace LearnSharp.Ir.Tests;

public class CSharpPrinterTests
{
    private static readonly PrintOptions Readable = new() { QualifyMath = false, Overflow = OverflowContext.Unchecked };

    private static readonly Local X = Double(0, "x");
    private static readonly Local Y = Double(1, "y");
    private static readonly Local N = Int(2, "n");
    private static readonly Local Values = Doubles(3, "values");
    private static readonly Local Sum = Double(10, "sum");
    private static readonly Local I = Int(11, "i");
    private static readonly Local J = Int(12, "i");

    private static string Body(IrProgram program) => CSharpPrinter.PrintBody(program, Readable).TrimEnd('\n');

    private static string Body(Local[] parameters, params Statement[] body) => Body(Program(parameters, body));

    [Fact]
    public void A_counted_loop_is_a_for_statement()
    {
        Body(
            [Values],
            Let(Sum, Of(0.0)),
            Let(I, Of(0)),
            For(I, new Length(Read(Values)), 1, Set(Sum, Add(Read(Sum), new Element(Read(Values), Read(I))))),
            Return(Read(Sum)))
            .ShouldBe("""
                var sum = 0.0;
                for (var i = 0; i < values.Length; i++)
                    sum += values[i];
                return sum;
                """);
    }

    [Fact]
    public void Loops_side_by_side_share_the_counters_name_and_nested_ones_do_not()
    {
        var k = Int(13, "i");
        Body(
            [X, N],
            Let(I, Of(0)),
            For(I, Read(N), 1, Let(J, Of(0)), For(J, Read(N), 3, Set(X, Multiply(Read(X), Read(X))))),
            Let(k, Read(N)),
            new Loop(
                new(5), new(6), Compare(BinaryOperator.GreaterOrEqual, Read(k), Of(0)), Do(Set(X, Divide(Read(X), Of(2.0)))), Do(Set(k, Subtract(Read(k), Of(1)))),
                null),
            Return(Read(X)))
            .ShouldBe("""
                for (var i = 0; i < n; i++)
                {
                    for (var i2 = 0; i2 < n; i2++)
                        x *= x;
                }
                for (var i = n; i >= 0; i--)
                    x /= 2.0;
                return x;
                """);
    }

    [Fact]
    public void A_counter_that_is_used_after_the_loop_is_declared_before_it()
    {
        Body(
            [X],
            Let(I, Of(0)),
            For(I, Of(10), 1, If(Greater(Read(X), Of(100.0)), Do(new Exit(new(1)))), Set(X, Multiply(Read(X), Of(2.0)))),
            Return(new Convert(ScalarType.Double, Read(I))))
            .ShouldBe("""
                var i = 0;
                for (; i < 10; i++)
                {
                    if (x > 100.0)
                        break;
                    x *= 2.0;
                }
                return i;
                """);
    }

    [Fact]
    public void While_and_do_loops_keep_their_shape()
    {
        Body([X], While(Greater(Read(X), Of(1.0)), 1, Set(X, Divide(Read(X), Of(2.0)))), Return(Read(X)))
            .ShouldBe("""
                while (x > 1.0)
                    x /= 2.0;
                return x;
                """);
        Body(
            [X],
            new Loop(new(1), new(2), null, Do(Set(X, Math(MathFunction.Sqrt, Read(X)))), Block.Empty, Greater(Read(X), Of(2.0))),
            Return(Read(X)))
            .ShouldBe("""
                do
                {
                    x = Math.Sqrt(x);
                } while (x > 2.0);
                return x;
                """);
    }

    [Fact]
    public void Continue_and_break_of_the_innermost_loop_are_words_and_of_an_outer_one_jumps()
    {
        Body(
            [X, N],
            Let(I, Of(0)),
            For(
                I, Read(N), 1,
                If(Compare(BinaryOperator.Equal, Read(I), Of(3)), Do(new Exit(new(2)))),
                While(null, 3, Set(X, Add(Read(X), Of(1.0))), If(Greater(Read(X), Of(9.0)), Do(new Exit(new(1)))), If(Less(Read(X), Of(0.0)), Do(new Exit(new(3)))))),
            Return(Read(X)))
            .ShouldBe("""
                for (var i = 0; i < n; i++)
                {
                    if (i == 3)
                        continue;
                    while (true)
                    {
                        x += 1.0;
                        if (x > 9.0)
                            goto done;
                        if (x < 0.0)
                            break;
                    }
                }
                done:
                return x;
                """);
    }

    [Fact]
    public void A_label_at_the_end_of_a_block_gets_an_empty_statement()
    {
        var program = Program(
            Function(
                "F", [Values, N], [],
                Let(I, Of(0)),
                For(
                    I, Read(N), 1,
                    Let(J, Of(0)),
                    For(J, Read(N), 3, If(Greater(new Element(Read(Values), Read(J)), Of(0.0)), Do(new Exit(new(2)))), Store(Values, Read(J), Of(1.0))),
                    Store(Values, Read(I), Of(2.0)))));
        Body(program).ShouldContain("goto next;");
        Body(program).ShouldContain("\nnext: ;\n}");
    }

    [Fact]
    public void A_step_that_does_not_fit_a_for_statement_ends_the_turn()
    {
        Body(
            [X, N],
            new Loop(
                new(1), new(2), Greater(Read(X), Of(0.0)), Do(If(Less(Read(X), Of(5.0)), Do(new Exit(new(2)))), Set(X, Divide(Read(X), Of(3.0)))),
                Do(Set(X, Subtract(Read(X), Of(1.0))), Set(N, Add(Read(N), Of(1)))), Less(Read(N), Of(7))),
            Return(Read(X)))
            .ShouldBe("""
                while (x > 0.0)
                {
                    if (x < 5.0)
                        goto next;
                    x /= 3.0;
                next:
                    x -= 1.0;
                    n++;
                    if (n >= 7)
                        break;
                }
                return x;
                """);
    }

    [Fact]
    public void Branches_chain_and_braces_stand_only_where_a_branch_has_several_lines()
    {
        Body(
            [X, Y],
            If(
                Less(Read(X), Of(0.0)),
                Do(Set(Y, Of(1.0))),
                Do(If(Less(Read(X), Of(1.0)), Do(Set(Y, Of(2.0))), Do(Set(Y, Of(3.0)))))),
            If(Greater(Read(Y), Of(1.0)), Do(Set(X, Read(Y)), Set(Y, Of(0.0))), Do(Set(X, Of(0.0)))),
            Return(Add(Read(X), Read(Y))))
            .ShouldBe("""
                if (x < 0.0)
                    y = 1.0;
                else if (x < 1.0)
                    y = 2.0;
                else
                    y = 3.0;
                if (y > 1.0)
                {
                    x = y;
                    y = 0.0;
                }
                else
                {
                    x = 0.0;
                }
                return x + y;
                """);
    }

    [Fact]
    public void A_branch_with_nothing_in_it_is_turned_around()
    {
        Body([X, N], If(Less(Read(N), Of(0)), Do(), Do(Set(X, Of(1.0)))), Return(Read(X)))
            .ShouldBe("""
                if (n >= 0)
                    x = 1.0;
                return x;
                """);
        Body([X], If(Less(Read(X), Of(0.0)), Do(), Do(Set(X, Of(1.0)))), Return(Read(X))).ShouldStartWith("if (!(x < 0.0))", customMessage: "NaN is in neither");
    }

    [Fact]
    public void A_jump_over_the_rest_is_a_branch()
    {
        Body(
            [X],
            new Labelled(new(1), Do(If(Less(Read(X), Of(0.0)), Do(Set(X, Of(1.0)), new Exit(new(1)))), Set(X, Multiply(Read(X), Of(2.0))))),
            Return(Read(X)))
            .ShouldBe("""
                if (x < 0.0)
                    x = 1.0;
                else
                    x *= 2.0;
                return x;
                """);
    }

    [Fact]
    public void Parentheses_stand_where_the_meaning_needs_them()
    {
        string Of1(Expression e) => Body([X, Y], Return(e));
        var (x, y) = (Read(X), Read(Y));
        Of1(Multiply(Add(x, y), x)).ShouldBe("return (x + y) * x;");
        Of1(Add(Multiply(x, y), x)).ShouldBe("return x * y + x;");
        Of1(Add(x, Add(y, x))).ShouldBe("return x + (y + x);");
        Of1(Subtract(Subtract(x, y), x)).ShouldBe("return x - y - x;");
        Of1(Multiply(x, Divide(y, x))).ShouldBe("return x * (y / x);");
        Of1(new Unary(UnaryOperator.Negate, new Unary(UnaryOperator.Negate, x))).ShouldBe("return -(-x);");
        Of1(new Unary(UnaryOperator.Negate, Add(x, y))).ShouldBe("return -(x + y);");
        Of1(Subtract(x, Of(-2.0))).ShouldBe("return x - -2.0;");
        Of1(new Conditional(Less(x, y), x, new Conditional(Less(y, x), y, Of(0.5)))).ShouldBe("return x < y ? x : y < x ? y : 0.5;");
        Of1(Multiply(new Conditional(Less(x, y), x, y), y)).ShouldBe("return (x < y ? x : y) * y;");
    }

    [Fact]
    public void Conversions_stand_where_csharp_would_not_make_them()
    {
        string Of1(Expression e) => Body([X, N], Return(e));
        var n = new Convert(ScalarType.Double, Read(N));
        Of1(Multiply(n, Read(X))).ShouldBe("return n * x;");
        Of1(Divide(n, n)).ShouldBe("return (double)n / n;");
        Of1(n).ShouldBe("return n;");
        Of1(Math(MathFunction.Sqrt, n)).ShouldBe("return Math.Sqrt(n);");
        Of1(Math(MathFunction.Abs, n)).ShouldBe("return Math.Abs((double)n);");
        Of1(new Convert(ScalarType.Double, new Convert(ScalarType.Int, Read(X)))).ShouldBe("return (int)x;");
        Of1(new Convert(ScalarType.Double, new Convert(ScalarType.Float, Multiply(Read(X), Read(X))))).ShouldBe("return (float)(x * x);");
        Body([N], Let(Sum, n), Set(Sum, Add(Read(Sum), n)), Return(Read(Sum)))
            .ShouldBe("""
                double sum = n;
                sum += n;
                return sum;
                """);
    }

    [Fact]
    public void Overflow_means_the_same_in_every_project()
    {
        var program = Program(
            Function("F", [N], [ScalarType.Int], Return(Add(Read(N), new Binary(BinaryOperator.Multiply, Read(N), Of(2), Checked: true)))));
        string In(OverflowContext context) => CSharpPrinter.PrintBody(program, Readable with { Overflow = context }).TrimEnd('\n');
        In(OverflowContext.Unchecked).ShouldBe("return n + checked(n * 2);");
        In(OverflowContext.Checked).ShouldBe("return unchecked(n + n * 2);".Replace("n * 2", "checked(n * 2)"));
        In(OverflowContext.Unknown).ShouldBe("return unchecked(n + checked(n * 2));");
    }

    [Fact]
    public void A_counter_below_its_limit_needs_no_unchecked()
    {
        CSharpPrinter.PrintBody(Program([X, N], Let(I, Of(0)), For(I, Read(N), 1, Set(X, Add(Read(X), Of(1.0)))), Return(Read(X))))
            .ShouldNotContain("checked");
    }

    [Fact]
    public void Names_are_escaped_and_made_unique()
    {
        Body(
            [Double(0, "class"), Double(1, "x")],
            Let(Double(2, "x"), Math(MathFunction.Exp, Read(Double(1, "x")))),
            Let(Double(3, "<temp>"), Math(MathFunction.Exp, Read(Double(2, "x")))),
            Let(Double(4, "_"), Math(MathFunction.Exp, Read(Double(3, "")))),
            Return(Add(Read(Double(0, "class")), Add(Read(Double(3, "")), Read(Double(4, ""))))))
            .ShouldBe("""
                var x2 = Math.Exp(x);
                var temp = Math.Exp(x2);
                var value = Math.Exp(temp);
                return @class + (temp + value);
                """);
    }

    [Fact]
    public void Named_constants_are_const()
    {
        Body([X], Let(Sum, Of(0.3127)), Return(Multiply(Read(X), Read(Sum))))
            .ShouldBe("""
                const double sum = 0.3127;
                return x * sum;
                """);
    }

    // With a constant C# would find one of the two ways unreachable, and warn.
    [Fact]
    public void Numbers_that_are_compared_with_numbers_are_not_const()
    {
        Body([X], Let(Sum), Set(Sum, Of(0.3127)), If(Compare(BinaryOperator.Greater, Read(Sum), Of(1.0)), Do(Return(Read(X)))), Return(Multiply(Read(X), Read(Sum))))
            .ShouldStartWith("var sum = 0.3127;");
    }

    [Fact]
    public void What_is_never_read_is_not_declared()
    {
        Body([X, Values], Let(Sum, Of(0.3127)), Let(I), Let(Y, new Element(Read(Values), Of(1))), Set(Sum, Of(2.0)), Return(Read(X)))
            .ShouldBe("""
                _ = values[1];
                return x;
                """);
    }

    [Fact]
    public void A_local_without_a_value_is_declared_where_it_is_set_first()
    {
        Body([X], Let(Sum), Set(X, Add(Read(X), Of(1.0))), Set(Sum, Read(X)), Return(Read(Sum)))
            .ShouldBe("""
                x += 1.0;
                var sum = x;
                return sum;
                """);
        Body([X], Let(Sum), If(Less(Read(X), Of(0.0)), Do(Set(Sum, Of(1.0))), Do(Set(Sum, Of(2.0)))), Return(Read(Sum))).ShouldStartWith("double sum;\nif (x < 0.0)");
        Body([X], Let(Sum), If(Less(Read(X), Of(0.0)), Do(Set(Sum, Of(1.0)))), Return(Read(Sum))).ShouldStartWith("var sum = 0.0;\nif (x < 0.0)");
    }

    [Fact]
    public void Several_results_are_a_tuple()
    {
        var pair = Function("Pair", [X], [ScalarType.Double, ScalarType.Int], Return(Read(X), Of(1)));
        var root = Function(
            "F", [X], [ScalarType.Double],
            Let(Sum),
            Let(I),
            Let(Y),
            new Call([new LocalPlace(Sum), new LocalPlace(I)], pair.Id, [Read(X)]),
            new Call([new LocalPlace(Y), null], pair.Id, [Read(Sum)]),
            new Call([new LocalPlace(Sum), null], pair.Id, [Read(Y)]),
            new Call([null, null], pair.Id, [Of(1.0)]),
            Return(Add(Read(Sum), new Convert(ScalarType.Double, Read(I)))));
        CSharpPrinter.PrintFunctions(Program(root, pair), Readable).ShouldBe("""
            private static double F(double x)
            {
                var (sum, i) = Pair(x);
                var (y, _) = Pair(sum);
                (sum, _) = Pair(y);
                Pair(1.0);
                return sum + i;
            }

            private static (double, int) Pair(double x)
            {
                return (x, 1);
            }

            """);
    }

    [Fact]
    public void Callees_may_be_the_users_own()
    {
        var helper = Function("Helper", [X], [ScalarType.Double], Return(Read(X)));
        var program = Program(Function("F", [X], [ScalarType.Double], Let(Sum), new Call([new LocalPlace(Sum)], helper.Id, [Read(X)]), Return(Read(Sum))), helper);
        var options = Readable with { Callees = new Dictionary<string, string> { [helper.Id] = "global::Shop.Pricing.Helper" } };
        CSharpPrinter.PrintBody(program, options).ShouldBe("return global::Shop.Pricing.Helper(x);\n");
        CSharpPrinter.PrintCallees(program, options).ShouldBeEmpty();
    }

    [Fact]
    public void The_workspace_is_handed_to_those_that_need_it()
    {
        var saves = Function("Saves", [X], [], new Push(Read(X)));
        var plain = Function("Plain", [X], [ScalarType.Double], Return(Math(MathFunction.Sin, Read(X))));
        var root = Function(
            "F", [X, N], [ScalarType.Double],
            new Call([], saves.Id, [Read(X)]),
            Let(Values, new ArrayRent((ArrayType)Values.Type, Read(N))),
            Let(Sum),
            new Pop(new LocalPlace(Sum)),
            new Call([new ElementPlace(Read(Values), Of(0))], plain.Id, [Read(Sum)]),
            Return(new Element(Read(Values), Of(0))));
        var program = Program(root, saves, plain);
        CSharpPrinter.NeedsWorkspace(program).ShouldBeTrue();
        CSharpPrinter.NeedsWorkspace(Program(plain)).ShouldBeFalse();
        CSharpPrinter.PrintFunctions(program, Readable).ShouldBe("""
            private static double F(global::LearnSharp.Runtime.Workspace workspace, double x, int n)
            {
                Saves(workspace, x);
                var values = workspace.RentDoubles(n);
                var sum = workspace.PopDouble();
                values[0] = Plain(sum);
                return values[0];
            }

            private static void Saves(global::LearnSharp.Runtime.Workspace workspace, double x)
            {
                workspace.Push(x);
            }

            private static double Plain(double x)
            {
                return Math.Sin(x);
            }

            """);
    }

    [Fact]
    public void Templates_get_parentheses_only_where_an_operand_needs_them()
    {
        string Of1(string template, params Expression[] operands) =>
            Body([X, Y], Return(new Extern(ScalarType.Double, template, operands.ToEquatableArray(), Purity.Pure)));
        Of1("global::Tools.Scale({0}, {1})", Add(Read(X), Read(Y)), Of(-1.0)).ShouldBe("return global::Tools.Scale(x + y, -1.0);");
        Of1("{0}.CompareTo({1})", Add(Read(X), Read(Y)), Read(Y)).ShouldBe("return (x + y).CompareTo(y);");
        Body([X], Return(Multiply(new Extern(ScalarType.Double, "A.B + A.C", [], Purity.Pure), Read(X)))).ShouldBe("return (A.B + A.C) * x;");
        Of1("({0} - {1})", Add(Read(X), Read(Y)), Read(Y)).ShouldBe("return (x + y) - y;");
        Of1("({0}) - ({1})", Read(X), Read(Y)).ShouldBe("return (x) - (y);");
        Body([X], Return(Multiply(new Extern(ScalarType.Double, "(A.B - {0})", [Read(X)], Purity.Pure), Read(X)))).ShouldBe("return (A.B - x) * x;");
    }

    [Fact]
    public void Structs_and_tuples_are_made_and_read_the_way_they_are_written()
    {
        var tuple = new StructType("(double Total, int Count)", StructForm.Tuple, [new("Total", ScalarType.Double), new("Count", ScalarType.Int)]);
        var point = new StructType("global::Geo.Point", StructForm.Positional, [new("X", ScalarType.Double), new("Y", ScalarType.Double)]);
        var options = new StructType("global::Geo.Options", StructForm.Initializer, [new("Scale", ScalarType.Double), new("event", ScalarType.Int)]);
        var (t, p, o) = (new Local(20, tuple, "t"), new Local(21, point, "p"), new Local(22, options, "o"));
        Body(
            [X],
            Let(t, new StructNew(tuple, [Read(X), Of(1)])),
            Let(p, new StructNew(point, [Read(X), Of(2.0)])),
            Let(o, new StructNew(options, [Of(3.0), Of(4)])),
            new Assign(new FieldPlace(new LocalPlace(t), 0), Add(new FieldRead(Read(t), 0), new FieldRead(Read(p), 1))),
            Return(Add(new FieldRead(Read(t), 0), new Convert(ScalarType.Double, new FieldRead(Read(o), 1)))))
            .ShouldBe("""
                (double Total, int Count) t = (x, 1);
                var p = new global::Geo.Point(x, 2.0);
                var o = new global::Geo.Options { Scale = 3.0, @event = 4 };
                t.Total += p.Y;
                return t.Total + o.@event;
                """);
    }

    [Fact]
    public void Comments_stand_before_what_they_speak_of()
    {
        Body([X], new Comment("adjoint of: x = x * x"), Set(X, Multiply(Read(X), Of(2.0))), Return(Read(X)))
            .ShouldBe("// adjoint of: x = x * x\nx *= 2.0;\nreturn x;");
    }

    [Fact]
    public void Asking_whether_a_variable_equals_itself_asks_for_NaN()
    {
        Body([X], Return(new Conditional(Compare(BinaryOperator.NotEqual, Read(X), Read(X)), Of(0.0), Read(X)))).ShouldBe("return double.IsNaN(x) ? 0.0 : x;");
    }

    [Fact]
    public void The_text_depends_on_the_program_alone()
    {
        var program = Program([X, N], Let(I, Of(0)), For(I, Read(N), 1, Set(X, Add(Read(X), Of(1.0)))), Return(Read(X)));
        CSharpPrinter.PrintFunctions(program).ShouldBe(CSharpPrinter.PrintFunctions(program));
        CSharpPrinter.PrintFunctions(program).ShouldNotContain("\r");
    }

    private static Assign Store(Local array, Expression index, Expression value) => new(new ElementPlace(Read(array), index), value);
}
