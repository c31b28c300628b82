using System;
using System.Runtime.CompilerServices;

namespace LearnSharp.Runtime;

/// <summary>
/// A few rows as a kernel sees them, one in each lane: their columns, the weights, and the places of what comes out. Columns and results of eight rows lie side by side, whatever the
/// number of lanes.
/// </summary>
/// <typeparam name="TLanes">The lanes.</typeparam>
public readonly ref struct RowBlock<TLanes>
    where TLanes : struct, ILanes<TLanes>
{
    /// <summary>The number of rows that are stored side by side.</summary>
    internal const int Rows = 8;

    private readonly ref double _columns;
    private readonly ref double _weights;
    private readonly ref double _results;

    /// <summary>A block.</summary>
    /// <param name="columns">The first of the block's rows in the first column.</param>
    /// <param name="weights">The first weight.</param>
    /// <param name="results">The first of the block's rows in the first result; the second is the mark of failure, and the derivatives follow.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal RowBlock(ref double columns, ref double weights, ref double results)
    {
        _columns = ref columns;
        _weights = ref weights;
        _results = ref results;
    }

    /// <summary>A column: numbers, or the bits of integers.</summary>
    /// <param name="index">Which one.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Column(int index) => TLanes.Load(ref Unsafe.Add(ref _columns, index * Rows));

    /// <summary>A column of bools as a mask.</summary>
    /// <param name="index">Which one.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Condition(int index) => ~TLanes.Equal(Column(index), default);

    /// <summary>A weight, the same in all rows.</summary>
    /// <param name="index">Which one, in declaration order.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Weight(int index) => TLanes.Of(Unsafe.Add(ref _weights, index));

    /// <summary>Hands the result of each row over.</summary>
    /// <param name="value">The results.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SetResult(TLanes value) => value.Store(ref _results);

    /// <summary>Says for which rows the method throws. Called by every kernel.</summary>
    /// <param name="mask">The rows.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SetFailed(TLanes mask) => mask.Store(ref Unsafe.Add(ref _results, Rows));

    /// <summary>Hands the derivative of each row's result by a weight over.</summary>
    /// <param name="weight">The weight.</param>
    /// <param name="value">The derivatives.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SetDerivative(int weight, TLanes value) => value.Store(ref Unsafe.Add(ref _results, (2 + weight) * Rows));
}
