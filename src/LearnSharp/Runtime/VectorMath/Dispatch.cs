using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LearnSharp.Runtime;

/// <summary>
/// Runs a function on a logical block, 8 doubles or 16 floats, in the widest registers of this machine. The choice is made by the JIT. The kernels
/// are calls, since their code is large, and are optimized from the first one: a fit of few rows may be over before tiering takes notice.
/// </summary>
internal static class Dispatch
{
    /// <summary>The function of each of 8 doubles.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Apply<TFunction>(Vector512<double> x)
        where TFunction : struct, IFunction
        => Vector512.IsHardwareAccelerated
            ? Whole<TFunction>(x)
            : Vector512.Create(ApplyToHalf<TFunction>(x.GetLower()), ApplyToHalf<TFunction>(x.GetUpper()));

    /// <summary>The function of each of 8 pairs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Apply<TFunction>(Vector512<double> x, Vector512<double> y)
        where TFunction : struct, IFunction2
        => Vector512.IsHardwareAccelerated
            ? Whole<TFunction>(x, y)
            : Vector512.Create(ApplyToHalf<TFunction>(x.GetLower(), y.GetLower()), ApplyToHalf<TFunction>(x.GetUpper(), y.GetUpper()));

    /// <summary>The function of each of 16 floats, computed in double and rounded once more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Apply<TFunction>(Vector512<float> x)
        where TFunction : struct, IFunction
        => Vector512.IsHardwareAccelerated
            ? Vector512.Narrow(Whole<TFunction>(Vector512.WidenLower(x)), Whole<TFunction>(Vector512.WidenUpper(x)))
            : Vector512.Create(NarrowHalf<TFunction>(x.GetLower()), NarrowHalf<TFunction>(x.GetUpper()));

    /// <summary>The function of each of 16 pairs, computed in double and rounded once more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Apply<TFunction>(Vector512<float> x, Vector512<float> y)
        where TFunction : struct, IFunction2
        => Vector512.IsHardwareAccelerated
            ? Vector512.Narrow(
                Whole<TFunction>(Vector512.WidenLower(x), Vector512.WidenLower(y)),
                Whole<TFunction>(Vector512.WidenUpper(x), Vector512.WidenUpper(y)))
            : Vector512.Create(NarrowHalf<TFunction>(x.GetLower(), y.GetLower()), NarrowHalf<TFunction>(x.GetUpper(), y.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> NarrowHalf<TFunction>(Vector256<float> x)
        where TFunction : struct, IFunction
        => Vector256.Narrow(ApplyToHalf<TFunction>(Vector256.WidenLower(x)), ApplyToHalf<TFunction>(Vector256.WidenUpper(x)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> NarrowHalf<TFunction>(Vector256<float> x, Vector256<float> y)
        where TFunction : struct, IFunction2
        => Vector256.Narrow(
            ApplyToHalf<TFunction>(Vector256.WidenLower(x), Vector256.WidenLower(y)),
            ApplyToHalf<TFunction>(Vector256.WidenUpper(x), Vector256.WidenUpper(y)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> ApplyToHalf<TFunction>(Vector256<double> x)
        where TFunction : struct, IFunction
        => Vector256.IsHardwareAccelerated
            ? Half<TFunction>(x)
            : Vector256.Create(Quarter<TFunction>(x.GetLower()), Quarter<TFunction>(x.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> ApplyToHalf<TFunction>(Vector256<double> x, Vector256<double> y)
        where TFunction : struct, IFunction2
        => Vector256.IsHardwareAccelerated
            ? Half<TFunction>(x, y)
            : Vector256.Create(Quarter<TFunction>(x.GetLower(), y.GetLower()), Quarter<TFunction>(x.GetUpper(), y.GetUpper()));

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static Vector512<double> Whole<TFunction>(Vector512<double> x)
        where TFunction : struct, IFunction => TFunction.Of(new Lanes512(x)).Value;

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static Vector512<double> Whole<TFunction>(Vector512<double> x, Vector512<double> y)
        where TFunction : struct, IFunction2 => TFunction.Of(new Lanes512(x), new Lanes512(y)).Value;

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static Vector256<double> Half<TFunction>(Vector256<double> x)
        where TFunction : struct, IFunction => TFunction.Of(new Lanes256(x)).Value;

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static Vector256<double> Half<TFunction>(Vector256<double> x, Vector256<double> y)
        where TFunction : struct, IFunction2 => TFunction.Of(new Lanes256(x), new Lanes256(y)).Value;

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static Vector128<double> Quarter<TFunction>(Vector128<double> x)
        where TFunction : struct, IFunction => TFunction.Of(new Lanes128(x)).Value;

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static Vector128<double> Quarter<TFunction>(Vector128<double> x, Vector128<double> y)
        where TFunction : struct, IFunction2 => TFunction.Of(new Lanes128(x), new Lanes128(y)).Value;
}
