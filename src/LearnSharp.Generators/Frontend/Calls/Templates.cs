using System.Globalization;
using System.Text;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

/// <summary>Pieces of C# for the templates of <see cref="Extern"/>.</summary>
internal static class Templates
{
    /// <summary>A literal; braces are escaped, so that they are not taken for operands.</summary>
    public static string Literal(object value) => value switch
    {
        string text => Braceless(SymbolDisplay.FormatLiteral(text, quote: true)),
        char character => Braceless(SymbolDisplay.FormatLiteral(character, quote: true)),
        decimal number => number.ToString(CultureInfo.InvariantCulture) + "m",
        ulong number => number.ToString(CultureInfo.InvariantCulture) + "ul",
        uint number => number.ToString(CultureInfo.InvariantCulture) + "u",
        sbyte number => $"(sbyte)({number.ToString(CultureInfo.InvariantCulture)})",
        byte number => $"(byte){number.ToString(CultureInfo.InvariantCulture)}",
        short number => $"(short)({number.ToString(CultureInfo.InvariantCulture)})",
        ushort number => $"(ushort){number.ToString(CultureInfo.InvariantCulture)}",
        _ => System.Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    /// <summary>The elements of an array of several dimensions as a span, row by row.</summary>
    public static string ElementsOf(string element) => "global::System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref global::System.Runtime.CompilerServices.Unsafe.As<byte, "
        + element + ">(ref global::System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference({0})), {0}.Length)";

    /// <summary>The text of a string literal without its quotes, braces doubled as a format string wants them.</summary>
    public static string FormatPart(string text)
    {
        var quoted = Braceless(SymbolDisplay.FormatLiteral(text.Replace("{", "{{").Replace("}", "}}"), quote: true));
        return quoted.Substring(1, quoted.Length - 2);
    }

    /// <summary>An opening brace inside a string literal of a template.</summary>
    public const string OpenBrace = "\\u007B";

    /// <summary>A closing brace inside a string literal of a template.</summary>
    public const string CloseBrace = "\\u007D";

    /// <summary>An operator with two operands as C# writes it.</summary>
    public static string Binary(BinaryOperator op) => op switch
    {
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        BinaryOperator.Divide => "/",
        BinaryOperator.Remainder => "%",
        BinaryOperator.Equal => "==",
        BinaryOperator.NotEqual => "!=",
        BinaryOperator.Less => "<",
        BinaryOperator.LessOrEqual => "<=",
        BinaryOperator.Greater => ">",
        BinaryOperator.GreaterOrEqual => ">=",
        BinaryOperator.And => "&",
        BinaryOperator.Or => "|",
        BinaryOperator.Xor => "^",
        BinaryOperator.ShiftLeft => "<<",
        BinaryOperator.ShiftRight => ">>",
        BinaryOperator.ShiftRightUnsigned => ">>>",
        BinaryOperator.AndAlso => "&&",
        _ => "||",
    };

    /// <summary>An operator with one operand as C# writes it.</summary>
    public static string Unary(UnaryOperatorKind kind) => kind switch
    {
        UnaryOperatorKind.Minus => "-",
        UnaryOperatorKind.Not => "!",
        UnaryOperatorKind.BitwiseNegation => "~",
        _ => "+",
    };

    private static string Braceless(string literal)
    {
        if (literal.IndexOf('{') < 0 && literal.IndexOf('}') < 0)
            return literal;
        var result = new StringBuilder(literal.Length + 10);
        foreach (var character in literal)
        {
            _ = character switch
            {
                '{' => result.Append(OpenBrace),
                '}' => result.Append(CloseBrace),
                _ => result.Append(character),
            };
        }

        return result.ToString();
    }

    /// <summary>The elements of a list or another sequence, for code that does not know the runtime.</summary>
    public static string ElementsOfSequence(string type) => type.StartsWith("global::System.Collections.Generic.List<", System.StringComparison.Ordinal)
        ? "global::System.Runtime.InteropServices.CollectionsMarshal.AsSpan({0})"
        : "global::System.Linq.Enumerable.ToArray({0})";
}
