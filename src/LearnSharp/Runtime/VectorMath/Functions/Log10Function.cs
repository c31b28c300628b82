using System.Runtime.CompilerServices;

namespace LearnSharp.Runtime;

/// <summary>The decimal logarithm.</summary>
internal readonly struct Log10Function : IFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(T x)
        where T : struct, ILanes<T> => Logarithm.Of(x, 0.4342944819032518, 1.098319650216765e-17, 0.3010299955494702, 1.1451100898021838e-10);
}
