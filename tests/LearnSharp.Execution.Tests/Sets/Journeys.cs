using System;

namespace LearnSharp.Execution.Tests.Sets;

/// <summary>Methods that call methods with weights of their own.</summary>
internal static partial class Journeys
{
    /// <summary>Its own weight, a callee's that is left out, one two calls down, and one handed over.</summary>
    [Learnable]
    internal static double Price(double km, double hours, [Weight] double perKm = 0.5) =>
        (perKm * km) + Tolls.Toll(km) + Wait(hours) + Tolls.Toll(hours, rate: perKm);

    /// <summary>A recursion whose weight stands in the body.</summary>
    [Learnable]
    internal static double Decay(double x)
    {
        var step = Learn.Weight(0.5);
        return x > 10 ? x * step : Decay(x + 3) + (step * x);
    }

    private static double Wait(double hours)
    {
        var perHour = Learn.Weight(8.0, min: 0);
        return hours > 1 ? Wait(hours - 1) + (perHour * Math.Sqrt(hours)) : Tolls.Toll(hours);
    }
}
