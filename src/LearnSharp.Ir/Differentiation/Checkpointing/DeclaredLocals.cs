using System.Collections.Generic;

namespace LearnSharp.Ir;

/// <summary>The locals declared in a statement and what is nested in it.</summary>
internal sealed class DeclaredLocals : Walker
{
    private readonly HashSet<Local> _declared = [];

    private DeclaredLocals()
    {
    }

    /// <summary>The locals.</summary>
    public static HashSet<Local> Of(Statement statement)
    {
        var walker = new DeclaredLocals();
        walker.Visit(statement);
        return walker._declared;
    }

    /// <inheritdoc/>
    public override void Visit(Statement statement)
    {
        if (statement is Declare declare)
            _declared.Add(declare.Local);
        base.Visit(statement);
    }
}
