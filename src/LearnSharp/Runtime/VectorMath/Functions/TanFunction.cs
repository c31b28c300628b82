using System.Runtime.CompilerServices;

namespace LearnSharp.Runtime;

/// <summary>The tangent: sine and cosine in two parts each, divided.</summary>
internal readonly struct TanFunction : IFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(T x)
        where T : struct, ILanes<T>
    {
        var r = Angle.Reduce(x, out var quadrant, out var low);
        var z = r * r;
        var sineTail = Angle.SineTail(r, low, z);
        var cosine = Angle.Cosine(r, low, z, out var rest);
        var sine = r + sineTail;
        var sineLow = RoundingError.OfOrderedSum(r, sineTail, sine);
        var cosineSum = cosine + rest;
        var cosineLow = RoundingError.OfOrderedSum(cosine, rest, cosineSum);

        // In the odd quadrants −cos/sin.
        var isOdd = Angle.IsOdd(quadrant);
        var a = T.Select(isOdd, cosineSum, sine);
        var aLow = T.Select(isOdd, cosineLow, sineLow);
        var b = T.Select(isOdd, -sine, cosineSum);
        var bLow = T.Select(isOdd, -sineLow, cosineLow);
        var reciprocal = T.Of(1) / b;
        var quotient = a * reciprocal;
        var result = quotient + RoundingError.OfQuotient(a, aLow, b, bLow, quotient, reciprocal);

        // Below 2⁻³⁰ tan x rounds to x, −0 included.
        return T.Select(T.Less(T.Abs(x), T.Of(9.313225746154785E-10)), x, result);
    }
}
