using System.Collections.Generic;

namespace LearnSharp.Ir;

/// <summary>What an expression or statement reads.</summary>
internal sealed class Reads : Walker
{
    private static readonly HashSet<Local> s_none = [];

    // Most expressions read little, and few read elements.
    private HashSet<Local>? _locals;
    private HashSet<Local>? _elements;

    private Reads()
    {
    }

    /// <summary>The locals whose values are read.</summary>
    public IReadOnlyCollection<Local> Locals => _locals ?? s_none;

    /// <summary>The array locals whose elements are read.</summary>
    public IReadOnlyCollection<Local> Elements => _elements ?? s_none;

    /// <summary>The reads of an expression.</summary>
    public static Reads Of(Expression expression)
    {
        var reads = new Reads();
        reads.Visit(expression);
        return reads;
    }

    /// <summary>The reads of statements and what is nested in them.</summary>
    public static Reads Of(IEnumerable<Statement> statements)
    {
        var reads = new Reads();
        foreach (var statement in statements)
            reads.Visit(statement);
        return reads;
    }

    /// <summary>The local that an array expression reads, or for a row what stands for the rows of its array (<see cref="ArrayLevels"/>).</summary>
    public static Local? Root(Expression array) => array switch
    {
        LocalRead e => e.Local,
        Convert e => Root(e.Operand),
        Element { Type: ArrayType } e => Root(e.Array) is { } outer ? ArrayLevels.Rows(outer) : null,
        _ => null,
    };

    /// <inheritdoc/>
    public override void Visit(Expression expression)
    {
        if (expression is LocalRead read)
            (_locals ??= []).Add(read.Local);
        if (expression is Element element && Root(element.Array) is { } root)
            (_elements ??= []).Add(root);
        base.Visit(expression);
    }
}
