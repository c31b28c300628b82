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
        var twice = s + s;
        var difference = T.Of(ArcSine.HalfPi) - twice;
        var rest = RoundingError.OfOrderedSum(T.Of(ArcSine.HalfPi), -twice, difference) + T.Of(ArcSine.HalfPiLow);
        var large = difference + (rest - (tail + tail));
        return T.Select(isLarge, large, s + tail) | Ieee.Sign(x);
    }
}
