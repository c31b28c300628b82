using System.Runtime.CompilerServices;

namespace LearnSharp.Runtime;

/// <summary>
/// Polynomials c0 + c1·x + c2·x² + …, evaluated as two interleaved Horner chains (even and odd powers) in x²: half the latency of one chain.
/// </summary>
internal static class Polynomial
{
    /// <summary>The polynomial with 5 coefficients.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(T x, double c0, double c1, double c2, double c3, double c4)
        where T : struct, ILanes<T>
    {
        var square = x * x;
        var even = T.Fma(T.Of(c4), square, T.Of(c2));
        even = T.Fma(even, square, T.Of(c0));
        var odd = T.Fma(T.Of(c3), square, T.Of(c1));
        return T.Fma(odd, x, even);
    }

    /// <summary>The polynomial with 6 coefficients.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(T x, double c0, double c1, double c2, double c3, double c4, double c5)
        where T : struct, ILanes<T>
    {
        var square = x * x;
        var even = T.Fma(T.Of(c4), square, T.Of(c2));
        even = T.Fma(even, square, T.Of(c0));
        var odd = T.Fma(T.Of(c5), square, T.Of(c3));
        odd = T.Fma(odd, square, T.Of(c1));
        return T.Fma(odd, x, even);
    }

    /// <summary>The polynomial with 7 coefficients.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(T x, double c0, double c1, double c2, double c3, double c4, double c5, double c6)
        where T : struct, ILanes<T>
    {
        var square = x * x;
        var even = T.Fma(T.Of(c6), square, T.Of(c4));
        even = T.Fma(even, square, T.Of(c2));
        even = T.Fma(even, square, T.Of(c0));
        var odd = T.Fma(T.Of(c5), square, T.Of(c3));
        odd = T.Fma(odd, square, T.Of(c1));
        return T.Fma(odd, x, even);
    }

    /// <summary>The polynomial with 8 coefficients.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(T x, double c0, double c1, double c2, double c3, double c4, double c5, double c6, double c7)
        where T : struct, ILanes<T>
    {
        var square = x * x;
        var even = T.Fma(T.Of(c6), square, T.Of(c4));
        even = T.Fma(even, square, T.Of(c2));
        even = T.Fma(even, square, T.Of(c0));
        var odd = T.Fma(T.Of(c7), square, T.Of(c5));
        odd = T.Fma(odd, square, T.Of(c3));
        odd = T.Fma(odd, square, T.Of(c1));
        return T.Fma(odd, x, even);
    }

    /// <summary>The polynomial with 11 coefficients.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(
        T x,
        double c0, double c1, double c2, double c3, double c4, double c5, double c6, double c7, double c8, double c9, double c10)
        where T : struct, ILanes<T>
    {
        var square = x * x;
        var even = T.Fma(T.Of(c10), square, T.Of(c8));
        even = T.Fma(even, square, T.Of(c6));
        even = T.Fma(even, square, T.Of(c4));
        even = T.Fma(even, square, T.Of(c2));
        even = T.Fma(even, square, T.Of(c0));
        var odd = T.Fma(T.Of(c9), square, T.Of(c7));
        odd = T.Fma(odd, square, T.Of(c5));
        odd = T.Fma(odd, square, T.Of(c3));
        odd = T.Fma(odd, square, T.Of(c1));
        return T.Fma(odd, x, even);
    }

    /// <summary>The polynomial with 13 coefficients.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(
        T x,
        double c0, double c1, double c2, double c3, double c4, double c5, double c6, double c7, double c8, double c9, double c10,
        double c11, double c12)
        where T : struct, ILanes<T>
    {
        var square = x * x;
        var even = T.Fma(T.Of(c12), square, T.Of(c10));
        even = T.Fma(even, square, T.Of(c8));
        even = T.Fma(even, square, T.Of(c6));
        even = T.Fma(even, square, T.Of(c4));
        even = T.Fma(even, square, T.Of(c2));
        even = T.Fma(even, square, T.Of(c0));
        var odd = T.Fma(T.Of(c11), square, T.Of(c9));
        odd = T.Fma(odd, square, T.Of(c7));
        odd = T.Fma(odd, square, T.Of(c5));
        odd = T.Fma(odd, square, T.Of(c3));
        odd = T.Fma(odd, square, T.Of(c1));
        return T.Fma(odd, x, even);
    }

    /// <summary>The polynomial with 20 coefficients.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(
        T x,
        double c0, double c1, double c2, double c3, double c4, double c5, double c6, double c7, double c8, double c9, double c10,
        double c11, double c12, double c13, double c14, double c15, double c16, double c17, double c18, double c19)
        where T : struct, ILanes<T>
    {
        var square = x * x;
        var even = T.Fma(T.Of(c18), square, T.Of(c16));
        even = T.Fma(even, square, T.Of(c14));
        even = T.Fma(even, square, T.Of(c12));
        even = T.Fma(even, square, T.Of(c10));
        even = T.Fma(even, square, T.Of(c8));
        even = T.Fma(even, square, T.Of(c6));
        even = T.Fma(even, square, T.Of(c4));
        even = T.Fma(even, square, T.Of(c2));
        even = T.Fma(even, square, T.Of(c0));
        var odd = T.Fma(T.Of(c19), square, T.Of(c17));
        odd = T.Fma(odd, square, T.Of(c15));
        odd = T.Fma(odd, square, T.Of(c13));
        odd = T.Fma(odd, square, T.Of(c11));
        odd = T.Fma(odd, square, T.Of(c9));
        odd = T.Fma(odd, square, T.Of(c7));
        odd = T.Fma(odd, square, T.Of(c5));
        odd = T.Fma(odd, square, T.Of(c3));
        odd = T.Fma(odd, square, T.Of(c1));
        return T.Fma(odd, x, even);
    }
}
