using System;
using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir.Tests.RandomPrograms;

namespace LearnSharp.Ir.Tests.Differentiation;

public class RandomPullbackTests
{
    public static TheoryData<string> Kinds => [.. Options.Keys];

    private static readonly Dictionary<string, RandomProgramOptions> Options = new()
    {
        ["scalars"] = RandomProgramOptions.Default with { Arrays = false, Spans = false, Structs = false, Calls = false },
        ["arrays"] = RandomProgramOptions.Default with { Structs = false, Calls = false },
        ["calls"] = RandomProgramOptions.Default with { Structs = false },
        ["everything"] = RandomProgramOptions.Default,
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Reverse_mode_agrees_with_dual_numbers_on_random_programs(string kind)
    {
        var refused = new HashSet<int>();
        const int Programs = 200;
        for (var seed = 0; seed < Programs; seed++)
        {
            var random = RandomProgramGenerator.Generate(seed, Options[kind]);
            for (var index = 0; index < 2; index++)
            {
                var problem = Problem(random, random.Program, index);
                if (problem is null)
                    continue;
                if (problem.StartsWith("refused", StringComparison.Ordinal))
                {
                    problem.ShouldContain("span", Case.Insensitive);
                    refused.Add(seed);
                    continue;
                }

                var shrunk = Shrinker.Shrink(random.Program, program => Problem(random, program, index) is { } other && other[..6] == problem[..6]);
                Assert.Fail($"{kind}, seed {seed}, arguments {index}: {Problem(random, shrunk, index)}\n{CSharpPrinter.PrintFunctions(shrunk, new PrintOptions())}\n{Printed(shrunk)}");
            }
        }

        // Spans cannot be kept in the workspace: programs that give a span another value while the old one is needed are refused.
        refused.Count.ShouldBeLessThan(Programs / 5);
    }

    private static readonly InterpreterOptions Fuel = new() { Fuel = 2_000_000 };

    private static string? Problem(RandomProgram random, IrProgram program, int index)
    {
        try
        {
            Interpreter.Run(program, random.Arguments(index), Fuel);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // A program that was shrunk too far: it does not run at all.
            return null;
        }

        try
        {
            return PullbackCheck.Problem(program, random.Arguments(index), seedWritten: index == 0, Fuel);
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
            return CSharpPrinter.PrintFunctions(ReverseMode.Pullback(program, ReverseMode.AllIndependent(program) with { SeedWritten = true }), new PrintOptions());
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return "";
        }
    }
}
