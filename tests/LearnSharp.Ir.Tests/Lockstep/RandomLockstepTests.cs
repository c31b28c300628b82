using System;
using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir.Tests.Differentiation;
using LearnSharp.Ir.Tests.RandomPrograms;

namespace LearnSharp.Ir.Tests.LockstepPass;

public class RandomLockstepTests
{
    private const int Programs = 400;
    private const int Rows = 4;

    private static readonly InterpreterOptions s_fuel = new() { Fuel = 2_000_000 };

    private static readonly RandomProgramOptions s_arrays = RandomProgramOptions.Default with
    {
        Spans = false, Recursion = false, StructArrays = false, JaggedArrays = false, ArrayResults = false, Aliasing = false,
    };

    private static readonly RandomProgramOptions s_options = RandomProgramOptions.Default with { Arrays = false, Spans = false, Recursion = false, Hypotenuses = false };

    public static TheoryData<string> Kinds => ["alone", "in company", "throwing", "derivatives alone", "derivatives in company"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_row_of_a_random_program_computes_what_the_program_does(string kind) => Check(kind, s_options, Programs / 3);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Arrays_made_in_a_program_are_numbers_in_its_rows(string kind) => Check(kind, s_arrays, Programs * 3 / 4);

    private static void Check(string kind, RandomProgramOptions options, int mostRefused)
    {
        var refused = new List<string>();
        for (var seed = 0; seed < Programs; seed++)
        {
            var random = LocalArrayInputs.Of(RandomProgramGenerator.Generate(seed, options with { Throws = kind == "throwing" }));
            if (!Lockstep.Check(random.Program).IsEmpty)
            {
                refused.Add(Lockstep.Check(random.Program)[0].Message);
                continue;
            }

            for (var index = 0; index < (kind.EndsWith("company", StringComparison.Ordinal) ? 1 : 3); index++)
            {
                if (Problem(kind, random, random.Program, index) is not { } problem)
                    continue;
                var shrunk = Shrinker.Shrink(random.Program, program => Problem(kind, random, program, index) is { } other && other[..5] == problem[..5]);
                Assert.Fail($"{kind}, seed {seed}, arguments {index}: {Problem(kind, random, shrunk, index)}\n{CSharpPrinter.PrintFunctions(shrunk)}\n{Printed(shrunk)}");
            }
        }

        refused.Count.ShouldBeLessThan(mostRefused, string.Join('\n', refused.Take(20)));
    }

    private static string? Problem(string kind, RandomProgram random, IrProgram program, int index)
    {
        try
        {
            if (!Lockstep.Check(program).IsEmpty)
                return null;
            var lockstep = Lockstep.Run(program, program.Root.Parameters.Select(static _ => false));
            var errors = Verifier.Verify(lockstep.Program);
            if (!errors.IsEmpty)
                return "does not verify: " + errors[0];
            if (kind.EndsWith("company", StringComparison.Ordinal))
                return ProblemInCompany(random, program, kind == "in company" ? lockstep.Kernel : Derivatives(lockstep.Program));
            return Problem(kind, program, lockstep, random.Arguments(index));
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return "throws " + exception;
        }
    }

    private static Function Derivatives(IrProgram program)
    {
        var pullback = ReverseMode.Pullback(program, ReverseMode.AllIndependent(program) with { Selects = true });
        var errors = Verifier.Verify(pullback);
        errors.ShouldBeEmpty();
        return Simplifier.Simplify(Guards.Without(pullback.Root));
    }

    /// <summary>What is wrong when rows run together, or null: each must compute what it computes alone.</summary>
    private static string? ProblemInCompany(RandomProgram random, IrProgram program, Function function)
    {
        var rows = new List<object?[]>();
        var alone = new List<RunResult>();
        for (var index = 0; index < Rows; index++)
        {
            var arguments = random.Arguments(index);
            object?[] row = [.. arguments.SelectMany(Leaves), .. Enumerable.Range(0, Seeds(function)).Select(static i => 0.5 + i)];
            for (var i = 0; i < row.Length; i++)
                row[i] = row[i] is double number && function.Parameters[i].Local.Type == ScalarType.Float ? (float)number : row[i];
            try
            {
                Interpreter.Run(program, arguments, s_fuel);
                alone.Add(Interpreter.Run(new IrProgram(function, []), row, s_fuel));
                rows.Add(row);
            }
            catch (FuelExhaustedException)
            {
            }
        }

        var together = Company.Run(function, rows, s_fuel);
        for (var row = 0; row < rows.Count; row++)
        {
            if (together[row].LeftOnWorkspace != 0)
                return $"{together[row].LeftOnWorkspace} values of row {row} were left on the workspace";
            for (var i = 0; i < alone[row].Results.Count; i++)
            {
                var (actual, expected) = (together[row].Results[i], alone[row].Results[i]);
                if (!Equals(actual, expected) && HostValues.Describe(actual) != HostValues.Describe(expected))
                    return $"result {i} of row {row} is {HostValues.Describe(actual)}, not {HostValues.Describe(expected)}";
            }
        }

        return null;

        static int Seeds(Function function) => function.Parameters.Count(static parameter => parameter.Local.Name.StartsWith("seed", StringComparison.Ordinal));
    }

    private static string? Problem(string kind, IrProgram program, LockstepProgram lockstep, object?[] arguments)
    {
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

        object?[] leaves = [.. arguments.SelectMany(Leaves)];
        if (kind == "derivatives alone")
            return PullbackCheck.Compared(new IrProgram(lockstep.Kernel, []), new IrProgram(Derivatives(lockstep.Program), []), leaves, s_fuel);
        EquatableArray<object?> results;
        try
        {
            results = Interpreter.Run(new IrProgram(lockstep.Kernel, []), leaves, s_fuel).Results;
        }
        catch (Exception exception) when (kind == "throwing" && exception is ArithmeticException or ArgumentException)
        {
            // Lanes divide by zero without a word, also for rows that do not come by; the interpreter does not.
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
