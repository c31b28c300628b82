using System.Collections.Generic;

namespace LearnSharp.Ir;

/// <summary>What the reverse sweep needs at a point of the forward sweep: locals with their present values, and array classes with their present elements.</summary>
internal sealed class NeedState
{
    /// <summary>The locals.</summary>
    public HashSet<Local> Locals { get; private init; } = [];

    /// <summary>The classes of arrays.</summary>
    public HashSet<Local> Classes { get; private init; } = [];

    /// <summary>A copy.</summary>
    public NeedState Copy() => new() { Locals = new(Locals), Classes = new(Classes) };

    /// <summary>Adds another state's needs; returns whether there was news.</summary>
    public bool Include(NeedState? other)
    {
        if (other is null)
            return false;
        var before = Locals.Count + Classes.Count;
        Locals.UnionWith(other.Locals);
        Classes.UnionWith(other.Classes);
        return Locals.Count + Classes.Count != before;
    }

    /// <summary>The union of two states, either of which may be unreachable (null).</summary>
    public static NeedState? Join(NeedState? first, NeedState? second)
    {
        if (first is null)
            return second;
        first.Include(second);
        return first;
    }
}
