using System.Runtime.CompilerServices;

namespace LearnSharp.Runtime;

/// <summary>The inverse hyperbolic sine: log(1 + u), u = x + x²/(1 + √(1 + x²)), u in two parts.</summary>
internal readonly struct AsinhFunction : IFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(T x)
        where T : struct, ILanes<T>
    {
        // From 2⁵⁰⁰ on x² would overflow; there √(1 + x²) is x long since, and asinh x = log x + log 2.
        var magnitude = T.Abs(x);
        var isHuge = T.Less(T.Of(3.273390607896142E+150), magnitude);
        var a = T.Select(isHuge, T.Of(1), magnitude);
        var square = a * a;
        var b = T.Of(1) + square;
        var bLow = RoundingError.OfSum(T.Of(1), square, b) + RoundingError.OfProduct(a, a, square);
        var root = T.Sqrt(b);
        var rootLow = (T.Fma(-root, root, b) + bLow) / (root + root);
        var denominator = T.Of(1) + root;
        var denominatorLow = RoundingError.OfSum(T.Of(1), root, denominator) + rootLow;
        var reciprocal = T.Of(1) / denominator;
        var quotient = square * reciprocal;
        var quotientLow = RoundingError.OfQuotient(
            square, RoundingError.OfProduct(a, a, square), denominator, denominatorLow, quotient, reciprocal);
        var u = a + quotient;
        var uLow = RoundingError.OfSum(a, quotient, u) + quotientLow;
        var log = InverseHyperbolic.LogOnePlus(T.Select(isHuge, magnitude, u), T.Select(isHuge, T.Of(0), uLow), T.Select(isHuge, T.Of(1), T.Of(0)));
        log = T.Select(T.Less(magnitude, T.Of(double.PositiveInfinity)), log, magnitude);

        // Below 2⁻³⁰ asinh x rounds to x.
        return T.Select(T.Less(magnitude, T.Of(9.313225746154785E-10)), x, log | Ieee.Sign(x));
    }
}
