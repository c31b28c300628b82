using System;
using System.Collections.Generic;

namespace LearnSharp.Execution.Tests.Fitting;

/// <summary>Methods whose weights stand behind objects, dictionaries, recursion and a fixed point.</summary>
internal static partial class Offers
{
    private interface ITariff
    {
        double Cost(double km);
    }

    private sealed class Linear(double start, double rate) : ITariff
    {
        public double Cost(double km) => start + (rate * km);
    }

    private sealed class Knee(ITariff inner, double at, double more) : ITariff
    {
        public double Cost(double km) => inner.Cost(km) + (km > at ? more * (km - at) : 0);
    }

    [Learnable]
    public static double Price(
        double km,
        int kind,
        double[] parts,
        [Weight] double start = 1,
        [Weight] double slow = 1,
        [Weight] double fast = 1,
        [Weight] double part = 1,
        [Weight] double more = 0.1)
    {
        var rates = new Dictionary<int, double> { [0] = slow, [1] = fast };
        ITariff tariff = new Linear(start, rates[kind]);
        if (km > 5)
            tariff = new Knee(tariff, 5, more);
        var sum = 0.0;
        foreach (var one in parts.AsSpan()[..])
            sum += one * part;
        return tariff.Cost(km) + sum;
    }

    [Learnable]
    public static double Best(double km, [Weight] double a = 1, [Weight] double b = 1, [Weight] double c = 1, [Weight] double d = 0.2)
    {
        var offers = new List<double> { a + (b * km), c + (d * km) };
        double Pick(int i) => i == offers.Count ? double.MinValue : Math.Max(offers[i], Pick(i + 1));
        return Pick(0);
    }

    [Learnable]
    public static double Equilibrium(double km, [Weight] double a = 0.8, [Weight] double b = 0.5) => Learn.FixedPoint(0.5, x => Math.Cos(a * x) + (b * km * 0.1));
}
