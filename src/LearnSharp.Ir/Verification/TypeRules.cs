namespace LearnSharp.Ir;

/// <summary>Which types may stand where.</summary>
internal static class TypeRules
{
    /// <summary>What is wrong with a type, or null.</summary>
    public static string? Fault(IrType type)
    {
        switch (type)
        {
            case ArrayType array:
                return IsSpan(array.Element) ? $"{array} has spans as elements; a span cannot be stored in an array" : Fault(array.Element);
            case StructType structure:
                if (structure.Fields.IsEmpty)
                    return $"{structure} has no fields";
                foreach (var field in structure.Fields)
                {
                    if (IsSpan(field.Type))
                        return $"{structure} has the span {field.Name} as a field; a span cannot be stored in a struct";
                    if (Fault(field.Type) is { } fault)
                        return fault;
                }

                return null;
            default:
                return null;
        }
    }

    /// <summary>Whether the type is a span: a reference that cannot be stored in arrays, structs, tuples or the workspace.</summary>
    public static bool IsSpan(IrType type) => type is ArrayType { Kind: not ArrayKind.Array };

    /// <summary>Whether values of the type can be saved on the workspace.</summary>
    public static bool CanPush(IrType type) => type is ScalarType or EnumType or ArrayType { Kind: ArrayKind.Array };

    /// <summary>Whether a conversion exists.</summary>
    public static bool CanConvert(IrType source, IrType target)
    {
        if (IsNumber(source) && IsNumber(target))
            return true;
        if (source is ArrayType from && target is ArrayType to && from.Element == to.Element)
        {
            return (from.Kind, to.Kind) is (ArrayKind.Array, ArrayKind.Span) or (ArrayKind.Array, ArrayKind.ReadOnlySpan)
                or (ArrayKind.Span, ArrayKind.ReadOnlySpan);
        }

        return false;
    }

    /// <summary>Whether an operator applies to an operand.</summary>
    public static bool Applies(UnaryOperator unary, IrType operand) => unary switch
    {
        UnaryOperator.Negate => IsArithmetic(operand),
        UnaryOperator.Not => operand == ScalarType.Bool,
        UnaryOperator.Detach => operand is ScalarType { IsFloating: true } or ArrayType { IsDifferentiable: true },
        UnaryOperator.Complement => operand is ScalarType { IsInteger: true },
        _ => false,
    };

    /// <summary>Whether an operator applies to a left operand (the right one has the same type, or is int for shifts).</summary>
    public static bool Applies(BinaryOperator binary, IrType left) => binary switch
    {
        <= BinaryOperator.Remainder => IsArithmetic(left),
        BinaryOperator.Equal or BinaryOperator.NotEqual => left is ScalarType or EnumType,
        >= BinaryOperator.Less and <= BinaryOperator.GreaterOrEqual => IsArithmetic(left) || left is EnumType,
        BinaryOperator.And or BinaryOperator.Or or BinaryOperator.Xor => left is ScalarType { IsFloating: false } or EnumType,
        BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight or BinaryOperator.ShiftRightUnsigned => left is ScalarType { IsInteger: true },
        BinaryOperator.AndAlso or BinaryOperator.OrElse => left == ScalarType.Bool,
        BinaryOperator.WithDerivativeOf => left is ScalarType { IsFloating: true },
        _ => false,
    };

    /// <summary>Whether the operator shifts: its right operand is int whatever the left.</summary>
    public static bool IsShift(BinaryOperator binary) =>
        binary is BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight or BinaryOperator.ShiftRightUnsigned;

    /// <summary>Whether a function of <c>Math</c> has an overload for the type.</summary>
    public static bool HasOverload(MathFunction function, ScalarType overload) =>
        overload.IsFloating || (overload.IsInteger && function.HasIntegerOverloads());

    private static bool IsArithmetic(IrType type) => type is ScalarType { IsFloating: true } or ScalarType { IsInteger: true };

    private static bool IsNumber(IrType type) => IsArithmetic(type) || type is EnumType;
}
