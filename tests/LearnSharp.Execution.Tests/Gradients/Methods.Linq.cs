using System;
using System.Linq;

namespace LearnSharp.Execution.Tests.Gradients;

internal static partial class Methods
{
    [Learnable]
    public static double LinqPipeline(double[] xs, double[] ys, [Weight] double a = 0.7, [Weight] double b = 0.3) =>
        xs.Where(x => x > -1).Select(x => Math.Exp(-a * x) * b).Sum()
        + xs.Zip(ys, (x, y) => (y - a * x) * (y - a * x)).Average()
        + Enumerable.Range(1, ys.Length).Sum(i => Math.Pow(a, i) * ys[i - 1]);

    [Learnable]
    public static double LinqExtremes(double[] xs, [Weight] double a = 0.7, [Weight] double b = 0.3) =>
        xs.Max(x => x * a - x * x * b) * xs.Select(x => Math.Sin(x * b)).Min() + xs.MinBy(x => (x - a) * (x - a)) * a;

    [Learnable]
    public static double LinqOrder(double[] xs, [Weight] double a = 0.7, [Weight] double b = 0.3) =>
        xs.Select(x => x * x * a - b * x).OrderByDescending(y => y * b).ThenBy(y => y).Select((y, rank) => y / (1 + rank * a)).Sum();

    [Learnable]
    public static double LinqFolds(double[] xs, [Weight] double a = 0.7, [Weight] double b = 0.3) =>
        xs.Aggregate((s, x) => Math.Tanh(s * a + x)) + xs.Aggregate((Sum: 0.0, Weight: b), (s, x) => (s.Sum + s.Weight * x, s.Weight * a), s => s.Sum / s.Weight);

    [Learnable]
    public static double LinqSearches(double[] xs, [Weight] double a = 0.7, [Weight] double b = 0.3)
    {
        if (!xs.Any(x => x > a) || xs.All(x => x * a > 2))
            return a;
        var big = xs.Where(x => x * a > 0.2);
        var sum = big.First() * a + big.Last() * b + xs.FirstOrDefault(x => x < -5, b) * big.Count();
        a *= 2;
        return sum + big.Sum(x => x * a);
    }

    [Learnable]
    public static double LinqArrays(double[] xs, [Weight] double a = 0.7, [Weight] double b = 0.3)
    {
        var smooth = xs.Select((x, i) => a * x + b * (i > 0 ? xs[i - 1] : x)).ToArray();
        smooth[0] *= b;
        var kept = smooth.SkipWhile(s => s < 0.1).TakeWhile(s => s < 9).Append(a).Prepend(b).ToArray();
        var pairs = from s in kept from t in smooth where s * a < t let d = t - s select d * d * b;
        return pairs.Sum() + kept.Reverse().Take(2).Average() + kept.Concat(smooth).Skip(1).Sum(s => Math.Sqrt(s * s + a));
    }
}
