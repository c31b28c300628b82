using System;
using LearnSharp.Tests.Runtime;

namespace LearnSharp.Tests;

/// <summary>The test assembly as a program: tests start it again under other runtime switches.</summary>
public static class Program
{
    public static int Main(string[] arguments)
    {
        if (arguments is [VectorMathBits.Command])
        {
            Console.Out.Write(VectorMathBits.Report());
            return 0;
        }

        Console.Error.WriteLine($"Unknown arguments; expected '{VectorMathBits.Command}'.");
        return 1;
    }
}
