using System.Runtime.CompilerServices;

namespace LearnSharp.Runtime;

/// <summary>The complement 1 − erf x, with all its digits where it is tiny.</summary>
internal readonly struct ErfcFunction : IFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(T x)
        where T : struct, ILanes<T>
    {
        var magnitude = T.Abs(x);
        var difference = T.Of(1) - x;
        var small = difference + (RoundingError.OfOrderedSum(T.Of(1), -x, difference) - ErrorFunction.Tail(x));
        var isSmall = T.Less(magnitude, T.Of(0.75));
        if (T.All(isSmall))
        {
            return small;
        }

        // Past 28 the result underflows to 0.
        var large = ErrorFunction.Complement(Ieee.AtLeast(Ieee.AtMost(magnitude, 28), 0.75));
        large = T.Select(T.Less(x, T.Of(0)), T.Of(2) - large, large);
        return T.Select(isSmall, small, T.Select(T.Equal(x, x), large, x));
    }
}
