using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Frontend;

/// <summary>The locals that statements use and do not declare.</summary>
internal sealed class FreeLocals : Walker
{
    private readonly Dictionary<int, Local> _used = [];
    private readonly HashSet<int> _declared = [];
    private readonly HashSet<int> _written = [];

    private FreeLocals()
    {
    }

    /// <summary>Finds them, in the order of their ids, each with whether it is stored to.</summary>
    public static List<(Local Local, bool IsWritten)> In(IEnumerable<Statement> statements)
    {
        var found = new FreeLocals();
        foreach (var statement in statements)
            found.Visit(statement);
        return [.. found._used.Values.Where(local => !found._declared.Contains(local.Id)).OrderBy(static local => local.Id).Select(local => (local, found._written.Contains(local.Id)))];
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
