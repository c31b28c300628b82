using System.Runtime.CompilerServices;

namespace LearnSharp.Runtime;

/// <summary>The inverse tangent.</summary>
internal readonly struct AtanFunction : IFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(T x)
        where T : struct, ILanes<T>
    {
        // Past 1e300 the angle rounds to π/2, and infinity would meet zero.
        var magnitude = Ieee.AtMost(T.Abs(x), 1e300);
        var isSteep = T.Less(T.Of(1), magnitude);
        var a = T.Select(isSteep, T.Of(1), magnitude);
        var b = T.Select(isSteep, magnitude, T.Of(1));
        var angle = ArcTangent.OfRatio(a, b, T.Select(isSteep, T.Of(2), T.Of(0)), T.Select(isSteep, T.OfBits(Ieee.SignBit), T.Of(0)));
        return angle | Ieee.Sign(x);
    }
}
