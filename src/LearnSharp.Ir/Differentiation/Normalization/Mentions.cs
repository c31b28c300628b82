using System.Collections.Generic;

namespace LearnSharp.Ir;

/// <summary>The locals that a statement reads or assigns.</summary>
internal sealed class Mentions : Walker
{
    private readonly HashSet<Local> _locals = [];

    private Mentions()
    {
    }

    /// <summary>The locals.</summary>
    public static HashSet<Local> Of(Statement statement)
    {
        var mentions = new Mentions();
        mentions.Visit(statement);
        return mentions._locals;
    }

    /// <inheritdoc/>
    public override void Visit(Expression expression)
    {
        if (expression is LocalRead read)
            _locals.Add(read.Local);
        base.Visit(expression);
    }

    /// <inheritdoc/>
    public override void Visit(Place place)
    {
        if (place is LocalPlace target)
            _locals.Add(target.Local);
        base.Visit(place);
    }
}
