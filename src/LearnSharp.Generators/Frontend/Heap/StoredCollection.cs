using LearnSharp.Ir;

namespace LearnSharp.Generators.Frontend;

/// <summary>One of the collections of a type that live in arrays.</summary>
/// <param name="Arena">Where those of its type are.</param>
/// <param name="Self">Its position there, which nothing changes.</param>
internal sealed record StoredCollection(CollectionArena Arena, LocalRead Self)
{
    /// <summary>How often it was changed; only where that is noted.</summary>
    public Element Version => new(new LocalRead(Arena.Version!), Self);
}
