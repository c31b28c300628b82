using System.Runtime.CompilerServices;

namespace LearnSharp.Runtime;

/// <summary>The binary logarithm, exact for powers of two.</summary>
internal readonly struct Log2Function : IFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(T x)
        where T : struct, ILanes<T> => Logarithm.Of(x, 1.4426950408889634, 2.0355273740931033e-17, 1, 0);
}
