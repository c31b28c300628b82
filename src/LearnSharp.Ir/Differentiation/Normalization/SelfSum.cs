namespace LearnSharp.Ir;

/// <summary>Sums that are stored where their first operand stands: <c>x = x + e</c>. Their derivative leaves that of x alone.</summary>
internal static class SelfSum
{
    /// <summary>Takes <c>x + e</c>, <c>e + x</c> and <c>x - e</c> apart, for the given x; null for anything else.</summary>
    public static (Expression Added, bool Negated)? Split(Expression value, Expression self) => value switch
    {
        Binary { Operator: BinaryOperator.Add } sum when sum.Left.Equals(self) => (sum.Right, false),
        Binary { Operator: BinaryOperator.Subtract } difference when difference.Left.Equals(self) => (difference.Right, true),
        Binary { Operator: BinaryOperator.Add } sum when sum.Right.Equals(self) => (sum.Left, false),
        _ => null,
    };
}
