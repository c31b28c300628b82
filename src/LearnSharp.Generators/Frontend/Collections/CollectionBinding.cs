using System.Collections.Generic;

namespace LearnSharp.Generators.Frontend;

/// <summary>A collection made in a translated body.</summary>
internal abstract record CollectionBinding : Binding
{
    /// <summary>Where it is, if it lives among others of its type; null for one in variables of its own.</summary>
    public StoredCollection? Home { get; init; }

    /// <summary>How many variables have stood for it: one that has a single name may be replaced as a whole.</summary>
    public int Names { get; set; }

    /// <summary>Notes of the loops that go through it right now, each set when it changes.</summary>
    public List<ChangeNote> Watching { get; } = [];

    /// <summary>What C# says where a loop goes on through a collection that has changed.</summary>
    public virtual string Changed => "Collection was modified; enumeration operation may not execute.";
}
