using System.Collections.Generic;

namespace LearnSharp.Ir;

/// <summary>
/// The words of the text format for operators, functions and kinds. They are written out here, not taken from the enums' numbers, so that a
/// reordered enum does not change what stored programs mean.
/// </summary>
internal static class Mnemonics
{
    /// <summary>Operators with two operands; checked arithmetic has a <c>!</c> behind.</summary>
    public static readonly Words<BinaryOperator> Binary = new(new()
    {
        ["+"] = BinaryOperator.Add,
        ["-"] = BinaryOperator.Subtract,
        ["*"] = BinaryOperator.Multiply,
        ["/"] = BinaryOperator.Divide,
        ["rem"] = BinaryOperator.Remainder,
        ["=="] = BinaryOperator.Equal,
        ["!="] = BinaryOperator.NotEqual,
        ["<"] = BinaryOperator.Less,
        ["<="] = BinaryOperator.LessOrEqual,
        [">"] = BinaryOperator.Greater,
        [">="] = BinaryOperator.GreaterOrEqual,
        ["&"] = BinaryOperator.And,
        ["|"] = BinaryOperator.Or,
        ["^"] = BinaryOperator.Xor,
        ["<<"] = BinaryOperator.ShiftLeft,
        [">>"] = BinaryOperator.ShiftRight,
        [">>>"] = BinaryOperator.ShiftRightUnsigned,
        ["&&"] = BinaryOperator.AndAlso,
        ["||"] = BinaryOperator.OrElse,
        ["as"] = BinaryOperator.WithDerivativeOf,
    });

    /// <summary>Operators with one operand.</summary>
    public static readonly Words<UnaryOperator> Unary = new(new()
    {
        ["neg"] = UnaryOperator.Negate,
        ["not"] = UnaryOperator.Not,
        ["com"] = UnaryOperator.Complement,
        ["det"] = UnaryOperator.Detach,
    });

    /// <summary>Primitive types.</summary>
    public static readonly Words<ScalarKind> Scalars = new(new()
    {
        ["b"] = ScalarKind.Bool,
        ["i"] = ScalarKind.Int,
        ["l"] = ScalarKind.Long,
        ["f"] = ScalarKind.Float,
        ["d"] = ScalarKind.Double,
    });

    /// <summary>Kinds of arrays.</summary>
    public static readonly Words<ArrayKind> Arrays = new(new()
    {
        ["array"] = ArrayKind.Array,
        ["span"] = ArrayKind.Span,
        ["rospan"] = ArrayKind.ReadOnlySpan,
    });

    /// <summary>Forms of structs.</summary>
    public static readonly Words<StructForm> Structs = new(new()
    {
        ["tuple"] = StructForm.Tuple,
        ["positional"] = StructForm.Positional,
        ["initializer"] = StructForm.Initializer,
        ["accessed"] = StructForm.Accessed,
    });

    /// <summary>Roles of parameters.</summary>
    public static readonly Words<ParameterRole> Roles = new(new()
    {
        ["input"] = ParameterRole.Input,
        ["weight"] = ParameterRole.Weight,
        ["choice"] = ParameterRole.Choice,
    });

    /// <summary>Purities of externs.</summary>
    public static readonly Words<Purity> Purities = new(new()
    {
        ["pure"] = Purity.Pure,
        ["effect"] = Purity.Effectful,
    });

    /// <summary>Functions of <c>Math</c>: their names with a dot before, which are the names of the enum's members.</summary>
    public static readonly Words<MathFunction> Functions = new(MathNames());

    private static Dictionary<string, MathFunction> MathNames()
    {
        var names = new Dictionary<string, MathFunction>();
        for (var function = MathFunction.Abs; function <= MathFunction.Truncate; function++)
            names["." + function] = function;
        return names;
    }
}
