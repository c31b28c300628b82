namespace LearnSharp.Ir;

/// <summary>Whether running a program can be noticed other than by its results, its written arguments and what it throws.</summary>
internal sealed class EffectfulCode : Walker
{
    private bool _happens;

    /// <summary>Whether a program runs effectful C#.</summary>
    public static bool Happens(IrProgram program)
    {
        var effects = new EffectfulCode();
        effects.Visit(program);
        return effects._happens;
    }

    /// <inheritdoc/>
    public override void Visit(Statement statement)
    {
        if (statement is Throw)
            return;
        _happens |= statement is Evaluate;
        base.Visit(statement);
    }

    /// <inheritdoc/>
    public override void Visit(Expression expression)
    {
        _happens |= expression is Extern { Purity: Purity.Effectful };
        base.Visit(expression);
    }
}
