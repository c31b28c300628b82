using System;
using System.Collections.Generic;
using System.Linq;
using LearnSharp.Generators.Diagnostics;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

internal sealed partial class BodyTranslator
{
    /// <summary>How deep expressions go: what comes after walks them recursively, on the small stacks of the compiler's threads.</summary>
    private const int DeepestExpression = 300;

    private int _depth;

    /// <summary>The value of an expression; its effects are emitted before. Never a fresh array or a part of one: see <see cref="Whole"/>.</summary>
    private Expression Value(IOperation operation)
    {
        var value = Whole(operation);
        return value is ArrayNew or ArrayLiteral or Slice ? new LocalRead(Spill(value, value is Slice ? "part" : "array")) : value;
    }

    /// <summary>The value of an expression that stands whole in a declaration or an assignment to a local.</summary>
    private Expression Whole(IOperation operation)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        if (_depth >= DeepestExpression)
            throw Unsupported(operation, $"An expression of more than {DeepestExpression} operators inside one another", "split it with locals");
        _depth++;
        try
        {
            return WholeCore(operation);
        }
        finally
        {
            _depth--;
        }
    }

    private Expression WholeCore(IOperation operation)
    {
        if (operation.ConstantValue.HasValue && operation.Type is not null && ConstantOf(operation) is { } constant)
            return constant;
        if (IsFreshStored(operation))
            return StoredFrom(operation);
        switch (operation)
        {
            case ILocalReferenceOperation local:
                return ReadVariable(local, local.Local);
            case IParameterReferenceOperation parameter:
                return ReadVariable(parameter, parameter.Parameter);
            case IParenthesizedOperation parenthesized:
                return Whole(parenthesized.Operand);
            case IConversionOperation { Operand: IInvocationOperation clone } when IsClone(clone):
                return Cloned(clone);
            case IConversionOperation conversion:
                return Conversion(conversion);
            case IUnaryOperation unary:
                return UnaryOf(unary);
            case IBinaryOperation binary:
                return BinaryOf(binary);
            case IConditionalOperation conditional:
                return ConditionalOf(conditional);
            case ISimpleAssignmentOperation assignment:
                return Assignment(assignment);
            case ICompoundAssignmentOperation compound:
                return Compound(compound);
            case IIncrementOrDecrementOperation step:
                return Step(step);
            case IDeconstructionAssignmentOperation deconstruction:
                return Deconstruct(deconstruction);
            case IInvocationOperation invocation:
                return Invocation(invocation, isUsed: true)!;
            case IFieldReferenceOperation field:
                return Field(field);
            case IPropertyReferenceOperation property:
                return Property(property);
            case IArrayElementReferenceOperation { Indices: [IRangeOperation range] } part when IsOfInts(range):
                return SubArray(part, range);
            case IImplicitIndexerReferenceOperation { Instance: { Type.SpecialType: SpecialType.System_String } text, Argument: var index } when operation.Type?.SpecialType == SpecialType.System_Char:
                return Passive(operation, "{0}[{1}]", Values([text, index]), Purity.Pure);
            case IImplicitIndexerReferenceOperation { Instance: { } whole, Argument: IRangeOperation part } when IsSpanType(whole.Type) && IsOfInts(part):
                return SliceOf(whole, part);
            case IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation:
                return PlaceOf(operation).Read with { Origin = Origins.Of(operation.Syntax) };
            case IArrayCreationOperation creation when IsRectangular(creation):
                return RectangularOf(creation, "array");
            case IArrayCreationOperation creation:
                return ArrayOf(creation);
            case ICollectionExpressionOperation collection:
                return Collection(collection);
            case IObjectCreationOperation creation:
                return ObjectOf(creation);
            case ITupleOperation tuple:
                return TupleOf(tuple);
            case IDefaultValueOperation:
                return new Default(HeldType(operation));
            case ISwitchExpressionOperation expression:
                return SwitchExpression(expression);
            case IIsPatternOperation pattern:
                return IsPattern(pattern);
            case IInterpolatedStringOperation text:
                return Interpolated(text);
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } when Receiver is { } receiver:
                return ReadBinding(operation, receiver);
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } when _initialized is { } made:
                return ReadBinding(operation, made);
            case IWithOperation with:
                return With(with);
            case ICoalesceOperation coalesce:
                return Coalesce(coalesce);
            case ITypeOfOperation type:
                Touch(type.TypeOperand);
                return new Extern(TypeOf(type), $"typeof({CodeName(type.TypeOperand)})", [], Purity.Pure);
            case IThrowOperation thrown:
                ThrowStatement(thrown);
                return new Default(ScalarType.Int);
            case IDelegateCreationOperation made when IsStoredFunction(made.Type):
                return FunctionValue(made, DelegateOf(made.Target), made.Type!);
            case IDelegateCreationOperation or IAnonymousFunctionOperation or IMethodReferenceOperation:
                WantHeap(operation.Type);
                throw Unsupported(operation, "A function that is stored, returned or handed to code without source", "keep it in a local variable, and pass it to methods with source");
            case IAwaitOperation:
                throw Unsupported(operation, "'await'", "compute the value before, and pass it in");
            case IConditionalAccessOperation access:
                return Accessed(access);
            case IConditionalAccessInstanceOperation:
                return ReadBinding(operation, _accessed.Peek());
            case ITypeParameterObjectCreationOperation made when IsHeap(made.Type):
                return Allocate(made);
            case ITypeParameterObjectCreationOperation made when Resolve(made.Type!) is INamedTypeSymbol { IsValueType: true } own && own.InstanceConstructors.All(static c => c.Parameters.Length > 0 || c.IsImplicitlyDeclared):
                return new Default(TypeOf(own, made.Syntax.GetLocation()));
            case ICoalesceAssignmentOperation assignment:
                return CoalesceAssignment(assignment);
            case IIsTypeOperation test when IsSymbolic(test.ValueOperand):
                return Constant.Of(IsOf(Bind(test.ValueOperand), test.TypeOperand) != test.IsNegated);
            case IIsTypeOperation test:
                return TypeTest(test);
            case ITupleBinaryOperation comparison:
                return TupleComparison(comparison);
            case IRangeOperation:
                throw Unsupported(operation, "A range", "pass the start and the length, or copy the part into an array with a loop");
            case ITranslatedQueryOperation query:
                return Whole(query.Operation);
            case IAnonymousObjectCreationOperation anonymous:
                return AnonymousOf(anonymous);
            case IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IDynamicIndexerAccessOperation or IDynamicObjectCreationOperation:
                throw Unsupported(operation, "'dynamic'", "use a type that the compiler knows");
            case IEventAssignmentOperation or IEventReferenceOperation:
                throw AnEvent(operation);
            case IInvalidOperation:
                throw Silent();
            case var stack when IsOnStack(stack.Syntax):
                return StackArray(stack);
            default:
                throw Unsupported(operation, $"This expression ('{Origins.Line(operation.Syntax)}')", "compute the value outside and pass it in");
        }
    }

    /// <summary>A condition: a bool.</summary>
    private Expression Condition(IOperation operation) => Value(operation);

    private Expression? ConstantOf(IOperation operation)
    {
        if (operation.ConstantValue.Value is not { } value)
        {
            var type = HeldType(operation);
            return type is OpaqueType ? new Extern(type, "null", [], Purity.Pure) : new Default(type);
        }

        if (value is string or char or decimal or byte or sbyte or short or ushort or uint or ulong && operation.Type!.TypeKind != TypeKind.Enum)
            return new Extern(TypeOf(operation), Templates.Literal(value), [], Purity.Pure);
        return Constants.Of(TypeOf(operation), value);
    }

    private Expression Conversion(IConversionOperation conversion)
    {
        var operand = conversion.Operand;
        if (operand is IInterpolatedStringOperation text && conversion.Type is { SpecialType: not SpecialType.System_String, Name: "FormattableString" or "IFormattable" })
            return Interpolated(text, TypeOf(conversion), "global::System.Runtime.CompilerServices.FormattableStringFactory.Create");
        if (operand is IThrowOperation thrown)
        {
            ThrowStatement(thrown);
            return new Default(TypeOf(conversion));
        }

        if (_holdsDecimals && (IsDecimal(conversion.Type) || IsDecimal(operand.Type)) && conversion.Conversion is { IsNumeric: true } or { IsIdentity: true })
        {
            var number = Value(operand);
            return DecimalConversion(conversion, number, TypeOf(conversion)) ?? (number.Type == TypeOf(conversion) ? number : Convert(conversion, number, TypeOf(conversion)));
        }

        if (Target(conversion.OperatorMethod, conversion.ConstrainedToType) is { } method && !IsSpanType(conversion.Type) && !IsSpanType(operand.Type))
            return Operator(conversion, method, [operand]);

        if (HeapConversion(conversion) is { } reference)
            return reference;
        if (NullableConversion(conversion) is { } nullable)
            return nullable;
        if (IsOnStack(operand.Syntax))
            return Coerce(StackArray(operand), TypeOf(conversion));
        if (KeepsObject(conversion) && IsSymbolic(operand) && Peek(operand) is not NullBinding)
            return ReadBinding(conversion, Bind(operand));
        var target = TypeOf(conversion);
        var value = Whole(operand);
        if (IsRectangular(operand) && !IsRectangular(conversion))
            CheckRectangular(conversion, [value]);
        if (IsRectangular(conversion) && TypeMapper.IsRectangular(value.Type))
            return value;
        if (value is ArrayNew or ArrayLiteral or Slice && value.Type != target)
            value = new LocalRead(Spill(value, value is Slice ? "part" : "array"));
        if (value.Type == target)
            return value;
        return Convert(conversion, value, target);
    }

    private static bool IsSpanType(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "Span" or "ReadOnlySpan", ContainingNamespace.Name: "System" };

    private Expression Convert(IConversionOperation conversion, Expression value, IrType target)
    {
        if (IsNumeric(value.Type) && IsNumeric(target))
        {
            if (CrossesWidth(conversion) && !IsActive(value))
                return new Extern(target, conversion.IsChecked ? $"checked(({target.CSharpName}){{0}})" : $"unchecked(({target.CSharpName}){{0}})", [value], Purity.Pure);
            if (!target.IsDifferentiable)
                WarnLost(conversion, value, $"it is converted to '{target}'");
            return new Ir.Convert(target, value, conversion.IsChecked) { Origin = Origins.Of(conversion.Syntax) };
        }

        if (value.Type is OpaqueType || target is OpaqueType || DecimalValues.IsHeld(value))
        {
            if (IsWholeNumber(conversion.Type!))
            {
                WarnLost(conversion, value, $"it is converted to '{conversion.Type!.ToDisplayString()}'");
            }
            else if (IsActive(value) && _throws == 0)
            {
                throw Fail(
                    Rules.NoDerivative,
                    conversion.Syntax.GetLocation(),
                    $"The conversion to {conversion.Type!.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}",
                    conversion.Type is { SpecialType: SpecialType.System_Object }
                        ? "declare what takes it as a number, write an overload for each kind of value, or make a method generic"
                        : "keep the value in double or float, or compute it outside the method");
            }

            var template = conversion is { IsImplicit: true, OperatorMethod: null, Conversion.IsReference: true }
                ? "{0}"
                : conversion.IsChecked ? $"checked(({target.CSharpName}){{0}})" : $"(({target.CSharpName}){{0}})";
            return new Extern(target, template, [DecimalValues.ExactOf(value)], Purity.Pure);
        }

        return Coerce(value, target);
    }

    /// <summary>Integers that the IR does not compute in.</summary>
    private static bool IsWholeNumber(ITypeSymbol type) => type.SpecialType
        is SpecialType.System_Byte or SpecialType.System_SByte or SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_UInt32 or SpecialType.System_UInt64;

    /// <summary>Whether a conversion goes to or from an enum whose underlying type the IR does not compute in: there C# does the conversion.</summary>
    private static bool CrossesWidth(IConversionOperation conversion) =>
        IsForeignEnum(conversion.Type!, SpecialType.System_Int32)
        || IsForeignEnum(
            conversion.Operand.Type!,
            SpecialType.System_Byte,
            SpecialType.System_SByte,
            SpecialType.System_Int16,
            SpecialType.System_UInt16,
            SpecialType.System_Int32);

    private static bool IsForeignEnum(ITypeSymbol type, params SpecialType[] exact) =>
        type is INamedTypeSymbol { EnumUnderlyingType.SpecialType: var underlying } && Array.IndexOf(exact, underlying) < 0;

    private static bool IsNumeric(IrType type) => type is EnumType || (type is ScalarType scalar && scalar != ScalarType.Bool);

    /// <summary>The value in a type that C# takes it for without a conversion of its own: other tuple names, nullable annotations, spans of arrays.</summary>
    private Expression Coerce(Expression value, IrType type)
    {
        if (value.Type == type)
            return value;
        if (value is Default)
            return new Default(type);
        switch (value.Type, type)
        {
            case (OpaqueType, StructType) when type.Equals(DecimalValues.Held):
            {
                var (exact, near) = DecimalParts(value);
                return Decimal(exact, near);
            }

            case (StructType, OpaqueType) when DecimalValues.IsHeld(value):
                if (_throws == 0 && IsActive(value))
                    throw Fail(Rules.NoDerivative, _where, "A place that holds only the decimal", "keep it in a local variable, or convert it to double first");
                return DecimalValues.ExactOf(value);
            case (StructType given, StructType taken) when TypeMapper.IsRectangular(given) && TypeMapper.IsRectangular(taken):
                throw KeptOfCaller();
            case (OpaqueType, StructType held) when held.IsNullable() && value.Type.CSharpName == held.Fields[1].Type.CSharpName + "?":
                return Held(value, held);
            case (_, StructType held) when held.IsNullable() && !value.Type.IsNullable():
                return NullableValues.Some(held, Coerce(value, held.Fields[1].Type));
            case (StructType, OpaqueType own) when value.Type.IsNullable():
                return Unheld(value, own);
            case (StructType { Form: StructForm.Tuple } from, StructType { Form: StructForm.Tuple } to) when from.Fields.Count == to.Fields.Count:
            {
                if (value is StructNew made)
                    return new StructNew(to, Pairs(to, i => made.Fields[i]));
                var kept = Keep(value);
                return new StructNew(to, Pairs(to, i => new FieldRead(kept, i)));
            }

            case (ArrayType from, ArrayType { Kind: ArrayKind.Span or ArrayKind.ReadOnlySpan } to) when from.Element == to.Element:
                return new Ir.Convert(to, value is ArrayNew or ArrayLiteral or Slice ? new LocalRead(Spill(value, "array")) : value);
            case (OpaqueType, OpaqueType):
                return new Extern(type, type.CSharpName.EndsWith("?", StringComparison.Ordinal) || !value.Type.CSharpName.EndsWith("?", StringComparison.Ordinal) ? "{0}" : "{0}!", [value], Purity.Pure);
            case (ScalarType or EnumType, ScalarType or EnumType) when IsNumeric(value.Type) && IsNumeric(type):
                return new Ir.Convert(type, value);
            default:
                throw Unsupported(_where, $"Taking a value of type '{value.Type}' for '{type}'", "convert it explicitly");
        }
    }

    private EquatableArray<Expression> Pairs(StructType to, Func<int, Expression> field)
    {
        var fields = new List<Expression>();
        for (var i = 0; i < to.Fields.Count; i++)
            fields.Add(Coerce(field(i), to.Fields[i].Type));
        return fields.ToEquatableArray();
    }

    /// <summary>
    /// A value that one of two sides gives. Stays an expression when neither side has effects; otherwise a local that each side stores to.
    /// </summary>
    private Expression Choose(Expression condition, Func<Expression> whenTrue, Func<Expression> whenFalse, IrType type)
    {
        // The condition comes first, so that it holds its value while the sides run.
        var (trueStatements, trueValue) = Capture(() => Coerce(whenTrue(), type));
        var (falseStatements, falseValue) = Capture(() => Coerce(whenFalse(), type));
        if (trueStatements.Count == 0 && falseStatements.Count == 0)
        {
            // What is read from a chosen array must find it by a name.
            var chosen = new Conditional(condition, trueValue, falseValue);
            return type is ArrayType ? new LocalRead(Spill(chosen, "chosen")) : chosen;
        }

        var local = NewLocal(type, "value");
        Emit(new Declare(local, null));
        Emit(new If(condition, Storing(trueStatements, local, trueValue), Storing(falseStatements, local, falseValue)));
        _stable.Add(local);
        return new LocalRead(local);
    }

    private Block Storing(List<Statement> statements, Local local, Expression value)
    {
        if (local.Type is ArrayType && IsShared(value))
            _shared.Add(local);
        if (!EndsControl(statements))
            statements.Add(new Assign(new LocalPlace(local), value) { Origin = _origin });
        return new Block(statements.ToEquatableArray());
    }
}
