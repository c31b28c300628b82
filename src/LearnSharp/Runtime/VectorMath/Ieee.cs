using System.Runtime.CompilerServices;

namespace LearnSharp.Runtime;

/// <summary>Taking doubles apart and putting them together, lane by lane.</summary>
internal static class Ieee
{
    /// <summary>1.5·2⁵²: added to |x| &lt; 2⁵¹ it rounds to the nearest integer (ties to even) and leaves that integer in the low bits.</summary>
    public const double Rounder = 6755399441055744.0;

    /// <summary>The least normal number.</summary>
    public const double MinNormal = 2.2250738585072014E-308;

    /// <summary>The sign bit.</summary>
    public const long SignBit = long.MinValue;

    private const long MantissaBits = 0x000F_FFFF_FFFF_FFFF;
    private const long OneBits = 0x3FF0_0000_0000_0000;
    private const long RootHalfBits = 0x3FE6_A09E_667F_3BCD;

    /// <summary>2ⁿ where <paramref name="shifted"/> is n + <see cref="Rounder"/>, −1022 ≤ n ≤ 1023.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T PowerOfTwo<T>(T shifted)
        where T : struct, ILanes<T> => T.AddBits(T.ShiftLeft(shifted, 52), T.OfBits(OneBits));

    /// <summary>value·2ⁿ where <paramref name="shifted"/> is n + <see cref="Rounder"/>; value and result are normal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Scale<T>(T value, T shifted)
        where T : struct, ILanes<T> => T.AddBits(value, T.ShiftLeft(shifted, 52));

    /// <summary>value·2ⁿ for |n| ≤ 2044, in two steps of which only the second rounds, to a subnormal number, or overflows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ScaleInTwoSteps<T>(T value, T n)
        where T : struct, ILanes<T>
    {
        var shifted = T.Fma(n, T.Of(0.5), T.Of(Rounder));
        var rest = n - (shifted - T.Of(Rounder));
        return value * PowerOfTwo(shifted) * PowerOfTwo(rest + T.Of(Rounder));
    }

    /// <summary>Splits a positive normal x = m·2ᵉ with √½ ≤ m &lt; √2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Split<T>(T x, out T exponent)
        where T : struct, ILanes<T>
    {
        var bits = T.AddBits(x, T.OfBits(OneBits - RootHalfBits));
        exponent = UnbiasedExponent(bits);
        return T.AddBits(bits & T.OfBits(MantissaBits), T.OfBits(RootHalfBits));
    }

    /// <summary>Splits a positive normal x = m·2ᵉ with 1 ≤ m &lt; 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T SplitFromOne<T>(T x, out T exponent)
        where T : struct, ILanes<T>
    {
        exponent = UnbiasedExponent(x);
        return (x & T.OfBits(MantissaBits)) | T.OfBits(OneBits);
    }

    /// <summary>The sign bit of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sign<T>(T x)
        where T : struct, ILanes<T> => x & T.OfBits(SignBit);

    /// <summary>Mask of the lanes whose sign bit is set, −0 among them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T IsNegative<T>(T x)
        where T : struct, ILanes<T> => T.Less(Sign(x) | T.Of(1), T.Of(0));

    /// <summary>The lesser of the two; <paramref name="x"/> where it is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T AtMost<T>(T x, double limit)
        where T : struct, ILanes<T> => T.Select(T.Less(T.Of(limit), x), T.Of(limit), x);

    /// <summary>The greater of the two; <paramref name="x"/> where it is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T AtLeast<T>(T x, double limit)
        where T : struct, ILanes<T> => T.Select(T.Less(x, T.Of(limit)), T.Of(limit), x);

    // The exponent field, dropped into the mantissa of 2⁵², reads as a double 2⁵² + field.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T UnbiasedExponent<T>(T bits)
        where T : struct, ILanes<T> => (T.ShiftRight(bits, 52) | T.Of(4503599627370496.0)) - T.Of(4503599627370496.0 + 1023);
}
