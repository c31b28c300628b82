using System;
using System.Runtime.CompilerServices;

namespace LearnSharp.Runtime;

/// <summary>
/// The functions that generated code runs on lanes: those of <see cref="Math"/>, with the error bounds of <see cref="VectorMath"/>, and what C# has as operators of integers. The
/// result of a lane depends on that lane alone, and has the same bits for every width.
/// </summary>
public static partial class Lanes
{
#pragma warning disable CS1591 // each is the member of System.Math of the same name, lane by lane
    public static T Acos<T>(T x)
        where T : struct, ILanes<T> => Apply<AcosFunction, T>(x);

    public static T Acosh<T>(T x)
        where T : struct, ILanes<T> => Apply<AcoshFunction, T>(x);

    public static T Asin<T>(T x)
        where T : struct, ILanes<T> => Apply<AsinFunction, T>(x);

    public static T Asinh<T>(T x)
        where T : struct, ILanes<T> => Apply<AsinhFunction, T>(x);

    public static T Atan<T>(T x)
        where T : struct, ILanes<T> => Apply<AtanFunction, T>(x);

    public static T Atan2<T>(T y, T x)
        where T : struct, ILanes<T> => Apply<Atan2Function, T>(y, x);

    public static T Atanh<T>(T x)
        where T : struct, ILanes<T> => Apply<AtanhFunction, T>(x);

    public static T Cbrt<T>(T x)
        where T : struct, ILanes<T> => Apply<CbrtFunction, T>(x);

    public static T Cos<T>(T x)
        where T : struct, ILanes<T> => Apply<CosFunction, T>(x);

    public static T Cosh<T>(T x)
        where T : struct, ILanes<T> => Apply<CoshFunction, T>(x);

    public static T Exp<T>(T x)
        where T : struct, ILanes<T> => Apply<ExpFunction, T>(x);

    public static T Log<T>(T x)
        where T : struct, ILanes<T> => Apply<LogFunction, T>(x);

    public static T Log10<T>(T x)
        where T : struct, ILanes<T> => Apply<Log10Function, T>(x);

    public static T Log2<T>(T x)
        where T : struct, ILanes<T> => Apply<Log2Function, T>(x);

    public static T Pow<T>(T x, T y)
        where T : struct, ILanes<T> => Apply<PowFunction, T>(x, y);

    public static T Sin<T>(T x)
        where T : struct, ILanes<T> => Apply<SinFunction, T>(x);

    public static T Sinh<T>(T x)
        where T : struct, ILanes<T> => Apply<SinhFunction, T>(x);

    public static T Tan<T>(T x)
        where T : struct, ILanes<T> => Apply<TanFunction, T>(x);

    public static T Tanh<T>(T x)
        where T : struct, ILanes<T> => Apply<TanhFunction, T>(x);

    public static T IEEERemainder<T>(T x, T y)
        where T : struct, ILanes<T> => EachOf<IeeeRemainderOfOne, T>(x, y);

    public static T LogBase<T>(T x, T newBase)
        where T : struct, ILanes<T> => EachOf<LogBaseOfOne, T>(x, newBase);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Clamp<T>(T value, T min, T max)
        where T : struct, ILanes<T> => T.Select(T.Less(value, min), min, T.Select(T.Less(max, value), max, value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T CopySign<T>(T x, T y)
        where T : struct, ILanes<T> => T.Abs(x) | Ieee.Sign(y);

    public static T RoundTo<T>(T x, T digits)
        where T : struct, ILanes<T> => EachOf<RoundToOfOne, T>(x, digits);

    public static T ScaleB<T>(T x, T n)
        where T : struct, ILanes<T> => EachOf<ScaleBOfOne, T>(x, n);

    public static T MaxMagnitude<T>(T x, T y)
        where T : struct, ILanes<T> => EachOf<MaxMagnitudeOfOne, T>(x, y);

    public static T MinMagnitude<T>(T x, T y)
        where T : struct, ILanes<T> => EachOf<MinMagnitudeOfOne, T>(x, y);
#pragma warning restore CS1591

    /// <summary>−1, 0 or 1 as integers; 0 for NaN, where <see cref="Math.Sign(double)"/> throws.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sign<T>(T x)
        where T : struct, ILanes<T> => T.Select(T.Less(default, x), T.OfBits(1), T.Less(x, default));

    /// <summary>The operator % of doubles.</summary>
    public static T Remainder<T>(T x, T y)
        where T : struct, ILanes<T> => EachOf<RemainderOfOne, T>(x, y);

    /// <summary>The value rounded to a float.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ToSingle<T>(T value)
        where T : struct, ILanes<T> => T.ToSingle(value);

    /// <summary>A mask of all lanes or of none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Mask<T>(bool all)
        where T : struct, ILanes<T> => T.OfBits(all ? -1 : 0);

    // A call, since the code of a function is large; optimized from the first one, since a fit of few rows may be over before tiering takes notice.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static T Apply<TFunction, T>(T x)
        where TFunction : struct, IFunction
        where T : struct, ILanes<T> => TFunction.Of(x);

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static T Apply<TFunction, T>(T x, T y)
        where TFunction : struct, IFunction2
        where T : struct, ILanes<T> => TFunction.Of(x, y);
}
