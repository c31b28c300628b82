using System;
using System.ComponentModel;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LearnSharp.Runtime;

/// <summary>How generated code sees arrays of several dimensions: as their elements, row by row. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RectangularArrays
{
    /// <summary>The elements of an array, row by row: the array's own memory.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="array">An array of <typeparamref name="T"/>, of any number of dimensions.</param>
    /// <exception cref="ArgumentNullException">The array is null.</exception>
    public static Span<T> Elements<T>(Array array)
    {
        ArgumentNullException.ThrowIfNull(array);
        return MemoryMarshal.CreateSpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(array)), array.Length);
    }

    /// <summary>Throws unless an array has the lengths of what it is for.</summary>
    /// <param name="buffer">The array.</param>
    /// <param name="of">The array that it is for, of as many dimensions.</param>
    /// <param name="bufferName">Its name.</param>
    /// <param name="ofName">The name of the array that it is for.</param>
    /// <exception cref="ArgumentNullException">An array is null.</exception>
    /// <exception cref="ArgumentException">A length differs.</exception>
    public static void RequireShape(Array buffer, Array of, string bufferName, string ofName)
    {
        ArgumentNullException.ThrowIfNull(of, ofName);
        ArgumentNullException.ThrowIfNull(buffer, bufferName);
        for (var dimension = 0; dimension < of.Rank; dimension++)
        {
            if (buffer.GetLength(dimension) == of.GetLength(dimension))
                continue;
            throw new ArgumentException($"{bufferName} has {Shape(buffer)} elements, but {ofName} has {Shape(of)}; give it the lengths of {ofName}.", bufferName);
        }
    }

    private static string Shape(Array array) => string.Join(" × ", Enumerable.Range(0, array.Rank).Select(array.GetLength));
}
