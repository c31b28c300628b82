using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LearnSharp.Runtime;

/// <summary>
/// Sine and cosine: x = q·π/2 + r with |r| ≤ π/4 and r in two parts. The two kernels are arranged as in fdlibm's <c>k_sin.c</c> and <c>k_cos.c</c>;
/// the polynomials are our own minimax fits (see <see cref="Exponential"/>).
/// </summary>
internal static class Angle
{
    /// <summary>Up to here π/2 in three parts of 53 bits reduces to 2⁻⁶⁵ of r; beyond, each lane goes to <see cref="HugeAngle"/>.</summary>
    private const double GreatestDirect = 1073741824.0;

    private const double TwoOverPi = 0.6366197723675814;
    private const double HalfPi = 1.5707963267948966;
    private const double HalfPiMiddle = 6.123233995736766e-17;
    private const double HalfPiLow = -1.4973849048591698e-33;

    /// <summary>r of the reduction as the sum of the result and <paramref name="low"/>; NaN for infinities.</summary>
    /// <param name="x">The angle.</param>
    /// <param name="quadrant">q in the low bits.</param>
    /// <param name="low">The second part of r.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Reduce<T>(T x, out T quadrant, out T low)
        where T : struct, ILanes<T>
    {
        var shifted = T.Fma(x, T.Of(TwoOverPi), T.Of(Ieee.Rounder));
        var q = shifted - T.Of(Ieee.Rounder);

        // The first step is exact: what it leaves is a multiple of the ulp of π/2, or of x, and below 1.
        var first = T.Fma(q, T.Of(-HalfPi), x);
        var product = q * T.Of(HalfPiMiddle);
        var r = first - product;
        low = RoundingError.OfSum(first, -product, r) - T.Fma(q, T.Of(HalfPiLow), RoundingError.OfProduct(q, T.Of(HalfPiMiddle), product));
        quadrant = shifted;
        if (!T.All(T.Less(T.Abs(x), T.Of(GreatestDirect))))
        {
            ReduceHuge(x, ref r, ref quadrant, ref low);
        }

        return r;
    }

    /// <summary>sin(r + low) − r, z = r².</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T SineTail<T>(T r, T low, T z)
        where T : struct, ILanes<T>
    {
        // sin r = r + r·z·S(z); error of the fit: 2⁻⁵⁸. The derivative that multiplies low is 1 − z/2.
        var series = Polynomial.Of(
            z,
            -0.16666666666666632,
            0.00833333333332248,
            -0.00019841269829846907,
            2.7557313702302577e-06,
            -2.5050759396111927e-08,
            1.5896855030918328e-10);
        return T.Fma(r * z, series, T.Fma(z * low, T.Of(-0.5), low));
    }

    /// <summary>cos(r + low), z = r², as the sum of the result and <paramref name="rest"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Cosine<T>(T r, T low, T z, out T rest)
        where T : struct, ILanes<T>
    {
        // cos r = 1 − z/2 + z²·C(z); error of the fit: 2⁻⁶⁴.
        var series = Polynomial.Of(
            z,
            0.0416666666666666,
            -0.0013888888888874467,
            2.480158728966447e-05,
            -2.7557314398300084e-07,
            2.087572883278789e-09,
            -1.1359907621739643e-11);
        var half = z * T.Of(0.5);
        var high = T.Of(1) - half;
        rest = RoundingError.OfOrderedSum(T.Of(1), -half, high) + T.Fma(z * z, series, -(r * low));
        return high;
    }

    /// <summary>sin(x + turns·π/2).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Turned<T>(T x, int turns)
        where T : struct, ILanes<T>
    {
        Evaluate(x, out var sine, out var cosine, out var quadrant);
        return InQuadrant(T.AddBits(quadrant, T.OfBits(turns)), sine, cosine);
    }

    /// <summary>sin x and cos x from one reduction, each with the bits that it has alone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T SineAndCosine<T>(T x, out T cosineOfX)
        where T : struct, ILanes<T>
    {
        Evaluate(x, out var sine, out var cosine, out var quadrant);
        cosineOfX = InQuadrant(T.AddBits(quadrant, T.OfBits(1)), sine, cosine);
        return T.Select(T.Equal(x, T.Of(0)), x, InQuadrant(quadrant, sine, cosine));
    }

    /// <summary>Mask of the odd quadrants.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T IsOdd<T>(T quadrant)
        where T : struct, ILanes<T> => Ieee.IsNegative(T.ShiftLeft(quadrant, 63));

    /// <summary>The sign bit in the quadrants 2 and 3.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T SignOfHalfTurn<T>(T quadrant)
        where T : struct, ILanes<T> => Ieee.Sign(T.ShiftLeft(quadrant, 62));

    // sin r and cos r of the remainder.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Evaluate<T>(T x, out T sine, out T cosine, out T quadrant)
        where T : struct, ILanes<T>
    {
        var r = Reduce(x, out quadrant, out var low);
        var z = r * r;
        sine = r + SineTail(r, low, z);
        cosine = Cosine(r, low, z, out var rest);
        cosine += rest;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T InQuadrant<T>(T quadrant, T sine, T cosine)
        where T : struct, ILanes<T> => T.Select(IsOdd(quadrant), cosine, sine) ^ SignOfHalfTurn(quadrant);

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void ReduceHuge<T>(T x, ref T r, ref T quadrant, ref T low)
        where T : struct, ILanes<T>
    {
        Span<double> buffer = stackalloc double[4 * 8];
        var angles = buffer[..8];
        var remainders = buffer[8..16];
        var quadrants = buffer[16..24];
        var lows = buffer[24..];
        x.Store(ref angles[0]);
        r.Store(ref remainders[0]);
        quadrant.Store(ref quadrants[0]);
        low.Store(ref lows[0]);
        for (var i = 0; i < T.Count; i++)
        {
            if (Math.Abs(angles[i]) < GreatestDirect)
            {
                continue;
            }

            if (double.IsFinite(angles[i]))
            {
                remainders[i] = HugeAngle.Reduce(angles[i], out var q, out lows[i]);
                quadrants[i] = BitConverter.Int64BitsToDouble(q);
            }
            else
            {
                remainders[i] = double.NaN;
                lows[i] = 0;
            }
        }

        r = T.Load(ref MemoryMarshal.GetReference(remainders));
        quadrant = T.Load(ref MemoryMarshal.GetReference(quadrants));
        low = T.Load(ref MemoryMarshal.GetReference(lows));
    }
}
