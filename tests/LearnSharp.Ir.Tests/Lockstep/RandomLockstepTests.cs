using System;
using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir.Tests.Differentiation;
using LearnSharp.Ir.Tests.RandomPrograms;

namespace LearnSharp.Ir.Tests.LockstepPass;

public class RandomLockstepTests
{
    private const int Programs = 250;

    private static readonly InterpreterOptions s_fuel = new() { Fuel = 2_000_000 };

    private static readonly RandomProgramOptions s_options = RandomProgramOptions.Default with { Arrays = false, Spans = false, Recursion = false };

    public static TheoryData<string> Kinds => ["alone", "in company", "throwing", "derivatives alone", "derivatives in company"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_row_of_a_random_program_computes_what_the_program_does(string kind)
    {
        var refused = new List<string>();
        for (var seed = 0; seed < Programs; seed++)
        {
            var random = RandomProgramGenerator.Generate(seed, s_options with { Throws = kind == "throwing" });
            if (!Lockstep.Check(random.Program).IsEmpty)
            {
                refused.Add(Lockstep.Check(random.Program)[0].Message);
                continue;
            }

            for (var index = 0; index < 3; index++)
            {
                if (Problem(kind, random, random.Program, index) is not { } problem)
                    continue;
                var shrunk = Shrinker.Shrink(random.Program, program => Problem(kind, random, program, index) is { } other && other[..5] == problem[..5]);
                Assert.Fail($"{kind}, seed {seed}, arguments {index}: {Problem(kind, random, shrunk, index)}\n{CSharpPrinter.PrintFunctions(shrunk)}\n{Printed(shrunk)}");
            }
        }

        refused.Count.ShouldBeLessThan(Programs / 3, string.Join('\n', refused.Take(20)));
    }

    private static string? Problem(string kind, RandomProgram random, IrProgram program, int index)
    {
        try
        {
            if (!Lockstep.Check(program).IsEmpty)
                return null;
            var arguments = random.Arguments(index);
            EquatableArray<object?> expected = [];
            var throws = false;
            try
            {
                expected = Interpreter.Run(program, arguments, s_fuel).Results;
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                throws = true;
                if (kind != "throwing" || exception is FuelExhaustedException or InvalidOperationException)
                    return null;
            }

            return Problem(kind, program, arguments, expected, throws);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return "throws " + exception;
        }
    }

    private static string? Problem(string kind, IrProgram program, object?[] arguments, EquatableArray<object?> expected, bool throws)
    {
        var lockstep = Lockstep.Run(program, program.Root.Parameters.Select(static _ => false));
        var errors = Verifier.Verify(lockstep.Program);
        if (!errors.IsEmpty)
            return "does not verify: " + errors[0];
        object?[] leaves = [.. arguments.SelectMany(Leaves)];
        if (kind.StartsWith("derivatives", StringComparison.Ordinal))
        {
            if (LockstepPullback.HasLoops(lockstep.Program))
                return null;
            return PullbackCheck.Problem(
                lockstep.Program, leaves, options: s_fuel, selects: true, rewritten: kind == "derivatives in company" ? InCompany.Of : null);
        }

        var tried = kind == "in company" ? InCompany.Of(lockstep.Program) : lockstep.Program;
        EquatableArray<object?> results;
        try
        {
            results = Interpreter.Run(tried, leaves, s_fuel).Results;
        }
        catch (DivideByZeroException) when (throws)
        {
            // Lanes divide by zero without a word, the interpreter does not; that the row is marked was to be seen before.
            return null;
        }
        catch (ArgumentException) when (throws)
        {
            return null;
        }
        catch (ArithmeticException) when (throws)
        {
            return null;
        }

        var failed = lockstep.CanFail && (bool)results[results.Count - 1]!;
        if (throws || failed)
            return throws == failed ? null : $"failed: {failed}, throws: {throws}";
        var wanted = expected.SelectMany(Leaves).ToArray();
        for (var i = 0; i < wanted.Length; i++)
        {
            if (HostValues.Describe(results[i]) != HostValues.Describe(wanted[i]))
                return $"result {i} is {HostValues.Describe(results[i])}, not {HostValues.Describe(wanted[i])}";
        }

        return null;
    }

    private static IEnumerable<object?> Leaves(object? value) => value is StructValue structure ? structure.Fields.SelectMany(Leaves) : [value];

    private static string Printed(IrProgram program)
    {
        try
        {
            return CSharpPrinter.PrintFunctions(Lockstep.Run(program, program.Root.Parameters.Select(static _ => false)).Program);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return "";
        }
    }
}
