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

    /// <summary>erfc x = e^(−x²)·Q(t)/(1 + 2x), t = (x − 3)/(x + 3), for 1 ≤ x ≤ 28; error of the fit: 2⁻⁵⁷ of the whole.</summary>
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
                -0.13562110612458117,
                -0.0475622943534525,
                0.12964515870276055,
                -0.11927366341515303,
                0.06830802734396678,
                -0.02377051492399959,
                0.002529391818297802,
                0.0018886904517440412,
                -0.00077983234774506,
                -0.00010516069529338999,
                0.00012510047210956802,
                4.954424092277669e-06,
                -2.010928658177779e-05,
                -7.456419264196095e-07,
                3.5095795200327375e-06,
                3.6788170541673505e-07,
                -6.979051221105642e-07,
                -1.0386862299825076e-07,
                1.6882869510961082e-07,
                -3.210853348729447e-08),
            T.Of(4.7636237738136827e-17));
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
