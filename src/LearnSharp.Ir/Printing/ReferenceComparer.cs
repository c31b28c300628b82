using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace LearnSharp.Ir;

/// <summary>Tells nodes apart that are equal in value: which one, not what it says.</summary>
internal sealed class ReferenceComparer<T> : IEqualityComparer<T>
    where T : class
{
    /// <summary>The comparer.</summary>
    public static readonly ReferenceComparer<T> Instance = new();

    /// <inheritdoc/>
    public bool Equals(T? x, T? y) => ReferenceEquals(x, y);

    /// <inheritdoc/>
    public int GetHashCode(T obj) => RuntimeHelpers.GetHashCode(obj);
}
