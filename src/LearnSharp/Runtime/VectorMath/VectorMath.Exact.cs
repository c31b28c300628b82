using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LearnSharp.Runtime;

/// <content>Operations that have one right result, each a machine instruction or a few.</content>
public static partial class VectorMath
{
    /// <summary>The value without its sign.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The result in each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Abs(Vector512<double> x) => Vector512.Abs(x);

    /// <summary>The correctly rounded square root.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The result in each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Sqrt(Vector512<double> x) => Vector512.Sqrt(x);

    /// <summary>The greatest integer not above <paramref name="x"/>.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The result in each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Floor(Vector512<double> x) => Vector512.Floor(x);

    /// <summary>The least integer not below <paramref name="x"/>.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The result in each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Ceiling(Vector512<double> x) => Vector512.Ceiling(x);

    /// <summary>The nearest integer, ties to even.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The result in each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Round(Vector512<double> x) => Vector512.Round(x);

    /// <summary>The integer part.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The result in each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Truncate(Vector512<double> x) => Vector512.Truncate(x);

    /// <summary>The lesser; NaN if either is, −0 below +0.</summary>
    /// <param name="x">First operand.</param>
    /// <param name="y">Second operand.</param>
    /// <returns>The result in each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Min(Vector512<double> x, Vector512<double> y) => Vector512.Min(x, y);

    /// <summary>The greater; NaN if either is, −0 below +0.</summary>
    /// <param name="x">First operand.</param>
    /// <param name="y">Second operand.</param>
    /// <returns>The result in each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Max(Vector512<double> x, Vector512<double> y) => Vector512.Max(x, y);

    /// <summary>The one nearer to zero, as <c>Math.MinMagnitude</c>.</summary>
    /// <param name="x">First operand.</param>
    /// <param name="y">Second operand.</param>
    /// <returns>The result in each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> MinMagnitude(Vector512<double> x, Vector512<double> y) => Vector512.MinMagnitude(x, y);

    /// <summary>The one farther from zero, as <c>Math.MaxMagnitude</c>.</summary>
    /// <param name="x">First operand.</param>
    /// <param name="y">Second operand.</param>
    /// <returns>The result in each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> MaxMagnitude(Vector512<double> x, Vector512<double> y) => Vector512.MaxMagnitude(x, y);

    /// <summary>The magnitude of <paramref name="x"/> with the sign of <paramref name="y"/>.</summary>
    /// <param name="x">First operand.</param>
    /// <param name="y">Second operand.</param>
    /// <returns>The result in each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> CopySign(Vector512<double> x, Vector512<double> y) => Vector512.CopySign(x, y);

    /// <summary><paramref name="x"/>·<paramref name="y"/> + <paramref name="z"/>, rounded once.</summary>
    /// <param name="x">First operand.</param>
    /// <param name="y">Second operand.</param>
    /// <param name="z">Addend.</param>
    /// <returns>The result in each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> FusedMultiplyAdd(Vector512<double> x, Vector512<double> y, Vector512<double> z)
        => Vector512.FusedMultiplyAdd(x, y, z);

    /// <summary>The value without its sign.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The result in each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Abs(Vector512<float> x) => Vector512.Abs(x);

    /// <summary>The correctly rounded square root.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The result in each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sqrt(Vector512<float> x) => Vector512.Sqrt(x);

    /// <summary>The greatest integer not above <paramref name="x"/>.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The result in each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Floor(Vector512<float> x) => Vector512.Floor(x);

    /// <summary>The least integer not below <paramref name="x"/>.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The result in each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Ceiling(Vector512<float> x) => Vector512.Ceiling(x);

    /// <summary>The nearest integer, ties to even.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The result in each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Round(Vector512<float> x) => Vector512.Round(x);

    /// <summary>The integer part.</summary>
    /// <param name="x">The arguments.</param>
    /// <returns>The result in each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Truncate(Vector512<float> x) => Vector512.Truncate(x);

    /// <summary>The lesser; NaN if either is, −0 below +0.</summary>
    /// <param name="x">First operand.</param>
    /// <param name="y">Second operand.</param>
    /// <returns>The result in each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Min(Vector512<float> x, Vector512<float> y) => Vector512.Min(x, y);

    /// <summary>The greater; NaN if either is, −0 below +0.</summary>
    /// <param name="x">First operand.</param>
    /// <param name="y">Second operand.</param>
    /// <returns>The result in each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Max(Vector512<float> x, Vector512<float> y) => Vector512.Max(x, y);

    /// <summary>The one nearer to zero, as <c>Math.MinMagnitude</c>.</summary>
    /// <param name="x">First operand.</param>
    /// <param name="y">Second operand.</param>
    /// <returns>The result in each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> MinMagnitude(Vector512<float> x, Vector512<float> y) => Vector512.MinMagnitude(x, y);

    /// <summary>The one farther from zero, as <c>Math.MaxMagnitude</c>.</summary>
    /// <param name="x">First operand.</param>
    /// <param name="y">Second operand.</param>
    /// <returns>The result in each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> MaxMagnitude(Vector512<float> x, Vector512<float> y) => Vector512.MaxMagnitude(x, y);

    /// <summary>The magnitude of <paramref name="x"/> with the sign of <paramref name="y"/>.</summary>
    /// <param name="x">First operand.</param>
    /// <param name="y">Second operand.</param>
    /// <returns>The result in each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> CopySign(Vector512<float> x, Vector512<float> y) => Vector512.CopySign(x, y);

    /// <summary><paramref name="x"/>·<paramref name="y"/> + <paramref name="z"/>, rounded once.</summary>
    /// <param name="x">First operand.</param>
    /// <param name="y">Second operand.</param>
    /// <param name="z">Addend.</param>
    /// <returns>The result in each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> FusedMultiplyAdd(Vector512<float> x, Vector512<float> y, Vector512<float> z)
        => Vector512.FusedMultiplyAdd(x, y, z);
}
