using System.Runtime.CompilerServices;

namespace LearnSharp.Runtime;

/// <summary>
/// Hyperbolic functions of x ≥ 0 from one reduction x = n·ln 2 + r: sinh x = A₊·sinh r + A₋·cosh r, cosh x = A₊·cosh r + A₋·sinh r with
/// A± = ½(2ⁿ ± 2⁻ⁿ). Halves are returned so that the greatest results do not overflow on the way.
/// </summary>
internal static class Hyperbolic
{
    /// <summary>½ sinh x for 0 ≤ x; infinite where twice the result would be.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T HalfSinh<T>(T x)
        where T : struct, ILanes<T>
    {
        Reduce(x, out var r, out var sinhTail, out var coshTail, out var sum, out var difference);
        return difference + T.Fma(sum, r, T.Fma(sum, sinhTail, difference * coshTail));
    }

    /// <summary>½ cosh x for 0 ≤ x; infinite where twice the result would be.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T HalfCosh<T>(T x)
        where T : struct, ILanes<T>
    {
        Reduce(x, out var r, out var sinhTail, out var coshTail, out var sum, out var difference);
        return sum + T.Fma(difference, r, T.Fma(sum, coshTail, difference * sinhTail));
    }

    // sinhTail = sinh r − r, coshTail = cosh r − 1, sum and difference = ¼(2ⁿ ± 2⁻ⁿ).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Reduce<T>(T x, out T r, out T sinhTail, out T coshTail, out T sum, out T difference)
        where T : struct, ILanes<T>
    {
        x = Ieee.AtMost(x, 710.5);
        var shifted = Exponential.ShiftedExponent(x);
        var n = shifted - T.Of(Ieee.Rounder);
        r = Exponential.Reduce(x, n, out var low);
        var z = r * r;

        // Errors of the fits: 2⁻⁶² of sinh r, 2⁻⁷⁰ of cosh r.
        sinhTail = T.Fma(
            z * r,
            Polynomial.Of(z, 0.16666666666666677, 0.008333333333321386, 0.0001984126988681651, 2.7557243450492057e-06, 2.510932166987555e-08),
            low);
        coshTail = T.Fma(
            z * z,
            Polynomial.Of(z, 0.041666666666666685, 0.0013888888888873283, 2.480158734919988e-05, 2.7557251824240664e-07, 2.092176762735174e-09),
            z * T.Of(0.5));
        var growing = Ieee.PowerOfTwo(shifted - T.Of(2));
        var shrinking = Ieee.PowerOfTwo(T.Of(Ieee.Rounder - 2) - Ieee.AtMost(n, 200));
        sum = growing + shrinking;
        difference = growing - shrinking;
    }
}
