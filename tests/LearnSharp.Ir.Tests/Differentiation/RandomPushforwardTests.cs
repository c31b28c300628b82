using System;
using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir.Tests.RandomPrograms;

namespace LearnSharp.Ir.Tests.Differentiation;

public class RandomPushforwardTests
{
    public static TheoryData<string> Kinds => [.. Options.Keys];

    private static readonly Dictionary<string, RandomProgramOptions> Options = new()
    {
        ["scalars"] = RandomProgramOptions.Default with { Arrays = false, Spans = false, Structs = false, Calls = false },
        ["arrays"] = RandomProgramOptions.Default with { Structs = false, Calls = false },
        ["calls"] = RandomProgramOptions.Default with { Structs = false },
        ["everything"] = RandomProgramOptions.Default,
    };

    private static readonly InterpreterOptions Fuel = new() { Fuel = 2_000_000 };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Forward_mode_agrees_with_dual_numbers_and_with_reverse_mode_on_random_programs(string kind)
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = RandomProgramGenerator.Generate(seed, Options[kind]);
            for (var index = 0; index < 2; index++)
            {
                if (Problem(random, random.Program, index) is not { } problem)
                    continue;
                var shrunk = Shrinker.Shrink(random.Program, program => Problem(random, program, index) is { } other && other[..6] == problem[..6]);
                Assert.Fail($"{kind}, seed {seed}, arguments {index}: {Problem(random, shrunk, index)}\n{CSharpPrinter.PrintFunctions(shrunk, new PrintOptions())}\n{Printed(shrunk)}");
            }
        }
    }

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
            return PushforwardCheck.Problem(program, random.Arguments(index), Fuel);
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
            return CSharpPrinter.PrintFunctions(ForwardMode.Pushforward(program, ForwardMode.AllIndependent(program)), new PrintOptions());
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return "";
        }
    }
}
