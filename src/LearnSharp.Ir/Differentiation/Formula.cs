namespace LearnSharp.Ir;

/// <summary>Floating arithmetic on expressions, without the operations that change nothing: what derivatives are written with.</summary>
internal static class Formula
{
    /// <summary><c>left + right</c>.</summary>
    public static Expression Add(Expression left, Expression right) => right switch
    {
        Unary { Operator: UnaryOperator.Negate, Operand: var negated } => new Binary(BinaryOperator.Subtract, left, negated),
        _ => new Binary(BinaryOperator.Add, left, right),
    };

    /// <summary>The sum of two values of one type: of structs field by field, where fields that carry no derivative stay those of the left one.</summary>
    public static Expression Sum(Expression left, Expression right)
    {
        if (left.Type is not StructType structure)
            return left.Type.IsDifferentiable ? Add(left, right) : left;
        var fields = new Expression[structure.Fields.Count];
        for (var i = 0; i < fields.Length; i++)
            fields[i] = Sum(new FieldRead(left, i), new FieldRead(right, i));
        return new StructNew(structure, new(fields));
    }

    /// <summary><c>left - right</c>.</summary>
    public static Expression Subtract(Expression left, Expression right) => new Binary(BinaryOperator.Subtract, left, right);

    /// <summary><c>left * right</c>.</summary>
    public static Expression Multiply(Expression left, Expression right)
    {
        if (IsOne(left))
            return right;
        if (IsOne(right))
            return left;
        if (right is Constant { Type: ScalarType { IsFloating: true } } constant && constant.AsDouble == -1.0)
            return Negate(left);
        return (left, right) switch
        {
            (Unary { Operator: UnaryOperator.Negate } l, Unary { Operator: UnaryOperator.Negate } r) => Multiply(l.Operand, r.Operand),
            (Unary { Operator: UnaryOperator.Negate } l, _) => Negate(Multiply(l.Operand, right)),
            (_, Unary { Operator: UnaryOperator.Negate } r) => Negate(Multiply(left, r.Operand)),
            (_, Binary { Operator: BinaryOperator.Divide } r) when IsOne(r.Left) => Divide(left, r.Right),
            _ => new Binary(BinaryOperator.Multiply, left, right),
        };
    }

    /// <summary><c>left / right</c>.</summary>
    public static Expression Divide(Expression left, Expression right) => left switch
    {
        Unary { Operator: UnaryOperator.Negate, Operand: var negated } => Negate(Divide(negated, right)),
        _ => new Binary(BinaryOperator.Divide, left, right),
    };

    /// <summary><c>-operand</c>.</summary>
    public static Expression Negate(Expression operand) => operand switch
    {
        Unary { Operator: UnaryOperator.Negate, Operand: var negated } => negated,
        Constant c => Constant.Floating(c.Type, -c.AsDouble),
        _ => new Unary(UnaryOperator.Negate, operand),
    };

    /// <summary>Whether the expression is the constant 1.</summary>
    public static bool IsOne(Expression expression) => expression is Constant { Type: ScalarType { IsFloating: true } } c && c.AsDouble == 1.0;

    /// <summary>Whether the expression is the constant 0, of either sign.</summary>
    public static bool IsZero(Expression expression) => expression is Constant { Type: ScalarType { IsFloating: true } } c && c.AsDouble == 0.0;

    /// <summary>The floating zero of a scalar type.</summary>
    public static Constant Zero(IrType type) => Constant.Floating(type, 0.0);
}
