using LearnSharp.Ir;

namespace LearnSharp.Generators.Tests.Corpus;

/// <summary>Finds out whether a program computes anything in float: then derivatives agree to fewer digits.</summary>
internal sealed class CorpusFloats : Walker
{
    private bool _found;

    /// <summary>Whether an expression of the program is a float.</summary>
    public static bool In(IrProgram program)
    {
        var search = new CorpusFloats();
        search.Visit(program);
        return search._found;
    }

    /// <inheritdoc/>
    public override void Visit(Expression expression)
    {
        _found |= expression.Type == ScalarType.Float;
        base.Visit(expression);
    }
}
