using System;
using LearnSharp.Benchmarks.Nist;

namespace LearnSharp.Benchmarks;

internal static class Program
{
    private const string Usage = """
        usage: LearnSharp.Benchmarks nist DIR
          nist DIR   fits every .dat file of the NIST StRD nonlinear regression set in DIR, from both published starts
        """;

    private static int Main(string[] args)
    {
        switch (args)
        {
            case ["nist", var directory]:
                return NistBenchmark.Run(directory, Console.Out);
            default:
                Console.Error.WriteLine(Usage);
                return 2;
        }
    }
}
