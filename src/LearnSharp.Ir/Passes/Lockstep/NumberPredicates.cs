namespace LearnSharp.Ir;

/// <summary>
/// Writes what C# asks of a number (<c>double.IsNaN</c> and its like) as comparisons, which rows have: the code of the type itself they cannot see into.
/// </summary>
internal sealed class NumberPredicates : Rewriter
{
    private NumberPredicates()
    {
    }

    /// <summary>Rewrites a function.</summary>
    public static Function Run(Function function) => new NumberPredicates().Visit(function);

    /// <inheritdoc/>
    public override Expression Visit(Expression expression) =>
        base.Visit(expression) is var visited && visited is Extern { Operands: [{ Type: ScalarType { IsFloating: true } type } number] } asked
        && Name(asked.Template, type) is { } name && Compared(name, type, number) is { } comparison
            ? comparison with { Origin = expression.Origin }
            : visited;

    private static string? Name(string template, ScalarType type)
    {
        var (start, end) = (type.CSharpName + ".", "({0})");
        return template.StartsWith(start, System.StringComparison.Ordinal) && template.EndsWith(end, System.StringComparison.Ordinal)
            ? template.Substring(start.Length, template.Length - start.Length - end.Length)
            : null;
    }

    // The operand stands once in each of them, whatever it is.
    private static Expression? Compared(string name, ScalarType type, Expression number)
    {
        var magnitude = new MathCall(MathFunction.Abs, type, [number]);
        var infinity = Constant.Floating(type, double.PositiveInfinity);
        return name switch
        {
            "IsNaN" => new Unary(UnaryOperator.Not, new Binary(BinaryOperator.GreaterOrEqual, magnitude, Constant.Floating(type, 0))),
            "IsFinite" => new Binary(BinaryOperator.Less, magnitude, infinity),
            "IsInfinity" => new Binary(BinaryOperator.Equal, magnitude, infinity),
            "IsPositiveInfinity" => new Binary(BinaryOperator.Equal, number, infinity),
            "IsNegativeInfinity" => new Binary(BinaryOperator.Equal, number, Constant.Floating(type, double.NegativeInfinity)),
            "IsNegative" => new Binary(BinaryOperator.Less, new MathCall(MathFunction.CopySign, type, [Constant.Floating(type, 1), number]), Constant.Floating(type, 0)),
            _ => null,
        };
    }
}
