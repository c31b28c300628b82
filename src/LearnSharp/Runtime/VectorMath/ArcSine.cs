using System.Runtime.CompilerServices;

namespace LearnSharp.Runtime;

/// <summary>What the inverse sine and cosine share: |x| &gt; ½ is carried over to s = √(½(1 − |x|)), acos |x| = 2 asin s.</summary>
internal static class ArcSine
{
    /// <summary>π/2.</summary>
    public const double HalfPi = 1.5707963267948966;

    /// <summary>What <see cref="HalfPi"/> lacks.</summary>
    public const double HalfPiLow = 6.123233995736766e-17;

    /// <summary>The argument s in [0, ½] whose inverse sine is wanted, and asin s − s; <paramref name="isLarge"/> where |x| &gt; ½.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Reduce<T>(T magnitude, out T isLarge, out T tail)
        where T : struct, ILanes<T>
    {
        isLarge = T.Less(T.Of(0.5), magnitude);
        var z = T.Select(isLarge, (T.Of(1) - magnitude) * T.Of(0.5), magnitude * magnitude);
        var s = T.Select(isLarge, T.Sqrt(z), magnitude);

        // asin(s) = s + s·z·P(z) for z = s² ≤ ¼; error of the fit: 2⁻⁵⁹ of the whole.
        tail = s * z * Polynomial.Of(
            z,
            0.16666666666666763,
            0.0749999999997013,
            0.04464285717525283,
            0.030381942676975856,
            0.022372215855647314,
            0.017351596442680625,
            0.013981006799254,
            0.011397392366504342,
            0.010788747398289953,
            0.00367441243401326,
            0.021785090321212217,
            -0.021108671424774603,
            0.03269701948482491);
        return s;
    }
}
