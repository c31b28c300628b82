namespace LearnSharp.Generators.Frontend;

/// <summary>What a <see cref="MapBinding"/> is to C#.</summary>
internal enum MapKind
{
    /// <summary><c>Dictionary</c>.</summary>
    Dictionary,

    /// <summary><c>SortedDictionary</c>.</summary>
    SortedDictionary,

    /// <summary><c>SortedList</c>.</summary>
    SortedList,

    /// <summary><c>HashSet</c>.</summary>
    HashSet,

    /// <summary><c>SortedSet</c>.</summary>
    SortedSet,
}
