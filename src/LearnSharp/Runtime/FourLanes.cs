using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LearnSharp.Runtime;

/// <summary>
/// Four doubles at a time, for the loops of generated code whose turns do not depend on each other. Four on every machine, so that sums have the same bits everywhere. Generated code asks
/// <see cref="End(int, int)"/> with the lengths of all arrays how far it may go, and looks that no index starts below zero.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public static class FourLanes
{
    /// <summary>The number of turns that run at once.</summary>
    public const int Count = 4;

    /// <summary>The number of turns from which on lanes gain more than their overhead costs: below, one store is often read again by the next loop before it is in memory.</summary>
    public const int Worth = 8;

    /// <summary>Zero in every lane.</summary>
    public static Vector256<double> Zero => Vector256<double>.Zero;

    /// <summary>One value in every lane.</summary>
    /// <param name="value">The value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Of(double value) => Vector256.Create(value);

    /// <summary>Elements side by side. All of them must be in the array: nothing checks it here.</summary>
    /// <param name="array">The array.</param>
    /// <param name="index">The first index.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Load(double[] array, int index) => Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(array), (nuint)(uint)index);

    /// <summary>Elements side by side. All of them must be in the span: nothing checks it here.</summary>
    /// <param name="span">The span.</param>
    /// <param name="index">The first index.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Load(ReadOnlySpan<double> span, int index) => Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(span), (nuint)(uint)index);

    /// <summary>Stores elements side by side. All of them must be in the array: nothing checks it here.</summary>
    /// <param name="values">One per element.</param>
    /// <param name="array">The array.</param>
    /// <param name="index">The first index.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<double> values, double[] array, int index) => values.StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(array), (nuint)(uint)index);

    /// <summary>Stores elements side by side. All of them must be in the span: nothing checks it here.</summary>
    /// <param name="values">One per element.</param>
    /// <param name="span">The span.</param>
    /// <param name="index">The first index.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<double> values, Span<double> span, int index) => values.StoreUnsafe(ref MemoryMarshal.GetReference(span), (nuint)(uint)index);

    /// <summary>The square root in every lane.</summary>
    /// <param name="values">The values.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Sqrt(Vector256<double> values) => Vector256.Sqrt(values);

    /// <summary>The sum of the lanes, always in the same order.</summary>
    /// <param name="values">The values.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Vector256<double> values)
    {
        var pairs = values.GetLower() + values.GetUpper();
        return pairs.GetElement(0) + pairs.GetElement(1);
    }

    /// <summary>A sum with the lanes added one after the other, as one turn after the other would add them.</summary>
    /// <param name="sum">The sum so far.</param>
    /// <param name="values">What is added.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Added(double sum, Vector256<double> values)
    {
        var (low, high) = (values.GetLower(), values.GetUpper());
        return sum + low.GetElement(0) + low.GetElement(1) + high.GetElement(0) + high.GetElement(1);
    }

    /// <summary>A sum with the lanes subtracted one after the other, as one turn after the other would subtract them.</summary>
    /// <param name="sum">The sum so far.</param>
    /// <param name="values">What is subtracted.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Subtracted(double sum, Vector256<double> values)
    {
        var (low, high) = (values.GetLower(), values.GetUpper());
        return sum - low.GetElement(0) - low.GetElement(1) - high.GetElement(0) - high.GetElement(1);
    }

    /// <summary>Where the last whole vector ends: the start plus a multiple of <see cref="Count"/>, at most the bound.</summary>
    /// <param name="start">The first index.</param>
    /// <param name="bound">What the index stays below.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int End(int start, int bound) => bound > start ? start + ((bound - start) & -Count) : start;

    /// <summary>Where the last whole vector ends: the start plus a multiple of <see cref="Count"/>, at most each bound.</summary>
    /// <param name="start">The first index.</param>
    /// <param name="bound">What the index stays below.</param>
    /// <param name="first">A further bound.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int End(int start, int bound, int first) => End(start, Math.Min(bound, first));

    /// <summary>Where the last whole vector ends: the start plus a multiple of <see cref="Count"/>, at most each bound.</summary>
    /// <param name="start">The first index.</param>
    /// <param name="bound">What the index stays below.</param>
    /// <param name="first">A further bound.</param>
    /// <param name="second">A further bound.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int End(int start, int bound, int first, int second) => End(start, Math.Min(Math.Min(bound, first), second));

    /// <summary>Where the last whole vector ends: the start plus a multiple of <see cref="Count"/>, at most each bound.</summary>
    /// <param name="start">The first index.</param>
    /// <param name="bound">What the index stays below.</param>
    /// <param name="first">A further bound.</param>
    /// <param name="second">A further bound.</param>
    /// <param name="third">A further bound.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int End(int start, int bound, int first, int second, int third) => End(start, Math.Min(Math.Min(bound, first), Math.Min(second, third)));
}
