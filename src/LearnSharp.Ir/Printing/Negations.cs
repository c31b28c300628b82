namespace LearnSharp.Ir;

/// <summary>Negated conditions.</summary>
internal static class Negations
{
    /// <summary>The condition that holds when <paramref name="condition"/> does not. An order of floating numbers cannot be turned around: NaN is in
    /// neither.</summary>
    public static Expression Not(Expression condition)
    {
        if (condition is Unary { Operator: UnaryOperator.Not } negated)
            return negated.Operand;
        if (condition is Constant constant)
            return Constant.Of(!constant.IsTrue);
        if (condition is Binary { IsComparison: true } comparison)
        {
            BinaryOperator? opposite = comparison.Operator switch
            {
                BinaryOperator.Equal => BinaryOperator.NotEqual,
                BinaryOperator.NotEqual => BinaryOperator.Equal,
                _ when comparison.Left.Type is ScalarType { IsFloating: true } => null,
                BinaryOperator.Less => BinaryOperator.GreaterOrEqual,
                BinaryOperator.LessOrEqual => BinaryOperator.Greater,
                BinaryOperator.Greater => BinaryOperator.LessOrEqual,
                BinaryOperator.GreaterOrEqual => BinaryOperator.Less,
                _ => null,
            };
            if (opposite is not null)
                return comparison with { Operator = opposite.Value };
        }

        return new Unary(UnaryOperator.Not, condition);
    }
}
