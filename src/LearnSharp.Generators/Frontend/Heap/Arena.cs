using System.Collections.Generic;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;

namespace LearnSharp.Generators.Frontend;

/// <summary>
/// Where the objects of a family of classes live: an array for each member, in which an object is a position. Position zero is null. An object's position
/// is handed out once and never given back.
/// </summary>
/// <param name="count">The first position that is free.</param>
/// <param name="tags">The class of each object, as its place among <paramref name="classes"/> counted from one; null where there is only one class.</param>
/// <param name="classes">The classes.</param>
internal sealed class Arena(Local count, Local? tags, IReadOnlyList<INamedTypeSymbol> classes)
{
    /// <summary>The first position that is free.</summary>
    public Local Count => count;

    /// <summary>The class of each object; null where there is only one.</summary>
    public Local? Tags => tags;

    /// <summary>The classes.</summary>
    public IReadOnlyList<INamedTypeSymbol> Classes => classes;

    /// <summary>The arrays of members, in the order in which they are declared.</summary>
    public List<ArenaItems> Items { get; } = [];
}
