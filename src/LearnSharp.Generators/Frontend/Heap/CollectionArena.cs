using System.Collections.Generic;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Frontend;

/// <summary>
/// Where the collections of one type live that are stored, chosen or handed to functions: an array for each part of them, in which a collection is a position.
/// Position zero is null.
/// </summary>
/// <param name="key">What tells the type from others.</param>
/// <param name="shape">What a collection of the type is made of, in variables of its own.</param>
/// <param name="count">The first position that is free.</param>
/// <param name="version">How often each was changed; null where nothing asks.</param>
/// <param name="parts">The arrays of parts, in the order of the shape's variables.</param>
internal sealed class CollectionArena(string key, CollectionBinding shape, Local count, Local? version, IReadOnlyList<Local> parts)
{
    /// <summary>What tells the type from others.</summary>
    public string Key => key;

    /// <summary>What a collection of the type is made of.</summary>
    public CollectionBinding Shape => shape;

    /// <summary>The first position that is free.</summary>
    public Local Count => count;

    /// <summary>How often each was changed; null where nothing asks.</summary>
    public Local? Version => version;

    /// <summary>The arrays of parts.</summary>
    public IReadOnlyList<Local> Parts => parts;

    /// <summary>All arrays.</summary>
    public IReadOnlyList<Local> Arrays => version is null ? parts : [.. parts, version];

    /// <summary>How many loops that are being translated go through collections of the type.</summary>
    public int Loops { get; set; }

    /// <summary>How often the translation has changed a collection of the type.</summary>
    public int Changes { get; set; }
}
