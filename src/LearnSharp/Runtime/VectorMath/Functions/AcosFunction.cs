using System.Runtime.CompilerServices;

namespace LearnSharp.Runtime;

/// <summary>The inverse cosine.</summary>
internal readonly struct AcosFunction : IFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(T x)
        where T : struct, ILanes<T>
    {
        var s = ArcSine.Reduce(T.Abs(x), out var isLarge, out var tail);
        var sign = Ieee.Sign(x);

        // |x| > ½: 2 asin s, or π less that. Otherwise π/2 − asin x.
        var near = s + tail;
        var far = T.Of(ArcSine.HalfPi) - (s + (tail - T.Of(ArcSine.HalfPiLow)));
        var large = T.Select(T.Less(x, T.Of(0)), far, near);
        var signed = s ^ sign;
        var small = T.Of(ArcSine.HalfPi) - (signed - (T.Of(ArcSine.HalfPiLow) - (tail ^ sign)));
        return T.Select(isLarge, large + large, small);
    }
}
