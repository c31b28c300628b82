using System;
using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir.Tests.RandomPrograms;

public class RandomProgramTests
{
    private const int Programs = 600;
    private static readonly RandomProgramOptions Simple = RandomProgramOptions.Default with { Hypotenuses = false };

    [Fact]
    public void Every_random_program_verifies()
    {
        for (var seed = 0; seed < Programs; seed++)
            Verifier.Verify(RandomProgramGenerator.Generate(seed).Program).ShouldBeEmpty($"seed {seed}");
    }

    [Fact]
    public void Every_random_program_terminates_with_finite_values_and_says_the_same_twice()
    {
        for (var seed = 0; seed < Programs; seed++)
        {
            var program = RandomProgramGenerator.Generate(seed);
            var first = Interpreter.Run(program.Program, program.Arguments(0), new() { Fuel = 1_000_000 });
            var second = Interpreter.Run(program.Program, program.Arguments(0));
            HostValues.Describe(second.Results).ShouldBe(HostValues.Describe(first.Results), $"seed {seed}");
            double.IsFinite((double)first.Results[0]!).ShouldBeTrue($"seed {seed}");
        }
    }

    [Fact]
    public void Every_random_program_verifies_and_ends_when_it_may_throw()
    {
        var options = RandomProgramOptions.Default with { Throws = true };
        var (returned, threw) = (0, 0);
        for (var seed = 0; seed < Programs; seed++)
        {
            var program = RandomProgramGenerator.Generate(seed, options);
            Verifier.Verify(program.Program).ShouldBeEmpty($"seed {seed}");
            try
            {
                Interpreter.Run(program.Program, program.Arguments(0), new() { Fuel = 1_000_000 });
                returned++;
            }
            catch (Exception exception) when (exception is IrThrownException or IndexOutOfRangeException or DivideByZeroException or OverflowException)
            {
                threw++;
            }
        }

        returned.ShouldBeGreaterThan(Programs / 4);
        threw.ShouldBeGreaterThan(Programs / 50);
    }

    [Fact]
    public void The_same_seed_gives_the_same_program_and_arguments()
    {
        var (first, second) = (RandomProgramGenerator.Generate(7), RandomProgramGenerator.Generate(7));
        second.Program.ShouldBe(first.Program);
        second.Arguments(3).Select(HostValues.Describe).ShouldBe(first.Arguments(3).Select(HostValues.Describe));
        RandomProgramGenerator.Generate(8).Program.ShouldNotBe(first.Program);
    }

    [Fact]
    public void Most_random_programs_depend_on_their_inputs_smoothly()
    {
        var active = 0;
        for (var seed = 0; seed < Programs; seed++)
        {
            var program = RandomProgramGenerator.Generate(seed);
            var output = Interpreter.Differentiate(program.Program, program.Arguments(0)).Outputs[0];
            output.Derivatives.All(double.IsFinite).ShouldBeTrue($"seed {seed}");
            if (output.Derivatives.Any(static derivative => derivative != 0))
                active++;
        }

        active.ShouldBeGreaterThan(Programs * 3 / 4);
    }

    [Fact]
    public void A_feature_that_is_switched_off_does_not_occur()
    {
        var bare = new RandomProgramOptions
        {
            Floats = false, Longs = false, Enums = false, Structs = false, Arrays = false, Loops = false, WhileLoops = false, Exits = false,
            EarlyReturns = false, Calls = false, MathFunctions = false, Conditionals = false, SeveralResults = false, ParameterWrites = false,
        };
        for (var seed = 0; seed < 200; seed++)
        {
            var program = RandomProgramGenerator.Generate(seed, bare);
            program.Program.Callees.ShouldBeEmpty();
            new Kinds(program.Program).Seen.ShouldBeSubsetOf(
                [
                    typeof(Block), typeof(Declare), typeof(Assign), typeof(If), typeof(Return),
                    typeof(Constant), typeof(LocalRead), typeof(Unary), typeof(Binary), typeof(Convert), typeof(MathCall),
                ],
                $"seed {seed}");
        }
    }

    [Fact]
    public void Random_programs_use_every_construct_between_them()
    {
        var (seen, functions) = (new HashSet<Type>(), new HashSet<MathFunction>());
        for (var seed = 0; seed < Programs; seed++)
        {
            var kinds = new Kinds(RandomProgramGenerator.Generate(seed, RandomProgramOptions.Default with { Throws = true }).Program);
            seen.UnionWith(kinds.Seen);
            functions.UnionWith(kinds.Functions);
        }

        Type[] madeByPassesOrHosts = [typeof(Push), typeof(Pop), typeof(PushElements), typeof(PopElements), typeof(ArrayRent), typeof(Comment), typeof(Evaluate), typeof(Slice)];
        var nodes = typeof(Statement).Assembly.GetTypes()
            .Where(static type => !type.IsAbstract && (type.IsSubclassOf(typeof(Statement)) || type.IsSubclassOf(typeof(Expression))));
        nodes.Except(madeByPassesOrHosts).Except(seen).ShouldBeEmpty();
        Enum.GetValues<MathFunction>().Except(functions).ShouldBeEmpty();
    }

    [Fact]
    public void The_shrinker_finds_the_one_statement_that_matters()
    {
        static bool HasTanh(IrProgram program) => new Kinds(program).Functions.Contains(MathFunction.Tanh);
        var seed = Enumerable.Range(0, 100).First(static seed => HasTanh(RandomProgramGenerator.Generate(seed, Simple).Program));

        var shrunk = Shrinker.Shrink(RandomProgramGenerator.Generate(seed, Simple).Program, HasTanh, attempts: 20_000);

        HasTanh(shrunk).ShouldBeTrue();
        Verifier.Verify(shrunk).ShouldBeEmpty();
        new Kinds(shrunk).Statements.ShouldBeLessThanOrEqualTo(4);
    }

    private sealed class Kinds : Walker
    {
        public Kinds(IrProgram program) => Visit(program);

        public HashSet<Type> Seen { get; } = [];

        public HashSet<MathFunction> Functions { get; } = [];

        public int Statements { get; private set; }

        public override void Visit(Statement statement)
        {
            Seen.Add(statement.GetType());
            Statements++;
            base.Visit(statement);
        }

        public override void Visit(Expression expression)
        {
            Seen.Add(expression.GetType());
            if (expression is MathCall call)
                Functions.Add(call.Function);
            base.Visit(expression);
        }
    }
}
