using System.Runtime.CompilerServices;

namespace LearnSharp.Runtime;

/// <summary>The angle of a direction.</summary>
internal static class ArcTangent
{
    /// <summary>
    /// The angle quarters·π/4 ± atan(a/b), 0 ≤ a ≤ b, b away from overflow and underflow; <paramref name="sign"/> holds the sign bit of ±,
    /// <paramref name="quarters"/> is 0, 2 or 4.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T OfRatio<T>(T a, T b, T quarters, T sign)
        where T : struct, ILanes<T>
    {
        const double QuarterPi = 0.7853981633974483; // ends in three zero bits: its multiples up to 4 are exact
        const double QuarterPiLow = 3.061616997868383e-17;

        // Above tan(π/8) turn by π/4: atan(a/b) = π/4 + atan((a − b)/(a + b)). The quotient is carried in two parts.
        var isWide = T.Less(T.Of(0.41421356237309503) * b, a);
        var difference = a - b;
        var sum = b + a;
        var numerator = T.Select(isWide, difference, a);
        var denominator = T.Select(isWide, sum, b);
        var numeratorLow = T.Select(isWide, RoundingError.OfOrderedSum(-b, a, difference), T.Of(0));
        var denominatorLow = T.Select(isWide, RoundingError.OfOrderedSum(b, a, sum), T.Of(0));
        var reciprocal = T.Of(1) / denominator;
        var t = numerator * reciprocal;
        var low = RoundingError.OfQuotient(numerator, numeratorLow, denominator, denominatorLow, t, reciprocal);

        // atan(t) = t + t·z·P(z), z = t² ≤ tan²(π/8); error of the fit: 2⁻⁵⁹ of the whole.
        var z = t * t;
        var tail = T.Fma(
            t * z,
            Polynomial.Of(
                z,
                -0.333333333333332,
                0.19999999999953766,
                -0.14285714280212042,
                0.11111110784140793,
                -0.09090897774985289,
                0.07692060483113508,
                -0.06663106665394038,
                0.05847905204570985,
                -0.05039362334688603,
                0.0380656755780799,
                -0.01790805717766158),
            low);
        quarters += T.Select(isWide, T.Of(1), T.Of(0)) ^ sign;
        var turn = quarters * T.Of(QuarterPi);
        t ^= sign;
        var angle = turn + t;
        return angle + (RoundingError.OfOrderedSum(turn, t, angle) + T.Fma(quarters, T.Of(QuarterPiLow), tail ^ sign));
    }
}
