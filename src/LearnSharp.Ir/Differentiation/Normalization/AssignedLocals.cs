using System.Collections.Generic;

namespace LearnSharp.Ir;

/// <summary>The locals that are assigned other than by their declaration.</summary>
internal sealed class AssignedLocals : Walker
{
    private readonly HashSet<Local> _assigned = [];

    private AssignedLocals()
    {
    }

    /// <summary>The locals assigned, wholly or in a field, in a block and what is nested in it.</summary>
    public static HashSet<Local> Of(Block block)
    {
        var walker = new AssignedLocals();
        walker.Visit(block);
        return walker._assigned;
    }

    /// <inheritdoc/>
    public override void Visit(Place place)
    {
        if (place is LocalPlace target)
            _assigned.Add(target.Local);
        base.Visit(place);
    }
}
