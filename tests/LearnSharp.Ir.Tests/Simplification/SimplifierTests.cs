using System.Linq;
using LearnSharp.Ir.Tests.RandomPrograms;
using static LearnSharp.Ir.Tests.Build;

namespace LearnSharp.Ir.Tests;

public class SimplifierTests
{
    private static readonly PrintOptions Readable = new() { QualifyMath = false, Overflow = OverflowContext.Unchecked };

    private static readonly Local X = Double(0, "x");
    private static readonly Local N = Int(1, "n");
    private static readonly Local T = Double(10, "t");

    private static string Simplified(Local[] parameters, params Statement[] body) =>
        CSharpPrinter.PrintBody(Simplifier.Simplify(Program(parameters, body)), Readable).TrimEnd('\n');

    private static string Folded(Expression e) =>
        CSharpPrinter.PrintBody(Simplifier.Simplify(Program(Function("F", [X, N, Bool(2, "b")], [e.Type], Return(e)))), Readable).Trim()["return ".Length..^1];

    [Fact]
    public void Integers_fold_as_csharp_computes_them()
    {
        Folded(Add(Of(int.MaxValue), Of(1))).ShouldBe("int.MinValue");
        Folded(Divide(Of(-7), Of(2))).ShouldBe("-3");
        Folded(new Binary(BinaryOperator.Remainder, Of(-7), Of(2))).ShouldBe("-1");
        Folded(new Binary(BinaryOperator.ShiftLeft, Of(1), Of(33))).ShouldBe("2");
        Folded(new Binary(BinaryOperator.ShiftRightUnsigned, Of(-1), Of(28))).ShouldBe("15");
        Folded(new Convert(ScalarType.Int, Of(-2.9))).ShouldBe("-2");
        Folded(new Convert(ScalarType.Long, Of(7))).ShouldBe("7L");
    }

    [Fact]
    public void What_throws_is_not_folded()
    {
        Folded(Divide(Of(1), Of(0))).ShouldContain(" / ");
        Folded(new Binary(BinaryOperator.Add, Of(int.MaxValue), Of(1), Checked: true)).ShouldContain("checked(");
        Folded(new Binary(BinaryOperator.AndAlso, Less(Divide(Read(N), Read(N)), Of(1)), Constant.Of(false))).ShouldBe("n / n < 1 && false");
    }

    [Fact]
    public void Floating_arithmetic_folds_but_functions_never()
    {
        Folded(Add(Of(0.1), Of(0.2))).ShouldBe("0.30000000000000004");
        Folded(Math(MathFunction.Exp, Of(1.0))).ShouldBe("Math.Exp(1.0)");
        Folded(Divide(Of(0.0), Of(0.0))).ShouldBe("0.0 / 0.0", "which NaN is the machine's affair");
        Folded(Compare(BinaryOperator.Equal, Divide(Of(0.0), Of(0.0)), Of(1.0))).ShouldBe("false");
    }

    [Fact]
    public void Identities_hold_to_the_bit()
    {
        Folded(Multiply(Read(X), Of(1.0))).ShouldBe("x");
        Folded(Subtract(Read(X), Of(0.0))).ShouldBe("x");
        Folded(Add(Read(X), Of(0.0))).ShouldBe("x + 0.0", "-0.0 + 0.0 is 0.0");
        Folded(Multiply(Read(X), Of(0.0))).ShouldBe("x * 0.0", "NaN and the sign");
        Folded(Add(Read(N), Of(0))).ShouldBe("n");
        Folded(Compare(BinaryOperator.Equal, Read(X), Read(X))).ShouldBe("!double.IsNaN(x)");
        Folded(Compare(BinaryOperator.Equal, Read(N), Read(N))).ShouldBe("true");
        Folded(new Unary(UnaryOperator.Not, Less(Read(N), Of(3)))).ShouldBe("n >= 3");
        Folded(new Unary(UnaryOperator.Not, Less(Read(X), Of(3.0)))).ShouldBe("!(x < 3.0)");
    }

    [Fact]
    public void Dead_branches_and_what_follows_a_jump_go()
    {
        Simplified(
            [X],
            If(Constant.Of(true), Do(Set(X, Of(1.0))), Do(Set(X, Of(2.0)))),
            While(Constant.Of(false), 1, Set(X, Of(3.0))),
            Return(Read(X)),
            Set(X, Of(4.0)))
            .ShouldBe("x = 1.0;\nreturn x;");
    }

    [Fact]
    public void A_loop_that_runs_once_is_its_body()
    {
        Simplified(
            [X],
            new Loop(
                new(1), new(2), null, Do(If(Less(Read(X), Of(0.0)), Do(new Exit(new(1)))), Set(X, Multiply(Read(X), Of(2.0)))), Block.Empty, Constant.Of(false)),
            Return(Read(X)))
            .ShouldBe("if (!(x < 0.0))\n    x *= 2.0;\nreturn x;");
    }

    [Fact]
    public void Unused_locals_go_with_what_only_they_use_but_not_what_throws()
    {
        var a = Doubles(20, "a");
        var u = Double(21, "u");
        var w = Double(22, "w");
        Simplified(
            [X, a],
            Let(T, Math(MathFunction.Exp, Read(X))),
            Let(u, Multiply(Read(T), Of(2.0))),
            Set(u, Add(Read(u), Read(T))),
            Let(w, new Element(Read(a), Of(0))),
            Return(Read(X)))
            .ShouldBe("_ = a[0];\nreturn x;");
    }

    [Fact]
    public void Copies_and_integer_constants_are_passed_on_and_floating_constants_keep_their_names()
    {
        var k = Int(20, "k");
        var c = Double(21, "rate");
        Simplified(
            [X, N],
            Let(T, Read(X)),
            Let(k, Of(3)),
            Let(c, Of(0.25)),
            If(Greater(Read(k), Of(2)), Do(Return(Multiply(Read(T), Read(c))))),
            Return(Of(0.0)))
            .ShouldBe("const double rate = 0.25;\nreturn x * rate;");
    }

    [Fact]
    public void Functions_that_nothing_calls_go()
    {
        var used = Function("Used", [X], [ScalarType.Double], Return(Read(X)));
        var unused = Function("Unused", [X], [ScalarType.Double], Return(Read(X)));
        var program = Program(
            Function(
                "F", [X], [ScalarType.Double],
                Let(T),
                If(Constant.Of(false), Do(new Call([new LocalPlace(T)], unused.Id, [Read(X)])), Do(new Call([new LocalPlace(T)], used.Id, [Read(X)]))),
                Return(Read(T))),
            used, unused);
        Simplifier.Simplify(program).Callees.ShouldBe([used]);
    }

    [Fact]
    public void Single_use_temporaries_go_back_where_they_came_from()
    {
        var (a, b) = (Double(20, ""), Double(21, "temp1"));
        var program = Program(
            [X],
            Let(a, Math(MathFunction.Exp, Read(X))),
            Let(b, Math(MathFunction.Sin, Read(X))),
            Let(T, Multiply(Read(a), Read(b))),
            Return(Read(T)));
        CSharpPrinter.PrintBody(Renest.Run(program), Readable).ShouldBe("var t = Math.Exp(x) * Math.Sin(x);\nreturn t;\n");
    }

    [Fact]
    public void Temporaries_that_throw_keep_their_order()
    {
        var (p, q, a, b) = (Doubles(30, "p"), Doubles(31, "q"), Double(20, ""), Double(21, ""));
        var inOrder = Program([p, q], Let(a, new Element(Read(p), Of(0))), Let(b, new Element(Read(q), Of(0))), Return(Subtract(Read(a), Read(b))));
        CSharpPrinter.PrintBody(Renest.Run(inOrder), Readable).ShouldBe("return p[0] - q[0];\n");
        var turned = Program([p, q], Let(a, new Element(Read(p), Of(0))), Let(b, new Element(Read(q), Of(0))), Return(Subtract(Read(b), Read(a))));
        CSharpPrinter.PrintBody(Renest.Run(turned), Readable).ShouldBe("var value = p[0];\nreturn q[0] - value;\n");
    }

    [Fact]
    public void Simplified_and_renested_programs_verify_and_compute_the_same()
    {
        foreach (var random in PrintedProgramTests.RandomPrograms(10_000, 300))
        {
            var simple = Simplifier.Simplify(random.Program);
            Verifier.ThrowIfInvalid(simple);
            var nested = Renest.Run(simple, static _ => true);
            Verifier.ThrowIfInvalid(nested);
            for (var set = 0; set < 2; set++)
            {
                var expected = CompiledPrograms.Interpret(random.Program, random.Arguments(set));
                CompiledPrograms.Interpret(simple, random.Arguments(set)).ShouldBe(expected, $"simplified seed {random.Seed}");
                CompiledPrograms.Interpret(nested, random.Arguments(set)).ShouldBe(expected, $"renested seed {random.Seed}");
            }
        }
    }

    [Fact]
    public void Simplified_and_renested_programs_compile_and_compute_the_same()
    {
        var programs = PrintedProgramTests.RandomPrograms(20_000, 80);
        var simple = programs.Select((p, i) => i % 2 == 0 ? Renest.Run(Simplifier.Simplify(p.Program), static _ => true) : Simplifier.Simplify(p.Program)).ToList();
        using var compiled = CompiledPrograms.Compile(simple);
        for (var i = 0; i < programs.Count; i++)
        {
            compiled.Run(i, programs[i].Arguments(0))
                .ShouldBe(CompiledPrograms.Interpret(programs[i].Program, programs[i].Arguments(0)), $"seed {programs[i].Seed}");
        }
    }
}
