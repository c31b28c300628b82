using System;

namespace LearnSharp.Tests.Runtime;

/// <summary>The distance of a result from the exact value, in units of the last place of the exact value.</summary>
public static class UlpError
{
    public static double OfDouble(double actual, BigFloat exact) => Of(actual, exact, 52, -1022, 1024);

    public static double OfFloat(float actual, BigFloat exact) => Of(actual, exact, 23, -126, 128);

    // Infinity counts as the power of two that is the first not to be finite; what is beyond is as good.
    private static double Of(double actual, BigFloat exact, int mantissaBits, int leastExponent, int overflow)
    {
        if (double.IsNaN(actual))
        {
            return double.PositiveInfinity;
        }

        var bound = BigFloat.One.ScaleB(overflow);
        exact = exact > bound ? bound : exact < -bound ? -bound : exact;
        var value = double.IsPositiveInfinity(actual) ? bound : double.IsNegativeInfinity(actual) ? -bound : (BigFloat)actual;
        var ulp = Math.Max(Math.Min(exact.Magnitude, overflow - 1), leastExponent) - mantissaBits;
        return Math.Abs((double)(value - exact).ScaleB(-ulp));
    }
}
