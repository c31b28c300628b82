namespace LearnSharp.Ir;

/// <summary>Operators that one operand decides, or that do nothing: only where it holds for every value, to the bit (<c>x + 0.0</c> does not, for
/// -0.0).</summary>
internal static class Identities
{
    /// <summary>A simpler expression of the same value, or null.</summary>
    public static Expression? Simplify(Binary e)
    {
        if (e.IsShortCircuit || e.Type == ScalarType.Bool)
            return Condition(e);
        return e.Type switch
        {
            ScalarType { IsFloating: true } => Floating(e),
            ScalarType { IsInteger: true } => Integer(e),
            _ => null,
        };
    }

    private static Expression? Condition(Binary e)
    {
        switch (e.Operator)
        {
            case BinaryOperator.AndAlso when e.Left is Constant left:
                return left.IsTrue ? e.Right : left;
            case BinaryOperator.OrElse when e.Left is Constant left:
                return left.IsTrue ? left : e.Right;
            case BinaryOperator.AndAlso or BinaryOperator.And when e.Right is Constant right:
                return right.IsTrue ? e.Left : Effects.CanDrop(e.Left) ? right : null;
            case BinaryOperator.OrElse or BinaryOperator.Or when e.Right is Constant right:
                return !right.IsTrue ? e.Left : Effects.CanDrop(e.Left) ? right : null;
            case BinaryOperator.And when e.Left is Constant { IsTrue: true }:
            case BinaryOperator.Or when e.Left is Constant { IsTrue: false }:
                return e.Right;
        }

        if (!e.IsComparison || !IsVariable(e.Left) || !e.Left.Equals(e.Right))
            return null;

        // A variable compared with itself; a floating one is not equal to itself when it is not a number.
        var isFloating = e.Left.Type is ScalarType { IsFloating: true };
        return e.Operator switch
        {
            BinaryOperator.Less or BinaryOperator.Greater => Constant.Of(false),
            _ when isFloating || e.Left.Type is not (ScalarType or EnumType) => null,
            _ => Constant.Of(e.Operator != BinaryOperator.NotEqual),
        };
    }

    private static Expression? Floating(Binary e) => e.Operator switch
    {
        BinaryOperator.Multiply when Is(e.Right, 1) => e.Left,
        BinaryOperator.Multiply when Is(e.Left, 1) => e.Right,
        BinaryOperator.Divide when Is(e.Right, 1) => e.Left,
        BinaryOperator.Subtract when Is(e.Right, 0.0) => e.Left,
        BinaryOperator.Add when Is(e.Right, -0.0) => e.Left,
        BinaryOperator.Add when Is(e.Left, -0.0) => e.Right,
        _ => null,
    };

    private static Expression? Integer(Binary e)
    {
        switch (e.Operator)
        {
            case BinaryOperator.Add or BinaryOperator.Or or BinaryOperator.Xor when e.Left is Constant { Bits: 0 }:
            case BinaryOperator.Multiply when e.Left is Constant { Bits: 1 }:
                return e.Right;
            case BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Or or BinaryOperator.Xor when e.Right is Constant { Bits: 0 }:
            case BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight or BinaryOperator.ShiftRightUnsigned when e.Right is Constant { Bits: 0 }:
            case BinaryOperator.Multiply or BinaryOperator.Divide when e.Right is Constant { Bits: 1 }:
                return e.Left;
            case BinaryOperator.Multiply or BinaryOperator.And when e.Right is Constant { Bits: 0 } && Effects.CanDrop(e.Left):
                return e.Right;
            default:
                return null;
        }
    }

    private static bool IsVariable(Expression e) => e is LocalRead || (e is FieldRead field && IsVariable(field.Struct));

    private static bool Is(Expression e, double value) => e is Constant constant && constant.Equals(Constant.Floating(e.Type, value));
}
