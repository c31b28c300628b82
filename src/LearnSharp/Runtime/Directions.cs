using System;
using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LearnSharp.Runtime;

/// <summary>
/// Tangents along eight directions at once, one in each lane of a vector: what goes into and comes out of the generated code that carries them through a method. Lanes never meet, so that
/// every direction has the bits that it would have alone.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public static class Directions
{
    /// <summary>The number of directions.</summary>
    public const int Count = 8;

    /// <summary>A number that moves along one direction only.</summary>
    /// <param name="lane">Which one; none where there is no such lane.</param>
    public static Vector512<double> At(int lane) => (uint)lane < Count ? Vector512<double>.Zero.WithElement(lane, 1) : default;

    /// <summary>Lets neighbouring elements move along one direction each, and the others along none.</summary>
    /// <param name="tangents">The elements' tangents.</param>
    /// <param name="lane">The lane of the first element, inside or outside.</param>
    public static void At(Span<Vector512<double>> tangents, int lane)
    {
        tangents.Clear();
        for (var element = Math.Max(0, -lane); element < tangents.Length && lane + element < Count; element++)
            tangents[element] = At(lane + element);
    }

    /// <summary>The tangents of a number along some of many directions.</summary>
    /// <param name="tangents">One for each direction.</param>
    /// <param name="first">The direction of the first lane; lanes behind the last direction do not move.</param>
    public static Vector512<double> Load(ReadOnlySpan<double> tangents, int first)
    {
        if (tangents.Length - first >= Count)
            return Vector512.Create(tangents.Slice(first, Count));
        Span<double> lanes = stackalloc double[Count];
        lanes.Clear();
        tangents[first..].CopyTo(lanes);
        return Vector512.Create((ReadOnlySpan<double>)lanes);
    }

    /// <summary>The tangents of an array along some of many directions.</summary>
    /// <param name="tangents">Those of all elements along the first direction, then along the second, and so on.</param>
    /// <param name="first">The direction of the first lane; lanes behind the last direction do not move.</param>
    /// <param name="elements">Receives those of each element.</param>
    public static void Load(ReadOnlySpan<double> tangents, int first, Span<Vector512<double>> elements)
    {
        elements.Clear();
        var lanes = MemoryMarshal.Cast<Vector512<double>, double>(elements);
        for (var lane = 0; lane < Count && (first + lane + 1) * elements.Length <= tangents.Length; lane++)
        {
            var along = tangents.Slice((first + lane) * elements.Length, elements.Length);
            for (var element = 0; element < along.Length; element++)
                lanes[(element * Count) + lane] = along[element];
        }
    }

    /// <summary>Puts the tangents of an array where <see cref="Load(ReadOnlySpan{double}, int, Span{Vector512{double}})"/> would take them from.</summary>
    /// <param name="elements">Those of each element.</param>
    /// <param name="tangents">Receives them, one direction after the other.</param>
    /// <param name="first">The direction of the first lane.</param>
    public static void Store(ReadOnlySpan<Vector512<double>> elements, Span<double> tangents, int first)
    {
        var lanes = MemoryMarshal.Cast<Vector512<double>, double>(elements);
        for (var lane = 0; lane < Count && (first + lane + 1) * elements.Length <= tangents.Length; lane++)
        {
            var along = tangents.Slice((first + lane) * elements.Length, elements.Length);
            for (var element = 0; element < along.Length; element++)
                along[element] = lanes[(element * Count) + lane];
        }
    }

    /// <summary>Puts the tangents of a number into a row of a matrix, as many as it has columns for.</summary>
    /// <param name="tangent">The tangents.</param>
    /// <param name="matrix">The matrix.</param>
    /// <param name="row">The row.</param>
    /// <param name="column">The column of the first lane.</param>
    public static void Store(Vector512<double> tangent, double[,] matrix, int row, int column)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        if (column + Count <= matrix.GetLength(1))
        {
            tangent.StoreUnsafe(ref matrix[row, column]);
            return;
        }

        for (var lane = 0; column + lane < matrix.GetLength(1); lane++)
            matrix[row, column + lane] = tangent[lane];
    }

    /// <summary>Puts the tangents of an array into rows of a matrix, as many as it has columns for.</summary>
    /// <param name="elements">Those of each element.</param>
    /// <param name="matrix">The matrix.</param>
    /// <param name="row">The row of the first element.</param>
    /// <param name="column">The column of the first lane.</param>
    public static void Store(ReadOnlySpan<Vector512<double>> elements, double[,] matrix, int row, int column)
    {
        for (var element = 0; element < elements.Length; element++)
            Store(elements[element], matrix, row + element, column);
    }
}
