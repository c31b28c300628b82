using System.Runtime.CompilerServices;

namespace LearnSharp.Runtime;

/// <summary>The angle of the point (y, x); the first argument is the ordinate, as in <c>Math.Atan2</c>.</summary>
internal readonly struct Atan2Function : IFunction2
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(T x, T y)
        where T : struct, ILanes<T>
    {
        // Named as in Math.Atan2(y, x): the first argument is the ordinate.
        var ordinate = T.Abs(x);
        var abscissa = T.Abs(y);
        var isSteep = T.Less(abscissa, ordinate);
        var a = T.Select(isSteep, abscissa, ordinate);
        var b = T.Select(isSteep, ordinate, abscissa);
        var isOrdinary = T.LessOrEqual(T.Of(1e-280), b) & T.Less(b, T.Of(double.PositiveInfinity)) & T.Equal(a, a);
        if (!T.All(isOrdinary))
        {
            // Tiny pairs are scaled; zeros give the angle of the axis, infinities that of (1, 0) or (1, 1).
            var isTiny = T.Less(b, T.Of(1e-280));
            var isInfinite = T.Equal(b, T.Of(double.PositiveInfinity));
            var scale = T.Select(isTiny, T.Of(5.0706024009129176E+30), T.Of(1));
            a = T.Select(isInfinite, T.Select(T.Equal(a, b), T.Of(1), T.Of(0)), a * scale);
            b = T.Select(isInfinite | T.Equal(b, T.Of(0)), T.Of(1), b * scale);
        }

        // b to [2, 4): 2¹⁻ᵉ has the exponent field 2047 − field(b).
        var power = T.SubtractBits(T.OfBits(0x7FF0_0000_0000_0000), b & T.OfBits(0x7FF0_0000_0000_0000));
        a *= power;
        b *= power;
        var isLeft = Ieee.IsNegative(y);
        var quarters = T.Select(isSteep, T.Of(2), T.Select(isLeft, T.Of(4), T.Of(0)));
        var angle = ArcTangent.OfRatio(a, b, quarters, Ieee.Sign(y) ^ T.Select(isSteep, T.OfBits(Ieee.SignBit), T.Of(0)));
        return T.Select(T.Equal(x, x) & T.Equal(y, y), angle | Ieee.Sign(x), x + y);
    }
}
