using System.Runtime.CompilerServices;

namespace LearnSharp.Runtime;

/// <summary>
/// The logarithm. x = m·2ᵉ with √½ ≤ m &lt; √2 and f = m − 1, s = f/(2 + f): log m = 2 atanh s. The arrangement of the terms is that of fdlibm's
/// <c>e_log.c</c>; the polynomials are our own minimax fits (see <see cref="Exponential"/>).
/// </summary>
internal static class Logarithm
{
    /// <summary>ln 2 with 21 zero bits at its end: its product with an exponent is exact.</summary>
    public const double Ln2High = 0.6931471803691238;

    /// <summary>ln 2 − <see cref="Ln2High"/>.</summary>
    public const double Ln2Low = 1.9082149292705877e-10;

    /// <summary>log(1 + f) for √½ − 1 ≤ f &lt; √2 − 1, as f − (½f² − result): the result is s·(½f² + R) + extra.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Tail<T>(T f, T halfSquare, T extra)
        where T : struct, ILanes<T>
    {
        var s = f / (f + T.Of(2));
        var z = s * s;

        // 2 atanh(s) = 2s + s·z·L(z); error of the fit: 2⁻⁵⁹ of the whole.
        var series = z * Polynomial.Of(
            z,
            0.6666666666666735,
            0.3999999999940939,
            0.28571428743672517,
            0.22222198430726706,
            0.18183572254532732,
            0.1531383485532116,
            0.1479823171209011);
        return T.Fma(s, halfSquare + series, extra);
    }

    /// <summary>log(x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(T x)
        where T : struct, ILanes<T> => T.All(IsOrdinary(x)) ? OfNormal(x, T.Of(0)) : OfAny(x);

    /// <summary>log(x) in another base: <paramref name="scale"/> + <paramref name="scaleLow"/> is 1/log b,
    /// <paramref name="ofTwo"/> + <paramref name="ofTwoLow"/> is log 2 in base b, its first part with trailing zeros.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(T x, double scale, double scaleLow, double ofTwo, double ofTwoLow)
        where T : struct, ILanes<T>
    {
        var ordinary = IsOrdinary(x);
        if (T.All(ordinary))
        {
            return Scaled(x, T.Of(0), scale, scaleLow, ofTwo, ofTwoLow);
        }

        var subnormal = T.Less(x, T.Of(Ieee.MinNormal));
        var positive = Scaled(
            T.Select(subnormal, x * T.Of(18014398509481984.0), x), T.Select(subnormal, T.Of(-54), T.Of(0)), scale, scaleLow, ofTwo, ofTwoLow);
        return T.Select(ordinary, positive, Special(x, positive));
    }

    /// <summary>Mask of the positive normal finite lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T IsOrdinary<T>(T x)
        where T : struct, ILanes<T> => T.LessOrEqual(T.Of(Ieee.MinNormal), x) & T.Less(x, T.Of(double.PositiveInfinity));

    /// <summary>log of zero, negative, infinite and NaN lanes; <paramref name="positive"/> elsewhere.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Special<T>(T x, T positive)
        where T : struct, ILanes<T>
    {
        var inside = T.Less(T.Of(0), x) & T.Less(x, T.Of(double.PositiveInfinity));
        var outside = T.Select(T.Less(x, T.Of(0)), T.Of(double.NaN), x);
        outside = T.Select(T.Equal(x, T.Of(0)), T.Of(double.NegativeInfinity), outside);
        return T.Select(inside, positive, outside);
    }

    /// <summary>
    /// log(1 + f + fLow) + exponent·log 2 as the sum of the result and <paramref name="low"/>, to about 2⁻⁷⁰ of itself; √½ − 1 ≤ f &lt; √2 − 1.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Precise<T>(T f, T fLow, T exponent, out T low)
        where T : struct, ILanes<T>
    {
        const double Third = 1.0 / 3;
        const double ThirdLow = 1.850371707708594e-17;
        var b = f + T.Of(2);
        var bLow = RoundingError.OfOrderedSum(T.Of(2), f, b) + fLow;
        var reciprocal = T.Of(1) / b;
        var s = f * reciprocal;
        var sLow = RoundingError.OfQuotient(f, fLow, b, bLow, s, reciprocal);
        var z = s * s;
        var zLow = T.Fma(s + s, sLow, RoundingError.OfProduct(s, s, z));

        // atanh(s) = s(1 + z/3 + z²·P(z)), error of the fit: 2⁻⁷³; z/3 is carried in two parts.
        var tail = z * z * Polynomial.Of(
            z,
            0.1999999999999999,
            0.14285714285721932,
            0.11111111108890398,
            0.09090909422698662,
            0.07692279158478835,
            0.06668134635666098,
            0.05837837929966435,
            0.059913412878294395);
        var third = z * T.Of(Third);
        var thirdLow = T.Fma(zLow, T.Of(Third), T.Fma(z, T.Of(ThirdLow), RoundingError.OfProduct(z, T.Of(Third), third)));
        var w = third + tail;
        var wLow = RoundingError.OfOrderedSum(third, tail, w) + thirdLow;

        var twice = s + s;
        var twiceLow = sLow + sLow;
        var product = twice * w;
        var productLow = T.Fma(twiceLow, w, T.Fma(twice, wLow, RoundingError.OfProduct(twice, w, product)));
        var mantissa = twice + product;
        var mantissaLow = RoundingError.OfOrderedSum(twice, product, mantissa) + (productLow + twiceLow);

        var power = exponent * T.Of(Ln2High);
        var sum = power + mantissa;
        var sumLow = RoundingError.OfOrderedSum(power, mantissa, sum) + T.Fma(exponent, T.Of(Ln2Low), mantissaLow);
        var high = sum + sumLow;
        low = RoundingError.OfOrderedSum(sum, sumLow, high);
        return high;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T OfNormal<T>(T x, T bias)
        where T : struct, ILanes<T>
    {
        var f = Ieee.Split(x, out var exponent) - T.Of(1);
        exponent += bias;
        var halfSquare = f * f * T.Of(0.5);
        var tail = Tail(f, halfSquare, exponent * T.Of(Ln2Low));
        return T.Fma(exponent, T.Of(Ln2High), f - (halfSquare - tail));
    }

    // Some lane is subnormal, zero, negative, infinite or NaN.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static T OfAny<T>(T x)
        where T : struct, ILanes<T>
    {
        var subnormal = T.Less(x, T.Of(Ieee.MinNormal));
        var positive = OfNormal(T.Select(subnormal, x * T.Of(18014398509481984.0), x), T.Select(subnormal, T.Of(-54), T.Of(0)));
        return Special(x, positive);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Scaled<T>(T x, T bias, double scale, double scaleLow, double ofTwo, double ofTwoLow)
        where T : struct, ILanes<T>
    {
        var f = Ieee.Split(x, out var exponent) - T.Of(1);
        exponent += bias;
        var halfSquare = f * f * T.Of(0.5);
        var tail = Tail(f, halfSquare, T.Of(0));
        var high = f - halfSquare;
        var low = RoundingError.OfOrderedSum(f, -halfSquare, high) + tail;

        var product = high * T.Of(scale);
        var productLow = T.Fma(low, T.Of(scale), T.Fma(high, T.Of(scaleLow), RoundingError.OfProduct(high, T.Of(scale), product)));
        var power = exponent * T.Of(ofTwo);
        var sum = power + product;
        return sum + (RoundingError.OfOrderedSum(power, product, sum) + T.Fma(exponent, T.Of(ofTwoLow), productLow));
    }
}
