using System.Runtime.CompilerServices;

namespace LearnSharp.Runtime;

/// <summary>The natural logarithm.</summary>
internal readonly struct LogFunction : IFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(T x)
        where T : struct, ILanes<T> => Logarithm.Of(x);
}
