using System.Globalization;

namespace LearnSharp.Ir;

internal sealed partial class FunctionVerifier
{
    private void CheckValue(Expression value, IrType? expected, string path, bool mayAllocate = false)
    {
        var type = At(path, () => TypeOf(value, mayAllocate));
        if (type is not null && expected is not null && type != expected)
            At(path, () => Report($"{Describe(value)} is {type}, but {expected} is needed"));
    }

    private void CheckAll(EquatableArray<Expression> values, EquatableArray<IrType> expected, string path, string owner, string noun)
    {
        if (values.Count != expected.Count)
            Report($"{owner} has {values.Count} {noun}(s), but {expected.Count} are needed");
        for (var i = 0; i < values.Count; i++)
            CheckValue(values[i], i < expected.Count ? expected[i] : null, $"{path}[{i}]");
    }

    /// <summary>The type of a place; null when it is broken, which has then been reported.</summary>
    private IrType? CheckPlace(Place place, string path) => At(path, () => PlaceType(place));

    private IrType? PlaceType(Place place)
    {
        switch (place)
        {
            case LocalPlace p:
                return LocalType(p.Local);
            case ElementPlace p:
            {
                var array = ArrayOperand(p.Array);
                CheckValue(p.Index, ScalarType.Int, ".Index");
                if (array is { Kind: ArrayKind.ReadOnlySpan })
                    Report($"An element of {array} is written; it is read-only");
                return array?.Element;
            }

            case FieldPlace p:
                return FieldType(CheckPlace(p.Struct, ".Struct"), p.Index);
            default:
                Report($"Unknown place {place.GetType().Name}");
                return null;
        }
    }

    private IrType? LocalType(Local local)
    {
        if (!_inScope.TryGetValue(local.Id, out var declared))
        {
            Report($"Local {local} is used outside the scope of its declaration");
            return null;
        }

        if (declared.Type == local.Type)
            return local.Type;
        Report($"Local {local} is used as {local.Type}, but declared as {declared.Type}");
        return null;
    }

    private IrType? FieldType(IrType? owner, int index)
    {
        switch (owner)
        {
            case null:
                return null;
            case StructType structure when index >= 0 && index < structure.Fields.Count:
                return structure.Fields[index].Type;
            case StructType structure:
                Report($"{structure} has no field {index}");
                return null;
            default:
                Report($"Field {index} of {owner}, which is not a struct");
                return null;
        }
    }

    private ArrayType? ArrayOperand(Expression array)
    {
        var type = At(".Array", () => TypeOf(array));
        if (type is not null and not ArrayType)
            Report($"{Describe(array)} is {type}, but an array or span is needed");
        return type as ArrayType;
    }

    /// <summary>The type of an expression; null when it is broken, which has then been reported.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="isWholeValue">Whether it is the whole value of a declaration or of an assignment to a local, where allocation and effects may
    /// stand.</param>
    private IrType? TypeOf(Expression expression, bool isWholeValue = false)
    {
        switch (expression)
        {
            case Constant e:
                return ConstantType(e);
            case LocalRead e:
                return LocalType(e.Local);
            case Default e:
                CheckType(e.ValueType);
                return e.ValueType;
            case Unary e:
                return UnaryType(e);
            case Binary e:
                return BinaryType(e);
            case Conditional e:
                CheckValue(e.Condition, ScalarType.Bool, ".Condition");
                if (At(".WhenTrue", () => TypeOf(e.WhenTrue)) is not { } whenTrue)
                    return null;
                CheckValue(e.WhenFalse, whenTrue, ".WhenFalse");
                return whenTrue;
            case Convert e:
                if (At(".Operand", () => TypeOf(e.Operand)) is { } operand && !TypeRules.CanConvert(operand, e.Target))
                    Report($"There is no conversion from {operand} to {e.Target}");
                return e.Target;
            case MathCall e:
                return MathType(e);
            case Element e:
            {
                var array = ArrayOperand(e.Array);
                CheckValue(e.Index, ScalarType.Int, ".Index");
                return array?.Element;
            }

            case Length e:
                ArrayOperand(e.Array);
                return ScalarType.Int;
            case Slice:
                Report("A part of an array is to be lowered first");
                return null;
            case FieldRead e:
                return FieldType(At(".Struct", () => TypeOf(e.Struct)), e.Index);
            case StructNew e:
                CheckType(e.Struct);
                CheckAll(e.Fields, e.Struct.Fields.Select(static field => field.Type), ".Fields", "new " + e.Struct, "field");
                return e.Struct;
            case ArrayNew e:
                CheckValue(e.Length, ScalarType.Int, ".Length");
                return AllocationType(e, e.Array, isWholeValue);
            case ArrayRent e:
                CheckValue(e.Length, ScalarType.Int, ".Length");
                return AllocationType(e, e.Array, isWholeValue);
            case ArrayLiteral e:
                CheckAll(e.Elements, e.Elements.Select(_ => e.Array.Element), ".Elements", "An array literal", "element");
                return AllocationType(e, e.Array, isWholeValue);
            case Extern e:
                return ExternType(e, isWholeValue);
            default:
                Report($"Unknown expression {expression.GetType().Name}");
                return null;
        }
    }

    private IrType? ConstantType(Constant constant)
    {
        var bits = constant.Bits;
        var valid = constant.Type switch
        {
            ScalarType { Kind: ScalarKind.Bool } => bits is 0 or 1,
            ScalarType { Kind: ScalarKind.Int or ScalarKind.Float } => bits == unchecked((int)bits),
            ScalarType or EnumType => true,
            _ => false,
        };
        if (valid)
            return constant.Type;
        Report($"A constant of type {constant.Type} cannot have the bits 0x{bits.ToString("X", CultureInfo.InvariantCulture)}");
        return null;
    }

    private IrType? UnaryType(Unary unary)
    {
        if (At(".Operand", () => TypeOf(unary.Operand)) is not { } operand)
            return null;
        if (TypeRules.Applies(unary.Operator, operand))
            return operand;
        Report($"{unary.Operator} does not apply to {operand}");
        return null;
    }

    private IrType? BinaryType(Binary binary)
    {
        var left = At(".Left", () => TypeOf(binary.Left));
        var right = At(".Right", () => TypeOf(binary.Right));
        if (left is null || right is null)
            return binary.IsComparison ? ScalarType.Bool : null;
        if (!TypeRules.Applies(binary.Operator, left))
            Report($"{binary.Operator} does not apply to {left}");
        else if (right != (TypeRules.IsShift(binary.Operator) ? ScalarType.Int : left))
            Report($"{binary.Operator} has operands of type {left} and {right}");
        return binary.IsComparison ? ScalarType.Bool : left;
    }

    private ScalarType? MathType(MathCall call)
    {
        if (!TypeRules.HasOverload(call.Function, call.Overload))
        {
            Report($"Math.{call.Function.CSharpName()} has no overload for {call.Overload}");
            return null;
        }

        if (call.Arguments.Count != call.Function.Arity())
            Report($"{call.Function} has {call.Arguments.Count} argument(s), but {call.Function.Arity()} are needed");
        for (var i = 0; i < call.Arguments.Count; i++)
        {
            var expected = i < call.Function.Arity() ? call.Function.ArgumentType(call.Overload, i) : null;
            CheckValue(call.Arguments[i], expected, $".Arguments[{i}]");
        }

        return (ScalarType)call.Type;
    }

    private ArrayType AllocationType(Expression allocation, ArrayType array, bool isWholeValue)
    {
        CheckType(array);
        if (array.Kind != ArrayKind.Array)
            Report($"{Describe(allocation)} makes a {array}; only arrays are allocated");
        if (!isWholeValue)
            Report($"{Describe(allocation)} allocates; it may stand only as the whole value of a declaration or of an assignment to a local");
        return array;
    }

    private IrType ExternType(Extern call, bool isWholeValue)
    {
        CheckType(call.ValueType);
        if (call.Purity == Purity.Effectful && !isWholeValue)
            Report($"The effectful Extern '{call.Template}' may stand only alone or as the whole value of a declaration or assignment to a local");
        for (var i = 0; i < call.Operands.Count; i++)
            At($".Operands[{i}]", () => TypeOf(call.Operands[i]));
        foreach (var hole in TemplateHoles.In(call.Template))
        {
            if (hole >= call.Operands.Count)
                Report($"The Extern '{call.Template}' names operand {hole}, but has {call.Operands.Count} operand(s)");
        }

        return call.ValueType;
    }

    private static string Describe(Expression expression) => expression switch
    {
        LocalRead e => $"The local {e.Local}",
        Binary e => e.Operator.ToString(),
        Unary e => e.Operator.ToString(),
        MathCall e => e.Function.ToString(),
        _ => expression.GetType().Name,
    };
}
