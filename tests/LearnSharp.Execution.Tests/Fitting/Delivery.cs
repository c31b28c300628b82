using System;

namespace LearnSharp.Execution.Tests.Fitting;

/// <summary>The method of the documentation's examples.</summary>
internal static partial class Delivery
{
    /// <summary>The price of a delivery.</summary>
    [Learnable]
    public static double Price(double km, double kg, [Weight(Min = 0)] double perKm = 0.3, [Choice] bool express = false)
    {
        var heavy = Learn.Weight(20.0, min: 0);
        var surcharge = Learn.Weight(0.1, min: 0);
        var price = 2.5 + (perKm * km);
        if (kg > heavy)
            price += surcharge * (kg - heavy);
        return express ? price * 1.5 : price;
    }

    /// <summary>Too low a price costs five times as much as too high a one, and heavy parcels a little more.</summary>
    [Learnable]
    public static double Cost(double predicted, double actual, double kg) =>
        (predicted < actual ? 5 * (actual - predicted) : predicted - actual) * (1 + (0.001 * kg));
}
