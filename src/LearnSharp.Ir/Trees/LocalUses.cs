using System.Collections.Generic;

namespace LearnSharp.Ir;

/// <summary>How often the text of a function (or of a part of it) reads and writes each local.</summary>
internal sealed class LocalUses : Walker
{
    private readonly Dictionary<int, int> _reads = [];
    private readonly Dictionary<int, int> _writes = [];

    /// <summary>The uses in a function's body.</summary>
    public static LocalUses Of(Function function)
    {
        var uses = new LocalUses();
        uses.Visit(function);
        return uses;
    }

    /// <summary>The uses in a statement.</summary>
    public static LocalUses Of(Statement statement)
    {
        var uses = new LocalUses();
        uses.Visit(statement);
        return uses;
    }

    /// <summary>Places where the local is read.</summary>
    public int Reads(Local local) => _reads.TryGetValue(local.Id, out var count) ? count : 0;

    /// <summary>Places where the local or a field of it is stored to, its declaration aside.</summary>
    public int Writes(Local local) => _writes.TryGetValue(local.Id, out var count) ? count : 0;

    /// <summary>Reads and writes together.</summary>
    public int Total(Local local) => Reads(local) + Writes(local);

    /// <inheritdoc/>
    public override void Visit(Expression expression)
    {
        if (expression is LocalRead read)
            _reads[read.Local.Id] = Reads(read.Local) + 1;
        base.Visit(expression);
    }

    /// <inheritdoc/>
    public override void Visit(Place place)
    {
        if (place is LocalPlace stored)
            _writes[stored.Local.Id] = Writes(stored.Local) + 1;
        base.Visit(place);
    }
}
