using System;
using System.Linq;
using LearnSharp.Generators.Diagnostics;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

internal sealed partial class BodyTranslator
{
    private const string NoValue = "new global::System.InvalidOperationException(\"Nullable object must have a value.\")";

    /// <summary>What a nullable number or struct is held as; null for other types, and for nullable values that the IR does not look into.</summary>
    private StructType? NullableOf(ITypeSymbol? type) =>
        NullableValues.Inner(type) is { } inner && _types.Map(inner, out _) is { } mapped && (mapped is ScalarType { Kind: not ScalarKind.Bool } || (mapped is StructType && mapped.IsDifferentiable))
            ? NullableValues.Of(mapped)
            : null;

    /// <summary>The type that a value of a C# type has inside the body.</summary>
    private IrType HeldType(ITypeSymbol type, Location where) => _holdsDecimals && IsDecimal(Resolve(type)) ? DecimalValues.Held : (IrType?)NullableOf(type) ?? TypeOf(type, where);

    /// <summary>
    /// Whether a method takes or gives nullable values that may carry derivatives: its body is translated in place then, since functions of the generated code have C#'s own
    /// nullable types. What only takes data gives data.
    /// </summary>
    private bool HandsNullables(IMethodSymbol method) =>
        (method.Parameters.Any(parameter => CarriesNullable(parameter.Type)) || (CarriesNullable(method.ReturnType) && !OnlyTakesData(method))) && !IsLeftToCSharp(method);

    private bool CarriesNullable(ITypeSymbol type) => NullableOf(Resolve(type)) is { IsDifferentiable: true };

    private IrType HeldType(IOperation operation) => HeldType(operation.Type!, operation.Syntax.GetLocation());

    /// <summary>Whether a nullable value is there, and what it is (default where it is not). Read both before anything changes.</summary>
    private (Expression Has, Expression Some) Halves(Expression value)
    {
        if (value is StructNew made)
            return (made.Fields[0], made.Fields[1]);
        if (value is Default none)
            return (Constant.Of(false), new Default(((StructType)none.Type).Fields[1].Type));
        var kept = Keep(value);
        return (new FieldRead(kept, 0), new FieldRead(kept, 1));
    }

    /// <summary>The halves of an operand of a nullable type, or of one that is always there.</summary>
    private (Expression Has, Expression Some) Halves(Expression value, StructType type) => Halves(AsNullable(value, type));

    /// <summary>A value in a nullable type: that of another nullable type converted, any other as one that is there.</summary>
    private Expression AsNullable(Expression value, StructType type) =>
        value.Type.IsNullable() || (value.Type is OpaqueType && type.Fields[1].Type is not OpaqueType)
            ? Coerce(value, type)
            : NullableValues.Some(type, Coerce(value, type.Fields[1].Type));

    /// <summary>A conversion to or from a nullable type; null for any other.</summary>
    private Expression? NullableConversion(IConversionOperation conversion)
    {
        var from = NullableOf(conversion.Operand.Type);
        if (NullableOf(conversion.Type) is { } to)
        {
            if (IsNull(conversion.Operand) || conversion.Operand is IDefaultValueOperation { Type: null })
                return new Default(to);
            if (from is null)
            {
                var inner = Value(conversion.Operand);
                if (conversion.Operand.Type is { IsReferenceType: true })
                    return Held(Convert(conversion, inner, TypeOf(conversion)), to);
                return NullableValues.Some(to, inner.Type == to.Fields[1].Type ? inner : Convert(conversion, inner, to.Fields[1].Type));
            }

            var (has, some) = Halves(Value(conversion.Operand), from);
            if (from == to)
                return new StructNew(to, [has, some]);
            return new StructNew(to, [has, some.Type == to.Fields[1].Type ? some : Convert(conversion, some, to.Fields[1].Type)]);
        }

        if (NullableValues.Inner(conversion.Type) is not null && IsNull(conversion.Operand))
            return new Extern(TypeOf(conversion), $"(({TypeOf(conversion).CSharpName})null)", [], Purity.Pure);
        if (from is null)
            return null;
        var target = TypeOf(conversion);
        var value = Value(conversion.Operand);
        if (target is OpaqueType)
            return value.Type is OpaqueType ? Convert(conversion, value, target) : Convert(conversion, Coerce(value, TypeOf(conversion.Operand)), target);
        var there = Demand(value, from);
        return there.Type == target ? there : Convert(conversion, there, target);
    }

    /// <summary>The value of a nullable one; throws as <c>Value</c> does where there is none.</summary>
    private Expression Demand(Expression value, StructType type)
    {
        var (has, some) = Halves(value, type);
        if (has is Constant { IsTrue: true })
            return some;
        var kept = Keep(some);
        Emit(new If(new Unary(UnaryOperator.Not, has), new Block([new Throw(new Extern(new OpaqueType("global::System.InvalidOperationException"), NoValue, [], Purity.Pure))]), Block.Empty));
        return kept;
    }

    /// <summary><c>HasValue</c> and <c>Value</c>.</summary>
    private Expression NullableMember(IPropertyReferenceOperation reference, StructType type)
    {
        var value = Value(reference.Instance!);
        return reference.Property.Name == "HasValue" ? Halves(value, type).Has : Demand(value, type);
    }

    /// <summary><c>GetValueOrDefault</c>; null for any other method.</summary>
    private Expression? NullableCall(IInvocationOperation invocation)
    {
        if (invocation.TargetMethod.Name != "GetValueOrDefault" || NullableOf(invocation.Instance?.Type) is not { } type)
            return null;
        var values = Values([invocation.Instance!, .. invocation.Arguments.Select(static argument => argument.Value)]);
        var (has, some) = Halves(values[0], type);
        return values.Length == 1 ? some : new Conditional(has, some, Coerce(values[1], some.Type));
    }

    /// <summary>An operator whose operands are nullable: null where one of them is; comparisons with null are false, but that null equals null.</summary>
    private Expression Lifted(IOperation operation, BinaryOperatorKind kind, Expression left, Expression right, StructType type, bool isChecked)
    {
        var (hasLeft, someLeft) = Halves(left, type);
        var (hasRight, someRight) = Halves(right, type);
        if (OperatorOf(kind) is BinaryOperator.Equal or BinaryOperator.NotEqual)
        {
            var same = new Binary(
                BinaryOperator.AndAlso,
                new Binary(BinaryOperator.Equal, hasLeft, hasRight),
                new Binary(BinaryOperator.OrElse, new Unary(UnaryOperator.Not, hasLeft), Arithmetic(operation, BinaryOperatorKind.Equals, someLeft, someRight, isChecked: false)));
            return kind == BinaryOperatorKind.Equals ? same : new Unary(UnaryOperator.Not, same);
        }

        var both = new Binary(BinaryOperator.AndAlso, hasLeft, hasRight);
        var result = Arithmetic(operation, kind, someLeft, someRight, isChecked);
        return result.Type == ScalarType.Bool ? new Binary(BinaryOperator.AndAlso, both, result) : OnlyWhere(both, result);
    }

    /// <summary>A nullable value that is there under a condition; what it would be otherwise is not computed, so that nothing throws and no derivative is invalid.</summary>
    private StructNew OnlyWhere(Expression condition, Expression value)
    {
        var has = Keep(condition);
        return new StructNew(NullableValues.Of(value.Type), [has, new Conditional(has, value, new Default(value.Type))]);
    }

    private StructNew LiftedUnary(IUnaryOperation operation, StructType type)
    {
        var (has, some) = Halves(Value(operation.Operand), type);
        return operation.OperatorKind switch
        {
            UnaryOperatorKind.Plus => new StructNew(type, [has, some]),
            UnaryOperatorKind.Minus => OnlyWhere(has, new Unary(UnaryOperator.Negate, some, operation.IsChecked)),
            UnaryOperatorKind.BitwiseNegation => OnlyWhere(has, new Unary(UnaryOperator.Complement, some)),
            _ => throw Unsupported(operation, $"The operator of '{Origins.Line(operation.Syntax)}'", "compute the value outside and pass it in"),
        };
    }

    private Expression Coalesce(ICoalesceOperation coalesce)
    {
        var type = HeldType(coalesce);
        if (NullableOf(coalesce.Value.Type) is { } nullable)
        {
            var (has, some) = Halves(Value(coalesce.Value), nullable);
            var kept = Keep(has);
            var there = IsStable(some) ? some : Keep(some);
            return Choose(kept, () => type.IsNullable() ? NullableValues.Some(nullable, there) : there, () => Value(coalesce.WhenNull), type);
        }

        var left = Value(coalesce.Value);
        if (IsHeap(coalesce.Value.Type))
        {
            var there = Keep(left);
            return Choose(new Binary(BinaryOperator.NotEqual, there, Constant.Of(0)), () => there, () => Value(coalesce.WhenNull), type);
        }

        if (left.Type is not (OpaqueType or ArrayType))
            throw Unsupported(coalesce, "'??'", "test for null with 'if'");
        var reference = Keep(left);
        return Choose(
            new Extern(ScalarType.Bool, "({0} is null)", [reference], Purity.Pure),
            () => Value(coalesce.WhenNull),
            () => left.Type is ArrayType ? reference : NotNull(coalesce, reference, type),
            type);
    }

    private static Expression NotNull(ICoalesceOperation coalesce, Expression value, IrType type)
    {
        if (value.Type == type)
            return value;
        return new Extern(type, NullableValues.Inner(coalesce.Value.Type) is null ? "{0}!" : "{0}.Value", [value], Purity.Pure);
    }

    /// <summary><c>target ??= value</c>: the value is computed only where the target is null.</summary>
    private Expression CoalesceAssignment(ICoalesceAssignmentOperation assignment)
    {
        var place = Hold(PlaceOf(assignment.Target));
        CheckWritable(place, assignment);
        var isHeld = place.Type.IsNullable();
        var isReference = IsHeap(assignment.Target.Type);
        if (!isHeld && !isReference && place.Type is not (OpaqueType or ArrayType))
            throw Unsupported(assignment, "'??='", "test for null with 'if'");
        var isNull = isHeld
            ? new Unary(UnaryOperator.Not, Halves(place.Read).Has)
            : isReference
            ? new Binary(BinaryOperator.Equal, place.Read, Constant.Of(0))
            : (Expression)new Extern(ScalarType.Bool, "({0} is null)", [place.Read], Purity.Pure);
        var (statements, _) = Capture<object?>(() =>
        {
            var given = Value(assignment.Value);
            var value = isHeld ? AsNullable(given, (StructType)place.Type) : Coerce(given, place.Type);
            if (value.Type is ArrayType && IsShared(value))
                throw Fail(Rules.OutsideState, assignment.Value.Syntax.GetLocation(), "A static array", "copy it into an array of the method");
            if (!EndsControl(_out))
                Emit(new Assign(place, value));
            return null;
        });
        Emit(new If(isNull, new Block(statements.ToEquatableArray()), Block.Empty));
        if (assignment.Parent is IExpressionStatementOperation)
            return Constant.Of(false);
        if (!isHeld)
            return Coerce(place.Read, TypeOf(assignment));
        return NullableOf(assignment.Type) is null ? Halves(place.Read).Some : place.Read;
    }

    /// <summary>A nullable value as C#'s own type: where it leaves the body it carries no derivative.</summary>
    private Extern Unheld(Expression value, OpaqueType type)
    {
        if (IsActive(value) && _throws == 0)
        {
            throw Fail(
                Rules.NoDerivative,
                _where,
                $"A nullable value of type '{type.CSharpName}'",
                "nullable parameters, results and members are data; hand over the value itself, or a bool beside it");
        }

        var (has, some) = Halves(value);
        return new Extern(type, $"({{0}} ? {{1}} : ({type.CSharpName})null)", [has, some], Purity.Pure);
    }

    /// <summary>C#'s own nullable value as the body holds it.</summary>
    private StructNew Held(Expression value, StructType type)
    {
        var kept = Keep(value);
        return new StructNew(
            type,
            [new Extern(ScalarType.Bool, "{0}.HasValue", [kept], Purity.Pure), new Extern(type.Fields[1].Type, "{0}.GetValueOrDefault()", [kept], Purity.Pure)]);
    }
}
