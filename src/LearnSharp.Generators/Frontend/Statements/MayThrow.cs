using LearnSharp.Ir;

namespace LearnSharp.Generators.Frontend;

/// <summary>Whether code may throw; a yes may be wrong, a no never is.</summary>
internal sealed class MayThrow : Walker
{
    private bool _found;

    private MayThrow()
    {
    }

    /// <summary>Whether anything in a statement may throw.</summary>
    public static bool Anywhere(Statement statement)
    {
        var search = new MayThrow();
        search.Visit(statement);
        return search._found;
    }

    /// <inheritdoc/>
    public override void Visit(Statement statement)
    {
        _found |= statement is Throw or Call or Evaluate;
        base.Visit(statement);
    }

    /// <inheritdoc/>
    public override void Visit(Expression expression)
    {
        _found |= expression switch
        {
            Element or Length or Slice or Extern => true,
            ArrayNew made => made.Length is not Constant { AsLong: >= 0 },
            Binary { Checked: true } or Unary { Checked: true } or Convert { Checked: true } => true,
            Binary { Operator: BinaryOperator.Divide or BinaryOperator.Remainder, Type: ScalarType { IsInteger: true } } divided => divided.Right is not Constant { AsLong: > 0 },
            MathCall call => call.Overload.IsInteger || call.Function is MathFunction.Clamp or MathFunction.Sign or MathFunction.RoundTo,
            _ => false,
        };
        base.Visit(expression);
    }

    /// <inheritdoc/>
    public override void Visit(Place place)
    {
        _found |= place is ElementPlace;
        base.Visit(place);
    }
}
