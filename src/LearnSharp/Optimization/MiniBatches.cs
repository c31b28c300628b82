using System;

namespace LearnSharp.Optimization;

/// <summary>Deals the rows out in batches: every row once an epoch, in an order newly shuffled for each from the seed.</summary>
internal sealed class MiniBatches
{
    private readonly int[] _rows;
    private readonly int _size;
    private readonly SeededRandom _random;
    private int _next;

    /// <summary>
    /// Sets up batches of <paramref name="size"/> out of <paramref name="rowCount"/> rows; the last one of an epoch may be smaller.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">There are no rows, or the size is not positive.</exception>
    public MiniBatches(int rowCount, int size, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rowCount);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        _rows = new int[rowCount];
        for (var i = 0; i < rowCount; i++)
            _rows[i] = i;
        _size = Math.Min(size, rowCount);
        _random = new SeededRandom(seed);
    }

    /// <summary>Batches an epoch.</summary>
    public int Count => (_rows.Length + _size - 1) / _size;

    /// <summary>The rows of the next batch; valid until the next call.</summary>
    public ReadOnlySpan<int> Next()
    {
        if (_next == 0)
            Shuffle();
        var batch = _rows.AsSpan(_next, Math.Min(_size, _rows.Length - _next));
        _next += batch.Length;
        if (_next == _rows.Length)
            _next = 0;
        return batch;
    }

    private void Shuffle()
    {
        for (var i = _rows.Length - 1; i > 0; i--)
        {
            var j = _random.NextInt(i + 1);
            (_rows[i], _rows[j]) = (_rows[j], _rows[i]);
        }
    }
}
