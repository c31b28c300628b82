using LearnSharp.Ir;

namespace LearnSharp.Generators.Tests.Frontend;

/// <summary>Looks for values that only C# can compute, outside exceptions and the collections that are hosted (see <see cref="HostedIndex"/>).</summary>
internal sealed class ExternSearch : Walker
{
    private bool _found;

    /// <summary>Whether the interpreter would need the host for a program.</summary>
    public static bool Has(IrProgram program)
    {
        var search = new ExternSearch();
        search.Visit(program);
        return search._found;
    }

    /// <inheritdoc/>
    public override void Visit(Statement statement)
    {
        if (statement is not Throw)
            base.Visit(statement);
    }

    /// <inheritdoc/>
    public override void Visit(Expression expression)
    {
        _found |= expression is Extern call && HostedIndex.Resolve(call) is null;
        base.Visit(expression);
    }
}
