using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LearnSharp.Runtime;

/// <content>Functions of blocks of 16 floats, computed in double precision and rounded once more.</content>
public static partial class VectorMath
{
    /// <summary>e to the power <paramref name="x"/>.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp(Vector512<float> x) => Dispatch.Apply<ExpFunction>(x);

    /// <summary>2 to the power <paramref name="x"/>.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp2(Vector512<float> x) => Dispatch.Apply<Exp2Function>(x);

    /// <summary>eˣ − 1, exact to the last digits also near zero.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Expm1(Vector512<float> x) => Dispatch.Apply<Expm1Function>(x);

    /// <summary>The natural logarithm.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Log(Vector512<float> x) => Dispatch.Apply<LogFunction>(x);

    /// <summary>log(1 + x), exact to the last digits also near zero.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> LogOnePlus(Vector512<float> x) => Dispatch.Apply<LogOnePlusFunction>(x);

    /// <summary>The binary logarithm; exact for powers of two.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Log2(Vector512<float> x) => Dispatch.Apply<Log2Function>(x);

    /// <summary>The decimal logarithm.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Log10(Vector512<float> x) => Dispatch.Apply<Log10Function>(x);

    /// <summary>The sine, of arguments however large.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sin(Vector512<float> x) => Dispatch.Apply<SinFunction>(x);

    /// <summary>The cosine, of arguments however large.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Cos(Vector512<float> x) => Dispatch.Apply<CosFunction>(x);

    /// <summary>The tangent, of arguments however large.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Tan(Vector512<float> x) => Dispatch.Apply<TanFunction>(x);

    /// <summary>The inverse sine; NaN outside [−1, 1].</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Asin(Vector512<float> x) => Dispatch.Apply<AsinFunction>(x);

    /// <summary>The inverse cosine; NaN outside [−1, 1].</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Acos(Vector512<float> x) => Dispatch.Apply<AcosFunction>(x);

    /// <summary>The inverse tangent.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Atan(Vector512<float> x) => Dispatch.Apply<AtanFunction>(x);

    /// <summary>The hyperbolic sine.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sinh(Vector512<float> x) => Dispatch.Apply<SinhFunction>(x);

    /// <summary>The hyperbolic cosine.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Cosh(Vector512<float> x) => Dispatch.Apply<CoshFunction>(x);

    /// <summary>The hyperbolic tangent.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Tanh(Vector512<float> x) => Dispatch.Apply<TanhFunction>(x);

    /// <summary>The inverse hyperbolic sine.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Asinh(Vector512<float> x) => Dispatch.Apply<AsinhFunction>(x);

    /// <summary>The inverse hyperbolic cosine; NaN below 1.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Acosh(Vector512<float> x) => Dispatch.Apply<AcoshFunction>(x);

    /// <summary>The inverse hyperbolic tangent; NaN outside [−1, 1].</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Atanh(Vector512<float> x) => Dispatch.Apply<AtanhFunction>(x);

    /// <summary>The cube root.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Cbrt(Vector512<float> x) => Dispatch.Apply<CbrtFunction>(x);

    /// <summary>The logistic function 1/(1 + e⁻ˣ), without overflow.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sigmoid(Vector512<float> x) => Dispatch.Apply<SigmoidFunction>(x);

    /// <summary>log(1 + eˣ), without overflow.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Softplus(Vector512<float> x) => Dispatch.Apply<SoftplusFunction>(x);

    /// <summary>The error function.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Erf(Vector512<float> x) => Dispatch.Apply<ErfFunction>(x);

    /// <summary>1 − Erf, with all its digits where it is tiny.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Erfc(Vector512<float> x) => Dispatch.Apply<ErfcFunction>(x);

    /// <summary><paramref name="x"/> to the power <paramref name="y"/>.</summary>
    /// <param name="x">The bases.</param>
    /// <param name="y">The exponents.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Pow(Vector512<float> x, Vector512<float> y) => Dispatch.Apply<PowFunction>(x, y);

    /// <summary>The angle of the point (<paramref name="x"/>, <paramref name="y"/>).</summary>
    /// <param name="y">The ordinates.</param>
    /// <param name="x">The abscissas.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Atan2(Vector512<float> y, Vector512<float> x) => Dispatch.Apply<Atan2Function>(y, x);
}
