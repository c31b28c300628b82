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
        // erf x = x + x·P(x²) for |x| < 1; error of the fit: 2⁻⁵⁵ of x. Past 6 the result rounds to 1.
        var magnitude = T.Abs(x);
        var z = x * x;
        var small = T.Fma(
            x,
            Polynomial.Of(
                z,
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
                1.4918096462173328e-10),
            x);
        var isSmall = T.Less(magnitude, T.Of(1));
        if (T.All(isSmall))
        {
            return T.Select(T.Equal(x, T.Of(0)), x, small);
        }

        var large = (T.Of(1) - Complement(Ieee.AtLeast(Ieee.AtMost(magnitude, 6), 1))) | Ieee.Sign(x);
        return T.Select(isSmall, T.Select(T.Equal(x, T.Of(0)), x, small), T.Select(T.Equal(x, x), large, x));
    }

    // erfc x = e^(−x²)·Q(t)/(1 + 2x), t = (x − 3)/(x + 3), for 1 ≤ x ≤ 28; error of the fit: 2⁻⁵³ of the whole.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static T Complement<T>(T x)
        where T : struct, ILanes<T>
    {
        var square = x * x;
        var decay = Exponential.OfSum(-square, -RoundingError.OfProduct(x, x, square));
        var shifted = x + T.Of(3);
        var doubled = T.Fma(x, T.Of(2), T.Of(1));
        var reciprocal = T.Of(1) / (shifted * doubled);
        var t = (x - T.Of(3)) * doubled * reciprocal;
        var series = Polynomial.Of(
            t,
            1.2530080582697296,
            -0.13562110612458117,
            -0.04756229435345245,
            0.12964515870275822,
            -0.11927366341515142,
            0.06830802734408063,
            -0.023770514924108505,
            0.0025293918170889483,
            0.0018886904492392204,
            -0.0007798323558077435,
            -0.00010516057978756215,
            0.00012510063986933794,
            4.952988252377858e-06,
            -2.010970610412684e-05,
            -7.375524334417998e-07,
            3.5058653512378976e-06,
            3.4710767192111605e-07,
            -6.761385973364755e-07,
            -8.807132768695726e-08,
            1.3658229701469138e-07,
            -1.941826813849301e-08);
        return decay * series * (shifted * reciprocal);
    }
}
