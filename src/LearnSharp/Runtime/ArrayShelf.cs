using System;
using System.Runtime.CompilerServices;

namespace LearnSharp.Runtime;

/// <summary>Scratch arrays of one element type, handed out in order and given back in bulk.</summary>
internal abstract class ArrayShelf
{
    /// <summary>How many arrays are out.</summary>
    public int Rented { get; protected set; }

    /// <summary>The bytes of the arrays that are out.</summary>
    public abstract long Bytes { get; }

    /// <summary>Takes back all arrays but the first <paramref name="rented"/>.</summary>
    public void GiveBack(int rented) => Rented = rented;

    /// <summary>Takes back the array handed out last.</summary>
    public void GiveBackLast() => Rented--;
}

/// <summary>
/// Scratch arrays of one element type. The n-th array asked for in a call is, in the next call, most likely asked for with the same length again (or one of a few):
/// every place in the order remembers the arrays of its last lengths.
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
internal sealed class ArrayShelf<T> : ArrayShelf
{
    private Slot[] _slots = [];

    /// <inheritdoc/>
    public override long Bytes
    {
        get
        {
            long elements = 0;
            for (var i = 0; i < Rented; i++)
                elements += _slots[i].Length;
            return elements * Unsafe.SizeOf<T>();
        }
    }

    /// <summary>An array of exactly the given length.</summary>
    /// <param name="length">The length.</param>
    /// <param name="isCleared">Whether its elements are set to zero; otherwise they are what they happen to be.</param>
    public T[] Rent(int length, bool isCleared = true)
    {
        if (Rented == _slots.Length)
            Array.Resize(ref _slots, Math.Max(8, _slots.Length * 2));
        var array = _slots[Rented].Take(length, isCleared);
        Rented++;
        return array;
    }

    /// <summary>One place in the order of rentals.</summary>
    private struct Slot
    {
        private T[]? _first;
        private T[]? _second;
        private T[]? _third;
        private T[]? _fourth;

        /// <summary>The length of the array used last.</summary>
        public readonly int Length => _first!.Length;

        /// <summary>An array, the one used last in front.</summary>
        public T[] Take(int length, bool isCleared)
        {
            if (_first?.Length == length)
            {
                if (isCleared)
                    Array.Clear(_first);
                return _first;
            }

            T[]? found;
            if (_second?.Length == length)
            {
                found = _second;
            }
            else if (_third?.Length == length)
            {
                found = _third;
                _third = _second;
            }
            else
            {
                found = _fourth?.Length == length ? _fourth : null;
                _fourth = _third;
                _third = _second;
            }

            _second = _first;
            if (found is null)
                found = new T[length];
            else if (isCleared)
                Array.Clear(found);
            return _first = found;
        }
    }
}
