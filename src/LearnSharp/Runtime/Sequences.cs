using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Runtime.InteropServices;

namespace LearnSharp.Runtime;

/// <summary>How generated code sees lists and other sequences that it is handed: as their elements. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Sequences
{
    /// <summary>The elements of a sequence: the memory of a list or array itself, a copy of any other.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="sequence">A sequence that gives the same elements each time, and does not change meanwhile.</param>
    /// <exception cref="ArgumentNullException">The sequence is null.</exception>
    public static ReadOnlySpan<T> Elements<T>(IEnumerable<T> sequence)
    {
        ArgumentNullException.ThrowIfNull(sequence);
        return sequence switch
        {
            T[] array => array,
            List<T> list => CollectionsMarshal.AsSpan(list),
            _ => sequence.ToArray(),
        };
    }
}
