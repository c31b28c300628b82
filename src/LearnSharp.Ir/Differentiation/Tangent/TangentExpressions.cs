using static LearnSharp.Ir.Formula;

namespace LearnSharp.Ir;

/// <summary>Writes the tangent of an expression: over its operands, the sum of their tangents times the partial derivatives of the table.</summary>
internal sealed class TangentExpressions(TangentLocals tangents)
{
    /// <summary>The tangent of a number; null when nothing active enters it.</summary>
    /// <param name="expression">A number, made from locals and elements.</param>
    /// <param name="result">Where its value is kept, if anywhere.</param>
    public Expression? Of(Expression expression, Expression? result = null)
    {
        if (!tangents.Facts.IsVaried(expression))
            return null;
        switch (expression)
        {
            case LocalRead e:
                return tangents.Facts.IsActive(e.Local) ? new LocalRead(tangents.Of(e.Local)) : null;
            case Element e:
                return tangents.Facts.IsActive(Reads.Root(e.Array)!) ? e with { Array = tangents.OfArray(e.Array) } : null;
            case FieldRead e:
                return Of(e.Struct) is { } whole ? e with { Struct = whole } : null;
            case Unary { Operator: UnaryOperator.Negate } e:
                return Of(e.Operand) is { } negated ? Negate(negated) : null;
            case Convert e:
                return Of(e.Operand) is not { } converted ? null : converted.Type.Equals(e.Type) ? converted : new Convert(e.Type, converted);
            case Binary { Operator: BinaryOperator.WithDerivativeOf } e:
                return Of(e.Right);
            case Binary e:
                return OfBinary(e, result ?? e);
            case MathCall e when Derivatives.IsSelection(e.Function):
                return OfSelection(e, result ?? e);
            case MathCall e:
                return OfCall(e, result ?? e);
            default:
                throw new System.InvalidOperationException($"An active {expression.GetType().Name} reached the tangent; it should have been lowered.");
        }
    }

    /// <summary>The tangent of a number, or zero.</summary>
    public Expression OrZero(Expression expression, Expression? result = null) => Of(expression, result) ?? tangents.None(expression.Type);

    /// <summary>The tangent of a struct: fields that carry none are default.</summary>
    public Expression OfStruct(Expression value)
    {
        var leaves = StructShape.Leaves(value).ConvertAll(leaf => Of(leaf) ?? tangents.None(leaf.Type));
        var position = 0;
        return StructShape.Assemble(value.Type, leaves, ref position);
    }

    /// <summary>What stands for the tangent of a number or passive value without one.</summary>
    public static Expression None(IrType type) => type is ScalarType { IsFloating: true } ? Zero(type) : new Default(type);

    private static bool IsNone(Expression tangent) => IsZero(tangent) || tangent is Default;

    private Expression? OfBinary(Binary e, Expression result)
    {
        var left = Of(e.Left);
        var right = Of(e.Right);
        if (e.Operator is not (BinaryOperator.Add or BinaryOperator.Subtract))
        {
            left = Times(left, () => Derivatives.Partial(e, 0, result));
            right = Times(right, () => Derivatives.Partial(e, 1, result));
        }
        else if (e.Operator == BinaryOperator.Subtract && right is not null)
        {
            right = Negate(right);
        }

        return Plus(left, right);
    }

    private Expression? OfCall(MathCall e, Expression result)
    {
        Expression? sum = null;
        for (var i = 0; i < e.Arguments.Count; i++)
        {
            var position = i;
            if (!Derivatives.IsPassiveOperand(e.Function, i))
                sum = Plus(sum, Times(Of(e.Arguments[i]), () => Derivatives.Partial(e, position, result)));
        }

        return sum;
    }

    private Expression OfSelection(MathCall e, Expression result)
    {
        var order = Derivatives.SelectionOrder(e.Function);
        var chosen = OrZero(e.Arguments[order[order.Count - 1]]);
        for (var i = order.Count - 2; i >= 0; i--)
        {
            var tangent = OrZero(e.Arguments[order[i]]);
            if (!(IsNone(tangent) && IsNone(chosen)))
                chosen = new Conditional(Derivatives.Selects(e, order[i], result), tangent, chosen);
        }

        return chosen;
    }

    private static Expression? Times(Expression? tangent, System.Func<Expression> partial) => tangent is null ? null : Multiply(tangent, partial());

    private static Expression? Plus(Expression? left, Expression? right) => (left, right) switch
    {
        (null, _) => right,
        (_, null) => left,
        (Unary { Operator: UnaryOperator.Negate, Operand: var negated }, not Unary { Operator: UnaryOperator.Negate }) => Subtract(right, negated),
        _ => Add(left, right),
    };
}
