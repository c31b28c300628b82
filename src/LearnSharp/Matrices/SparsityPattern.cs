using System;

namespace LearnSharp;

/// <summary>
/// Which entries of a matrix can be anything but zero, in compressed sparse rows, and columns that share no row in groups of one colour: a Jacobian of this pattern costs one direction for
/// each colour and not for each column (Gebremedhin, Manne and Pothen, "What color is your Jacobian?", 2005). Immutable.
/// </summary>
public sealed class SparsityPattern
{
    private readonly int[] _starts;
    private readonly int[] _columns;
    private readonly int[] _colors;

    internal SparsityPattern(int columnCount, int[] starts, int[] columns)
    {
        (ColumnCount, _starts, _columns) = (columnCount, starts, columns);
        _colors = Color(out var count);
        ColorCount = count;
    }

    /// <summary>The number of rows.</summary>
    public int RowCount => _starts.Length - 1;

    /// <summary>The number of columns.</summary>
    public int ColumnCount { get; }

    /// <summary>The number of entries.</summary>
    public int Count => _columns.Length;

    /// <summary>The number of colours: of directions that a Jacobian takes.</summary>
    public int ColorCount { get; }

    /// <summary>Where the entries of each row begin, and behind the last row where they end.</summary>
    public ReadOnlySpan<int> RowStarts => _starts;

    /// <summary>The column of each entry, row by row, in ascending order within a row.</summary>
    public ReadOnlySpan<int> Columns => _columns;

    /// <summary>The colour of each column: two columns of one colour have no entry in the same row. -1 for a column without an entry.</summary>
    public ReadOnlySpan<int> Colors => _colors;

    /// <summary>The place of an entry among all; -1 where the matrix is always zero.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">The column.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row or column.</exception>
    public int IndexOf(int row, int column)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, RowCount);
        ArgumentOutOfRangeException.ThrowIfNegative(column);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(column, ColumnCount);
        var index = Array.BinarySearch(_columns, _starts[row], _starts[row + 1] - _starts[row], column);
        return index < 0 ? -1 : index;
    }

    // Greedy, in the order of the columns: the first colour that no column has which shares a row. For a band that is as few as there can be.
    private int[] Color(out int count)
    {
        var (rowStarts, rows) = Transposed();
        var colors = new int[ColumnCount];
        Array.Fill(colors, -1);
        var takenBy = new int[ColumnCount];
        Array.Fill(takenBy, -1);
        count = 0;
        for (var column = 0; column < ColumnCount; column++)
        {
            if (rowStarts[column] == rowStarts[column + 1])
                continue;
            foreach (var row in rows.AsSpan(rowStarts[column]..rowStarts[column + 1]))
            {
                foreach (var other in _columns.AsSpan(_starts[row].._starts[row + 1]))
                {
                    if (colors[other] >= 0)
                        takenBy[colors[other]] = column;
                }
            }

            var color = 0;
            while (takenBy[color] == column)
                color++;
            colors[column] = color;
            count = Math.Max(count, color + 1);
        }

        return colors;
    }

    // The rows of every column, one after the other.
    private (int[] Starts, int[] Rows) Transposed()
    {
        var starts = new int[ColumnCount + 1];
        foreach (var column in _columns)
            starts[column + 1]++;
        for (var column = 0; column < ColumnCount; column++)
            starts[column + 1] += starts[column];
        var rows = new int[_columns.Length];
        var next = starts.AsSpan(0, ColumnCount).ToArray();
        for (var row = 0; row < RowCount; row++)
        {
            foreach (var column in _columns.AsSpan(_starts[row].._starts[row + 1]))
                rows[next[column]++] = row;
        }

        return (starts, rows);
    }
}
