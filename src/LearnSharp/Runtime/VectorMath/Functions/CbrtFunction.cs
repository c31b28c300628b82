using System.Runtime.CompilerServices;

namespace LearnSharp.Runtime;

/// <summary>The cube root.</summary>
internal readonly struct CbrtFunction : IFunction
{
    // m·2ᵉ with e = 3q + k: the root of M = m·2ᵏ from y ≈ M^(−1/3), refined once to third order, then a last step with the exact residual.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Root<T>(T x)
        where T : struct, ILanes<T>
    {
        var m = Ieee.SplitFromOne(x, out var exponent);
        var q = T.Floor((exponent + T.Of(0.5)) * T.Of(1.0 / 3));
        var k = T.Fma(q, T.Of(-3), exponent);
        var isOne = T.Equal(k, T.Of(1));
        var isTwo = T.Equal(k, T.Of(2));

        // m^(−1/3) for 1 ≤ m < 2, error of the fit: 2⁻¹⁷.
        var y = Polynomial.Of(
            m, 1.7810578903327743, -1.566030167615704, 1.243788467855292, -0.5978753056272941, 0.15607254108483273, -0.017019177224811725);
        y *= T.Select(isOne, T.Of(0.7937005259840998), T.Select(isTwo, T.Of(0.6299605249474366), T.Of(1)));
        m *= T.Select(isOne, T.Of(2), T.Select(isTwo, T.Of(4), T.Of(1)));
        var error = T.Fma(-(m * y), y * y, T.Of(1));
        y = T.Fma(y, error * T.Fma(error, T.Of(2.0 / 9), T.Of(1.0 / 3)), y);
        var root = m * (y * y);
        var square = root * root;
        var residual = T.Fma(-square, root, m) - (RoundingError.OfProduct(root, root, square) * root);
        root = T.Fma(residual, y * y * T.Of(1.0 / 3), root);
        return Ieee.Scale(root, q + T.Of(Ieee.Rounder));
    }

    // Some lane is subnormal, zero, infinite or NaN.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static T OfAny<T>(T x)
        where T : struct, ILanes<T>
    {
        var magnitude = T.Abs(x);
        var isSubnormal = T.Less(magnitude, T.Of(Ieee.MinNormal));
        var root = Root(T.Select(isSubnormal, magnitude * T.Of(18014398509481984.0), magnitude));
        root = T.Select(isSubnormal, root * T.Of(3.814697265625E-06), root) | Ieee.Sign(x);
        var isInside = T.Less(T.Of(0), magnitude) & T.Less(magnitude, T.Of(double.PositiveInfinity));
        return T.Select(isInside, root, x);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(T x)
        where T : struct, ILanes<T>
    {
        var magnitude = T.Abs(x);
        var isOrdinary = Logarithm.IsOrdinary(magnitude);
        return T.All(isOrdinary) ? Root(magnitude) | Ieee.Sign(x) : OfAny(x);
    }
}
