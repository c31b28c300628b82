using System.Linq;

namespace LearnSharp.Ir;

/// <summary>What evaluating an expression may do besides giving its value. Careful: where unsure, it may throw.</summary>
internal static class Effects
{
    /// <summary>Whether the expression may be left out when its value is not used.</summary>
    public static bool CanDrop(Expression expression) => expression switch
    {
        Extern e => e.Purity == Purity.Pure && e.Operands.All(CanDrop),
        ArrayLiteral e => e.Elements.All(CanDrop),
        ArrayNew { Length: Constant { Bits: >= 0 } } => true,
        _ => !CanThrow(expression),
    };

    /// <summary>Whether an operation may throw whatever its operands do; of arrays, only lengths and elements are not looked at.</summary>
    public static bool Throws(Expression operation) => operation switch
    {
        Unary e => Throws(e),
        Binary e => Throws(e),
        Convert e => Throws(e),
        MathCall e => Throws(e),
        StructNew e => e.Struct.Form == StructForm.Positional,
        Extern e => e.Purity != Purity.Pure,
        ArrayNew or ArrayLiteral or ArrayRent or Slice => true,
        _ => false,
    };

    /// <summary>Whether evaluating the expression may throw, so that it must not change places with another that may.</summary>
    public static bool CanThrow(Expression expression)
    {
        switch (expression)
        {
            case Constant or LocalRead or Default:
                return false;
            case Unary e:
                return Throws(e) || CanThrow(e.Operand);
            case Binary e:
                return Throws(e) || CanThrow(e.Left) || CanThrow(e.Right);
            case Conditional e:
                return CanThrow(e.Condition) || CanThrow(e.WhenTrue) || CanThrow(e.WhenFalse);
            case Convert e:
                return Throws(e) || CanThrow(e.Operand);
            case MathCall e:
                return Throws(e) || e.Arguments.Any(CanThrow);
            case FieldRead e:
                return CanThrow(e.Struct);
            case StructNew e:
                // A positional constructor of the user's may check its arguments.
                return e.Struct.Form == StructForm.Positional || e.Fields.Any(CanThrow);
            case Length { Array: var array }:
                return array.Type is ArrayType { Kind: ArrayKind.Array } || CanThrow(array);
            default:
                return true;
        }
    }

    private static bool Throws(Unary e) => e.Checked && e.Operator == UnaryOperator.Negate && IsInteger(e.Type);

    private static bool Throws(Convert e) => e.Checked && !Widens(e);

    private static bool Throws(Binary e)
    {
        if (!IsInteger(e.Left.Type))
            return false;
        return e.Operator switch
        {
            BinaryOperator.Divide or BinaryOperator.Remainder => e.Right is not Constant { Bits: not 0 and not -1 },
            BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply => e.Checked,
            _ => false,
        };
    }

    private static bool Throws(MathCall e) =>
        e.Function is MathFunction.Sign or MathFunction.Clamp or MathFunction.RoundTo || (e.Function == MathFunction.Abs && e.Overload.IsInteger);

    private static bool Widens(Convert e) =>
        e.Target is ScalarType { IsFloating: true } or ArrayType || e.Operand.Type == ScalarType.Int && e.Target == ScalarType.Long;

    private static bool IsInteger(IrType type) => type is ScalarType { IsInteger: true };
}
