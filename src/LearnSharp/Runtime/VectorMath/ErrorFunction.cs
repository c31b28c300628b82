using System.Runtime.CompilerServices;

namespace LearnSharp.Runtime;

/// <summary>What the error function and its complement share. The polynomials are minimax fits (see <see cref="Exponential"/>).</summary>
internal static class ErrorFunction
{
    /// <summary>erf x − x for |x| ≤ 1; error of the fit: 2⁻⁵⁵ of x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Tail<T>(T x)
        where T : struct, ILanes<T> => x * Polynomial.Of(
            x * x,
            0.1283791670955126,
            -0.3761263890318411,
            0.11283791670972065,
            -0.02686617064828134,
            0.005223977655478557,
            -0.0008548328702605598,
            0.00012055392203463741,
            -1.4927019348951635e-05,
            1.648311783628943e-06,
            -1.6577011136358705e-07,
            1.613245040696639e-08,
            -1.6866032704039415e-09,
            1.4918096462173328e-10);

    /// <summary>erfc x = e^(−x²)·Q(t)/(1 + 2x), t = (x − 3)/(x + 3), for 0.7 ≤ x ≤ 28; error of the fit: 2⁻⁵⁵ of the whole.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static T Complement<T>(T x)
        where T : struct, ILanes<T>
    {
        var square = x * x;
        var decay = Exponential.OfExtremeSum(-square, -RoundingError.OfProduct(x, x, square));
        var t = (x - T.Of(3)) / (x + T.Of(3));
        var first = T.Of(1.2530080582697296);
        var rest = T.Fma(
            t,
            Polynomial.Of(
                t,
                -0.13562110612458164,
                -0.047562294353448636,
                0.1296451587028291,
                -0.11927366341547668,
                0.06830802734110794,
                -0.02377051491313302,
                0.0025293918706255454,
                0.0018886902633986071,
                -0.0007798328313710306,
                -0.00010515882335253563,
                0.00012510268672200032,
                4.943374874337982e-06,
                -2.0112311483805813e-05,
                -7.077463221551705e-07,
                3.4955886571063254e-06,
                3.004970378014782e-07,
                -6.368912285428629e-07,
                -6.555740697721499e-08,
                9.865334358392298e-08,
                -7.158646558584031e-09),
            T.Of(3.966971617693229e-17));
        var series = first + rest;
        var seriesLow = RoundingError.OfOrderedSum(first, rest, series);

        // The quotient in two parts: its rounding would otherwise meet that of the exponential.
        var twice = x + x;
        var divisor = twice + T.Of(1);
        var reciprocal = T.Of(1) / divisor;
        var quotient = series * reciprocal;
        var divisorLow = RoundingError.OfOrderedSum(twice, T.Of(1), divisor);
        var low = RoundingError.OfQuotient(series, seriesLow, divisor, divisorLow, quotient, reciprocal);
        return T.Fma(decay, quotient, decay * low);
    }
}
