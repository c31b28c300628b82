using System.Runtime.CompilerServices;

namespace LearnSharp.Runtime;

/// <summary>eˣ.</summary>
internal readonly struct ExpFunction : IFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(T x)
        where T : struct, ILanes<T> => Exponential.Of(x);
}
