using System;

namespace LearnSharp.Ir;

internal sealed partial class SliceRewriter
{
    /// <inheritdoc/>
    public override Expression Visit(Expression expression)
    {
        switch (expression)
        {
            case Length e when SlicedLocals.MayBePart(e.Array, _sliced):
                return PartOf(e.Array).Count;
            case Element e when SlicedLocals.MayBePart(e.Array, _sliced):
            {
                var part = PartOf(e.Array);
                return e with { Array = part.Array, Index = At(part, Visit(e.Index)) };
            }

            // Other C# gets a span of its own; values that have a derivative do not come here without being detached.
            case Unary { Operator: UnaryOperator.Detach } e when SlicedLocals.MayBePart(e.Operand, _sliced):
                return Handed(PartOf(e.Operand), static array => new Unary(UnaryOperator.Detach, array));
            case LocalRead or Slice when SlicedLocals.MayBePart(expression, _sliced):
                return Handed(PartOf(expression), static array => array);
            default:
                return VisitChildren(expression);
        }
    }

    /// <inheritdoc/>
    public override Place Visit(Place place)
    {
        if (place is not ElementPlace element || !SlicedLocals.MayBePart(element.Array, _sliced))
            return base.Visit(place);
        var part = PartOf(element.Array);
        return new ElementPlace(part.Array, At(part, Visit(element.Index)));
    }

    private static Extern Handed(Part part, Func<Expression, Expression> array)
    {
        var type = (ArrayType)part.Array.Type;
        if (type.IsDifferentiable && array(part.Array) is not Unary)
            throw new InvalidOperationException("A part of an array is used as a value");
        var span = type.Kind == ArrayKind.Array ? type with { Kind = ArrayKind.Span } : type;
        return new Extern(span, $"(({span.CSharpName}){{0}}).Slice({{1}}, {{2}})", [array(part.Array), part.Start, part.Count], Purity.Pure);
    }

    /// <summary>What a span expression names.</summary>
    private Part PartOf(Expression value)
    {
        switch (value)
        {
            case Slice e:
            {
                var part = PartOf(e.Array);
                return new(part.Array, Sum(part.Start, Visit(e.Start)), Visit(e.Count));
            }

            case LocalRead e when _parts.TryGetValue(e.Local, out var known):
                return known;

            // Of an array that is null, the span is empty.
            case Convert e when e.Operand.Type is ArrayType { Kind: not ArrayKind.Array }:
                return PartOf(e.Operand);
            case Conditional e:
            {
                var (condition, whenTrue, whenFalse) = (Visit(e.Condition), PartOf(e.WhenTrue), PartOf(e.WhenFalse));
                Expression Choice(Expression first, Expression second) => first.Equals(second) ? first : new Conditional(condition, first, second);
                return new(
                    Choice(As(whenTrue.Array, e.Type), As(whenFalse.Array, e.Type)),
                    Choice(whenTrue.Start, whenFalse.Start),
                    Choice(whenTrue.Count, whenFalse.Count));
            }

            case Default:
                return new(value, Constant.Of(0), Constant.Of(0));
            default:
            {
                var whole = Visit(value);
                return new(whole, Constant.Of(0), new Length(whole));
            }
        }
    }

    private static Expression As(Expression array, IrType type) => array.Type.Equals(type) ? array : array is Default ? new Default(type) : new Convert(type, array);

    /// <summary>The index of an element in the array: -1, which throws as it should, where it lies outside the part.</summary>
    private Expression At(Part part, Expression index)
    {
        if (part.IsWhole)
            return index;
        var at = Sum(part.Start, index);
        var isBelow = _counters.IsBelow(index, part.Count);
        Expression? inside = isBelow ? null : new Binary(BinaryOperator.Less, index, part.Count);
        if (!_counters.IsNotNegative(index, isBelow))
        {
            var isThere = new Binary(BinaryOperator.GreaterOrEqual, index, Constant.Of(0));
            inside = inside is null ? isThere : new Binary(BinaryOperator.AndAlso, isThere, inside);
        }

        return inside is null ? at : new Conditional(inside, at, Constant.Of(-1));
    }

    private static Expression Sum(Expression start, Expression index) => (start, index) switch
    {
        (Constant { AsLong: 0 }, _) => index,
        (_, Constant { AsLong: 0 }) => start,
        _ => new Binary(BinaryOperator.Add, start, index),
    };
}
