using System.Runtime.CompilerServices;

namespace LearnSharp.Runtime;

/// <summary>The inverse hyperbolic cosine: log(1 + u), u = t + √(t·(t + 2)), t = x − 1, in two parts.</summary>
internal readonly struct AcoshFunction : IFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(T x)
        where T : struct, ILanes<T>
    {
        var isHuge = T.Less(T.Of(3.273390607896142E+150), x);
        var a = T.Select(isHuge, T.Of(1), x);
        var t = a - T.Of(1);
        var tLow = RoundingError.OfSum(a, T.Of(-1), t);
        var shifted = t + T.Of(2);
        var shiftedLow = RoundingError.OfSum(t, T.Of(2), shifted) + tLow;
        var product = t * shifted;
        var productLow = T.Fma(t, shiftedLow, T.Fma(tLow, shifted, RoundingError.OfProduct(t, shifted, product)));
        var root = T.Sqrt(product);
        var rootLow = T.Select(T.Less(T.Of(0), root), (T.Fma(-root, root, product) + productLow) / (root + root), T.Of(0));
        var u = root + t;
        var uLow = RoundingError.OfSum(root, t, u) + (rootLow + tLow);
        var log = InverseHyperbolic.LogOnePlus(T.Select(isHuge, x, u), T.Select(isHuge, T.Of(0), uLow), T.Select(isHuge, T.Of(1), T.Of(0)));
        log = T.Select(T.Equal(x, T.Of(double.PositiveInfinity)), x, log);
        log = T.Select(T.Equal(x, T.Of(1)), T.Of(0), log);
        return T.Select(T.Less(x, T.Of(1)), T.Of(double.NaN), T.Select(T.Equal(x, x), log, x));
    }
}
