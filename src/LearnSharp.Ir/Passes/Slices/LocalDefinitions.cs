using System.Collections.Generic;

namespace LearnSharp.Ir;

/// <summary>How often the locals of a function get a value.</summary>
internal sealed class LocalDefinitions : Walker
{
    private readonly Dictionary<Local, int> _stores = [];
    private readonly Dictionary<Local, Expression> _first = [];
    private readonly HashSet<Local> _parameters = [];

    /// <summary>Counts in a function.</summary>
    public LocalDefinitions(Function function)
    {
        foreach (var parameter in function.Parameters)
            _parameters.Add(parameter.Local);
        Visit(function);
    }

    /// <summary>Whether a local never changes once it has a value.</summary>
    public bool IsFixed(Local local) => Stores(local) == (_parameters.Contains(local) || _first.ContainsKey(local) ? 0 : 1);

    /// <summary>How often a local is stored to, besides its declaration.</summary>
    public int Stores(Local local) => _stores.TryGetValue(local, out var count) ? count : 0;

    /// <summary>The value that a local is declared with; null where there is none.</summary>
    public Expression? First(Local local) => _first.TryGetValue(local, out var value) ? value : null;

    /// <inheritdoc/>
    public override void Visit(Statement statement)
    {
        if (statement is Declare { Value: { } value } declared)
            _first[declared.Local] = value;
        base.Visit(statement);
    }

    /// <inheritdoc/>
    public override void Visit(Place place)
    {
        if (place is LocalPlace stored)
            _stores[stored.Local] = Stores(stored.Local) + 1;
        base.Visit(place);
    }
}
