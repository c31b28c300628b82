using System;

namespace LearnSharp.Execution.Tests.Gradients;

internal static partial class Methods
{
    public readonly record struct Parcel(double Kilos, double Kilometres, bool Fragile)
    {
        public double Work => Kilos * Kilometres;
    }

    [Learnable]
    public static double NullableBest(double[] offers, bool hasLimit, double cap, [Weight] double a = 0.7, [Weight] double b = 0.3)
    {
        double? limit = hasLimit ? cap * a : null;
        double? best = null;
        foreach (var offer in offers)
        {
            double? price = offer > 0 ? a * offer + b : null;
            if (price is null || price > limit)
                continue;
            if (best is not { } known || price < known)
                best = price;
        }

        best ??= a / b;
        best += limit * b;
        return best ?? a * a;
    }

    [Learnable]
    public static double MemberPatterns(double kilos, double kilometres, bool fragile, [Weight] double a = 0.7, [Weight] double b = 0.3)
    {
        var parcel = new Parcel(kilos * a, kilometres, fragile);
        return parcel switch
        {
            { Kilos: > 10, Fragile: true } => parcel.Work * b,
            { Kilos: var mass, Kilometres: > 100 and var far } when mass < 1 => mass * mass * far * b,
            (_, < 5, _) near => near.Kilos + b,
            { Work: > 50 } => Math.Sqrt(parcel.Work) * b,
            _ => a * b,
        };
    }

    [Learnable]
    public static double TupleEquality(double x, int n, [Weight] double a = 0.7)
    {
        var pair = (n, x);
        return pair == (2, 1.5) ? a * x : pair != (3, x) ? a * a * x : a;
    }

    [Learnable]
    public static double Gotos(double x, int n, [Weight] double a = 0.7)
    {
        var sum = 0.0;
        for (var i = 1; i < 5; i++)
        {
            for (var j = 1; j < 5; j++)
            {
                sum += a * i * x / j;
                if (i * j > n)
                    goto found;
            }
        }

        sum *= a;
        found:
        switch (n)
        {
            case 3:
                sum *= sum;
                goto case 4;
            case 4:
                sum += a;
                break;
            default:
                goto case 3;
        }

        return sum;
    }

    [Learnable]
    public static double OtherNumbers(int tier, long at, double[] table, [Weight] double a = 0.7)
    {
        const double Half = 0.5;
        var sum = checked(tier + 1) * a + Half * a * a;
#pragma warning disable LS0017 // steps are among the functions on purpose
        sum += table[at] * double.Exp2(a) + double.DegreesToRadians(sum) * Math.Round(a * 10, MidpointRounding.AwayFromZero);
#pragma warning restore LS0017
        return sum * double.LogP1(a);
    }
}
