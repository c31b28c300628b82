using System;
using System.Collections.Generic;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

// Sequences that are evaluated as a whole before their first element is known.
internal sealed partial class BodyTranslator
{
    /// <summary>A sequence that puts the elements of another into an array when its first element is asked for.</summary>
    private Sequence Buffered(IrType element, Sequence source, bool backwards = false, Func<Local, Local, Expression>? order = null) => new(element, resumable =>
    {
        if (!resumable)
        {
            var (items, count) = Buffer(source);
            var permutation = order?.Invoke(items, count);
            return Count(new Indexed(() => new LocalRead(count), index => new Element(new LocalRead(items), Place(index, count, permutation))), resumable: false);
        }

        // Filled when it is first run: C# evaluates nothing before.
        var kept = NewLocal(new ArrayType(source.Element, ArrayKind.Array), "items");
        var all = NewLocal(ScalarType.Int, "count");
        var places = order is null ? null : NewLocal(new ArrayType(ScalarType.Int, ArrayKind.Array), "order");
        Emit(new Declare(kept, null));
        Emit(new Declare(all, Constant.Of(0)));
        if (places is not null)
            Emit(new Declare(places, null));
        var isFilled = Flag("isFilled");
        var next = Position();
        return (sink, done) =>
        {
            var fill = BlockOf(() =>
            {
                var (items, count) = Buffer(source);
                Emit(new Assign(new LocalPlace(kept), new LocalRead(items)));
                Emit(new Assign(new LocalPlace(all), new LocalRead(count)));
                if (places is not null)
                    Emit(new Assign(new LocalPlace(places), order!(items, count)));
                Emit(new Assign(new LocalPlace(isFilled), Constant.Of(true)));
            });
            Emit(new If(new Unary(UnaryOperator.Not, new LocalRead(isFilled)), fill, Block.Empty));
            var body = BlockOf(() =>
            {
                var at = new LocalRead(Spill(new LocalRead(next), "at"));
                Increment(next);
                sink(new Element(new LocalRead(kept), Place(at, all, places is null ? null : new LocalRead(places))));
            });
            Emit(new Loop(done, NewLabel(), new Binary(BinaryOperator.Less, new LocalRead(next), new LocalRead(all)), body, Block.Empty, null));
        };

        Expression Place(Expression index, Local count, Expression? permutation) =>
            permutation is not null ? new Element(permutation, index)
            : backwards ? new Binary(BinaryOperator.Subtract, new Binary(BinaryOperator.Subtract, new LocalRead(count), Constant.Of(1)), index)
            : index;
    })
    {
        Bound = source.Bound,
        Lists = source.Lists,
    };

    private Sequence Ordered(IInvocationOperation invocation)
    {
        var orderings = new List<Ordering>();
        IOperation operation = invocation;
        while (true)
        {
            var call = (IInvocationOperation)operation;
            var isDescending = call.TargetMethod.Name.EndsWith("Descending", StringComparison.Ordinal);
            if (Argument(call, "comparer") is { } comparer)
                throw Unsupported(comparer, "A comparer", "order by a key instead");
            orderings.Insert(0, new(Argument(call, "keySelector") is { } selector ? CallableOf(selector) : null, isDescending));
            operation = Bare(Argument(call, "source")!);
            if (!call.TargetMethod.Name.StartsWith("ThenBy", StringComparison.Ordinal))
                break;
            if (operation is not IInvocationOperation { TargetMethod: var before } || !IsLinq(before))
                throw Unsupported(invocation, "'ThenBy' on a sequence that is ordered elsewhere", "order by all keys in one query");
        }

        var source = SequenceOf(operation);
        return Buffered(source.Element, source, order: (items, count) => new LocalRead(Sorted(items, count, orderings)));
    }

    /// <summary>Emits what finds the order of elements by their keys: a stable merge of ever longer runs of positions. Equal elements stay as they are.</summary>
    private Local Sorted(Local items, Local count, IReadOnlyList<Ordering> orderings)
    {
        // Each key of all elements before the next, as C# has it.
        var keys = new List<(Local Keys, bool IsDescending)>();
        foreach (var ordering in orderings)
            keys.Add((Keys(items, count, ordering), ordering.IsDescending));

        Expression Precedes(Expression first, Expression second) => Before(keys, 0, first, second);
        return Merged(new LocalRead(count), Precedes);
    }

    private Local Keys(Local items, Local count, Ordering ordering)
    {
        if (ordering.Key is not { } selector)
            return items;
        var type = new ArrayType(selector.Result ?? throw Unsupported(_where, "A key whose type is not translated", "order by a number, an enum or a text"), ArrayKind.Array);
        var keys = NewLocal(type, "keys");
        Emit(new Declare(keys, new ArrayNew(type, new LocalRead(count))));
        _stable.Add(keys);
        Counting(new LocalRead(count), index => Emit(new Assign(new ElementPlace(new LocalRead(keys), index), selector.Of(new Element(new LocalRead(items), index)))));
        return keys;
    }

    private Expression Before(List<(Local Keys, bool IsDescending)> keys, int level, Expression first, Expression second)
    {
        var (array, isDescending) = keys[level];
        Expression a = new Element(new LocalRead(array), first);
        Expression b = new Element(new LocalRead(array), second);
        if (isDescending)
            (a, b) = (b, a);
        var less = IsLess(a, b);
        if (level == keys.Count - 1)
            return less;
        return new Binary(
            BinaryOperator.OrElse,
            less,
            new Binary(BinaryOperator.AndAlso, new Unary(UnaryOperator.Not, IsLess(b, a)), Before(keys, level + 1, first, second)));
    }

    /// <summary>Whether a value comes before another in C#'s default order: NaN before all numbers, false before true, a tuple by its elements.</summary>
    private Expression IsLess(Expression a, Expression b)
    {
        switch (a.Type)
        {
            case ScalarType { IsFloating: true }:
                return new Binary(
                    BinaryOperator.OrElse,
                    new Binary(BinaryOperator.Less, a, b),
                    new Binary(BinaryOperator.AndAlso, new Binary(BinaryOperator.NotEqual, a, a), new Binary(BinaryOperator.Equal, b, b)));
            case ScalarType { Kind: ScalarKind.Bool }:
                return new Binary(BinaryOperator.AndAlso, new Unary(UnaryOperator.Not, a), b);
            case ScalarType or EnumType:
                return new Binary(BinaryOperator.Less, a, b);
            case StructType { Form: StructForm.Tuple } tuple:
            {
                Expression? result = null;
                for (var i = tuple.Fields.Count - 1; i >= 0; i--)
                {
                    var (x, y) = (new FieldRead(a, i), new FieldRead(b, i));
                    var less = IsLess(x, y);
                    result = result is null
                        ? less
                        : new Binary(BinaryOperator.OrElse, less, new Binary(BinaryOperator.AndAlso, new Unary(UnaryOperator.Not, IsLess(y, x)), result));
                }

                return result!;
            }

            case OpaqueType opaque:
                return new Extern(ScalarType.Bool, $"(global::System.Collections.Generic.Comparer<{opaque.CSharpName}>.Default.Compare({{0}}, {{1}}) < 0)", [a, b], Purity.Pure);
            default:
                throw Unsupported(_where, $"Ordering by '{a.Type}'", "order by a number, an enum, a text or a tuple of these");
        }
    }

    /// <summary>Emits a merge sort of positions, and gives them in the order found.</summary>
    private Local Merged(Expression count, Func<Expression, Expression, Expression> precedes)
    {
        var type = new ArrayType(ScalarType.Int, ArrayKind.Array);
        var result = NewLocal(type, "order");
        Emit(new Declare(result, new ArrayNew(type, count)));
        _stable.Add(result);
        Emit(BlockOf(() =>
        {
            // Scratch of its own: what is overwritten here is not what is read after.
            var (from, to) = (new LocalRead(Spill(new ArrayNew(type, count), "from")), new LocalRead(Spill(new ArrayNew(type, count), "to")));
            Counting(count, index => Emit(new Assign(new ElementPlace(from, index), index)));
            var width = NewLocal(ScalarType.Int, "width");
            Emit(new Declare(width, Constant.Of(1)));
            var turn = BlockOf(() =>
            {
                Runs(count, new LocalRead(width), from, to, precedes);
                Counting(count, index => Emit(new Assign(new ElementPlace(from, index), new Element(to, index))));
            });
            var twice = new Assign(new LocalPlace(width), new Binary(BinaryOperator.Multiply, new LocalRead(width), Constant.Of(2))) { Origin = _origin };
            Emit(new Loop(NewLabel(), NewLabel(), new Binary(BinaryOperator.Less, new LocalRead(width), count), turn, new Block([twice]), null));
            Counting(count, index => Emit(new Assign(new ElementPlace(new LocalRead(result), index), new Element(from, index))));
        }));
        return result;
    }

    private void Runs(Expression count, LocalRead width, LocalRead from, LocalRead to, Func<Expression, Expression, Expression> precedes)
    {
        static Expression Plus(Expression a, Expression b) => new Binary(BinaryOperator.Add, a, b);
        static Expression Below(Expression a, Expression b) => new Binary(BinaryOperator.Less, a, b);
        var start = NewLocal(ScalarType.Int, "start");
        Emit(new Declare(start, Constant.Of(0)));
        var body = BlockOf(() =>
        {
            var middle = new LocalRead(Spill(Least(Plus(new LocalRead(start), width), count), "middle"));
            var end = new LocalRead(Spill(Least(Plus(middle, width), count), "end"));
            var (left, right) = (NewLocal(ScalarType.Int, "left"), NewLocal(ScalarType.Int, "right"));
            Emit(new Declare(left, new LocalRead(start)));
            Emit(new Declare(right, middle));
            var place = NewLocal(ScalarType.Int, "place");
            Emit(new Declare(place, new LocalRead(start)));
            var step = BlockOf(() =>
            {
                var (mine, other) = (new Element(from, new LocalRead(left)), new Element(from, new LocalRead(right)));
                var isLeft = new Binary(
                    BinaryOperator.AndAlso,
                    Below(new LocalRead(left), middle),
                    new Binary(
                        BinaryOperator.OrElse,
                        new Unary(UnaryOperator.Not, Below(new LocalRead(right), end)),
                        new Unary(UnaryOperator.Not, precedes(other, mine))));
                var target = new ElementPlace(to, new LocalRead(place));
                Emit(new If(
                    isLeft,
                    new Block([new Assign(target, mine) { Origin = _origin }, Incremented(left)]),
                    new Block([new Assign(target, other) { Origin = _origin }, Incremented(right)])));
            });
            Emit(new Loop(NewLabel(), NewLabel(), Below(new LocalRead(place), end), step, new Block([Incremented(place)]), null));
        });
        var next = new Assign(new LocalPlace(start), Plus(Plus(new LocalRead(start), width), width)) { Origin = _origin };
        Emit(new Loop(NewLabel(), NewLabel(), Below(new LocalRead(start), count), body, new Block([next]), null));
    }
}
