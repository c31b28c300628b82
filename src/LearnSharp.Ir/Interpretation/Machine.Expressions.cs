using System;

namespace LearnSharp.Ir;

internal sealed partial class Machine<T>
{
    private object?[] EvaluateAll(EquatableArray<Expression> expressions)
    {
        var values = new object?[expressions.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = Evaluate(expressions[i]);
        return values;
    }

    private object? Evaluate(Expression expression)
    {
        switch (expression)
        {
            case Constant e:
                return ConstantValue(e);
            case LocalRead e:
                return _locals[e.Local.Id];
            case Default e:
                return DefaultOf(e.ValueType);
            case Unary e:
                return UnaryValue(e);
            case Binary { Operator: BinaryOperator.AndAlso } e:
                return (bool)Evaluate(e.Left)! && (bool)Evaluate(e.Right)!;
            case Binary { Operator: BinaryOperator.OrElse } e:
                return (bool)Evaluate(e.Left)! || (bool)Evaluate(e.Right)!;
            case Binary e:
                return BinaryValue(e, Evaluate(e.Left)!, Evaluate(e.Right)!);
            case Conditional e:
                return Evaluate((bool)Evaluate(e.Condition)! ? e.WhenTrue : e.WhenFalse);
            case Convert e:
                return Converted(e, Evaluate(e.Operand));
            case MathCall e:
                return MathValue(e, EvaluateAll(e.Arguments));
            case Element e:
            {
                var array = (IrArray?)Evaluate(e.Array);
                return ElementOf(array, (int)Evaluate(e.Index)!);
            }

            case Length e:
                return ((IrArray)Evaluate(e.Array)!).Items.Length;
            case FieldRead e:
                return ((IrStruct)Evaluate(e.Struct)!).Fields[e.Index];
            case StructNew e:
                return new IrStruct(EvaluateAll(e.Fields));
            case ArrayNew e:
                return NewArray(e.Array, (int)Evaluate(e.Length)!);
            case ArrayRent e:
                return e.IsCleared ? NewArray(e.Array, (int)Evaluate(e.Length)!) : Uncleared(NewArray(e.Array, (int)Evaluate(e.Length)!), e.Array.Element);
            case ArrayLiteral e:
                return new IrArray(EvaluateAll(e.Elements));
            case Extern e:
                return ExternValue(e);
            default:
                throw new InvalidOperationException($"The interpreter does not know {expression.GetType().Name}.");
        }
    }

    private object ConstantValue(Constant constant) => constant.Type switch
    {
        ScalarType { Kind: ScalarKind.Bool } => constant.IsTrue,
        ScalarType { Kind: ScalarKind.Int } => (int)constant.Bits,
        ScalarType { IsFloating: true } => algebra.Passive(constant.AsDouble),
        _ => constant.Bits,
    };

    private object? DefaultOf(IrType type)
    {
        switch (type)
        {
            case ScalarType { Kind: ScalarKind.Bool }:
                return false;
            case ScalarType { Kind: ScalarKind.Int }:
                return 0;
            case ScalarType { Kind: ScalarKind.Long } or EnumType:
                return 0L;
            case ScalarType:
                return algebra.Passive(0);
            case StructType structure:
                return new IrStruct(structure.Fields.Select(field => DefaultOf(field.Type)).AsSpan().ToArray());
            case ArrayType when TypeRules.IsSpan(type):
                return new IrArray([]);
            default:
                return null;
        }
    }

    private IrArray NewArray(ArrayType type, int length)
    {
        if (length < 0)
            throw new OverflowException();
        var items = new object?[length];
        for (var i = 0; i < length; i++)
            items[i] = DefaultOf(type.Element);
        return new(items);
    }

    // Not zero: what is read before it is stored is to be seen.
    private IrArray Uncleared(IrArray array, IrType element)
    {
        for (var i = 0; i < array.Items.Length; i++)
            array.Items[i] = element is ScalarType { IsFloating: true } ? algebra.Passive(double.NaN) : element == ScalarType.Int ? int.MinValue : array.Items[i];
        return array;
    }

    private object UnaryValue(Unary unary)
    {
        var operand = Evaluate(unary.Operand)!;
        return (unary.Operator, operand) switch
        {
            (UnaryOperator.Detach, T value) => algebra.Passive(algebra.Value(value)),
            (UnaryOperator.Detach, _) => operand,
            (UnaryOperator.Not, bool value) => !value,
            (UnaryOperator.Complement, int value) => ~value,
            (UnaryOperator.Complement, long value) => ~value,
            (UnaryOperator.Negate, int value) => unary.Checked ? checked(-value) : unchecked(-value),
            (UnaryOperator.Negate, long value) => unary.Checked ? checked(-value) : unchecked(-value),
            (UnaryOperator.Negate, T value) => algebra.Negate(value, -algebra.Value(value)),
            _ => throw new InvalidOperationException($"{unary.Operator} does not apply to {unary.Operand.Type}."),
        };
    }

    private object BinaryValue(Binary binary, object left, object right)
    {
        var operation = binary.Operator;
        switch (left)
        {
            case T a when binary.IsComparison:
                return Arithmetic.Compare(operation, algebra.Value(a), algebra.Value((T)right));
            case T a:
            {
                var b = (T)right;
                var value = Arithmetic.Floating(operation, binary.Left.Type == ScalarType.Float, algebra.Value(a), algebra.Value(b));
                return algebra.Binary(operation, a, b, value);
            }

            case bool a when binary.IsComparison:
                return Arithmetic.Compare(operation, a ? 1L : 0L, (bool)right ? 1L : 0L);
            case bool a:
                return Arithmetic.Int(operation, a ? 1 : 0, (bool)right ? 1 : 0, overflowThrows: false) != 0;
            case int a when binary.IsComparison:
                return Arithmetic.Compare(operation, (long)a, (int)right);
            case int a:
                return Arithmetic.Int(operation, a, (int)right, binary.Checked);
            case long a when binary.IsComparison:
                return Arithmetic.Compare(operation, a, (long)right);
            case long a when TypeRules.IsShift(operation):
                return Arithmetic.Shift(operation, a, (int)right);
            case long a:
                return Arithmetic.Long(operation, a, (long)right, binary.Checked);
            default:
                throw new InvalidOperationException($"{operation} does not apply to {binary.Left.Type}.");
        }
    }

    private object? Converted(Convert conversion, object? operand)
    {
        if (conversion.Target is ArrayType)
            return operand ?? new IrArray([]); // a null array converts to the empty span
        var toFloat = conversion.Target == ScalarType.Float;
        if (conversion.Target is ScalarType { IsFloating: true })
        {
            return operand switch
            {
                int value => algebra.Passive(toFloat ? (float)value : (double)value),
                long value => algebra.Passive(toFloat ? (float)value : (double)value),
                T value => algebra.Convert(value, toFloat ? (float)algebra.Value(value) : algebra.Value(value)),
                _ => throw new InvalidOperationException($"There is no conversion from {conversion.Operand.Type} to {conversion.Target}."),
            };
        }

        var isInt = conversion.Target == ScalarType.Int || conversion.Target is EnumType { IsInt: true };
        var integer = operand switch
        {
            int value => value,
            long value => isInt ? Arithmetic.ToInt(value, conversion.Checked) : value,
            T value => isInt
                ? Arithmetic.ToInt(algebra.Value(value), conversion.Checked)
                : Arithmetic.ToLong(algebra.Value(value), conversion.Checked),
            _ => throw new InvalidOperationException($"There is no conversion from {conversion.Operand.Type} to {conversion.Target}."),
        };
        return conversion.Target == ScalarType.Int ? (object)(int)integer : integer;
    }

    private object MathValue(MathCall call, object?[] arguments)
    {
        var function = call.Function;
        if (function == MathFunction.Sign)
        {
            return arguments[0] switch
            {
                int value => Math.Sign(value),
                long value => Math.Sign(value),
                _ => Math.Sign(algebra.Value((T)arguments[0]!)),
            };
        }

        switch (arguments[0])
        {
            case int a:
                return ElementaryFunctions.Int(function, a, ArgumentOr<int>(arguments, 1), ArgumentOr<int>(arguments, 2));
            case long a:
                return ElementaryFunctions.Long(function, a, ArgumentOr<long>(arguments, 1), ArgumentOr<long>(arguments, 2));
        }

        var count = ArgumentOr<int>(arguments, 1);
        var numbers = Array.ConvertAll(Array.FindAll(arguments, static argument => argument is T), static argument => (T)argument!);
        var x = algebra.Value(numbers[0]);
        var y = numbers.Length > 1 ? algebra.Value(numbers[1]) : 0;
        var z = numbers.Length > 2 ? algebra.Value(numbers[2]) : 0;
        var result = call.Overload == ScalarType.Float
            ? ElementaryFunctions.Float(function, (float)x, (float)y, (float)z, count)
            : ElementaryFunctions.Double(function, x, y, z, count);
        return algebra.Math(function, numbers, count, result);
    }

    private static TArgument ArgumentOr<TArgument>(object?[] arguments, int index)
        where TArgument : struct => index < arguments.Length && arguments[index] is TArgument argument ? argument : default;

    private object? ExternValue(Extern call)
    {
        var operands = EvaluateAll(call.Operands);
        var function = options.Resolve(call)
            ?? throw new InvalidOperationException(
                $"The host does not know '{call.Template}'; give it through {nameof(InterpreterOptions)}.{nameof(InterpreterOptions.Resolve)}.");
        return new Boundary<T>(algebra).Import(function(Boundary<T>.Export(operands, call.Operands, algebra)), call.ValueType);
    }
}
