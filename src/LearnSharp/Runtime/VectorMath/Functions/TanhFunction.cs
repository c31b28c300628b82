using System.Runtime.CompilerServices;

namespace LearnSharp.Runtime;

/// <summary>The hyperbolic tangent: E/(E + 2) with E = e^(2|x|) − 1, quotient and E in two parts each.</summary>
internal readonly struct TanhFunction : IFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(T x)
        where T : struct, ILanes<T>
    {
        var magnitude = T.Abs(x);
        var half = Exponential.HalfMinusOne(Ieee.AtMost(magnitude + magnitude, 45), out var rest);
        var a = half + rest;
        var aLow = RoundingError.OfOrderedSum(half, rest, a);
        var b = T.Of(1) + a;
        var bLow = RoundingError.OfSum(T.Of(1), a, b) + aLow;
        var reciprocal = T.Of(1) / b;
        var quotient = a * reciprocal;
        var result = quotient + RoundingError.OfQuotient(a, aLow, b, bLow, quotient, reciprocal);

        // Below 2⁻³⁰ tanh x rounds to x.
        return T.Select(T.Less(magnitude, T.Of(9.313225746154785E-10)), x, result | Ieee.Sign(x));
    }
}
