using System.Runtime.CompilerServices;

namespace LearnSharp.Runtime;

/// <summary>The cosine.</summary>
internal readonly struct CosFunction : IFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(T x)
        where T : struct, ILanes<T> => Angle.Turned(x, 1);
}
