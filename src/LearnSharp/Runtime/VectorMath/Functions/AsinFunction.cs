using System.Runtime.CompilerServices;

namespace LearnSharp.Runtime;

/// <summary>The inverse sine.</summary>
internal readonly struct AsinFunction : IFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(T x)
        where T : struct, ILanes<T>
    {
        var s = ArcSine.Reduce(T.Abs(x), out var isLarge, out var tail);
        var large = (T.Of(ArcSine.HalfPi) - (s + s)) - ((tail + tail) - T.Of(ArcSine.HalfPiLow));
        return T.Select(isLarge, large, s + tail) | Ieee.Sign(x);
    }
}
