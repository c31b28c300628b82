using System;
using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LearnSharp.Runtime;

/// <summary>Tangents along eight colours of columns at once, for the sparse Jacobians of generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public static class SparseDirections
{
    /// <summary>Lets every element of an array move along the direction of its colour.</summary>
    /// <param name="tangents">The elements' tangents.</param>
    /// <param name="colors">The colours of all columns.</param>
    /// <param name="column">The column of the first element.</param>
    /// <param name="first">The colour of the first lane.</param>
    public static void At(Span<Vector512<double>> tangents, ReadOnlySpan<int> colors, int column, int first)
    {
        tangents.Clear();
        var lanes = MemoryMarshal.Cast<Vector512<double>, double>(tangents);
        for (var element = 0; element < tangents.Length; element++)
        {
            var lane = colors[column + element] - first;
            if ((uint)lane < Directions.Count)
                lanes[(element * Directions.Count) + lane] = 1;
        }
    }

    /// <summary>Puts the tangents of an array into the entries whose columns have one of the colours.</summary>
    /// <param name="elements">The tangents of each element, which is a row.</param>
    /// <param name="pattern">The pattern.</param>
    /// <param name="entries">The entries.</param>
    /// <param name="first">The colour of the first lane.</param>
    public static void Store(ReadOnlySpan<Vector512<double>> elements, SparsityPattern pattern, Span<double> entries, int first)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        var starts = pattern.RowStarts;
        var columns = pattern.Columns;
        var colors = pattern.Colors;
        var lanes = MemoryMarshal.Cast<Vector512<double>, double>(elements);
        for (var row = 0; row < elements.Length; row++)
        {
            for (var index = starts[row]; index < starts[row + 1]; index++)
            {
                var lane = colors[columns[index]] - first;
                if ((uint)lane < Directions.Count)
                    entries[index] = lanes[(row * Directions.Count) + lane];
            }
        }
    }
}
