using System;
using LearnSharp.Execution.Tests.Rows;

namespace LearnSharp.Execution.Tests;

/// <summary>The test assembly as a program: tests start it again under other runtime switches.</summary>
public static class Program
{
    public static int Main(string[] arguments)
    {
        if (arguments is [RowBits.Command])
        {
            Console.Out.Write(RowBits.Report(threads: 2));
            return 0;
        }

        Console.Error.WriteLine($"Unknown arguments; expected '{RowBits.Command}'.");
        return 1;
    }
}
