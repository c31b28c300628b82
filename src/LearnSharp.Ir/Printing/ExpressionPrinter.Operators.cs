using System;
using System.Text;

namespace LearnSharp.Ir;

/// <summary>Operators, casts and templates.</summary>
internal sealed partial class ExpressionPrinter
{
    private (string Text, Precedence Level) RenderUnary(Unary e)
    {
        if (e.Operator == UnaryOperator.Detach)
            return Render(e.Operand);
        var sign = e.Operator switch
        {
            UnaryOperator.Negate => "-",
            UnaryOperator.Not => "!",
            UnaryOperator.Complement => "~",
            _ => throw new InvalidOperationException($"Unknown operator {e.Operator}."),
        };

        // A constant that would overflow is an error where C# computes it.
        var operand = e.Operator == UnaryOperator.Negate && e.Checked && e.Type is ScalarType { IsInteger: true } && IsCompileTimeConstant(e.Operand)
            ? Hide(e.Operand)
            : Print(e.Operand, Precedence.Unary);
        return (sign + (operand[0] == '-' ? $"({operand})" : operand), Precedence.Unary);
    }

    private (string Text, Precedence Level) RenderBinary(Binary e)
    {
        if (e.Operator == BinaryOperator.WithDerivativeOf)
            return Render(e.Left);
        if (SelfComparison(e) is { } text)
            return text;

        var (symbol, level) = Operator(e.Operator);
        var left = e.Left;
        var right = e.Right;
        if (e.Operator is not (BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight or BinaryOperator.ShiftRightUnsigned or BinaryOperator.Or))
        {
            // C# itself widens one operand to the type of the other.
            var widensRight = right is Convert { Operand.Type: ScalarType } r && IsImplicit(r);
            if (widensRight)
                right = ((Convert)right).Operand;
            else if (left is Convert { Operand.Type: ScalarType } l && IsImplicit(l))
                left = l.Operand;
        }

        // a && b && c means the same however it is grouped.
        var after = e.IsShortCircuit ? level : level + 1;
        var leftText = PrintOperand(left, level, e);
        var rightText = PrintOperand(right, after, e);
        if (e.Type is ScalarType { IsInteger: true } && !e.IsComparison)
        {
            if (e.Operator is BinaryOperator.Divide or BinaryOperator.Remainder && IsCompileTimeConstant(right))
                rightText = IsNonZero(right) ? rightText : Hide(right);
            if (IsCompileTimeConstant(left) && IsCompileTimeConstant(right))
                leftText = Hide(left);
        }

        if (e.IsComparison && e.Left.Type == ScalarType.Long)
        {
            // A long constant that no int reaches, compared with a widened int, is a warning (CS0652).
            if (IsBeyondInt(e.Right))
                rightText = Hide(e.Right);
            else if (IsBeyondInt(e.Left))
                leftText = Hide(e.Left);
        }

        return ($"{leftText} {symbol} {rightText}", level);
    }

    private string PrintOperand(Expression operand, Precedence least, Binary parent)
    {
        // Or-ing sign-extended ints is a warning (CS0675) that a sum is free of.
        if (parent.Operator == BinaryOperator.Or && operand is Convert { Operand.Type: ScalarType { Kind: ScalarKind.Int } })
            return $"({Print(operand, Precedence.Unary)} + 0L)";

        // Bits and shifts are hard to read beside other operators without parentheses.
        if (IsBitwise(parent.Operator) && operand is Binary inner && inner.Operator != parent.Operator)
            least = Precedence.Unary;
        return Print(operand, least);
    }

    /// <summary>
    /// Comparing a variable with itself is a warning (CS1718): what it asks is whether it is a number, or nothing. Widening it on both sides, or where C# does so itself, changes nothing.
    /// </summary>
    private (string Text, Precedence Level)? SelfComparison(Binary e)
    {
        var compared = Unwidened(e.Left);
        if (!e.IsComparison || !IsVariable(compared) || !compared.Equals(Unwidened(e.Right)) || compared.Type is not ScalarType { IsFloating: true } type)
            return null;
        var isNaN = $"{type.CSharpName}.IsNaN({Print(compared)})";
        switch (e.Operator)
        {
            case BinaryOperator.NotEqual:
                return (isNaN, Precedence.Unary);
            case BinaryOperator.Equal or BinaryOperator.LessOrEqual or BinaryOperator.GreaterOrEqual:
                return ("!" + isNaN, Precedence.Unary);
            default:
                var (symbol, level) = Operator(e.Operator);
                return ($"{Hide(compared)} {symbol} {Print(compared, level + 1)}", level);
        }
    }

    private static Expression Unwidened(Expression e) => e is Convert { Operand.Type: ScalarType { IsFloating: true } } widened && IsImplicit(widened) ? widened.Operand : e;

    private (string Text, Precedence Level) RenderConvert(Convert e)
    {
        var operand = e.Operand;
        if (e.Target is ScalarType { IsInteger: true } && operand.Type is ScalarType && !IsImplicit(e) && IsCompileTimeConstant(operand))
            return ($"({e.Target.CSharpName}){Hide(operand)}", Precedence.Unary);
        var text = Print(operand, Precedence.Unary);

        // (Name)-x reads as a subtraction unless the name is a keyword's.
        if (text[0] == '-' && e.Target is not ScalarType)
            text = $"({text})";
        return ($"({e.Target.CSharpName}){text}", Precedence.Unary);
    }

    /// <summary>The value of a compile-time constant, written so that C# computes with it when it runs.</summary>
    private string Hide(Expression constant)
    {
        var text = Print(constant);
        return $"{_math}.Max({text}, {text})";
    }

    private (string Text, Precedence Level) RenderExtern(Extern e)
    {
        if (HiddenStatic.Read(e.Template) is { } hidden)
            return (_fields?.Read(hidden, e.Type) ?? hidden.Text, Precedence.Primary);
        var template = Unwrap(e.Template);
        var text = new StringBuilder();
        for (var i = 0; i < template.Length; i++)
        {
            var (index, end) = Placeholder(template, i);
            if (end < 0 || index >= e.Operands.Count)
            {
                text.Append(template[i]);
                continue;
            }

            var alone = IsDelimiter(template, i - 1, -1) && IsDelimiter(template, end + 1, 1);
            text.Append(Print(e.Operands[index], alone ? Precedence.Lowest : Precedence.Primary));
            i = end;
        }

        var printed = text.ToString();
        return (printed, IsPrimary(printed) ? Precedence.Primary : Precedence.Lowest);
    }

    /// <summary>A template without brackets around the whole of it: they are written where what stands around asks for them.</summary>
    private static string Unwrap(string template)
    {
        // A quote may hide a bracket, and a bare "less than" between commas reads as the call of a generic method.
        if (template.Length < 2 || template[0] != '(' || template.IndexOfAny(['"', '\'', '<', '=']) >= 0)
            return template;
        var depth = 0;
        for (var i = 0; i < template.Length; i++)
        {
            depth += template[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0)
                return i == template.Length - 1 ? template.Substring(1, i - 1) : template;
        }

        return template;
    }

    /// <summary>The number in the braces that begin at <paramref name="start"/>, and where they end; an end of -1 where there is no
    /// placeholder.</summary>
    private static (int Index, int End) Placeholder(string template, int start)
    {
        if (template[start] != '{')
            return (0, -1);
        var index = 0;
        var end = start + 1;
        for (; end < template.Length && template[end] is >= '0' and <= '9' && index < 1000; end++)
            index = (10 * index) + (template[end] - '0');
        return end > start + 1 && end < template.Length && template[end] == '}' ? (index, end) : (0, -1);
    }

    /// <summary>Whether the text beside a placeholder closes it off: the end of the template, a bracket, a comma.</summary>
    private static bool IsDelimiter(string template, int position, int direction)
    {
        while (position >= 0 && position < template.Length && template[position] == ' ')
            position += direction;
        if (position < 0 || position >= template.Length)
            return true;
        return direction < 0 ? template[position] is '(' or ',' or '[' : template[position] is ')' or ',' or ']';
    }

    /// <summary>Whether the text is a name, call or member without operators outside brackets.</summary>
    private static bool IsPrimary(string text)
    {
        if (text.Length == 0 || text[0] == '(')
            return false;
        if (text[0] == '"')
            return text.IndexOf('"', 1) == text.Length - 1 && text.IndexOf('\\') < 0;
        var depth = 0;
        foreach (var c in text)
        {
            if (c is '(' or '[' or '<')
                depth++;
            else if (c is ')' or ']' or '>')
                depth--;
            else if (depth == 0 && !(char.IsLetterOrDigit(c) || c is '_' or '.' or ':' or '@'))
                return false;
        }

        return depth == 0;
    }

    private static bool IsVariable(Expression e) => e is LocalRead || (e is FieldRead field && IsVariable(field.Struct));

    private static bool IsNonZero(Expression e) => e is Constant { Bits: not 0 };

    private static bool IsBeyondInt(Expression e) => e is Constant { Bits: > int.MaxValue or < int.MinValue };

    private static bool IsBitwise(BinaryOperator o) =>
        o is BinaryOperator.And or BinaryOperator.Or or BinaryOperator.Xor or BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight
            or BinaryOperator.ShiftRightUnsigned;

    /// <summary>The operator's symbol and precedence.</summary>
    public static (string Symbol, Precedence Level) Operator(BinaryOperator o) => o switch
    {
        BinaryOperator.Add => ("+", Precedence.Additive),
        BinaryOperator.Subtract => ("-", Precedence.Additive),
        BinaryOperator.Multiply => ("*", Precedence.Multiplicative),
        BinaryOperator.Divide => ("/", Precedence.Multiplicative),
        BinaryOperator.Remainder => ("%", Precedence.Multiplicative),
        BinaryOperator.Equal => ("==", Precedence.Equality),
        BinaryOperator.NotEqual => ("!=", Precedence.Equality),
        BinaryOperator.Less => ("<", Precedence.Relational),
        BinaryOperator.LessOrEqual => ("<=", Precedence.Relational),
        BinaryOperator.Greater => (">", Precedence.Relational),
        BinaryOperator.GreaterOrEqual => (">=", Precedence.Relational),
        BinaryOperator.And => ("&", Precedence.And),
        BinaryOperator.Or => ("|", Precedence.Or),
        BinaryOperator.Xor => ("^", Precedence.Xor),
        BinaryOperator.ShiftLeft => ("<<", Precedence.Shift),
        BinaryOperator.ShiftRight => (">>", Precedence.Shift),
        BinaryOperator.ShiftRightUnsigned => (">>>", Precedence.Shift),
        BinaryOperator.AndAlso => ("&&", Precedence.AndAlso),
        BinaryOperator.OrElse => ("||", Precedence.OrElse),
        _ => throw new InvalidOperationException($"Unknown operator {o}."),
    };
}
