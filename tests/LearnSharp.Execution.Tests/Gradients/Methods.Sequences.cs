using System;
using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Execution.Tests.Gradients;

internal static partial class Methods
{
    [Learnable]
    public static double ListGiven(List<double> xs, IReadOnlyList<(double Size, int Count)> items, IEnumerable<double> more, [Weight] double a = 0.7, [Weight] double b = 0.3)
    {
        var own = new List<double>(xs) { a };
        own.Sort();
        var sum = xs.Count > 2 ? xs[1] * xs[^1] * b : 0;
        foreach (var x in more)
            sum = sum * b + x * x;
        foreach (var (size, count) in items)
            sum += size * count * a;
        return sum + own.Select((x, i) => x * Math.Exp(-a * i)).Sum() + Scaled(xs, b);
    }

    private static double Scaled(IEnumerable<double> xs, double by) => xs.Sum(x => x * by);

    [Learnable]
    public static double PassiveCollections(double x, Dictionary<string, double> rates, IReadOnlyList<string> codes, HashSet<int> days, [Weight] double a = 0.7)
    {
        var sum = 0.0;
        foreach (var code in codes)
            sum += rates[code] * x * a;
        foreach (var (code, rate) in rates)
            sum += rate * code.Length * Math.Sin(a * x);
        return sum * days.Sum() + days.Where(day => day > 2).Count() * x;
    }
}
