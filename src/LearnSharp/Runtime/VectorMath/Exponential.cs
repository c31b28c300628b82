using System.Runtime.CompilerServices;

namespace LearnSharp.Runtime;

/// <summary>
/// The exponential and what is made of it. x = n·ln 2 + r with |r| ≤ ½ ln 2, then eˣ = 2ⁿ·eʳ. The polynomials are minimax fits (Remez exchange in
/// 300-bit arithmetic, coefficients rounded one after another from the lowest, the rest refitted each time); their error is given beside them.
/// </summary>
internal static class Exponential
{
    private const double InverseLn2 = 1.4426950408889634;
    private const double Ln2 = 0.6931471805599453;
    private const double Ln2Rest = 2.3190468138462996E-17;

    // ln 2 with 21 zero bits at its end, so that n·Ln2High is exact, and what is left.
    private const double Ln2High = 0.6931471803691238;
    private const double Ln2Low = 1.9082149292705877e-10;

    /// <summary>n of the reduction, with <see cref="Ieee.Rounder"/> added.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ShiftedExponent<T>(T x)
        where T : struct, ILanes<T> => T.Fma(x, T.Of(InverseLn2), T.Of(Ieee.Rounder));

    /// <summary>r of the reduction as the sum of the result and <paramref name="low"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Reduce<T>(T x, T n, out T low)
        where T : struct, ILanes<T>
    {
        var high = T.Fma(n, T.Of(-Ln2High), x);
        var product = n * T.Of(Ln2Low);
        var r = high - product;
        low = (high - r) - product;
        return r;
    }

    /// <summary>eʳ − 1 − r for |r| ≤ ½ ln 2. Error of the fit: 2⁻⁶¹ of r.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Tail<T>(T r)
        where T : struct, ILanes<T> => r * r * Polynomial.Of(
            r,
            0.5,
            0.16666666666666677,
            0.04166666666666667,
            0.008333333333321483,
            0.001388888888887851,
            0.0001984126988627891,
            2.4801587351120582e-05,
            2.7557244203078247e-06,
            2.7557238466153346e-07,
            2.5109011625719213e-08,
            2.0929321414653527e-09);

    /// <summary>eˣ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(T x)
        where T : struct, ILanes<T>
    {
        var shifted = ShiftedExponent(x);
        var n = shifted - T.Of(Ieee.Rounder);
        var r = T.Fma(n, T.Of(-Ln2Low), T.Fma(n, T.Of(-Ln2High), x));
        var mantissa = T.Of(1) + (r + Tail(r));
        return T.All(T.Less(T.Abs(x), T.Of(708))) ? Ieee.Scale(mantissa, shifted) : OfExtreme(x);
    }

    /// <summary>e^(x + low), |x| &lt; 708, |low| &lt; 2⁻³⁰.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T OfSum<T>(T x, T low)
        where T : struct, ILanes<T>
    {
        var shifted = ShiftedExponent(x);
        return Ieee.Scale(MantissaOfSum(x, low, shifted - T.Of(Ieee.Rounder)), shifted);
    }

    /// <summary>e^(x + low) for every x, NaN included.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T OfExtremeSum<T>(T x, T low)
        where T : struct, ILanes<T>
    {
        var clamped = Ieee.AtLeast(Ieee.AtMost(x, 800), -800);
        var n = ShiftedExponent(clamped) - T.Of(Ieee.Rounder);
        low = T.Select(T.Less(T.Abs(x), T.Of(800)), low, T.Of(0));
        return T.Select(T.Equal(x, x), Ieee.ScaleInTwoSteps(MantissaOfSum(clamped, low, n), n), x);
    }

    /// <summary>2ˣ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T OfTwo<T>(T x)
        where T : struct, ILanes<T>
    {
        var shifted = x + T.Of(Ieee.Rounder);
        var mantissa = MantissaOfTwo(x - (shifted - T.Of(Ieee.Rounder)));
        return T.All(T.Less(T.Abs(x), T.Of(1021))) ? Ieee.Scale(mantissa, shifted) : OfTwoExtreme(x);
    }

    /// <summary>½(eˣ − 1) as the sum of the result and <paramref name="low"/> (up to a fifth of the result), for −50 ≤ x ≤ 709.8.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T HalfMinusOne<T>(T x, out T low)
        where T : struct, ILanes<T>
    {
        var shifted = ShiftedExponent(x);
        var r = Reduce(x, shifted - T.Of(Ieee.Rounder), out var rLow);
        var scale = Ieee.PowerOfTwo(shifted - T.Of(1));
        var constant = scale - T.Of(0.5);
        var linear = scale * r;
        var high = constant + linear;
        low = T.Fma(scale, Tail(r) + rLow, RoundingError.OfOrderedSum(constant, linear, high));
        return high;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T MantissaOfSum<T>(T x, T low, T n)
        where T : struct, ILanes<T>
    {
        var r = Reduce(x, n, out var rLow);
        rLow += low;
        var tail = Tail(r);
        return T.Of(1) + (r + (tail + T.Fma(rLow, r + tail, rLow)));
    }

    // 2^f = e^(f·ln 2), |f| ≤ ½.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T MantissaOfTwo<T>(T f)
        where T : struct, ILanes<T>
    {
        var r = f * T.Of(Ln2);
        var low = T.Fma(f, T.Of(Ln2Rest), RoundingError.OfProduct(f, T.Of(Ln2), r));
        return T.Of(1) + (r + (Tail(r) + low));
    }

    // Some lane overflows, underflows or is NaN. The arithmetic of the ordinary lanes is that of the fast path: their scaling is exact either way.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static T OfExtreme<T>(T x)
        where T : struct, ILanes<T>
    {
        var clamped = Ieee.AtLeast(Ieee.AtMost(x, 800), -800);
        var n = ShiftedExponent(clamped) - T.Of(Ieee.Rounder);
        var r = T.Fma(n, T.Of(-Ln2Low), T.Fma(n, T.Of(-Ln2High), clamped));
        return Ieee.ScaleInTwoSteps(T.Of(1) + (r + Tail(r)), n);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static T OfTwoExtreme<T>(T x)
        where T : struct, ILanes<T>
    {
        var clamped = Ieee.AtLeast(Ieee.AtMost(x, 1200), -1200);
        var n = (clamped + T.Of(Ieee.Rounder)) - T.Of(Ieee.Rounder);
        return Ieee.ScaleInTwoSteps(MantissaOfTwo(clamped - n), n);
    }
}
