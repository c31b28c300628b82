using System;
using System.Linq;
using LearnSharp.Benchmarks.Gradients;
using LearnSharp.Benchmarks.Nist;
using LearnSharp.Benchmarks.Rows;

namespace LearnSharp.Benchmarks;

internal static class Program
{
    private const string Usage = """
        usage: LearnSharp.Benchmarks nist DIR
               LearnSharp.Benchmarks gradients DIR [INPUT] [--peer NAME=COMMAND]...
               LearnSharp.Benchmarks rows [--torch]
          nist DIR        fits every .dat file of the NIST StRD nonlinear regression set in DIR, from both published starts
          gradients DIR   times gradbench's functions and their derivatives on the inputs in DIR (those whose name contains INPUT), and, where given,
                          another gradbench tool on the same inputs; {module} in a COMMAND stands for the module
          rows            times fitting's inner loop, and, where asked for, TorchSharp (which is built for it: some 400 MB)
        """;

    private static int Main(string[] args)
    {
        switch (args)
        {
            case ["nist", var directory]:
                return NistBenchmark.Run(directory, Console.Out);
            case ["gradients", var directory, .. var rest]:
                var peers = rest.Where((_, i) => i > 0 && rest[i - 1] == "--peer").ToArray();
                var only = rest.FirstOrDefault(argument => argument != "--peer" && !peers.Contains(argument)) ?? "";
                return GradientsBenchmark.Run(directory, only, peers, Console.Out);
            case ["rows", .. var rest] when rest is [] or ["--torch"]:
                return RowsBenchmark.Run(rest.Length > 0, Console.Out);
            default:
                Console.Error.WriteLine(Usage);
                return 2;
        }
    }
}
