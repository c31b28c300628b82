using System.Runtime.CompilerServices;

namespace LearnSharp.Runtime;

/// <summary>xʸ as e^(y·log x), logarithm and product in two parts each.</summary>
internal readonly struct PowFunction : IFunction2
{
    // Some lane is subnormal, zero, negative, infinite or NaN, or its result overflows or underflows.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static T OfAny<T>(T x, T y)
        where T : struct, ILanes<T>
    {
        var infinity = T.Of(double.PositiveInfinity);
        var zero = T.Of(0);
        var one = T.Of(1);
        var magnitude = T.Abs(x);
        var isSubnormal = T.Less(magnitude, T.Of(Ieee.MinNormal));
        var f = Ieee.Split(T.Select(isSubnormal, magnitude * T.Of(18014398509481984.0), magnitude), out var exponent) - one;
        exponent += T.Select(isSubnormal, T.Of(-54), zero);
        var log = Logarithm.Precise(f, zero, exponent, out var logLow);
        var product = y * log;
        var result = Exponential.OfExtremeSum(product, T.Fma(y, logLow, RoundingError.OfProduct(y, log, product)));

        // Zero and infinity, to a power above or below zero.
        var rises = T.Less(zero, y);
        result = T.Select(T.Equal(magnitude, zero), T.Select(rises, zero, infinity), result);
        result = T.Select(T.Equal(magnitude, infinity), T.Select(rises, infinity, zero), result);

        // An infinite power.
        var grows = T.Select(T.Less(one, magnitude), rises, T.Less(y, zero));
        var limit = T.Select(T.Equal(magnitude, one), one, T.Select(grows, infinity, zero));
        result = T.Select(T.Equal(T.Abs(y), infinity), limit, result);

        // A negative base: the sign of odd powers; no value for powers that are not integers. Doubles from 2⁵³ on are even.
        var isInteger = T.Equal(T.Floor(y), y);
        var half = y * T.Of(0.5);
        var isOdd = isInteger & T.Less(T.Floor(half), half) & T.Less(T.Abs(y), T.Of(9007199254740992.0));
        var isNegative = Ieee.IsNegative(x);
        result = T.Select(isNegative & isOdd, -result, result);
        result = T.Select(T.Less(x, zero) & T.Less(T.Of(double.NegativeInfinity), x) & (isInteger ^ T.OfBits(-1)), T.Of(double.NaN), result);

        result = T.Select(T.Equal(x, x) & T.Equal(y, y), result, x + y);
        return T.Select(T.Equal(y, zero) | T.Equal(x, one), one, result);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(T x, T y)
        where T : struct, ILanes<T>
    {
        var f = Ieee.Split(x, out var exponent) - T.Of(1);
        var log = Logarithm.Precise(f, T.Of(0), exponent, out var logLow);
        var product = y * log;
        var productLow = T.Fma(y, logLow, RoundingError.OfProduct(y, log, product));
        var isOrdinary = Logarithm.IsOrdinary(x) & T.Less(T.Abs(product), T.Of(708));
        return T.All(isOrdinary) ? Exponential.OfSum(product, productLow) : OfAny(x, y);
    }
}
