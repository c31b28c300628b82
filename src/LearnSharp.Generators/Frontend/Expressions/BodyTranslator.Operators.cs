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
    private Expression UnaryOf(IUnaryOperation operation)
    {
        if (Target(operation.OperatorMethod, operation.ConstrainedToType) is { } method)
            return Operator(operation, method, [operation.Operand]);
        if (operation.IsLifted && NullableOf(operation.Operand.Type) is { } nullable)
            return LiftedUnary(operation, nullable);
        var operand = Value(operation.Operand);
        if (DecimalValues.IsHeld(operand))
            return DecimalUnary(operation, operand);
        if (operand.Type is OpaqueType)
            return Passive(operation, $"({Templates.Unary(operation.OperatorKind)}{{0}})", [operand], Purity.Pure);
        return operation.OperatorKind switch
        {
            UnaryOperatorKind.Plus => operand,
            UnaryOperatorKind.Minus => new Unary(UnaryOperator.Negate, operand, operation.IsChecked),
            UnaryOperatorKind.Not => new Unary(UnaryOperator.Not, operand),
            UnaryOperatorKind.BitwiseNegation => new Unary(UnaryOperator.Complement, operand),
            UnaryOperatorKind.Hat => new Extern(TypeOf(operation), "new global::System.Index({0}, true)", [operand], Purity.Pure),
            _ => throw Unsupported(operation, $"The operator of '{Origins.Line(operation.Syntax)}'", "compute the value outside and pass it in"),
        };
    }

    private Expression BinaryOf(IBinaryOperation operation)
    {
        if (SameReference(operation) is { } one)
            return one;
        if (Target(operation.OperatorMethod, operation.ConstrainedToType) is { } method)
            return Operator(operation, method, [operation.LeftOperand, operation.RightOperand]);
        if (operation.OperatorKind is BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr)
            return ShortCircuit(Value(operation.LeftOperand), () => Value(operation.RightOperand), operation.OperatorKind == BinaryOperatorKind.ConditionalAnd);
        if (operation.Type?.SpecialType == SpecialType.System_String)
            return Concatenation(operation);
        if (operation.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals && SameObject(operation) is { } known)
            return known;
        if (operation.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals && NullTest(operation) is { } test)
            return test;
        var operands = Values([operation.LeftOperand, operation.RightOperand]);
        if (operation.IsLifted && (NullableOf(operation.LeftOperand.Type) ?? NullableOf(operation.RightOperand.Type)) is { } nullable)
            return Lifted(operation, operation.OperatorKind, operands[0], operands[1], nullable, operation.IsChecked);
        return Arithmetic(operation, operation.OperatorKind, operands[0], operands[1], operation.IsChecked);
    }

    /// <summary><c>x == null</c>: looks at no value, so that whatever x holds loses nothing.</summary>
    private Expression? NullTest(IBinaryOperation operation)
    {
        var tested = IsNull(operation.RightOperand) ? operation.LeftOperand : IsNull(operation.LeftOperand) ? operation.RightOperand : null;
        if (tested is not null && NullableOf(tested.Type) is { } nullable)
        {
            var (has, _) = Halves(Value(tested), nullable);
            return operation.OperatorKind == BinaryOperatorKind.Equals ? new Unary(UnaryOperator.Not, has) : has;
        }

        return tested is null
            ? null
            : new Extern(ScalarType.Bool, operation.OperatorKind == BinaryOperatorKind.Equals ? "({0} == null)" : "({0} != null)", [ElementsOf(Unwrap(tested))], Purity.Pure);
    }

    private static bool IsNull(IOperation operation) =>
        operation.ConstantValue is { HasValue: true, Value: null } || (operation is IConversionOperation { OperatorMethod: null, Operand: var converted } && IsNull(converted));

    private Expression ShortCircuit(Expression left, Func<Expression> right, bool isAnd)
    {
        if (left is Constant decided)
            return decided.IsTrue == isAnd ? right() : decided;
        var (statements, value) = Capture(right);
        if (statements.Count == 0)
            return new Binary(isAnd ? BinaryOperator.AndAlso : BinaryOperator.OrElse, left, value);
        var local = NewLocal(ScalarType.Bool, "holds");
        Emit(new Declare(local, left));
        HoistDeclared(statements);
        var block = Storing(statements, local, value);
        Expression needed = isAnd ? new LocalRead(local) : new Unary(UnaryOperator.Not, new LocalRead(local));
        Emit(new If(needed, block, Block.Empty));
        _stable.Add(local);
        return new LocalRead(local);
    }

    /// <summary>The variables of patterns and of out arguments are declared before the branch that they get their value in: what comes after it reads them.</summary>
    private void HoistDeclared(List<Statement> statements)
    {
        for (var i = 0; i < statements.Count; i++)
        {
            if (statements[i] is not Declare { Local: var local } declare || !_patternLocals.Contains(local))
                continue;
            Emit(new Declare(local, null));
            if (declare.Value is null)
                statements.RemoveAt(i--);
            else
                statements[i] = new Assign(new LocalPlace(local), declare.Value) { Origin = declare.Origin };
        }
    }

    private Expression Arithmetic(IOperation operation, BinaryOperatorKind kind, Expression left, Expression right, bool isChecked)
    {
        var op = OperatorOf(kind) ?? throw Unsupported(operation, $"The operator of '{Origins.Line(operation.Syntax)}'", "compute the value outside and pass it in");
        if (DecimalValues.IsHeld(left) || DecimalValues.IsHeld(right))
            return DecimalArithmetic(operation, op, left, right);
        var isShift = op is BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight or BinaryOperator.ShiftRightUnsigned;
        if (left.Type is ScalarType or EnumType && (isShift ? right.Type == ScalarType.Int : left.Type == right.Type))
            return new Binary(op, left, right, isChecked && (left.Type as ScalarType)?.IsInteger == true) { Origin = Origins.Of(operation.Syntax) };
        if (left.Type is not OpaqueType && right.Type is not OpaqueType && left.Type is not (ArrayType or EnumType) && right.Type is not (ArrayType or EnumType))
            throw Unsupported(operation, $"The operator of '{Origins.Line(operation.Syntax)}'", "compare or combine the members one by one");
        var template = $"({{0}} {Templates.Binary(op)} {{1}})";
        return Passive(operation, isChecked ? $"checked{template}" : template, [left, right], Purity.Pure);
    }

    private static BinaryOperator? OperatorOf(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.Add => BinaryOperator.Add,
        BinaryOperatorKind.Subtract => BinaryOperator.Subtract,
        BinaryOperatorKind.Multiply => BinaryOperator.Multiply,
        BinaryOperatorKind.Divide => BinaryOperator.Divide,
        BinaryOperatorKind.Remainder => BinaryOperator.Remainder,
        BinaryOperatorKind.Equals => BinaryOperator.Equal,
        BinaryOperatorKind.NotEquals => BinaryOperator.NotEqual,
        BinaryOperatorKind.LessThan => BinaryOperator.Less,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperator.LessOrEqual,
        BinaryOperatorKind.GreaterThan => BinaryOperator.Greater,
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOperator.GreaterOrEqual,
        BinaryOperatorKind.And => BinaryOperator.And,
        BinaryOperatorKind.Or => BinaryOperator.Or,
        BinaryOperatorKind.ExclusiveOr => BinaryOperator.Xor,
        BinaryOperatorKind.LeftShift => BinaryOperator.ShiftLeft,
        BinaryOperatorKind.RightShift => BinaryOperator.ShiftRight,
        BinaryOperatorKind.UnsignedRightShift => BinaryOperator.ShiftRightUnsigned,
        _ => null,
    };

    private Expression ConditionalOf(IConditionalOperation operation)
    {
        if (operation.IsRef)
            throw Unsupported(operation, "'ref ?:'", "use 'if'");
        var condition = Condition(operation.Condition);
        if (condition is Constant decided)
            return Coerce(Value(decided.IsTrue ? operation.WhenTrue : operation.WhenFalse!), HeldType(operation));
        return Choose(condition, () => Value(operation.WhenTrue), () => Value(operation.WhenFalse!), HeldType(operation));
    }

    /// <summary>A user-defined operator or conversion: a call.</summary>
    private Expression Operator(IOperation operation, IMethodSymbol method, IOperation[] operands)
    {
        if (operation is IBinaryOperation comparison && RecordComparison(comparison, method) is { } same)
            return same;
        if (operands.Any(IsSymbolic) && IsTranslated(method))
            return ReadBinding(operation, InlineOperator(operation, method, operands));
        var values = Values(operands);
        if (values.Any(DecimalValues.IsHeld) && operation is IUnaryOperation negated)
            return DecimalUnary(negated, values[0]);
        if (values.Any(DecimalValues.IsHeld) && operation is IBinaryOperation { OperatorKind: var kind } && OperatorOf(kind) is { } ofDecimals)
            return DecimalArithmetic(operation, ofDecimals, values[0], values[1]);
        for (var i = 0; i < values.Length; i++)
        {
            if (_types.Map(Resolve(method.Parameters[i].Type), out _) is { } type)
                values[i] = Coerce(values[i], type);
        }

        if (IsTranslated(method))
            return CallOf(operation, method, values)!;
        CheckEscapes(operands);
        var template = operation switch
        {
            IConversionOperation => $"(({TypeOf(operation).CSharpName}){{0}})",
            IUnaryOperation unary => $"({Templates.Unary(unary.OperatorKind)}{{0}})",
            IBinaryOperation binary when OperatorOf(binary.OperatorKind) is { } op => $"({{0}} {Templates.Binary(op)} {{1}})",
            ICompoundAssignmentOperation compound when OperatorOf(compound.OperatorKind) is { } op => $"({{0}} {Templates.Binary(op)} {{1}})",
            _ => throw Unsupported(operation, $"The operator of '{Origins.Line(operation.Syntax)}'", "call a method instead"),
        };
        return Passive(operation, template, values, IsImmutable(method.ContainingType) ? Purity.Pure : Purity.Effectful);
    }
}
