using System.Runtime.CompilerServices;

namespace LearnSharp.Runtime;

/// <summary>log(1 + x) without the loss of digits near zero: 1 + x = u + c exactly, log u corrected by c/u.</summary>
internal readonly struct LogOnePlusFunction : IFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(T x)
        where T : struct, ILanes<T>
    {
        var sum = T.Of(1) + x;
        var lost = RoundingError.OfSum(T.Of(1), x, sum);
        var m = Ieee.Split(sum, out var exponent);
        var isNear = T.Equal(exponent, T.Of(0));
        var f = T.Select(isNear, x, m - T.Of(1));
        var halfSquare = f * f * T.Of(0.5);
        var correction = T.Select(isNear, T.Of(0), lost / sum);
        var tail = Logarithm.Tail(f, halfSquare, T.Fma(exponent, T.Of(Logarithm.Ln2Low), correction));
        var result = T.Fma(exponent, T.Of(Logarithm.Ln2High), f - (halfSquare - tail));
        result = T.Select(T.Equal(x, T.Of(0)), x, result);
        var isInside = T.Less(T.Of(-1), x) & T.Less(x, T.Of(double.PositiveInfinity));
        return T.All(isInside) ? result : T.Select(isInside, result, Logarithm.Special(sum, sum));
    }
}
