using System.Runtime.CompilerServices;

namespace LearnSharp.Runtime;

/// <summary>The error function 2/√π ∫₀ˣ e^(−t²) dt: a polynomial below 1, 1 − erfc x from there on.</summary>
internal readonly struct ErfFunction : IFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(T x)
        where T : struct, ILanes<T>
    {
        var magnitude = T.Abs(x);
        var small = T.Select(T.Equal(x, T.Of(0)), x, x + ErrorFunction.Tail(x));
        var isSmall = T.Less(magnitude, T.Of(1));
        if (T.All(isSmall))
        {
            return small;
        }

        // Past 6 the result rounds to 1.
        var large = T.Of(1) - ErrorFunction.Complement(Ieee.AtLeast(Ieee.AtMost(magnitude, 6), 1));
        return T.Select(isSmall, small, T.Select(T.Equal(x, x), large | Ieee.Sign(x), x));
    }
}
