using System.Runtime.CompilerServices;

namespace LearnSharp.Runtime;

/// <summary>log(1 + eˣ) = max(x, 0) + log(1 + e^(−|x|)).</summary>
internal readonly struct SoftplusFunction : IFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(T x)
        where T : struct, ILanes<T>
    {
        var decay = LogOnePlusFunction.Of(Exponential.Of(-T.Abs(x)));
        return T.Select(Ieee.IsNegative(x), T.Of(0), x) + decay;
    }
}
