using System;

namespace LearnSharp;

/// <summary>A matrix of which most entries are zero, in compressed sparse rows.</summary>
public sealed class SparseMatrix
{
    private readonly double[] _entries;

    /// <summary>A matrix of a pattern.</summary>
    /// <param name="pattern">Where its entries are.</param>
    /// <param name="entries">The entries, row by row, as many as the pattern has; they are not copied.</param>
    /// <exception cref="ArgumentException">There are more or fewer.</exception>
    public SparseMatrix(SparsityPattern pattern, double[] entries)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(entries);
        if (entries.Length != pattern.Count)
            throw new ArgumentException($"The pattern has {pattern.Count} entries, and here are {entries.Length}.", nameof(entries));
        (Pattern, _entries) = (pattern, entries);
    }

    /// <summary>Where the entries are.</summary>
    public SparsityPattern Pattern { get; }

    /// <summary>The entries, row by row; their columns are <see cref="SparsityPattern.Columns"/>.</summary>
    public ReadOnlySpan<double> Entries => _entries;

    /// <summary>An entry, or zero where there is none.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">The column.</param>
    public double this[int row, int column] => Pattern.IndexOf(row, column) is var index and >= 0 ? _entries[index] : 0;

    /// <summary>The matrix with all its zeros.</summary>
    public double[,] ToDense()
    {
        var dense = new double[Pattern.RowCount, Pattern.ColumnCount];
        for (var row = 0; row < Pattern.RowCount; row++)
        {
            for (var index = Pattern.RowStarts[row]; index < Pattern.RowStarts[row + 1]; index++)
                dense[row, Pattern.Columns[index]] = _entries[index];
        }

        return dense;
    }
}
