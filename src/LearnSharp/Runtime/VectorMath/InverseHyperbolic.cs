using System.Runtime.CompilerServices;

namespace LearnSharp.Runtime;

/// <summary>What the inverse hyperbolic functions share.</summary>
internal static class InverseHyperbolic
{
    /// <summary>
    /// log(1 + u + uLow) + exponent·log 2 for u ≥ 0, finite; <paramref name="exponent"/> is 0, or 1 with u so large that the other 1 does not matter.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T LogOnePlus<T>(T u, T uLow, T exponent)
        where T : struct, ILanes<T>
    {
        var sum = T.Of(1) + u;
        var sumLow = RoundingError.OfSum(T.Of(1), u, sum) + uLow;
        var m = Ieee.Split(sum, out var power);
        var isNear = T.Equal(power, T.Of(0));

        // 2^(−power); beyond 2⁻¹⁰²² the low part no longer matters.
        var shrink = Ieee.PowerOfTwo(T.Of(Ieee.Rounder) - Ieee.AtMost(power, 1000));
        var f = T.Select(isNear, u, m - T.Of(1));
        var fLow = T.Select(isNear, uLow, sumLow * shrink);
        return Logarithm.Precise(f, fLow, power + exponent, out _);
    }
}
