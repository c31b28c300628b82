using System;
using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir.Tests.RandomPrograms;
using static LearnSharp.Ir.Tests.Build;

namespace LearnSharp.Ir.Tests.Differentiation;

public class SecondOrderTests
{
    private static readonly Local X = Double(0, "x");
    private static readonly Local Y = Double(1, "y");
    private static readonly Local N = Int(2, "n");
    private static readonly Local T = Double(12, "t");
    private static readonly Local I = Int(11, "i");

    private static readonly Dictionary<string, RandomProgramOptions> Options = new()
    {
        ["scalars"] = RandomProgramOptions.Default with { JaggedArrays = false, Arrays = false, Spans = false, Structs = false, Calls = false },
        ["arrays"] = RandomProgramOptions.Default with { JaggedArrays = false, Structs = false, Calls = false },
        ["calls"] = RandomProgramOptions.Default with { JaggedArrays = false, Structs = false },
        ["everything"] = RandomProgramOptions.Default with { JaggedArrays = false },
    };

    private static readonly InterpreterOptions Fuel = new() { Fuel = 5_000_000 };

    public static TheoryData<string> Kinds => [.. Options.Keys];

    [Fact]
    public void A_product_has_the_cross_derivative_in_both_places()
    {
        var program = Program([X, Y], Return(Multiply(Multiply(Read(X), Read(X)), Read(Y))));
        var pullback = ReverseMode.Pullback(program, ReverseMode.AllIndependent(program));
        var twice = ForwardMode.Pushforward(pullback, new ForwardOptions([true, true, false]));

        // x²y at (3, 5), seed 1, direction (1, 0): value, gradient, slope, column of the Hessian.
        Interpreter.Run(twice, [3.0, 5.0, 1.0, 1.0, 0.0]).Results.ShouldBe([45.0, 30.0, 9.0, 30.0, 10.0, 6.0]);
        Interpreter.Run(twice, [3.0, 5.0, 1.0, 0.0, 1.0]).Results.ShouldBe([45.0, 30.0, 9.0, 9.0, 6.0, 0.0]);
    }

    [Fact]
    public void What_a_loop_records_is_recorded_with_its_tangent()
    {
        var program = Program(
            [X, Y, N],
            Let(T, Of(1.0)),
            Let(I, Of(0)),
            For(I, Read(N), 1, Set(T, Multiply(Math(MathFunction.Sin, Multiply(Read(T), Read(X))), Read(Y)))),
            Return(Read(T)));

        var pullback = ReverseMode.Pullback(program, ReverseMode.AllIndependent(program));
        CSharpPrinter.PrintFunctions(pullback, new PrintOptions()).ShouldContain("workspace.Push(t)");
        SecondOrderCheck.Problem(program, [0.7, 1.3, 6]).ShouldBeNull();
    }

    [Fact]
    public void Reverse_mode_refuses_what_it_wrote_itself()
    {
        var program = Program(
            [X, Y, N],
            Let(T, Of(1.0)),
            Let(I, Of(0)),
            For(I, Read(N), 1, Set(T, Multiply(Math(MathFunction.Sin, Multiply(Read(T), Read(X))), Read(Y)))),
            Return(Read(T)));
        var pullback = ReverseMode.Pullback(program, ReverseMode.AllIndependent(program));

        ReverseMode.Check(pullback, ReverseMode.AllIndependent(pullback)).ShouldHaveSingleItem().Message.ShouldContain("forward mode");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Forward_over_reverse_agrees_with_dual_numbers_on_random_programs(string kind)
    {
        var refused = 0;
        const int Programs = 150;
        for (var seed = 0; seed < Programs; seed++)
        {
            var random = RandomProgramGenerator.Generate(seed, Options[kind]);
            if (Problem(random, random.Program) is not { } problem)
                continue;
            if (problem.StartsWith("refused", StringComparison.Ordinal))
            {
                // Reverse mode cannot keep every span (RandomPullbackTests).
                problem.ShouldContain("span", Case.Insensitive);
                refused++;
                continue;
            }

            var shrunk = Shrinker.Shrink(random.Program, program => Problem(random, program) is { } other && other[..6] == problem[..6]);
            Assert.Fail($"{kind}, seed {seed}: {Problem(random, shrunk)}\n{CSharpPrinter.PrintFunctions(shrunk, new PrintOptions())}\n{Printed(shrunk)}");
        }

        refused.ShouldBeLessThan(Programs / 5);
    }

    private static string? Problem(RandomProgram random, IrProgram program)
    {
        try
        {
            Interpreter.Run(program, random.Arguments(0), Fuel);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // A program that was shrunk too far: it does not run at all.
            return null;
        }

        try
        {
            return SecondOrderCheck.Problem(program, random.Arguments(0), Fuel);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return "throws " + exception;
        }
    }

    private static string Printed(IrProgram program)
    {
        try
        {
            var pullback = ReverseMode.Pullback(program, ReverseMode.AllIndependent(program));
            var options = new PrintOptions { QualifyMath = false };
            return CSharpPrinter.PrintFunctions(pullback, options) + CSharpPrinter.PrintFunctions(ForwardMode.Pushforward(pullback, ForwardMode.AllIndependent(pullback)), options);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return "";
        }
    }
}
