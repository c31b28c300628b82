using System;

namespace LearnSharp.Execution.Tests.Fitting;

/// <summary>A delivery that was paid for.</summary>
internal sealed record Order(double Km, double Kg, double Paid)
{
    /// <summary>Orders whose prices follow known weights, with noise of a known size.</summary>
    public static Order[] Generate(int count, int seed, double perKm, double heavy, double surcharge, double noise = 0.05)
    {
        var random = new Random(seed);
        var orders = new Order[count];
        for (var i = 0; i < count; i++)
        {
            var (km, kg) = (random.NextDouble() * 40, random.NextDouble() * 60);
            var price = 2.5 + (perKm * km) + (surcharge * Math.Max(0, kg - heavy));
            orders[i] = new(km, kg, price + (noise * (random.NextDouble() + random.NextDouble() - 1)));
        }

        return orders;
    }
}
