using System;
using System.Runtime.CompilerServices;

namespace LearnSharp.Runtime;

/// <content>Integers, 64 bits wide in each lane; those of 32 bits are wrapped after every operation that may leave their range.</content>
public static partial class Lanes
{
    /// <summary>The low 32 bits of each lane as an <see cref="int"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T WrapToInt<T>(T value)
        where T : struct, ILanes<T> => T.ShiftRightSigned(T.ShiftLeft(value, 32), 32);

    /// <summary><c>(int)value</c>: without the fraction, the nearest there is; 0 for NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T TruncateToInt<T>(T value)
        where T : struct, ILanes<T> => T.ToWhole(T.Select(T.Less(value, T.Of(int.MinValue)), T.Of(int.MinValue), T.Select(T.Less(T.Of(int.MaxValue), value), T.Of(int.MaxValue), value)));

    /// <summary><c>(long)value</c>: without the fraction, the nearest there is; 0 for NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T TruncateToLong<T>(T value)
        where T : struct, ILanes<T> => T.ToWhole(value);

    /// <summary><c>(float)value</c>: rounded once, where a double on the way would be rounded as well.</summary>
    public static T SingleOfWhole<T>(T value)
        where T : struct, ILanes<T> => EachOf<SingleOfOne, T>(value, value);

    /// <summary>The quotient; 0 where the divisor is 0, a row that the kernel marks as failed.</summary>
    public static T DivideWhole<T>(T left, T right)
        where T : struct, ILanes<T> => EachOf<QuotientOfOne, T>(left, right);

    /// <summary>The remainder; 0 where the divisor is 0, a row that the kernel marks as failed.</summary>
    public static T RemainderWhole<T>(T left, T right)
        where T : struct, ILanes<T> => EachOf<WholeRemainderOfOne, T>(left, right);

    /// <summary>The value without its sign.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T AbsWhole<T>(T value)
        where T : struct, ILanes<T> => T.Select(T.LessBits(value, default), T.SubtractBits(default, value), value);

    /// <summary>The smaller one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MinWhole<T>(T left, T right)
        where T : struct, ILanes<T> => T.Select(T.LessBits(right, left), right, left);

    /// <summary>The greater one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MaxWhole<T>(T left, T right)
        where T : struct, ILanes<T> => T.Select(T.LessBits(left, right), right, left);

    /// <summary>The value within bounds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ClampWhole<T>(T value, T min, T max)
        where T : struct, ILanes<T> => T.Select(T.LessBits(value, min), min, T.Select(T.LessBits(max, value), max, value));

    /// <summary>−1, 0 or 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T SignWhole<T>(T value)
        where T : struct, ILanes<T> => T.Select(T.LessBits(default, value), T.OfBits(1), T.LessBits(value, default));

    /// <summary>The operator &lt;&lt; of <see cref="int"/>.</summary>
    public static T ShiftLeftInt<T>(T left, T right)
        where T : struct, ILanes<T> => EachOf<ShiftLeftIntOfOne, T>(left, right);

    /// <summary>The operator &lt;&lt; of <see cref="long"/>.</summary>
    public static T ShiftLeftLong<T>(T left, T right)
        where T : struct, ILanes<T> => EachOf<ShiftLeftLongOfOne, T>(left, right);

    /// <summary>The operator &gt;&gt; of <see cref="int"/>.</summary>
    public static T ShiftRightInt<T>(T left, T right)
        where T : struct, ILanes<T> => EachOf<ShiftRightIntOfOne, T>(left, right);

    /// <summary>The operator &gt;&gt; of <see cref="long"/>.</summary>
    public static T ShiftRightLong<T>(T left, T right)
        where T : struct, ILanes<T> => EachOf<ShiftRightLongOfOne, T>(left, right);

    /// <summary>The operator &gt;&gt;&gt; of <see cref="int"/>.</summary>
    public static T ShiftRightUnsignedInt<T>(T left, T right)
        where T : struct, ILanes<T> => EachOf<ShiftRightUnsignedIntOfOne, T>(left, right);

    /// <summary>The operator &gt;&gt;&gt; of <see cref="long"/>.</summary>
    public static T ShiftRightUnsignedLong<T>(T left, T right)
        where T : struct, ILanes<T> => EachOf<ShiftRightUnsignedLongOfOne, T>(left, right);

    private static double Bits(long value) => BitConverter.Int64BitsToDouble(value);

    private static long Whole(double bits) => BitConverter.DoubleToInt64Bits(bits);

    private readonly struct QuotientOfOne : IOfOne
    {
        public static double Of(double x, double y) => Bits(Whole(y) switch { 0 => 0, -1 => unchecked(-Whole(x)), var divisor => Whole(x) / divisor });
    }

    private readonly struct WholeRemainderOfOne : IOfOne
    {
        public static double Of(double x, double y) => Bits(Whole(y) is 0 or -1 ? 0 : Whole(x) % Whole(y));
    }

    private readonly struct ShiftLeftIntOfOne : IOfOne
    {
        public static double Of(double x, double y) => Bits((int)Whole(x) << (int)Whole(y));
    }

    private readonly struct ShiftLeftLongOfOne : IOfOne
    {
        public static double Of(double x, double y) => Bits(Whole(x) << (int)Whole(y));
    }

    private readonly struct ShiftRightIntOfOne : IOfOne
    {
        public static double Of(double x, double y) => Bits((int)Whole(x) >> (int)Whole(y));
    }

    private readonly struct ShiftRightLongOfOne : IOfOne
    {
        public static double Of(double x, double y) => Bits(Whole(x) >> (int)Whole(y));
    }

    private readonly struct ShiftRightUnsignedIntOfOne : IOfOne
    {
        public static double Of(double x, double y) => Bits((int)Whole(x) >>> (int)Whole(y));
    }

    private readonly struct ShiftRightUnsignedLongOfOne : IOfOne
    {
        public static double Of(double x, double y) => Bits(Whole(x) >>> (int)Whole(y));
    }
}
