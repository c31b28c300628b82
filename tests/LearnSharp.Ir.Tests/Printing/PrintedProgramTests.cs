using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir.Tests.RandomPrograms;

namespace LearnSharp.Ir.Tests;

public class PrintedProgramTests
{
    private const int Programs = 520;

    /// <summary>The programs: some of what may throw, some small.</summary>
    internal static List<RandomProgram> RandomPrograms(int first, int count) =>
        Enumerable.Range(first, count)
            .Select(seed => RandomProgramGenerator.Generate(seed, new() { Throws = seed % 3 == 0, Statements = seed % 5 == 0 ? 14 : 7 }))
            .ToList();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Printed_programs_compile_without_warnings_and_compute_what_the_interpreter_does(bool checkOverflow)
    {
        var programs = RandomPrograms(checkOverflow ? Programs / 2 : 0, Programs / 2);
        using var compiled = CompiledPrograms.Compile(programs.ConvertAll(p => p.Program), checkOverflow: checkOverflow);
        for (var i = 0; i < programs.Count; i++)
        {
            for (var set = 0; set < 3; set++)
            {
                compiled.Run(i, programs[i].Arguments(set))
                    .ShouldBe(CompiledPrograms.Interpret(programs[i].Program, programs[i].Arguments(set)), $"seed {programs[i].Seed}, arguments {set}");
            }
        }
    }
}
