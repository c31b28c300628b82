namespace LearnSharp.Ir;

/// <summary>Finds out whether a program computes anything in float.</summary>
internal sealed class FloatUse : Walker
{
    private bool _found;

    /// <summary>Whether an expression of the program is a float.</summary>
    public static bool In(IrProgram program)
    {
        var walker = new FloatUse();
        walker.Visit(program);
        return walker._found;
    }

    /// <inheritdoc/>
    public override void Visit(Expression expression)
    {
        _found |= expression.Type == ScalarType.Float;
        base.Visit(expression);
    }
}
