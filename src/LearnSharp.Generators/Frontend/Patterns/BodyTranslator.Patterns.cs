using System;
using System.Collections.Generic;
using LearnSharp.Generators.Diagnostics;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

internal sealed partial class BodyTranslator
{
    /// <summary>The variables of patterns.</summary>
    private readonly HashSet<Local> _patternLocals = [];

    private Expression IsPattern(IIsPatternOperation operation) => IsSymbolic(operation.Value) && !IsTestedList(operation.Value)
        ? Constant.Of(MatchesObject(Bind(operation.Value), operation.Pattern))
        : Matches(Tested(operation.Value), operation.Pattern);

    /// <summary>A value that patterns are held against: nullable ones as the body holds them.</summary>
    private Expression Tested(IOperation operation)
    {
        if (IsTestedList(operation))
            return Keep(ArrayOf(OfList(ListOf(operation)!)));
        var value = NullableOf(operation.Type) is { } nullable ? AsNullable(Value(operation), nullable) : Value(operation);
        if (DecimalValues.IsHeld(value) && IsActive(value))
            throw Unsupported(operation, "A pattern on a decimal that carries a derivative", "compare it with operators");
        return Keep(DecimalValues.ExactOf(value));
    }

    /// <summary>Whether a value, which nothing changes any more, matches a pattern.</summary>
    private Expression Matches(Expression value, IPatternOperation pattern)
    {
        switch (pattern)
        {
            case IDiscardPatternOperation:
                return Constant.Of(true);
            case INegatedPatternOperation negated:
                return new Unary(UnaryOperator.Not, Matches(value, negated.Pattern));
            case IBinaryPatternOperation binary:
                return ShortCircuit(Matches(value, binary.LeftPattern), () => Matches(value, binary.RightPattern), binary.OperatorKind == BinaryOperatorKind.And);
            case IDeclarationPatternOperation { MatchesNull: true, DeclaredSymbol: ILocalSymbol symbol }:
                DeclarePattern(symbol, value.Type, value);
                return Constant.Of(true);
            case IDeclarationPatternOperation { MatchesNull: true }:
                return Constant.Of(true);
            case IInvalidOperation:
                throw Silent();
            default:
                if (!value.Type.IsNullable())
                    return MatchesOwn(value, pattern, pattern.InputType);

                // Behind another pattern that null does not match, the value is known to be there.
                var (has, some) = Halves(value);
                return NullableValues.Inner(pattern.InputType) is null ? MatchesOwn(some, pattern, pattern.InputType) : MatchesNullable(has, some, pattern);
        }
    }

    private void DeclarePattern(ILocalSymbol symbol, IrType type, Expression value) => _patternLocals.Add(DeclareLocal(symbol, type, value));

    private Expression EqualsConstant(Expression value, IConstantPatternOperation pattern)
    {
        var operand = pattern.Value;
        if (operand.ConstantValue is { HasValue: true, Value: null })
            return new Extern(ScalarType.Bool, "({0} is null)", [value], Purity.Pure);

        // As a pattern NaN is matched by NaN, unlike with '=='.
        if (operand.ConstantValue.Value is double.NaN or float.NaN)
            return new Binary(BinaryOperator.NotEqual, value, value);
        return Compared(pattern, BinaryOperator.Equal, value, operand);
    }

    private Expression Compared(IPatternOperation pattern, BinaryOperator op, Expression value, IOperation constant)
    {
        var right = Value(constant);
        if (right.Type == value.Type && value.Type is ScalarType or EnumType)
            return new Binary(op, value, right) { Origin = Origins.Of(pattern.Syntax) };
        if (value.Type is not OpaqueType)
            throw Unsupported(pattern, $"The pattern '{Origins.Line(pattern.Syntax)}'", "compare with a constant of the value's own type");
        var sign = op == BinaryOperator.Equal ? "is" : $"is {Templates.Binary(op)}";
        return new Extern(ScalarType.Bool, $"({{0}} {sign} {{1}})", [value, right], Purity.Pure);
    }

    private Expression SwitchExpression(ISwitchExpressionOperation operation)
    {
        var value = Tested(operation.Value);
        var type = HeldType(operation);
        var arms = operation.Arms;
        if (arms.Length == 2 && arms[1] is { Pattern: IDiscardPatternOperation, Guard: null })
            return Choose(ArmCondition(value, arms[0]), () => Value(arms[0].Value), () => Value(arms[1].Value), type);

        var result = NewLocal(type, "value");
        Emit(new Declare(result, null));
        Arm(operation, 0, value, result);
        _stable.Add(result);
        return new LocalRead(result);
    }

    private Expression ArmCondition(Expression value, ISwitchExpressionArmOperation arm)
    {
        var matches = Matches(value, arm.Pattern);
        if (arm.Guard is not { } guard)
            return matches;
        return matches is Constant { IsTrue: true } ? Condition(guard) : ShortCircuit(matches, () => Condition(guard), isAnd: true);
    }

    /// <summary>Emits the arms from <paramref name="index"/> on, each inside the alternative of the one before.</summary>
    private void Arm(ISwitchExpressionOperation operation, int index, Expression value, Local result)
    {
        if (index == operation.Arms.Length)
        {
            var thrown = new Extern(
                new OpaqueType("global::System.Exception"),
                "new global::System.Runtime.CompilerServices.SwitchExpressionException()",
                [],
                Purity.Pure);
            Emit(new Throw(thrown));
            return;
        }

        var arm = operation.Arms[index];
        var condition = ArmCondition(value, arm);
        var (statements, chosen) = Capture(() => Coerce(Value(arm.Value), result.Type));
        var taken = Storing(statements, result, chosen);
        if (condition is Constant { IsTrue: true })
        {
            _out.AddRange(taken.Statements);
            return;
        }

        var (others, _) = Capture<object?>(() =>
        {
            Arm(operation, index + 1, value, result);
            return null;
        });
        Emit(new If(condition, taken, new Block(others.ToEquatableArray())));
    }
}
