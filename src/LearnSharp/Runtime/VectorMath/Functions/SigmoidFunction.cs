using System.Runtime.CompilerServices;

namespace LearnSharp.Runtime;

/// <summary>1/(1 + e⁻ˣ), from e^(−|x|), so that nothing overflows and the small tail keeps its digits.</summary>
internal readonly struct SigmoidFunction : IFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(T x)
        where T : struct, ILanes<T>
    {
        var decay = Exponential.Of(-T.Abs(x));
        return T.Select(Ieee.IsNegative(x), decay, T.Of(1)) / (T.Of(1) + decay);
    }
}
