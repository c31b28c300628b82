using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LearnSharp.Runtime;

/// <summary>Sine and cosine at once, in the widest registers of this machine (see <see cref="Dispatch"/>).</summary>
internal static class SinCosDispatch
{
    /// <summary>The sines of 8 angles, and their cosines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Apply(Vector512<double> x, out Vector512<double> cosine)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            return Whole(x, out cosine);
        }

        var lower = ApplyToHalf(x.GetLower(), out var lowerCosine);
        var upper = ApplyToHalf(x.GetUpper(), out var upperCosine);
        cosine = Vector512.Create(lowerCosine, upperCosine);
        return Vector512.Create(lower, upper);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> ApplyToHalf(Vector256<double> x, out Vector256<double> cosine)
    {
        if (Vector256.IsHardwareAccelerated)
        {
            return Half(x, out cosine);
        }

        var lower = Quarter(x.GetLower(), out var lowerCosine);
        var upper = Quarter(x.GetUpper(), out var upperCosine);
        cosine = Vector256.Create(lowerCosine, upperCosine);
        return Vector256.Create(lower, upper);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static Vector512<double> Whole(Vector512<double> x, out Vector512<double> cosine)
    {
        var sine = Angle.SineAndCosine(new Lanes512(x), out var other);
        cosine = other.Value;
        return sine.Value;
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static Vector256<double> Half(Vector256<double> x, out Vector256<double> cosine)
    {
        var sine = Angle.SineAndCosine(new Lanes256(x), out var other);
        cosine = other.Value;
        return sine.Value;
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static Vector128<double> Quarter(Vector128<double> x, out Vector128<double> cosine)
    {
        var sine = Angle.SineAndCosine(new Lanes128(x), out var other);
        cosine = other.Value;
        return sine.Value;
    }
}
