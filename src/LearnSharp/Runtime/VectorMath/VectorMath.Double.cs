using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LearnSharp.Runtime;

/// <content>Functions of blocks of 8 doubles.</content>
public static partial class VectorMath
{
    /// <summary>e to the power <paramref name="x"/>.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Exp(Vector512<double> x) => Dispatch.Apply<ExpFunction>(x);

    /// <summary>2 to the power <paramref name="x"/>.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Exp2(Vector512<double> x) => Dispatch.Apply<Exp2Function>(x);

    /// <summary>eˣ − 1, exact to the last digits also near zero.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Expm1(Vector512<double> x) => Dispatch.Apply<Expm1Function>(x);

    /// <summary>The natural logarithm.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Log(Vector512<double> x) => Dispatch.Apply<LogFunction>(x);

    /// <summary>log(1 + x), exact to the last digits also near zero.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> LogOnePlus(Vector512<double> x) => Dispatch.Apply<LogOnePlusFunction>(x);

    /// <summary>The binary logarithm; exact for powers of two.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Log2(Vector512<double> x) => Dispatch.Apply<Log2Function>(x);

    /// <summary>The decimal logarithm.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Log10(Vector512<double> x) => Dispatch.Apply<Log10Function>(x);

    /// <summary>The sine, of arguments however large.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Sin(Vector512<double> x) => Dispatch.Apply<SinFunction>(x);

    /// <summary>The cosine, of arguments however large.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Cos(Vector512<double> x) => Dispatch.Apply<CosFunction>(x);

    /// <summary>The tangent, of arguments however large.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Tan(Vector512<double> x) => Dispatch.Apply<TanFunction>(x);

    /// <summary>The inverse sine; NaN outside [−1, 1].</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Asin(Vector512<double> x) => Dispatch.Apply<AsinFunction>(x);

    /// <summary>The inverse cosine; NaN outside [−1, 1].</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Acos(Vector512<double> x) => Dispatch.Apply<AcosFunction>(x);

    /// <summary>The inverse tangent.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Atan(Vector512<double> x) => Dispatch.Apply<AtanFunction>(x);

    /// <summary>The hyperbolic sine.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Sinh(Vector512<double> x) => Dispatch.Apply<SinhFunction>(x);

    /// <summary>The hyperbolic cosine.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Cosh(Vector512<double> x) => Dispatch.Apply<CoshFunction>(x);

    /// <summary>The hyperbolic tangent.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Tanh(Vector512<double> x) => Dispatch.Apply<TanhFunction>(x);

    /// <summary>The inverse hyperbolic sine.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Asinh(Vector512<double> x) => Dispatch.Apply<AsinhFunction>(x);

    /// <summary>The inverse hyperbolic cosine; NaN below 1.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Acosh(Vector512<double> x) => Dispatch.Apply<AcoshFunction>(x);

    /// <summary>The inverse hyperbolic tangent; NaN outside [−1, 1].</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Atanh(Vector512<double> x) => Dispatch.Apply<AtanhFunction>(x);

    /// <summary>The cube root.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Cbrt(Vector512<double> x) => Dispatch.Apply<CbrtFunction>(x);

    /// <summary>The logistic function 1/(1 + e⁻ˣ), without overflow.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Sigmoid(Vector512<double> x) => Dispatch.Apply<SigmoidFunction>(x);

    /// <summary>log(1 + eˣ), without overflow.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Softplus(Vector512<double> x) => Dispatch.Apply<SoftplusFunction>(x);

    /// <summary>The error function.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Erf(Vector512<double> x) => Dispatch.Apply<ErfFunction>(x);

    /// <summary>1 − Erf, with all its digits where it is tiny.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Erfc(Vector512<double> x) => Dispatch.Apply<ErfcFunction>(x);

    /// <summary><paramref name="x"/> to the power <paramref name="y"/>; within 4 ulp.</summary>
    /// <param name="x">The bases.</param>
    /// <param name="y">The exponents.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Pow(Vector512<double> x, Vector512<double> y) => Dispatch.Apply<PowFunction>(x, y);

    /// <summary>The angle of the point (<paramref name="x"/>, <paramref name="y"/>).</summary>
    /// <param name="y">The ordinates.</param>
    /// <param name="x">The abscissas.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Atan2(Vector512<double> y, Vector512<double> x) => Dispatch.Apply<Atan2Function>(y, x);

    /// <summary>Sine and cosine for little more than the price of one, each with the bits of <c>Sin</c> and <c>Cos</c>.</summary>
    /// <param name="x">The arguments.</param>
    /// <param name="cosine">The cosines.</param>
    /// <returns>The sines.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> SinCos(Vector512<double> x, out Vector512<double> cosine) => SinCosDispatch.Apply(x, out cosine);

    /// <summary>The logarithm in a base of each lane, as <c>Math.Log(x, newBase)</c>: a quotient of logarithms, within 3 ulp.</summary>
    /// <param name="x">The arguments.</param>
    /// <param name="newBase">The bases.</param>
    /// <returns>The function of each lane; NaN for the bases 1, 0 and infinity.</returns>
    public static Vector512<double> Log(Vector512<double> x, Vector512<double> newBase)
    {
        var one = Vector512<double>.One;
        var isExtreme = Vector512.Equals(newBase, Vector512<double>.Zero) | Vector512.Equals(newBase, Vector512.Create(double.PositiveInfinity));
        var isNoBase = Vector512.Equals(newBase, one) | (isExtreme & ~Vector512.Equals(x, one));
        return Vector512.ConditionalSelect(isNoBase, Vector512.Create(double.NaN), Log(x) / Log(newBase));
    }

    /// <summary>The remainder of truncating division, C#'s <c>%</c>; exact, one lane after the other.</summary>
    /// <param name="x">The dividends.</param>
    /// <param name="y">The divisors.</param>
    /// <returns>The remainder in each lane.</returns>
    public static Vector512<double> Remainder(Vector512<double> x, Vector512<double> y) => LaneByLane.Remainder(x, y);

    /// <summary>The remainder of rounding division, as <c>Math.IEEERemainder</c>; exact, one lane after the other.</summary>
    /// <param name="x">The dividends.</param>
    /// <param name="y">The divisors.</param>
    /// <returns>The remainder in each lane.</returns>
    public static Vector512<double> IEEERemainder(Vector512<double> x, Vector512<double> y) => LaneByLane.IEEERemainder(x, y);
}
