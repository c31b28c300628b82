using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Frontend;

/// <summary>The locals that statements use, and those that they declare.</summary>
internal sealed class FreeLocals : Walker
{
    private readonly Dictionary<int, Local> _used = [];
    private readonly HashSet<int> _declared = [];
    private readonly HashSet<int> _written = [];

    private FreeLocals()
    {
    }

    /// <summary>The ids of the locals that the statements declare.</summary>
    public IReadOnlyCollection<int> Declared => _declared;

    /// <summary>The locals that they use and do not declare, in the order of their ids, each with whether it is stored to.</summary>
    public IEnumerable<(Local Local, bool IsWritten)> Free =>
        _used.Values.Where(local => !_declared.Contains(local.Id)).OrderBy(static local => local.Id).Select(local => (local, _written.Contains(local.Id)));

    /// <summary>Looks at the statements of a block.</summary>
    public static FreeLocals Of(Block block)
    {
        var found = new FreeLocals();
        found.Visit(block);
        return found;
    }

    /// <inheritdoc/>
    public override void Visit(Statement statement)
    {
        if (statement is Declare declare)
            _declared.Add(declare.Local.Id);
        base.Visit(statement);
    }

    /// <inheritdoc/>
    public override void Visit(Expression expression)
    {
        if (expression is LocalRead { Local: var local })
            _used[local.Id] = local;
        base.Visit(expression);
    }

    /// <inheritdoc/>
    public override void Visit(Place place)
    {
        if (place is LocalPlace { Local: var local })
        {
            _used[local.Id] = local;
            _written.Add(local.Id);
        }

        base.Visit(place);
    }
}
