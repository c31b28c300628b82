namespace LearnSharp.Ir;

/// <summary>Looks for one local; stops where it is found.</summary>
internal sealed class LocalSearch : Walker
{
    private readonly Local _local;
    private readonly bool _readsOnly;
    private bool _found;

    private LocalSearch(Local local, bool readsOnly) => (_local, _readsOnly) = (local, readsOnly);

    /// <summary>Whether a statement reads or stores to the local.</summary>
    public static bool Finds(Statement statement, Local local)
    {
        var search = new LocalSearch(local, readsOnly: false);
        search.Visit(statement);
        return search._found;
    }

    /// <summary>Whether a statement reads the local.</summary>
    public static bool FindsRead(Statement statement, Local local)
    {
        var search = new LocalSearch(local, readsOnly: true);
        search.Visit(statement);
        return search._found;
    }

    /// <summary>Whether an expression reads the local.</summary>
    public static bool FindsRead(Expression expression, Local local)
    {
        if (expression is LocalRead read)
            return read.Local.Equals(local);
        var search = new LocalSearch(local, readsOnly: true);
        search.Visit(expression);
        return search._found;
    }

    /// <inheritdoc/>
    public override void Visit(Statement statement)
    {
        if (!_found)
            base.Visit(statement);
    }

    /// <inheritdoc/>
    public override void Visit(Expression expression)
    {
        if (_found)
            return;
        if (expression is LocalRead read)
            _found = read.Local.Equals(_local);
        else
            base.Visit(expression);
    }

    /// <inheritdoc/>
    public override void Visit(Place place)
    {
        if (_found)
            return;
        if (!_readsOnly && place is LocalPlace target)
            _found = target.Local.Equals(_local);
        else
            base.Visit(place);
    }
}
