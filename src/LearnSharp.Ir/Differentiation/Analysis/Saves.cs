namespace LearnSharp.Ir;

/// <summary>Whether a program saves values on the workspace, as what reverse mode writes does: there is no adjoint of that, and no tangent where arrays of arrays are among them.</summary>
internal sealed class Saves : Walker
{
    private bool _found;
    private string? _rows;

    private Saves()
    {
    }

    /// <summary>Whether any function of a program saves or restores.</summary>
    public static bool In(IrProgram program) => Of(program)._found;

    /// <summary>The name of an array of arrays in a program that saves or restores; null where there is none, or nothing is saved.</summary>
    public static string? RowsIn(IrProgram program) => Of(program) is { _found: true } saves ? saves._rows : null;

    /// <inheritdoc/>
    public override void Visit(Function function)
    {
        foreach (var parameter in function.Parameters)
            Look(parameter.Local);
        base.Visit(function);
    }

    /// <inheritdoc/>
    public override void Visit(Statement statement)
    {
        _found |= statement is Push or Pop or PushElements or PopElements;
        if (statement is Declare declared)
            Look(declared.Local);
        base.Visit(statement);
    }

    private static Saves Of(IrProgram program)
    {
        var walker = new Saves();
        walker.Visit(program);
        return walker;
    }

    private void Look(Local local)
    {
        if (ArrayLevels.IsJagged(local.Type) && local.Type.IsDifferentiable)
            _rows ??= local.Name;
    }
}
