using System;

namespace LearnSharp.Execution.Tests.Gradients;

/// <summary>The method of docs/gradients.md.</summary>
internal static partial class Shop
{
    [Learnable]
    public static double Price(double km, double[] parcels, [Weight] double perKm = 0.3, [Weight] double perKg = 1.5)
    {
        var price = perKm * km;
        foreach (var kg in parcels)
            price += perKg * Math.Sqrt(kg);
        return price;
    }
}
