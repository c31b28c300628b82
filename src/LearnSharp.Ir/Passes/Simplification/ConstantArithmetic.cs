using System;

namespace LearnSharp.Ir;

/// <summary>Operators on constants, exactly as C# computes them when it runs; null where the operator throws or the machine has a say.</summary>
internal static class ConstantArithmetic
{
    /// <summary>The value of an operator with one constant operand.</summary>
    public static Constant? Unary(Unary e)
    {
        if (e.Operand is not Constant { Bits: var bits } operand)
            return null;
        switch (e.Operator, operand.Type)
        {
            case (UnaryOperator.Not, ScalarType { Kind: ScalarKind.Bool }):
                return Constant.Of(!operand.IsTrue);
            case (UnaryOperator.Complement, ScalarType { Kind: ScalarKind.Int }):
                return Constant.Of(~(int)bits);
            case (UnaryOperator.Complement, ScalarType { Kind: ScalarKind.Long }):
                return Constant.Of(~bits);
            case (UnaryOperator.Negate, ScalarType { Kind: ScalarKind.Int }):
                return e.Checked && bits == int.MinValue ? null : Constant.Of(unchecked(-(int)bits));
            case (UnaryOperator.Negate, ScalarType { Kind: ScalarKind.Long }):
                return e.Checked && bits == long.MinValue ? null : Constant.Of(unchecked(-bits));
            case (UnaryOperator.Negate, ScalarType { IsFloating: true } type):
                return Constant.Floating(type, -operand.AsDouble);
            default:
                return null;
        }
    }

    /// <summary>The value of an operator with two constant operands.</summary>
    public static Constant? Binary(Binary e, Constant left, Constant right)
    {
        switch (left.Type)
        {
            case ScalarType { IsFloating: true } type:
                if (e.IsComparison)
                    return Compare(e.Operator, left.AsDouble, right.AsDouble);
                return Floating(e.Operator, type, left.AsDouble, right.AsDouble);
            case var _ when e.IsComparison:
                return Compare(e.Operator, left.Bits, right.Bits);
            case ScalarType { Kind: ScalarKind.Bool }:
                return Logical(e.Operator, left.IsTrue, right.IsTrue);
            case ScalarType { Kind: ScalarKind.Int }:
                return Integer(e, left.Bits, right.Bits) is { } value && (!e.Checked || value == (int)value || !CanOverflow(e.Operator))
                    ? Constant.Of(unchecked((int)value))
                    : null;
            case ScalarType { Kind: ScalarKind.Long }:
                return Long(e, left.Bits, right.Bits) is { } wide ? Constant.Of(wide) : null;
            default:
                return null;
        }
    }

    /// <summary>The value of a converted constant.</summary>
    /// <param name="e">The conversion.</param>
    /// <param name="operand">The constant.</param>
    /// <param name="isNamed">Whether the constant has a name worth keeping: then only what becomes an integer is computed.</param>
    public static Constant? Convert(Convert e, Constant operand, bool isNamed)
    {
        switch (e.Target)
        {
            case ScalarType { IsFloating: true } when isNamed:
                return null;
            case ScalarType { Kind: ScalarKind.Double }:
                return Constant.Of(operand.Type is ScalarType { IsFloating: true } ? operand.AsDouble : (double)operand.Bits);
            case ScalarType { Kind: ScalarKind.Float }:
                return Constant.Of(operand.Type is ScalarType { IsFloating: true } ? (float)operand.AsDouble : (float)operand.Bits);
            case ScalarType { Kind: ScalarKind.Int }:
                return ToInteger(operand, int.MinValue, int.MaxValue) is { } value ? Constant.Of((int)value)
                    : e.Checked || operand.Type is not ScalarType { Kind: ScalarKind.Long } ? null
                    : Constant.Of(unchecked((int)operand.Bits));
            case ScalarType { Kind: ScalarKind.Long }:
                return ToInteger(operand, -(1L << 53), 1L << 53) is { } wide ? Constant.Of(wide)
                    : operand.Type is ScalarType { IsInteger: true } ? Constant.Of(operand.Bits) : null;

            // The enum's own width is not known; what a signed byte holds fits all but the odd unsigned one's negatives.
            case EnumType type when operand.Type is not ScalarType { IsFloating: true } && operand.Bits is >= 0 and <= 127:
                return Constant.Of(type, operand.Bits);
            default:
                return null;
        }
    }

    private static long? ToInteger(Constant operand, long min, long max)
    {
        if (operand.Type is ScalarType { IsFloating: true })
        {
            var whole = Math.Truncate(operand.AsDouble);
            return whole >= min && whole <= max ? (long)whole : null;
        }

        return operand.Bits >= min && operand.Bits <= max ? operand.Bits : null;
    }

    private static Constant? Floating(BinaryOperator operation, ScalarType type, double left, double right)
    {
        // Each is correctly rounded, hence alike everywhere; a float's operation computed in double and rounded once more is, too. The casts drop
        // extra bits where a
        // machine has them. A remainder is exact.
        double? value = operation switch
        {
            BinaryOperator.Add => (double)(left + right),
            BinaryOperator.Subtract => (double)(left - right),
            BinaryOperator.Multiply => (double)(left * right),
            BinaryOperator.Divide => (double)(left / right),
            BinaryOperator.Remainder => left % right,
            _ => null,
        };
        return value is { } known ? Constant.Floating(type, known) : null;
    }

    private static Constant? Logical(BinaryOperator operation, bool left, bool right) => operation switch
    {
        BinaryOperator.And or BinaryOperator.AndAlso => Constant.Of(left && right),
        BinaryOperator.Or or BinaryOperator.OrElse => Constant.Of(left || right),
        BinaryOperator.Xor => Constant.Of(left != right),
        _ => null,
    };

    private static bool CanOverflow(BinaryOperator operation) =>
        operation is BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply;

    /// <summary>The result of an operation on ints, before it is brought back to 32 bits.</summary>
    private static long? Integer(Binary e, long left, long right) => e.Operator switch
    {
        BinaryOperator.Add => left + right,
        BinaryOperator.Subtract => left - right,
        BinaryOperator.Multiply => left * right,
        BinaryOperator.Divide => right == 0 || (left == int.MinValue && right == -1) ? null : left / right,
        BinaryOperator.Remainder => right == 0 || (left == int.MinValue && right == -1) ? null : left % right,
        BinaryOperator.And => left & right,
        BinaryOperator.Or => left | right,
        BinaryOperator.Xor => left ^ right,
        BinaryOperator.ShiftLeft => (int)left << (int)right,
        BinaryOperator.ShiftRight => (int)left >> (int)right,
        BinaryOperator.ShiftRightUnsigned => (int)left >>> (int)right,
        _ => null,
    };

    private static long? Long(Binary e, long left, long right)
    {
        switch (e.Operator)
        {
            case BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply:
                try
                {
                    return e.Operator switch
                    {
                        BinaryOperator.Add => checked(left + right),
                        BinaryOperator.Subtract => checked(left - right),
                        _ => checked(left * right),
                    };
                }
                catch (OverflowException)
                {
                    return e.Checked ? null : e.Operator switch
                    {
                        BinaryOperator.Add => unchecked(left + right),
                        BinaryOperator.Subtract => unchecked(left - right),
                        _ => unchecked(left * right),
                    };
                }

            case BinaryOperator.Divide:
                return right == 0 || (left == long.MinValue && right == -1) ? null : left / right;
            case BinaryOperator.Remainder:
                return right == 0 || (left == long.MinValue && right == -1) ? null : left % right;
            case BinaryOperator.And:
                return left & right;
            case BinaryOperator.Or:
                return left | right;
            case BinaryOperator.Xor:
                return left ^ right;
            case BinaryOperator.ShiftLeft:
                return left << (int)right;
            case BinaryOperator.ShiftRight:
                return left >> (int)right;
            case BinaryOperator.ShiftRightUnsigned:
                return left >>> (int)right;
            default:
                return null;
        }
    }

    private static Constant? Compare(BinaryOperator operation, double left, double right) => operation switch
    {
        BinaryOperator.Equal => Constant.Of(left == right),
        BinaryOperator.NotEqual => Constant.Of(left != right),
        BinaryOperator.Less => Constant.Of(left < right),
        BinaryOperator.LessOrEqual => Constant.Of(left <= right),
        BinaryOperator.Greater => Constant.Of(left > right),
        BinaryOperator.GreaterOrEqual => Constant.Of(left >= right),
        _ => null,
    };

    private static Constant? Compare(BinaryOperator operation, long left, long right) => operation switch
    {
        BinaryOperator.Equal => Constant.Of(left == right),
        BinaryOperator.NotEqual => Constant.Of(left != right),
        BinaryOperator.Less => Constant.Of(left < right),
        BinaryOperator.LessOrEqual => Constant.Of(left <= right),
        BinaryOperator.Greater => Constant.Of(left > right),
        BinaryOperator.GreaterOrEqual => Constant.Of(left >= right),
        _ => null,
    };
}
