using System;
using System.Linq;

namespace LearnSharp.Ir.Tests.RandomPrograms;

public class RandomProgramTests
{
    private const int Programs = 600;

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
}
