namespace LearnSharp.Execution.Tests.Sets;

/// <summary>Called by others, with what it has to learn.</summary>
internal static class Tolls
{
    internal static double Toll(double km, [Weight(Min = 0)] double rate = 0.1, [Choice] bool night = false)
    {
        var entry = Learn.Weight(2.0);
        return entry + (night ? rate * km / 2 : rate * km);
    }
}
