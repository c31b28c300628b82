namespace LearnSharp.Ir;

/// <summary>Whether a program saves values on the workspace, as what reverse mode writes does: there is no adjoint of that.</summary>
internal sealed class Saves : Walker
{
    private bool _found;

    private Saves()
    {
    }

    /// <summary>Whether any function of a program saves or restores.</summary>
    public static bool In(IrProgram program)
    {
        var walker = new Saves();
        walker.Visit(program);
        return walker._found;
    }

    /// <inheritdoc/>
    public override void Visit(Statement statement)
    {
        _found |= statement is Push or Pop or PushElements or PopElements;
        base.Visit(statement);
    }
}
