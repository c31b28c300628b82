using System.Collections.Generic;

namespace LearnSharp.Ir;

/// <summary>What throws for some operands: rows that meet it are marked as failed and run again, one by one, by the ordinary program.</summary>
internal sealed class Hazards : Walker
{
    private readonly List<Expression> _found = [];
    private Expression? _reached;
    private bool _throws;

    private Hazards()
    {
    }

    /// <summary>Whether anything in a block throws, or may.</summary>
    public static bool MayFail(Block block)
    {
        var hazards = new Hazards();
        hazards.Visit(block);
        return hazards._throws || hazards._found.Count > 0;
    }

    /// <summary>The conditions under which an expression throws, those of its parts included.</summary>
    public static IReadOnlyList<Expression> In(Expression expression)
    {
        var hazards = new Hazards();
        hazards.Visit(expression);
        return hazards._found;
    }

    /// <summary>The condition under which an operation itself throws, or null when it never does.</summary>
    public static Expression? Of(Expression expression)
    {
        switch (expression)
        {
            case Binary { Operator: BinaryOperator.Divide or BinaryOperator.Remainder, Type: ScalarType { IsInteger: true } type } e:
            {
                if (e.Right is Constant { Bits: not 0 and not -1 })
                    return null;
                var least = Constant.FromBits(type, type == ScalarType.Long ? long.MinValue : int.MinValue);
                var overflows = new Binary(
                    BinaryOperator.AndAlso,
                    new Binary(BinaryOperator.Equal, e.Right, Constant.FromBits(type, -1)),
                    new Binary(BinaryOperator.Equal, e.Left, least));
                return new Binary(BinaryOperator.OrElse, new Binary(BinaryOperator.Equal, e.Right, Constant.FromBits(type, 0)), overflows);
            }

            case Binary { Checked: true, Type: ScalarType { Kind: ScalarKind.Int } } e:
            {
                Expression Wide(Expression operand) => new Convert(ScalarType.Long, operand);
                return new Binary(BinaryOperator.NotEqual, new Binary(e.Operator, Wide(e.Left), Wide(e.Right)), Wide(e with { Checked = false }));
            }

            case Unary { Checked: true, Operator: UnaryOperator.Negate, Type: ScalarType { IsInteger: true } type } e:
                return new Binary(BinaryOperator.Equal, e.Operand, Constant.FromBits(type, type == ScalarType.Long ? long.MinValue : int.MinValue));
            case Convert { Checked: true, Target: ScalarType { Kind: ScalarKind.Int }, Operand.Type.IsDifferentiable: true } e:
            {
                // What has a fraction is cut; NaN is in no range.
                var value = new Convert(ScalarType.Double, e.Operand);
                return new Unary(
                    UnaryOperator.Not,
                    new Binary(
                        BinaryOperator.And,
                        new Binary(BinaryOperator.Greater, value, Constant.Of(int.MinValue - 1.0)),
                        new Binary(BinaryOperator.Less, value, Constant.Of(int.MaxValue + 1.0))));
            }

            case Convert { Checked: true, Target: ScalarType { Kind: ScalarKind.Int }, Operand.Type: ScalarType { Kind: ScalarKind.Long } } e:
                return new Binary(BinaryOperator.NotEqual, new Convert(ScalarType.Long, e with { Checked = false }), e.Operand);
            case Element { Array: ArrayLiteral { Elements: var elements } } e:
                return new Binary(
                    BinaryOperator.Or,
                    new Binary(BinaryOperator.Less, e.Index, Constant.FromBits(e.Index.Type, 0)),
                    new Binary(BinaryOperator.GreaterOrEqual, e.Index, Constant.FromBits(e.Index.Type, elements.Count)));
            case MathCall { Function: MathFunction.RoundTo } e when e.Arguments[1] is not Constant { AsLong: >= 0 and <= 15 }:
                return new Binary(
                    BinaryOperator.Or,
                    new Binary(BinaryOperator.Less, e.Arguments[1], Constant.Of(0)),
                    new Binary(BinaryOperator.Greater, e.Arguments[1], Constant.Of(15)));
            case MathCall { Function: MathFunction.Sign, Overload: ScalarType { IsFloating: true } } e:
                return new Binary(BinaryOperator.NotEqual, e.Arguments[0], e.Arguments[0]);
            case MathCall { Function: MathFunction.Clamp } e when !(e.Arguments[1] is Constant && e.Arguments[2] is Constant):
                return new Binary(BinaryOperator.Greater, e.Arguments[1], e.Arguments[2]);
            case MathCall { Function: MathFunction.Abs, Overload: ScalarType { IsInteger: true } type } e:
                return new Binary(BinaryOperator.Equal, e.Arguments[0], Constant.FromBits(type, type == ScalarType.Long ? long.MinValue : int.MinValue));
            default:
                return null;
        }
    }

    /// <summary>An expression that throws nowhere: what would throw has some value, and a mark.</summary>
    /// <param name="expression">An expression.</param>
    /// <param name="named">Gives an index that is asked for again and again a name.</param>
    public static Expression Unchecked(Expression expression, System.Func<Expression, Expression> named) => new WithoutChecks(named).Visit(expression);

    /// <inheritdoc/>
    public override void Visit(Statement statement)
    {
        _throws |= statement is Throw;
        base.Visit(statement);
    }

    /// <inheritdoc/>
    public override void Visit(Expression expression)
    {
        if (Of(expression) is { } hazard)
            _found.Add(_reached is null ? hazard : new Binary(BinaryOperator.And, _reached, hazard));
        switch (expression)
        {
            case Binary { Operator: BinaryOperator.AndAlso } e:
                Visit(e.Left);
                VisitWhere(e.Left, e.Right);
                break;
            case Binary { Operator: BinaryOperator.OrElse } e:
                Visit(e.Left);
                VisitWhere(new Unary(UnaryOperator.Not, e.Left), e.Right);
                break;
            case Conditional e:
                Visit(e.Condition);
                VisitWhere(e.Condition, e.WhenTrue);
                VisitWhere(new Unary(UnaryOperator.Not, e.Condition), e.WhenFalse);
                break;
            default:
                base.Visit(expression);
                break;
        }
    }

    private void VisitWhere(Expression condition, Expression operand)
    {
        var outer = _reached;
        _reached = outer is null ? condition : new Binary(BinaryOperator.And, outer, condition);
        Visit(operand);
        _reached = outer;
    }

    private sealed class WithoutChecks(System.Func<Expression, Expression> named) : Rewriter
    {
        public override Expression Visit(Expression expression) => base.Visit(expression) switch
        {
            Binary { Checked: true } e => e with { Checked = false },
            Unary { Checked: true } e => e with { Checked = false },
            Convert { Checked: true } e => e with { Checked = false },
            Element { Array: ArrayLiteral { Elements: var elements } } e => Chosen(elements, e.Index is Constant ? e.Index : named(e.Index), e.Type),
            var e => e,
        };

        private static Expression Chosen(EquatableArray<Expression> elements, Expression index, IrType type)
        {
            if (elements.IsEmpty)
                return new Default(type);
            var chosen = elements[elements.Count - 1];
            for (var i = elements.Count - 2; i >= 0; i--)
                chosen = new Conditional(new Binary(BinaryOperator.Equal, index, Constant.FromBits(index.Type, i)), elements[i], chosen);
            return chosen;
        }
    }
}
