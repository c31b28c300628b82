using System;
using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir.Tests.RandomPrograms;
using static LearnSharp.Ir.Tests.Build;

namespace LearnSharp.Ir.Tests.Differentiation;

/// <summary>Programs that call the derivatives of others, differentiated.</summary>
public class NestedDerivativeTests
{
    private static readonly Local X = Double(0, "x");
    private static readonly Local Y = Double(1, "y");
    private static readonly Local N = Int(2, "n");
    private static readonly Local T = Double(12, "t");
    private static readonly Local I = Int(11, "i");
    private static readonly Local Dx = Double(13, "dX");
    private static readonly Local Dy = Double(14, "dY");
    private static readonly Local Values = Doubles(15, "values");
    private static readonly Local Slopes = Doubles(16, "slopes");

    private static readonly Dictionary<string, RandomProgramOptions> Options = new()
    {
        ["scalars"] = RandomProgramOptions.Default with { JaggedArrays = false, Arrays = false, Spans = false, Structs = false, Calls = false },
        ["structs"] = RandomProgramOptions.Default with { JaggedArrays = false, Arrays = false, Spans = false },
        ["everything"] = RandomProgramOptions.Default with { JaggedArrays = false },
    };

    private static readonly InterpreterOptions Fuel = new() { Fuel = 20_000_000 };

    public static TheoryData<string> Kinds => [.. Options.Keys];

    // t = sin(t x) y, n times.
    private static IrProgram Wave => Program(
        Function(
            "Wave",
            [X, Y, N],
            [ScalarType.Double],
            Let(T, Of(1.0)),
            Let(I, Of(0)),
            For(I, Read(N), 1, Set(T, Multiply(Math(MathFunction.Sin, Multiply(Read(T), Read(X))), Read(Y)))),
            Return(Read(T))));

    [Fact]
    public void The_variables_of_inner_and_outer_derivatives_are_never_confused()
    {
        // d/dx [x · d/dy (x + y)] is 1, not 2.
        var sum = Program(Function("Sum", [X, Y], [ScalarType.Double], Return(Add(Read(X), Read(Y)))));
        var program = Caller(
            Pullback(sum),
            [X],
            Let(Dy),
            new Call([null, null, new LocalPlace(Dy)], "Tests.Sum'inner", [Read(X), Of(7.0), Of(1.0)]),
            Return(Multiply(Read(X), Read(Dy))));

        Interpreter.Run(ReverseMode.Pullback(program, ReverseMode.AllIndependent(program)), [3.0, 1.0]).Results.ShouldBe([3.0, 1.0]);
        Interpreter.Run(ForwardMode.Pushforward(program, ForwardMode.AllIndependent(program)), [3.0, 1.0]).Results.ShouldBe([3.0, 1.0]);
    }

    [Fact]
    public void What_the_inner_pullback_saves_is_differentiated_in_both_modes() => Check(SlopeOfWave(), [0.7, 1.3, 6]);

    [Fact]
    public void Three_levels_are_differentiated_in_both_modes()
    {
        var slope = SlopeOfWave();
        var inner = NestedDerivatives.Pullback(slope, "Tests.Slope'inner", [true, true, false], out var refusals);
        refusals.ShouldBeEmpty();
        var program = Caller(
            inner!,
            [X, Y, N],
            Let(Dx),
            Let(Dy),
            new Call([null, new LocalPlace(Dx), new LocalPlace(Dy)], inner!.Root.Id, [Multiply(Read(X), Read(Y)), Read(Y), Read(N), Read(X)]),
            Return(Add(Multiply(Read(Dx), Read(Dy)), Read(X))));
        Check(program, [0.7, 1.3, 4]);
    }

    [Fact]
    public void Buffers_are_added_to_again_and_again()
    {
        // Σ v³, by every v, twice into one buffer that is read in between and after.
        var cubes = Program(
            Function(
                "Cubes",
                [Values],
                [ScalarType.Double],
                Let(T, Of(0.0)),
                Let(I, Of(0)),
                For(I, new Length(Read(Values)), 1, Set(T, Add(Read(T), Multiply(Element(Values, Read(I)), Multiply(Element(Values, Read(I)), Element(Values, Read(I))))))),
                Return(Read(T))));
        var inner = Pullback(cubes);
        var length = new ArrayNew((ArrayType)Values.Type, new Length(Read(Values)));
        var call = new Call([new LocalPlace(T)], inner.Root.Id, [Read(Values), Element(Values, Of(0)), Read(Slopes)]);
        var program = Caller(
            inner,
            [Values],
            Let(Slopes, length),
            Let(T),
            call,
            Let(Dx, Multiply(Element(Slopes, Of(0)), Element(Slopes, Of(1)))),
            call,
            Return(Add(Read(T), Multiply(Read(Dx), Multiply(Element(Slopes, Of(1)), Element(Slopes, Of(1)))))));
        Check(program, [new[] { 0.7, 1.3, -0.4 }]);
    }

    [Fact]
    public void A_pushforward_is_differentiated_in_both_modes()
    {
        var along = NestedDerivatives.Pushforward(Wave, "Tests.Wave'along", [true, true, false], out var refusals);
        refusals.ShouldBeEmpty();
        var program = Caller(
            along!,
            [X, Y, N],
            Let(T),
            Let(Dx),
            new Call([new LocalPlace(T), new LocalPlace(Dx)], along!.Root.Id, [Read(X), Multiply(Read(X), Read(Y)), Read(N), Read(X), Of(1.0)]),
            Return(Multiply(Read(T), Read(Dx))));
        Check(program, [0.7, 1.3, 5]);
    }

    [Fact]
    public void A_method_that_writes_its_argument_has_no_derivative_inside_another()
    {
        var writer = Program(Function("Writer", [Values], [ScalarType.Double], new Assign(new ElementPlace(Read(Values), Of(0)), Of(1.0)), Return(Element(Values, Of(1)))));
        NestedDerivatives.Pullback(writer, "inner", [true], out var refusals).ShouldBeNull();
        refusals.ShouldHaveSingleItem().Message.ShouldBe("Writer writes to its argument 'values'.");
    }

    [Fact]
    public void Pullbacks_come_back_from_text()
    {
        var inner = Pullback(Program(Function("Product", [X, Y], [ScalarType.Double], Return(Multiply(Math(MathFunction.Sin, Read(X)), Read(Y))))));
        var program = new LearnableProgram(
            Caller(inner, [X, Y], Let(Dx), new Call([null, new LocalPlace(Dx), null], inner.Root.Id, [Read(X), Read(Y), Of(1.0)]), Return(Read(Dx))), [], []);
        program.Program.Callees.ShouldContain(static callee => callee.Map != null);
        IrText.Read(IrText.Write(program)).ShouldBe(program);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Pullbacks_of_random_programs_are_differentiated_in_both_modes(string kind)
    {
        var checkedPrograms = 0;
        const int Programs = 120;
        for (var seed = 0; seed < Programs; seed++)
        {
            var random = RandomProgramGenerator.Generate(seed, Options[kind]);
            if (Problem(random, random.Program, ref checkedPrograms) is not { } problem)
                continue;
            var ignored = 0;
            var shrunk = Shrinker.Shrink(random.Program, program => Problem(random, program, ref ignored) is { } other && other[..6] == problem[..6]);
            Assert.Fail($"{kind}, seed {seed}: {Problem(random, shrunk, ref ignored)}\n{CSharpPrinter.PrintFunctions(shrunk, new PrintOptions())}");
        }

        checkedPrograms.ShouldBeGreaterThan(Programs / 3);
    }

    private static string? Problem(RandomProgram random, IrProgram program, ref int counted)
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
            if (NestedDerivatives.Pullback(program, "inner", ReverseMode.AllIndependent(program).Independent, out _) is not { } inner)
                return null;
            var outer = Forwarding(inner);
            var arguments = SecondOrderCheck.Arguments(program, inner, random.Arguments(0), Fuel);
            counted++;
            return PullbackCheck.Problem(outer, arguments, options: Fuel) ?? PushforwardCheck.Problem(outer, arguments, Fuel);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return "throws " + exception;
        }
    }

    // A program that takes and gives what another does.
    private static IrProgram Forwarding(IrProgram inner)
    {
        var id = 0;
        var parameters = inner.Root.Parameters.Select(parameter => new Local(id++, parameter.Local.Type, $"a{id}"));
        var results = inner.Root.Results.Select(type => new Local(id++, type, $"r{id}"));
        return new IrProgram(
            Function(
                "Outer",
                [.. parameters],
                [.. inner.Root.Results],
                [
                    .. results.Select(static result => Let(result)),
                    new Call(results.Select<Place?>(static result => new LocalPlace(result)), inner.Root.Id, parameters.Select<Expression>(static parameter => new LocalRead(parameter))),
                    new Return(results.Select<Expression>(static result => new LocalRead(result))),
                ]),
            [inner.Root, .. inner.Callees]);
    }

    private static IrProgram SlopeOfWave() => Caller(
        Pullback(Wave),
        [X, Y, N],
        Let(T),
        Let(Dx),
        Let(Dy),
        new Call(
            [new LocalPlace(T), new LocalPlace(Dx), new LocalPlace(Dy)], "Tests.Wave'inner", [Multiply(Read(X), Read(X)), Math(MathFunction.Exp, Read(Y)), Read(N), Of(1.0)]),
        Return(Add(Multiply(Read(Dx), Read(X)), Multiply(Read(Dy), Read(T)))));

    private static IrProgram Pullback(IrProgram program)
    {
        var inner = NestedDerivatives.Pullback(program, program.Root.Id + "'inner", ReverseMode.AllIndependent(program).Independent, out var refusals);
        refusals.ShouldBeEmpty();
        return inner!;
    }

    private static IrProgram Caller(IrProgram inner, Local[] parameters, params Statement[] body) =>
        new(Function("Outer", parameters, [ScalarType.Double], body), [inner.Root, .. inner.Callees]);

    private static Element Element(Local array, Expression index) => new(Read(array), index);

    private static void Check(IrProgram program, object?[] arguments)
    {
        Verifier.Verify(program).ShouldBeEmpty();
        PullbackCheck.Problem(program, arguments).ShouldBeNull();
        PushforwardCheck.Problem(program, arguments).ShouldBeNull();
    }
}
