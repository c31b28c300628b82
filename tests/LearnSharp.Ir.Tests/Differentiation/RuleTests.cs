using System.Linq;
using static LearnSharp.Ir.Tests.Build;

namespace LearnSharp.Ir.Tests.Differentiation;

/// <summary>Functions whose derivatives are written by hand. The rules here are wrong on purpose, so that it shows who is asked.</summary>
public class RuleTests
{
    private static readonly Local X = Double(0, "x");
    private static readonly Local Y = Double(1, "y");
    private static readonly Local N = Int(2, "n");
    private static readonly Local Values = Doubles(3, "values");
    private static readonly Local Seed = Double(4, "seed");
    private static readonly Local Tx = Double(5, "tX");
    private static readonly Local Ty = Double(6, "tY");
    private static readonly Local Buffer = Doubles(7, "dValues");
    private static readonly Local T = Double(12, "t");
    private static readonly Local U = Double(13, "u");

    // f(x, y, n) = x y, with ∂x = 10 and ∂y = 100 n.
    private static Function Product(bool pullback = true, bool pushforward = true)
    {
        var back = Function(
            "ProductPullback",
            [X, Y, N, Seed],
            [ScalarType.Double, ScalarType.Double],
            Return(Multiply(Read(Seed), Of(10.0)), Multiply(Read(Seed), Multiply(Of(100.0), new Convert(ScalarType.Double, Read(N))))));
        var along = Function(
            "ProductPushforward",
            [X, Tx, Y, Ty, N],
            [ScalarType.Double],
            Return(Add(Multiply(Read(Tx), Of(10.0)), Multiply(Read(Ty), Multiply(Of(100.0), new Convert(ScalarType.Double, Read(N)))))));
        return Function("Product", [X, Y, N], [ScalarType.Double], Return(Multiply(Read(X), Read(Y)))) with
        {
            Derivative = new DerivativeRule([true, true, true], pullback ? Program(back) : null, pushforward ? Program(along) : null),
        };
    }

    // f(values, x) = values[0] x, with ∂values = 7 in every element and ∂x = 1000.
    private static Function First()
    {
        var index = Int(20, "i");
        var back = Function(
            "FirstPullback",
            [Values, X, Seed, Buffer],
            [ScalarType.Double],
            Let(index, Of(0)),
            For(
                index,
                new Length(Read(Buffer)),
                1,
                new Assign(new ElementPlace(Read(Buffer), Read(index)), Add(new Element(Read(Buffer), Read(index)), Multiply(Of(7.0), Read(Seed))))),
            Return(Multiply(Of(1000.0), Read(Seed))));
        return Function("First", [Values, X], [ScalarType.Double], Return(Multiply(new Element(Read(Values), Of(0)), Read(X)))) with
        {
            Derivative = new DerivativeRule([true, true], Program(back), null),
        };
    }

    private static IrProgram Caller(Function product) => Program(
        Function(
            "Caller",
            [X, Y],
            [ScalarType.Double],
            Let(T),
            new Call([new LocalPlace(T)], product.Id, [Multiply(Read(X), Read(X)), Read(Y), Of(3)]),
            Return(Multiply(Read(T), Read(X)))),
        product);

    private static readonly Function ArrayRoot = Function(
        "ArrayCaller",
        [Values, X],
        [ScalarType.Double],
        Let(T),
        new Call([new LocalPlace(T)], "Tests.First", [Read(Values), Read(X)]),
        new Assign(new ElementPlace(Read(Values), Of(0)), Of(0.0)),
        Return(Multiply(Of(2.0), Read(T))));

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Both_modes_use_either_rule(bool pullback, bool pushforward)
    {
        // r = f(x², y, 3) x at (2, 5): ∂x = f + x · 10 · 2x = 20 + 80, ∂y = x · 300.
        var program = Caller(Product(pullback, pushforward));
        Verifier.Verify(program).ShouldBeEmpty();

        var back = ReverseMode.Pullback(program, ReverseMode.AllIndependent(program));
        Verifier.Verify(back).ShouldBeEmpty();
        Interpreter.Run(back, [2.0, 5.0, 1.0]).Results.ShouldBe([40.0, 100.0, 600.0]);

        var along = ForwardMode.Pushforward(program, ForwardMode.AllIndependent(program));
        Verifier.Verify(along).ShouldBeEmpty();
        Interpreter.Run(along, [2.0, 5.0, 1.0, 0.0]).Results.ShouldBe([40.0, 100.0]);
        Interpreter.Run(along, [2.0, 5.0, 0.0, 1.0]).Results.ShouldBe([40.0, 600.0]);
    }

    [Fact]
    public void A_root_with_a_rule_is_its_own_caller()
    {
        var program = Program(Product());
        var back = ReverseMode.Pullback(program, ReverseMode.AllIndependent(program));
        Verifier.Verify(back).ShouldBeEmpty();
        Interpreter.Run(back, [2.0, 5.0, 3, 1.0]).Results.ShouldBe([10.0, 10.0, 300.0]);
    }

    [Fact]
    public void Arrays_are_added_to_and_forward_mode_asks_the_pullback()
    {
        var program = Program(ArrayRoot, First());
        Verifier.Verify(program).ShouldBeEmpty();

        var back = ReverseMode.Pullback(program, ReverseMode.AllIndependent(program));
        Verifier.Verify(back).ShouldBeEmpty();
        double[] values = [3, 4];
        double[] buffer = [1, 1];
        Interpreter.Run(back, [values, 5.0, 1.0, buffer]).Results.ShouldBe([30.0, 2000.0]);
        buffer.ShouldBe([15.0, 15.0]);
        values.ShouldBe([0.0, 4.0]);

        var along = ForwardMode.Pushforward(program, ForwardMode.AllIndependent(program));
        Verifier.Verify(along).ShouldBeEmpty();
        Interpreter.Run(along, [new double[] { 3, 4 }, 5.0, new double[] { 1, 10 }, 0.5]).Results.ShouldBe([30.0, 2 * (77 + 500.0)]);
    }

    [Fact]
    public void What_a_rule_leaves_out_has_no_derivative()
    {
        var product = Product(pushforward: false);
        var back = Function("Half", [X, Y, N, Seed], [ScalarType.Double], Return(Multiply(Read(Seed), Of(10.0))));
        product = product with { Derivative = new DerivativeRule([true, false, true], Program(back), null) };
        var program = Caller(product);
        Verifier.Verify(program).ShouldBeEmpty();

        var pullback = ReverseMode.Pullback(program, ReverseMode.AllIndependent(program));
        Interpreter.Run(pullback, [2.0, 5.0, 1.0]).Results.ShouldBe([40.0, 100.0, 0.0]);
    }

    [Fact]
    public void A_pushforward_alone_does_not_serve_reverse_mode_through_an_array()
    {
        var tangents = Doubles(8, "tValues");
        var along = Function("FirstPushforward", [Values, tangents, X, Tx], [ScalarType.Double], Return(Add(new Element(Read(tangents), Of(0)), Read(Tx))));
        var program = Program(ArrayRoot, First() with { Derivative = new DerivativeRule([true, true], null, Program(along)) });
        Verifier.Verify(program).ShouldBeEmpty();

        ReverseMode.Check(program, ReverseMode.AllIndependent(program)).ShouldHaveSingleItem().Message.ShouldContain("give it a pullback");
        ForwardMode.Check(program, ForwardMode.AllIndependent(program)).ShouldBeEmpty();
    }

    [Fact]
    public void A_rule_that_does_not_fit_is_no_program()
    {
        var product = Product();
        var wrong = product with { Derivative = product.Derivative! with { Pullback = product.Derivative.Pushforward } };
        Verifier.Verify(Caller(wrong)).ShouldContain(static error => error.Message.Contains("has a pullback (double, double, double, double, int)"));
    }

    [Fact]
    public void Rules_come_back_from_text()
    {
        var program = new LearnableProgram(Program(ArrayRoot, First(), Product()), [], []);
        IrText.Read(IrText.Write(program)).ShouldBe(program);
    }

    [Fact]
    public void Dual_numbers_do_not_look_into_a_function_with_a_rule() =>
        Should.Throw<System.InvalidOperationException>(() => Interpreter.Differentiate(Caller(Product()), [2.0, 5.0])).Message.ShouldContain("written by hand");

    [Fact]
    public void A_detached_value_passes_without_its_derivative()
    {
        // r = u · x with u = x² detached: ∂x = u.
        var program = Program(
            [X],
            Let(U, new Unary(UnaryOperator.Detach, Multiply(Read(X), Read(X)))),
            Return(Multiply(Read(U), Read(X))));

        Verifier.Verify(program).ShouldBeEmpty();
        Interpreter.Differentiate(program, [3.0]).Outputs[0].Derivatives.ShouldBe([9.0]);
        Interpreter.Run(ReverseMode.Pullback(program, ReverseMode.AllIndependent(program)), [3.0, 1.0]).Results.ShouldBe([27.0, 9.0]);
        Interpreter.Run(ForwardMode.Pushforward(program, ForwardMode.AllIndependent(program)), [3.0, 1.0]).Results.ShouldBe([27.0, 9.0]);
        CSharpPrinter.PrintFunctions(program, new PrintOptions()).ShouldContain("var u = x * x;");
    }
}
