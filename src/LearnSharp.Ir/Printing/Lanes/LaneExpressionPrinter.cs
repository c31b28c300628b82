using System;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>Prints expressions as lanes.</summary>
internal sealed class LaneExpressionPrinter(LocalNames names, LaneTypes types, ExpressionPrinter scalars)
{
    private const string Lanes = "global::LearnSharp.Runtime.Lanes";

    /// <summary>The operator of the arithmetic that lanes have as C# has it, or null.</summary>
    public static string? Symbol(BinaryOperator op) => op switch
    {
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        BinaryOperator.Divide => "/",
        _ => null,
    };

    /// <summary>An expression as lanes, without parentheses around it.</summary>
    public string Print(Expression expression)
    {
        if (!types.IsLanes(expression) || expression is Constant or Default)
            return Same(expression);
        switch (expression)
        {
            case LocalRead e:
                return names[e.Local];
            case Unary e:
                return PrintUnary(e);
            case Binary { IsComparison: true } e:
                return PrintComparison(e);
            case Binary e:
                return PrintBinary(e);
            case Conditional e when !types.IsLanes(e.Condition):
                return $"({scalars.Print(e.Condition)} ? {Print(e.WhenTrue)} : {Print(e.WhenFalse)})";
            case Conditional e:
                return $"TLanes.Select({Print(e.Condition)}, {Print(e.WhenTrue)}, {Print(e.WhenFalse)})";
            case Convert e:
                return PrintConvert(e);
            case MathCall e:
                return PrintMath(e);
            default:
                throw new InvalidOperationException($"The printer of lanes does not know {expression.GetType().Name}.");
        }
    }

    /// <summary>A scalar, given as C#, in every lane.</summary>
    public static string Widened(IrType type, string scalar) => type switch
    {
        { IsDifferentiable: true } => $"TLanes.Of({scalar})",
        ScalarType { Kind: ScalarKind.Bool } => $"{Lanes}.Mask<TLanes>({scalar})",
        EnumType => $"TLanes.OfBits((long)({scalar}))",
        _ => $"TLanes.OfBits({scalar})",
    };

    private string Same(Expression expression) => expression switch
    {
        Default { Type: var type } when type.IsDifferentiable => "default(TLanes)",
        Constant { Type.IsDifferentiable: true } e when BitConverter.DoubleToInt64Bits(e.AsDouble) == 0 => "default(TLanes)",
        Constant { Type.IsDifferentiable: true } e => $"TLanes.Of({Literals.Print(Constant.Of(e.AsDouble)).Text})",
        _ => Widened(expression.Type, scalars.Print(expression)),
    };

    private string Operand(Expression expression)
    {
        var text = Print(expression);
        return types.IsLanes(expression) && NeedsParentheses(expression) ? $"({text})" : text;
    }

    // What prints as an operator is put in parentheses inside another one; what prints as a call is not.
    private static bool NeedsParentheses(Expression expression) => expression switch
    {
        Unary => true,
        Binary { IsComparison: true } => false,
        Binary { Type: ScalarType { Kind: ScalarKind.Double } } e => Symbol(e.Operator) is not null,
        Binary { Type: ScalarType { Kind: ScalarKind.Float } } => false,
        Binary e => e.Operator is BinaryOperator.And or BinaryOperator.Or or BinaryOperator.Xor or BinaryOperator.AndAlso or BinaryOperator.OrElse,
        _ => false,
    };

    private string PrintUnary(Unary e) => e.Operator switch
    {
        UnaryOperator.Negate when e.Type.IsDifferentiable => "-" + Operand(e.Operand),
        UnaryOperator.Negate => Whole(e.Type, $"TLanes.SubtractBits(default, {Print(e.Operand)})"),
        UnaryOperator.Not or UnaryOperator.Complement => "~" + Operand(e.Operand),
        UnaryOperator.Detach => Operand(e.Operand),
        _ => throw Unknown(e.Operator),
    };

    private string PrintComparison(Binary e)
    {
        var (left, right) = (Print(e.Left), Print(e.Right));
        if (e.Left.Type.IsDifferentiable)
        {
            return e.Operator switch
            {
                BinaryOperator.Equal => $"TLanes.Equal({left}, {right})",
                BinaryOperator.NotEqual => $"~TLanes.Equal({left}, {right})",
                BinaryOperator.Less => $"TLanes.Less({left}, {right})",
                BinaryOperator.LessOrEqual => $"TLanes.LessOrEqual({left}, {right})",
                BinaryOperator.Greater => $"TLanes.Less({right}, {left})",
                BinaryOperator.GreaterOrEqual => $"TLanes.LessOrEqual({right}, {left})",
                _ => throw Unknown(e.Operator),
            };
        }

        return e.Operator switch
        {
            BinaryOperator.Equal => $"TLanes.EqualBits({left}, {right})",
            BinaryOperator.NotEqual => $"~TLanes.EqualBits({left}, {right})",
            BinaryOperator.Less => $"TLanes.LessBits({left}, {right})",
            BinaryOperator.LessOrEqual => $"~TLanes.LessBits({right}, {left})",
            BinaryOperator.Greater => $"TLanes.LessBits({right}, {left})",
            BinaryOperator.GreaterOrEqual => $"~TLanes.LessBits({left}, {right})",
            _ => throw Unknown(e.Operator),
        };
    }

    private string PrintBinary(Binary e)
    {
        switch (e.Operator)
        {
            case BinaryOperator.And or BinaryOperator.AndAlso:
                return $"{Operand(e.Left)} & {Operand(e.Right)}";
            case BinaryOperator.Or or BinaryOperator.OrElse:
                return $"{Operand(e.Left)} | {Operand(e.Right)}";
            case BinaryOperator.Xor:
                return $"{Operand(e.Left)} ^ {Operand(e.Right)}";
            case BinaryOperator.WithDerivativeOf:
                return Operand(e.Left);
        }

        if (e.Type.IsDifferentiable)
        {
            var text = Symbol(e.Operator) is { } symbol ? $"{Operand(e.Left)} {symbol} {Operand(e.Right)}" : $"{Lanes}.Remainder({Print(e.Left)}, {Print(e.Right)})";
            return Rounded(e.Type, text);
        }

        var (left, right) = (Print(e.Left), Print(e.Right));
        var isInt = e.Type == ScalarType.Int;
        return e.Operator switch
        {
            BinaryOperator.Add => Whole(e.Type, $"TLanes.AddBits({left}, {right})"),
            BinaryOperator.Subtract => Whole(e.Type, $"TLanes.SubtractBits({left}, {right})"),
            BinaryOperator.Multiply => Whole(e.Type, $"TLanes.MultiplyBits({left}, {right})"),
            BinaryOperator.Divide => $"{Lanes}.DivideWhole({left}, {right})",
            BinaryOperator.Remainder => $"{Lanes}.RemainderWhole({left}, {right})",
            BinaryOperator.ShiftLeft => $"{Lanes}.ShiftLeft{(isInt ? "Int" : "Long")}({left}, {right})",
            BinaryOperator.ShiftRight => $"{Lanes}.ShiftRight{(isInt ? "Int" : "Long")}({left}, {right})",
            BinaryOperator.ShiftRightUnsigned => $"{Lanes}.ShiftRightUnsigned{(isInt ? "Int" : "Long")}({left}, {right})",
            _ => throw Unknown(e.Operator),
        };
    }

    private string PrintConvert(Convert e)
    {
        if (!types.IsLanes(e.Operand))
            return Same(e);
        var operand = Print(e.Operand);
        return (e.Operand.Type, e.Target) switch
        {
            (ScalarType { IsFloating: true }, ScalarType { Kind: ScalarKind.Double }) => operand,
            (ScalarType { Kind: ScalarKind.Double }, ScalarType { Kind: ScalarKind.Float }) => $"{Lanes}.ToSingle({operand})",
            (ScalarType { IsFloating: true }, ScalarType { IsFloating: true }) => operand,
            (ScalarType { IsFloating: true }, ScalarType { Kind: ScalarKind.Int }) => $"{Lanes}.TruncateToInt({operand})",
            (ScalarType { IsFloating: true }, ScalarType { Kind: ScalarKind.Long }) => $"{Lanes}.TruncateToLong({operand})",
            (ScalarType { Kind: ScalarKind.Long } or EnumType, ScalarType { Kind: ScalarKind.Float }) => $"{Lanes}.SingleOfWhole({operand})",
            (ScalarType { IsInteger: true } or EnumType, ScalarType { IsFloating: true } to) => Rounded(to, $"TLanes.FromWhole({operand})"),
            (ScalarType { Kind: ScalarKind.Long } or EnumType, ScalarType { Kind: ScalarKind.Int }) => $"{Lanes}.WrapToInt({operand})",
            (ScalarType { IsInteger: true } or EnumType, ScalarType { IsInteger: true } or EnumType) => operand,
            _ => throw new InvalidOperationException($"Lanes of {e.Operand.Type} do not become {e.Target}."),
        };
    }

    private string PrintMath(MathCall e)
    {
        var arguments = string.Join(", ", e.Arguments.Select(Print));
        if (!e.Overload.IsFloating)
            return e.Function == MathFunction.Sign ? $"{Lanes}.SignWhole({arguments})" : $"{Lanes}.{e.Function}Whole({arguments})";
        switch (e.Function)
        {
            case MathFunction.Abs or MathFunction.Floor or MathFunction.Sqrt or MathFunction.Ceiling or MathFunction.Round or MathFunction.Truncate or MathFunction.Min or MathFunction.Max:
                return e.Function == MathFunction.Sqrt ? Rounded(e.Overload, $"TLanes.Sqrt({arguments})") : $"TLanes.{e.Function}({arguments})";
            case MathFunction.FusedMultiplyAdd:
                return e.Overload == ScalarType.Float ? $"{Lanes}.FusedMultiplyAddSingle({arguments})" : $"TLanes.Fma({arguments})";
            case MathFunction.Clamp or MathFunction.CopySign or MathFunction.MaxMagnitude or MathFunction.MinMagnitude or MathFunction.Sign:
                return $"{Lanes}.{e.Function}({arguments})";
            default:
                return Rounded(e.Overload, $"{Lanes}.{e.Function}({arguments})");
        }
    }

    private static string Rounded(IrType type, string text) => type == ScalarType.Float ? $"{Lanes}.ToSingle({text})" : text;

    private static string Whole(IrType type, string text) => type == ScalarType.Int ? $"{Lanes}.WrapToInt({text})" : text;

    private static InvalidOperationException Unknown(BinaryOperator op) => new($"Lanes have no operator {op}.");

    private static InvalidOperationException Unknown(UnaryOperator op) => new($"Lanes have no operator {op}.");
}
