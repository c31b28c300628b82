using System;
using System.Collections.Generic;
using System.ComponentModel;

namespace LearnSharp.Runtime;

/// <summary>What generated code asks of arrays of arrays before it differentiates with respect to them. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JaggedArrays
{
    // Up to here comparing every row with every other is faster than a set, and allocates nothing.
    private const int Few = 32;

    /// <summary>Whether two arrays of arrays hold one row in common.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="first">An array of arrays; rows may be null.</param>
    /// <param name="second">Another one.</param>
    public static bool ShareRows<T>(T[][] first, T[][] second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (first.Length > Few && second.Length > Few)
        {
            var rows = new HashSet<T[]>(first, ReferenceEqualityComparer.Instance);
            foreach (var row in second)
            {
                if (row is not null && rows.Contains(row))
                    return true;
            }

            return false;
        }

        foreach (var row in first)
        {
            foreach (var other in second)
            {
                if (row is not null && ReferenceEquals(row, other))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether a row of an array of arrays overlaps other elements in memory.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="array">An array of arrays; rows may be null.</param>
    /// <param name="elements">The other elements.</param>
    public static bool Overlaps<T>(T[][] array, ReadOnlySpan<T> elements)
    {
        ArgumentNullException.ThrowIfNull(array);
        foreach (var row in array)
        {
            if (MemoryExtensions.Overlaps<T>((ReadOnlySpan<T>)row, elements))
                return true;
        }

        return false;
    }

    /// <summary>Whether an array of arrays holds the same row twice.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="array">An array of arrays; rows may be null.</param>
    public static bool RepeatsRow<T>(T[][] array)
    {
        ArgumentNullException.ThrowIfNull(array);
        var known = array.Length > Few ? new HashSet<T[]>(ReferenceEqualityComparer.Instance) : null;
        for (var i = 0; i < array.Length; i++)
        {
            if (array[i] is not { } row)
                continue;
            if (known is null ? Array.IndexOf(array, row, 0, i) >= 0 : !known.Add(row))
                return true;
        }

        return false;
    }

    /// <summary>Throws unless a buffer has the length of every row of what it is for.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="buffer">The buffer, as long as <paramref name="of"/>.</param>
    /// <param name="of">The array of arrays that it is for.</param>
    /// <param name="bufferName">Its name.</param>
    /// <param name="ofName">The name of the array of arrays.</param>
    /// <exception cref="ArgumentException">A row is null, or of another length.</exception>
    public static void RequireRows<T>(T[][] buffer, T[][] of, string bufferName, string ofName)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        ArgumentNullException.ThrowIfNull(of);
        for (var i = 0; i < of.Length; i++)
        {
            if (of[i] is not { } row)
                throw new ArgumentException($"{ofName}[{i}] is null; give it an array, which may be empty.", ofName);
            if (buffer[i] is not { } derivative || derivative.Length != row.Length)
            {
                throw new ArgumentException(
                    $"The buffer {bufferName}[{i}] has {(buffer[i] is { } given ? given.Length : "no")} elements, but {ofName}[{i}] has {row.Length}; give it the length of {ofName}[{i}].",
                    bufferName);
            }
        }
    }
}
