using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;

namespace LearnSharp.Ir;

/// <summary>An immutable sequence that is equal to another when its elements are: what every tree of the IR holds its children in.</summary>
/// <typeparam name="T">The element type; elements compare by their own equality.</typeparam>
[CollectionBuilder(typeof(EquatableArray), nameof(EquatableArray.Create))]
public readonly struct EquatableArray<T> : IEquatable<EquatableArray<T>>, IReadOnlyList<T>
{
    private readonly T[]? _items;

    internal EquatableArray(T[] items) => _items = items;

    private T[] Items => _items ?? [];

    /// <summary>The number of elements.</summary>
    public int Count => Items.Length;

    /// <summary>Whether there are no elements.</summary>
    public bool IsEmpty => Items.Length == 0;

    /// <summary>The element at <paramref name="index"/>.</summary>
    /// <param name="index">Zero-based position.</param>
    /// <exception cref="IndexOutOfRangeException">The index is outside the sequence.</exception>
    public T this[int index] => Items[index];

    /// <summary>The same sequence with <paramref name="item"/> appended.</summary>
    public EquatableArray<T> Add(T item) => new([.. Items, item]);

    /// <summary>A view of the elements.</summary>
    public ReadOnlySpan<T> AsSpan() => Items;

    /// <summary>Applies <paramref name="selector"/> to every element.</summary>
    public EquatableArray<TResult> Select<TResult>(Func<T, TResult> selector)
    {
        var items = Items;
        var result = new TResult[items.Length];
        for (var i = 0; i < items.Length; i++)
            result[i] = selector(items[i]);
        return new(result);
    }

    /// <inheritdoc/>
    public bool Equals(EquatableArray<T> other)
    {
        if (ReferenceEquals(_items, other._items))
            return true;
        return Items.SequenceEqual(other.Items);
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is EquatableArray<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = 17;
        foreach (var item in Items)
            hash = unchecked((hash * 31) + (item?.GetHashCode() ?? 0));
        return hash;
    }

    /// <summary>Whether two sequences hold equal elements in the same order.</summary>
    public static bool operator ==(EquatableArray<T> left, EquatableArray<T> right) => left.Equals(right);

    /// <summary>Whether two sequences differ.</summary>
    public static bool operator !=(EquatableArray<T> left, EquatableArray<T> right) => !left.Equals(right);

    /// <summary>Walks over the elements without allocating.</summary>
    public Enumerator GetEnumerator() => new(Items);

    /// <inheritdoc/>
    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)Items).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => Items.GetEnumerator();

    /// <summary>A walk over the elements of a sequence.</summary>
    public struct Enumerator
    {
        private readonly T[] _items;
        private int _index;

        internal Enumerator(T[] items)
        {
            _items = items;
            _index = -1;
        }

        /// <summary>The element that the walk is at.</summary>
        public readonly T Current => _items[_index];

        /// <summary>Goes on to the next element; false when there is none.</summary>
        public bool MoveNext() => ++_index < _items.Length;
    }
}

/// <summary>Creates <see cref="EquatableArray{T}"/> values.</summary>
public static class EquatableArray
{
    /// <summary>Copies <paramref name="items"/> into an immutable sequence.</summary>
    public static EquatableArray<T> Create<T>(ReadOnlySpan<T> items) => new(items.ToArray());

    /// <summary>Copies <paramref name="items"/> into an immutable sequence.</summary>
    public static EquatableArray<T> ToEquatableArray<T>(this IEnumerable<T> items) => new(items.ToArray());
}
