using System.Runtime.CompilerServices;

namespace LearnSharp.Runtime;

/// <summary>
/// What an operation lost to rounding, exactly: the second half of a number held as the unevaluated sum of two doubles (Dekker 1971, Knuth).
/// </summary>
internal static class RoundingError
{
    /// <summary>a + b − sum, where |a| ≥ |b| or a = 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T OfOrderedSum<T>(T a, T b, T sum)
        where T : struct, ILanes<T> => (a - sum) + b;

    /// <summary>a + b − sum, for any order of magnitudes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T OfSum<T>(T a, T b, T sum)
        where T : struct, ILanes<T>
    {
        var fromB = sum - a;
        return (a - (sum - fromB)) + (b - fromB);
    }

    /// <summary>a·b − product.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T OfProduct<T>(T a, T b, T product)
        where T : struct, ILanes<T> => T.Fma(a, b, -product);

    /// <summary>What to add to <paramref name="quotient"/> ≈ (a + aLow) / (b + bLow), given 1/b: correct to about twice the digits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T OfQuotient<T>(T a, T aLow, T b, T bLow, T quotient, T reciprocal)
        where T : struct, ILanes<T> => (T.Fma(-quotient, b, a) + T.Fma(-quotient, bLow, aLow)) * reciprocal;
}
