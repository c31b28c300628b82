using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LearnSharp.Runtime;

/// <summary>
/// A stack in chunks that never move: growing copies nothing, and what has grown is kept for the next call.
/// </summary>
/// <typeparam name="T">What is recorded.</typeparam>
internal struct RecordStack<T>
{
    // Up to here a loop is faster than a block copy.
    private const int Few = 32;
    private const int SmallestChunk = 1 << 8;
    private const int LargestChunk = 1 << 13;

    private T[][] _chunks;
    private T[] _top;
    private int _chunk;
    private int _count;

    public RecordStack()
    {
        _top = [];
        _chunks = [_top];
    }

    /// <summary>The top of the stack.</summary>
    public readonly StackPosition Position => new(_chunk, _count);

    /// <summary>The bytes that its values take.</summary>
    public readonly long Bytes
    {
        get
        {
            long values = _count;
            for (var chunk = 0; chunk < _chunk; chunk++)
                values += _chunks[chunk].Length;
            return values * Unsafe.SizeOf<T>();
        }
    }

    /// <summary>Records a value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Push(T value)
    {
        var top = _top;
        var count = _count;
        if ((uint)count >= (uint)top.Length)
        {
            PushIntoNextChunk(value);
            return;
        }

        top[count] = value;
        _count = count + 1;
    }

    /// <summary>Takes back the value recorded last.</summary>
    /// <exception cref="InvalidOperationException">The stack is empty.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Pop()
    {
        var index = _count - 1;
        if (index < 0)
            return PopFromPreviousChunk();
        _count = index;
        var value = _top[index];
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
            _top[index] = default!;
        return value;
    }

    /// <summary>Records a stretch of an array; what lies outside the array is left out.</summary>
    public void Push(T[] array, int start, int end)
    {
        start = Math.Max(start, 0);
        var length = Math.Min(end, array.Length) - start;
        var (top, count) = (_top, _count);
        if (length > Few || length > top.Length - count)
        {
            Push(array.AsSpan(start, length));
            return;
        }

        Copy(array, start, top, count, length);
        _count = count + Math.Max(length, 0);
    }

    /// <summary>Takes back the stretch of an array recorded last.</summary>
    /// <exception cref="InvalidOperationException">The stack holds fewer values.</exception>
    public void Pop(T[] array, int start, int end)
    {
        start = Math.Max(start, 0);
        var length = Math.Min(end, array.Length) - start;
        if (length > Few || length > _count)
        {
            Pop(array.AsSpan(start, length));
            return;
        }

        var (top, count) = (_top, _count - Math.Max(length, 0));
        Copy(top, count, array, start, length);
        _count = count;
    }

    // Both stretches lie within their arrays.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Copy(T[] source, int from, T[] target, int to, int length)
    {
        var i = 0;
        if (typeof(T) == typeof(double) && length >= Vector256<double>.Count)
        {
            ref var first = ref Unsafe.As<T, double>(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(source), from));
            ref var copy = ref Unsafe.As<T, double>(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(target), to));
            for (; i <= length - Vector256<double>.Count; i += Vector256<double>.Count)
                Vector256.LoadUnsafe(ref first, (nuint)i).StoreUnsafe(ref copy, (nuint)i);
        }

        for (; i < length; i++)
            target[to + i] = source[from + i];
    }

    /// <summary>Records values, in order.</summary>
    public void Push(ReadOnlySpan<T> values)
    {
        if (values.Length > _top.Length - _count)
        {
            PushInParts(values);
            return;
        }

        values.CopyTo(_top.AsSpan(_count));
        _count += values.Length;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void PushInParts(ReadOnlySpan<T> values)
    {
        while (values.Length > _top.Length - _count)
        {
            var part = values[..(_top.Length - _count)];
            part.CopyTo(_top.AsSpan(_count));
            _count = _top.Length;
            values = values[part.Length..];
            if (values.IsEmpty)
                return;
            PushIntoNextChunk(values[0]);
            values = values[1..];
        }

        values.CopyTo(_top.AsSpan(_count));
        _count += values.Length;
    }

    /// <summary>Takes back as many values as the span has room for: those recorded last, in the order in which they were recorded.</summary>
    /// <exception cref="InvalidOperationException">The stack holds fewer.</exception>
    public void Pop(Span<T> values)
    {
        while (values.Length > _count)
        {
            var part = values[^_count..];
            _top.AsSpan(0, _count).CopyTo(part);
            values = values[..^_count];
            _count = 0;
            values[^1] = PopFromPreviousChunk();
            values = values[..^1];
        }

        _count -= values.Length;
        _top.AsSpan(_count, values.Length).CopyTo(values);
    }

    /// <summary>Drops everything above a position, and lets go of references there.</summary>
    public void Reset(StackPosition position)
    {
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
        {
            for (var chunk = position.Chunk; chunk <= _chunk; chunk++)
            {
                var from = chunk == position.Chunk ? position.Count : 0;
                var to = chunk == _chunk ? _count : _chunks[chunk].Length;
                if (to > from)
                    Array.Clear(_chunks[chunk], from, to - from);
            }
        }

        _chunk = position.Chunk;
        _top = _chunks[_chunk];
        _count = position.Count;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void PushIntoNextChunk(T value)
    {
        _chunk++;
        if (_chunk == _chunks.Length)
        {
            Array.Resize(ref _chunks, _chunks.Length + 1);
            _chunks[_chunk] = new T[Math.Clamp(_top.Length * 2, SmallestChunk, LargestChunk)];
        }

        _top = _chunks[_chunk];
        _top[0] = value;
        _count = 1;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private T PopFromPreviousChunk()
    {
        if (_chunk <= 1)
            throw new InvalidOperationException("The workspace holds no further record of this type: a reverse sweep took more than its forward sweep recorded.");
        _chunk--;
        _top = _chunks[_chunk];
        _count = _top.Length;
        return Pop();
    }
}
