using System.Runtime.CompilerServices;

namespace LearnSharp.Runtime;

/// <summary>The hyperbolic cosine.</summary>
internal readonly struct CoshFunction : IFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(T x)
        where T : struct, ILanes<T>
    {
        var half = Hyperbolic.HalfCosh(T.Abs(x));
        return half + half;
    }
}
