using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace LearnSharp.Runtime;

/// <summary>
/// The memory of one thread's gradients: typed stacks on which the forward sweep of a generated <c>Gradient</c> or <c>Pullback</c> records what the reverse sweep
/// will need, and zeroed scratch arrays. Used by generated code. Everything is kept for the next call, so that after the first call with the same shapes nothing is allocated.
/// </summary>
/// <remarks>
/// A user takes a <see cref="Mark"/>, works, and gives it back to <see cref="Release"/> in a <c>finally</c>: records left by an exception are dropped, and a gradient
/// that runs inside another one (or calls itself) finds its own stretch of the stacks. Not thread-safe: every thread has its own (<see cref="Current"/>).
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public sealed class Workspace
{
    [ThreadStatic]
    private static Workspace? t_current;

    private RecordStack<double> _doubles = new();
    private RecordStack<float> _floats = new();
    private RecordStack<int> _ints = new();
    private RecordStack<long> _longs = new();
    private RecordStack<bool> _bools = new();
    private RecordStack<object?> _references = new();
    private readonly ArrayShelf<double> _doubleArrays = new();
    private readonly ArrayShelf<float> _floatArrays = new();
    private ArrayShelf[] _otherArrays = [];
    private ArrayShelf[] _otherRentals = [];
    private int _otherRented;

    /// <summary>The calling thread's workspace.</summary>
    public static Workspace Current => t_current ??= new Workspace();

    /// <summary>The bytes that are recorded or rented now.</summary>
    public long Bytes
    {
        get
        {
            var bytes = _doubles.Bytes + _floats.Bytes + _ints.Bytes + _longs.Bytes + _bools.Bytes + _references.Bytes + _doubleArrays.Bytes + _floatArrays.Bytes;
            foreach (var shelf in _otherArrays)
                bytes += shelf.Bytes;
            return bytes;
        }
    }

    /// <summary>Where the stacks and scratch arrays stand now; give it back to <see cref="Release"/>.</summary>
    public WorkspaceMark Mark() => new(
        _doubles.Position, _floats.Position, _ints.Position, _longs.Position, _bools.Position, _references.Position, _doubleArrays.Rented, _floatArrays.Rented, _otherRented);

    /// <summary>Drops everything pushed and gives back every array rented since <paramref name="mark"/> was taken.</summary>
    /// <param name="mark">A mark of this workspace, given back in the reverse order of taking.</param>
    public void Release(WorkspaceMark mark)
    {
        _doubles.Reset(mark.Doubles);
        _floats.Reset(mark.Floats);
        _ints.Reset(mark.Ints);
        _longs.Reset(mark.Longs);
        _bools.Reset(mark.Bools);
        _references.Reset(mark.References);
        _doubleArrays.GiveBack(mark.DoubleArrays);
        _floatArrays.GiveBack(mark.FloatArrays);
        GiveBackOthers(mark.OtherArrays);
    }

    /// <summary>Records a value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Push(double value) => _doubles.Push(value);

    /// <summary>Records a value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Push(float value) => _floats.Push(value);

    /// <summary>Records a value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Push(int value) => _ints.Push(value);

    /// <summary>Records a value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Push(long value) => _longs.Push(value);

    /// <summary>Records a value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Push(bool value) => _bools.Push(value);

    /// <summary>Records a reference.</summary>
    public void Push(object? value) => _references.Push(value);

    /// <summary>Takes back the double recorded last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double PopDouble() => _doubles.Pop();

    /// <summary>Takes back the float recorded last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float PopFloat() => _floats.Pop();

    /// <summary>Takes back the int recorded last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int PopInt() => _ints.Pop();

    /// <summary>Takes back the long recorded last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long PopLong() => _longs.Pop();

    /// <summary>Takes back the bool recorded last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool PopBool() => _bools.Pop();

    /// <summary>Takes back the reference recorded last, or the value that was recorded as one.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    public T PopReference<T>() => (T)_references.Pop()!;

    /// <summary>Records the elements of a stretch of an array; what lies outside the array is left out.</summary>
    /// <param name="array">The array.</param>
    /// <param name="start">The first index.</param>
    /// <param name="end">The index after the last one.</param>
    public void PushElements(double[] array, int start, int end) => _doubles.Push(array, start, end);

    /// <summary>Takes back the elements of the stretch recorded last.</summary>
    /// <param name="array">The array.</param>
    /// <param name="start">The first index.</param>
    /// <param name="end">The index after the last one.</param>
    public void PopElements(double[] array, int start, int end) => _doubles.Pop(array, start, end);

    /// <summary>Records the elements of a stretch of an array; what lies outside the array is left out.</summary>
    /// <param name="array">The array.</param>
    /// <param name="start">The first index.</param>
    /// <param name="end">The index after the last one.</param>
    public void PushElements(ReadOnlySpan<double> array, int start, int end) => _doubles.Push(Stretch(array, start, end));

    /// <summary>Records the elements of a stretch of an array; what lies outside the array is left out.</summary>
    /// <param name="array">The array.</param>
    /// <param name="start">The first index.</param>
    /// <param name="end">The index after the last one.</param>
    public void PushElements(ReadOnlySpan<float> array, int start, int end) => _floats.Push(Stretch(array, start, end));

    /// <summary>Takes back the elements of the stretch recorded last.</summary>
    /// <param name="array">The array.</param>
    /// <param name="start">The first index.</param>
    /// <param name="end">The index after the last one.</param>
    public void PopElements(Span<double> array, int start, int end) => _doubles.Pop(Stretch(array, start, end));

    /// <summary>Takes back the elements of the stretch recorded last.</summary>
    /// <param name="array">The array.</param>
    /// <param name="start">The first index.</param>
    /// <param name="end">The index after the last one.</param>
    public void PopElements(Span<float> array, int start, int end) => _floats.Pop(Stretch(array, start, end));

    /// <summary>A zeroed array of exactly <paramref name="length"/> doubles, valid until the mark taken before it is released.</summary>
    /// <param name="length">Number of elements.</param>
    /// <exception cref="OverflowException">The length is negative.</exception>
    public double[] RentDoubles(int length) => _doubleArrays.Rent(length);

    /// <summary>A zeroed array of exactly <paramref name="length"/> floats, valid until the mark taken before it is released.</summary>
    /// <param name="length">Number of elements.</param>
    /// <exception cref="OverflowException">The length is negative.</exception>
    public float[] RentFloats(int length) => _floatArrays.Rent(length);

    /// <summary>A cleared array of exactly <paramref name="length"/> elements, valid until the mark taken before it is released.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="length">Number of elements.</param>
    /// <exception cref="OverflowException">The length is negative.</exception>
    public T[] Rent<T>(int length) => Rent<T>(length, isCleared: true);

    /// <summary>An array of exactly <paramref name="length"/> elements that may hold anything, valid until the mark taken before it is released.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="length">Number of elements.</param>
    /// <exception cref="OverflowException">The length is negative.</exception>
    public T[] RentRecords<T>(int length)
        where T : unmanaged => Rent<T>(length, isCleared: false);

    private T[] Rent<T>(int length, bool isCleared)
    {
        if (typeof(T) == typeof(double))
            return (T[])(object)_doubleArrays.Rent(length, isCleared);
        if (typeof(T) == typeof(float))
            return (T[])(object)_floatArrays.Rent(length, isCleared);
        var shelf = ShelfOf<T>();
        var array = shelf.Rent(length, isCleared);
        if (_otherRented == _otherRentals.Length)
            Array.Resize(ref _otherRentals, Math.Max(8, _otherRentals.Length * 2));
        _otherRentals[_otherRented++] = shelf;
        return array;
    }

    private static ReadOnlySpan<T> Stretch<T>(ReadOnlySpan<T> array, int start, int end)
    {
        start = Math.Max(start, 0);
        return start < Math.Min(end, array.Length) ? array[start..Math.Min(end, array.Length)] : [];
    }

    private static Span<T> Stretch<T>(Span<T> array, int start, int end)
    {
        start = Math.Max(start, 0);
        return start < Math.Min(end, array.Length) ? array[start..Math.Min(end, array.Length)] : [];
    }

    private ArrayShelf<T> ShelfOf<T>()
    {
        foreach (var shelf in _otherArrays)
        {
            if (shelf is ArrayShelf<T> found)
                return found;
        }

        var added = new ArrayShelf<T>();
        _otherArrays = [.. _otherArrays, added];
        return added;
    }

    private void GiveBackOthers(int rented)
    {
        for (; _otherRented > rented; _otherRented--)
            _otherRentals[_otherRented - 1].GiveBackLast();
    }
}
