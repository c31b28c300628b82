using System.Runtime.CompilerServices;

namespace LearnSharp.Runtime;

/// <summary>The inverse hyperbolic tangent: ½ log(1 + u), u = 2x/(1 − x), in two parts.</summary>
internal readonly struct AtanhFunction : IFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(T x)
        where T : struct, ILanes<T>
    {
        var magnitude = T.Abs(x);
        var isInside = T.Less(magnitude, T.Of(1));
        var a = T.Select(isInside, magnitude, T.Of(0));
        var denominator = T.Of(1) - a;
        var denominatorLow = RoundingError.OfOrderedSum(T.Of(1), -a, denominator);
        var reciprocal = T.Of(1) / denominator;
        var numerator = a + a;
        var quotient = numerator * reciprocal;
        var low = RoundingError.OfQuotient(numerator, T.Of(0), denominator, denominatorLow, quotient, reciprocal);
        var result = (InverseHyperbolic.LogOnePlus(quotient, low, T.Of(0)) * T.Of(0.5)) | Ieee.Sign(x);
        result = T.Select(isInside, result, T.Select(T.Equal(magnitude, T.Of(1)), T.Of(double.PositiveInfinity) | Ieee.Sign(x), T.Of(double.NaN)));
        result = T.Select(T.Equal(x, x), result, x);

        // Below 2⁻³⁰ atanh x rounds to x.
        return T.Select(T.Less(magnitude, T.Of(9.313225746154785E-10)), x, result);
    }
}
