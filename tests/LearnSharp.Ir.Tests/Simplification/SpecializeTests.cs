using System;
using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir.Tests.RandomPrograms;
using static LearnSharp.Ir.Tests.Build;

namespace LearnSharp.Ir.Tests;

public class SpecializeTests
{
    private static readonly PrintOptions Readable = new() { QualifyMath = false, Overflow = OverflowContext.Unchecked };
    private static readonly EnumType Rounding = new("global::Shop.Rounding", [new("Down", 0), new("Up", 1)]);

    private static readonly Local Km = Double(0, "km");
    private static readonly Local PerKm = Double(1, "perKm");
    private static readonly Local Mode = new(2, Rounding, "rounding");
    private static readonly Local Steps = Int(3, "steps");
    private static readonly Local Heavy = Double(4, "heavy");
    private static readonly Local Price = Double(10, "price");
    private static readonly Local I = Int(11, "i");

    /// <summary>A price with a rate, a way of rounding and a number of rounds to learn, and a threshold declared in the body.</summary>
    private static LearnableProgram Pricing()
    {
        var up = Function("Up", [Km], [ScalarType.Double], Return(Math(MathFunction.Ceiling, Read(Km))));
        var down = Function("Down", [Km], [ScalarType.Double], Return(Math(MathFunction.Floor, Read(Km))));
        var root = Function(
            "Price", [Km, PerKm, Mode, Steps, Heavy], [ScalarType.Double],
            Let(Price, Multiply(Read(Km), Read(PerKm))),
            If(Greater(Read(Km), Read(Heavy)), Do(Set(Price, Multiply(Read(Price), Of(2.0))))),
            Let(I, Of(0)),
            For(I, Read(Steps), 1, Set(Price, Add(Read(Price), Read(PerKm)))),
            If(
                Compare(BinaryOperator.Equal, Read(Mode), Constant.Of(Rounding, 1)),
                Do(new Call([new LocalPlace(Price)], up.Id, [Read(Price)])),
                Do(new Call([new LocalPlace(Price)], down.Id, [Read(Price)]))),
            Return(Read(Price)));
        var roles = new[] { ParameterRole.Input, ParameterRole.Weight, ParameterRole.Choice, ParameterRole.Choice, ParameterRole.Weight };
        root = root with { Parameters = root.Parameters.Zip(roles, (p, role) => p with { Role = role }).ToEquatableArray() };
        return new(
            Program(root, up, down),
            [
                new("PerKm", 1, false, 0.3, 0, double.PositiveInfinity, false, null, false),
                new("Heavy", 4, true, 20, 0, double.PositiveInfinity, false, null, false),
            ],
            [
                new("Rounding", 2, false, [Constant.Of(Rounding, 0), Constant.Of(Rounding, 1)], 0),
                new("Steps", 3, false, [Of(0), Of(1), Of(3)], 0),
            ]);
    }

    [Fact]
    public void Weights_become_named_constants_and_choices_fold_away()
    {
        var baked = Specialize.Bake(
            Pricing(), new Dictionary<int, Constant> { [1] = Of(0.3127), [2] = Constant.Of(Rounding, 1), [3] = Of(3), [4] = Of(17.5) });
        CSharpPrinter.PrintFunctions(baked, Readable with { RootModifiers = "public static" }).ShouldBe("""
            public static double Price(double km)
            {
                const double perKm = 0.3127;
                const double heavy = 17.5;
                var price = km * perKm;
                if (km > heavy)
                    price *= 2.0;
                for (var i = 0; i < 3; i++)
                    price += perKm;
                price = Up(price);
                return price;
            }

            private static double Up(double km)
            {
                return Math.Ceiling(km);
            }

            """);
    }

    [Fact]
    public void A_choice_of_no_rounds_takes_the_loop_out()
    {
        var baked = Specialize.Bake(Pricing(), new Dictionary<int, Constant> { [1] = Of(1.0), [2] = Constant.Of(Rounding, 0), [3] = Of(0), [4] = Of(1.0) });
        CSharpPrinter.PrintBody(baked, Readable).ShouldNotContain("for");
        baked.Callees.Single().Name.ShouldBe("Down");
    }

    [Fact]
    public void A_root_that_calls_itself_keeps_calling_the_whole_of_itself()
    {
        var (x, w, n, r) = (Double(0, "x"), Double(1, "w"), Int(2, "n"), Double(3, "r"));
        var root = Function(
            "Power", [x, w, n], [ScalarType.Double],
            If(Compare(BinaryOperator.LessOrEqual, Read(n), Of(0)), Do(Return(Read(w)))),
            Let(r),
            new Call([new LocalPlace(r)], "Tests.Power", [Read(x), Read(w), Subtract(Read(n), Of(1))]),
            Return(Multiply(Read(r), Read(x))));
        root = root with { Parameters = [root.Parameters[0], root.Parameters[1] with { Role = ParameterRole.Weight }, root.Parameters[2]] };
        var baked = Specialize.Bake(new(Program(root), [new("W", 1, false, 1, 0, 10, false, null, false)], []), new Dictionary<int, Constant> { [1] = Of(5.0) });
        Verifier.ThrowIfInvalid(baked);
        CompiledPrograms.Interpret(baked, [2.0, 3]).ShouldBe(CompiledPrograms.Interpret(Program(root), [2.0, 5.0, 3]));
        using var compiled = CompiledPrograms.Compile([baked]);
        compiled.Run(0, [2.0, 3]).ShouldBe(CompiledPrograms.Interpret(Program(root), [2.0, 5.0, 3]));
    }

    [Fact]
    public void A_value_of_another_type_is_refused()
    {
        Should.Throw<ArgumentException>(() => Specialize.Bake(Pricing(), new Dictionary<int, Constant> { [1] = Of(1) })).Message.ShouldContain("perKm");
        Should.Throw<ArgumentException>(() => Specialize.Bake(Pricing(), new Dictionary<int, Constant> { [9] = Of(1) })).Message.ShouldContain("9");
    }

    [Fact]
    public void Baked_programs_compute_what_the_original_does_with_those_arguments()
    {
        var originals = PrintedProgramTests.RandomPrograms(30_000, 80);
        var baked = new List<IrProgram>();
        foreach (var random in originals)
        {
            var program = BakeScalars(random, out _);
            Verifier.ThrowIfInvalid(program);
            baked.Add(program);
        }

        using var compiled = CompiledPrograms.Compile(baked, checkOverflow: true);
        for (var i = 0; i < originals.Count; i++)
        {
            BakeScalars(originals[i], out var left);
            var expected = CompiledPrograms.Interpret(originals[i].Program, originals[i].Arguments(0));
            object?[] Rest() => left.Select(index => originals[i].Arguments(0)[index]).ToArray();
            var seed = $"seed {originals[i].Seed}";
            CompiledPrograms.Interpret(baked[i], Rest()).ShouldBe(expected, seed);
            compiled.Run(i, Rest()).ShouldBe(expected, seed);
        }
    }

    /// <summary>Bakes the first set of arguments into the scalar parameters, leaving every third and the arrays: floating ones as weights, others as choices.</summary>
    private static IrProgram BakeScalars(RandomProgram random, out List<int> left)
    {
        var root = random.Program.Root;
        var arguments = random.Arguments(0);
        var values = new Dictionary<int, Constant>();
        left = [];
        for (var i = 0; i < arguments.Length; i++)
        {
            var type = root.Parameters[i].Local.Type;
            Constant? value = (type, arguments[i]) switch
            {
                _ when (i + random.Seed) % 3 == 0 => null,
                (EnumType e, long number) => Constant.Of(e, number),
                (_, double number) => Constant.Of(number),
                (_, float number) => Constant.Of(number),
                (_, int number) => Constant.Of(number),
                (_, long number) => Constant.Of(number),
                (_, bool number) => Constant.Of(number),
                _ => null,
            };
            if (value is null)
                left.Add(i);
            else
                values.Add(i, value);
        }

        var parameters = Enumerable.Range(0, arguments.Length)
            .Select(i => root.Parameters[i] with { Role = !values.TryGetValue(i, out var v) ? ParameterRole.Input : v.Type.IsDifferentiable ? ParameterRole.Weight : ParameterRole.Choice });
        var program = random.Program with { Root = root with { Parameters = parameters.ToEquatableArray() } };
        return Specialize.Bake(new(program, [], []), values);
    }
}
