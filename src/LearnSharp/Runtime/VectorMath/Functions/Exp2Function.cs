using System.Runtime.CompilerServices;

namespace LearnSharp.Runtime;

/// <summary>2ˣ.</summary>
internal readonly struct Exp2Function : IFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(T x)
        where T : struct, ILanes<T> => Exponential.OfTwo(x);
}
