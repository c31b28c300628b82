using System;
using System.Runtime.CompilerServices;

namespace LearnSharp.Runtime;

/// <summary>
/// The stack on which kernels over rows keep what their reverse sweeps need, one for each thread: last in, first out, and empty again when a kernel is done. It grows and is kept, so
/// that rows allocate nothing.
/// </summary>
public sealed class LaneRecords
{
    private const int FirstLength = 1024;

    [ThreadStatic]
    private static LaneRecords? s_current;

    private double[] _values = new double[FirstLength];
    private int _count;

    private LaneRecords()
    {
    }

    /// <summary>The stack of this thread.</summary>
    public static LaneRecords Current => s_current ??= new LaneRecords();

    /// <summary>Puts lanes down.</summary>
    /// <typeparam name="TLanes">The lanes.</typeparam>
    /// <param name="value">Their values.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Push<TLanes>(TLanes value)
        where TLanes : struct, ILanes<TLanes>
    {
        if (_values.Length - _count < TLanes.Count)
            Grow();
        value.Store(ref _values[_count]);
        _count += TLanes.Count;
    }

    /// <summary>Takes back the lanes that were put down last.</summary>
    /// <typeparam name="TLanes">The lanes.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Pop<TLanes>()
        where TLanes : struct, ILanes<TLanes>
    {
        _count -= TLanes.Count;
        return TLanes.Load(ref _values[_count]);
    }

    /// <summary>Puts a number down that is the same in all rows.</summary>
    public void PushLong(long value)
    {
        if (_count == _values.Length)
            Grow();
        _values[_count++] = BitConverter.Int64BitsToDouble(value);
    }

    /// <summary>Takes back the number that was put down last.</summary>
    public long PopLong() => BitConverter.DoubleToInt64Bits(_values[--_count]);

    /// <summary>Puts a number down that is the same in all rows.</summary>
    public void PushInt(int value) => PushLong(value);

    /// <summary>Takes back the number that was put down last.</summary>
    public int PopInt() => (int)PopLong();

    /// <summary>Puts a condition down that is the same in all rows.</summary>
    public void PushBool(bool value) => PushLong(value ? 1 : 0);

    /// <summary>Takes back the condition that was put down last.</summary>
    public bool PopBool() => PopLong() != 0;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow() => Array.Resize(ref _values, checked(2 * _values.Length));
}
