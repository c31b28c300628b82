using System.Runtime.CompilerServices;

namespace LearnSharp.Runtime;

/// <summary>1/(1 + e⁻ˣ), from e^(−|x|), so that nothing overflows and the small tail keeps its digits.</summary>
internal readonly struct SigmoidFunction : IFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(T x)
        where T : struct, ILanes<T>
    {
        var decay = Exponential.Of(-T.Abs(x));
        var sum = T.Of(1) + decay;
        var sumLow = RoundingError.OfOrderedSum(T.Of(1), decay, sum);
        var numerator = T.Select(Ieee.IsNegative(x), decay, T.Of(1));
        var reciprocal = T.Of(1) / sum;
        var quotient = numerator * reciprocal;
        return quotient + RoundingError.OfQuotient(numerator, T.Of(0), sum, sumLow, quotient, reciprocal);
    }
}
