using System;
using System.Collections.Generic;
using System.ComponentModel;

namespace LearnSharp.Runtime;

/// <summary>
/// Sets of columns, made by generated code while it finds out what depends on what: a column, or the union of two sets. A set is an int; 0 is the empty one.
/// </summary>
/// <param name="columns">The number of columns.</param>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public sealed class Dependencies(int columns)
{
    // Sets above the columns, in the order in which they were made: what each of them unites came before it.
    private readonly List<(int First, int Second)> _unions = [];

    /// <summary>The set of one column.</summary>
    /// <param name="column">The column.</param>
    public static int Column(int column) => column + 1;

    /// <summary>Sets of one column each, one after the other.</summary>
    /// <param name="first">The first column.</param>
    /// <param name="count">How many.</param>
    public static int[] Columns(int first, int count)
    {
        var sets = new int[count];
        for (var i = 0; i < count; i++)
            sets[i] = Column(first + i);
        return sets;
    }

    /// <summary>The union of two sets.</summary>
    /// <param name="first">The one.</param>
    /// <param name="second">The other.</param>
    public int Union(int first, int second)
    {
        if (first == second || second == 0)
            return first;
        if (first == 0)
            return second;
        _unions.Add((first, second));
        return columns + _unions.Count;
    }

    /// <summary>The pattern of a matrix, given the set of each of its rows.</summary>
    /// <param name="rows">The sets.</param>
    public SparsityPattern Pattern(ReadOnlySpan<int> rows)
    {
        var starts = new int[rows.Length + 1];
        var entries = new List<int>();
        var seen = new int[columns + _unions.Count + 1];
        var open = new Stack<int>();
        for (var row = 0; row < rows.Length; row++)
        {
            open.Push(rows[row]);
            while (open.TryPop(out var set))
            {
                if (set == 0 || seen[set] == row + 1)
                    continue;
                seen[set] = row + 1;
                if (set <= columns)
                {
                    entries.Add(set - 1);
                    continue;
                }

                var (first, second) = _unions[set - columns - 1];
                open.Push(first);
                open.Push(second);
            }

            entries.Sort(starts[row], entries.Count - starts[row], null);
            starts[row + 1] = entries.Count;
        }

        return new(columns, starts, [.. entries]);
    }
}
