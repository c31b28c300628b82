using System.Runtime.CompilerServices;

namespace LearnSharp.Runtime;

/// <summary>The sine.</summary>
internal readonly struct SinFunction : IFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(T x)
        where T : struct, ILanes<T> => T.Select(T.Equal(x, T.Of(0)), x, Angle.Turned(x, 0));
}
