namespace LearnSharp.Execution.Tests;

/// <summary>Called by examples.</summary>
internal static class Elsewhere
{
    internal static double Twice(double x) => 2 * x;

    internal static int Twice(int x) => x + x;
}
