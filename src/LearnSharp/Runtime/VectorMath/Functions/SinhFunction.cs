using System.Runtime.CompilerServices;

namespace LearnSharp.Runtime;

/// <summary>The hyperbolic sine.</summary>
internal readonly struct SinhFunction : IFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(T x)
        where T : struct, ILanes<T>
    {
        var magnitude = T.Abs(x);
        var hyperbolic = Hyperbolic.HalfSinh(magnitude);

        // Below 2⁻³⁰ sinh x rounds to x.
        return T.Select(T.Less(magnitude, T.Of(9.313225746154785E-10)), x, (hyperbolic + hyperbolic) | Ieee.Sign(x));
    }
}
