using System;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;

namespace LearnSharp.Generators.Frontend;

// Sorting, as the order that C#'s own algorithm finds by comparing elements, and one move of each element to its place: the derivative is that of the move.
internal sealed partial class BodyTranslator
{
    /// <summary>How many stretches may wait to be sorted: C# goes no deeper than twice the logarithm of a length.</summary>
    private const int MostWaiting = 64;

    /// <summary>The longest stretch that is sorted by insertion.</summary>
    private const int Short = 16;

    private void Sort(IOperation where, Expression array, Expression start, Expression count, Callable? comparison = null)
    {
        CheckStore(where, array);
        var order = Arranged(count, position => new Element(array, Sum(start, position)), comparison);
        Rearrange(array, start, count, order);
    }

    /// <summary>Puts the elements of an array into an order.</summary>
    private void Rearrange(Expression array, Expression start, Expression count, LocalRead order)
    {
        var copy = Copied(array, start, count);
        Emit(Upwards(count, index => [Store(array, Sum(start, index), new Element(copy, new Element(order, index)))]));
    }

    /// <summary>
    /// Emits what finds the order in which <c>Array.Sort</c> puts elements, as their positions. It is the introspective sort of .NET step by step (quicksort of the median of three, insertion
    /// for what is short, a heap where the pivots were bad), so that equal elements end up in the order that they have there.
    /// </summary>
    /// <param name="count">How many elements there are.</param>
    /// <param name="at">The element at a position.</param>
    /// <param name="comparison">Compares two elements; null for C#'s default order.</param>
    private LocalRead Arranged(Expression count, Func<Expression, Expression> at, Callable? comparison)
    {
        var ints = new ArrayType(ScalarType.Int, ArrayKind.Array);
        var order = new LocalRead(Spill(new ArrayNew(ints, count), "order"));
        Emit(Upwards(count, index => [Store(order, index, index)]));
        Emit(Body(() =>
        {
            var low = Variable("low", Constant.Of(0));
            var isFloating = comparison is null && at(Constant.Of(0)).Type is ScalarType { IsFloating: true };
            if (isFloating)
                MoveNaNs(count, at, order, low);
            var sorting = new Sorting(order, at, isFloating ? static (a, b) => new Binary(BinaryOperator.Less, a, b) : comparison is null ? IsLess : null, comparison);
            Introsort(sorting, count, low);
        }));
        return order;
    }

    // What is no number comes first.
    private void MoveNaNs(Expression count, Func<Expression, Expression> at, LocalRead order, LocalRead low) => Counting(count, index =>
    {
        var element = new LocalRead(Spill(at(new Element(order, index)), "element"));
        Emit(new If(
            new Binary(BinaryOperator.NotEqual, element, element),
            Body(() =>
            {
                Exchange(order, low, index);
                Set(low, Plus(low, 1));
            }),
            Block.Empty));
    });

    private void Introsort(Sorting sorting, Expression count, LocalRead low)
    {
        var ints = new ArrayType(ScalarType.Int, ArrayKind.Array);
        var size = Variable("size", new Binary(BinaryOperator.Subtract, count, low));
        var depth = Variable("depth", Constant.Of(2));
        var half = Variable("half", size);
        Repeat(_ =>
        {
            Set(half, Half(half));
            Set(depth, Plus(depth, 2));
        }, new Binary(BinaryOperator.Greater, half, Constant.Of(1)));
        LocalRead Waiting(string name) => new(Spill(new ArrayNew(ints, Constant.Of(MostWaiting)), name));
        var (lows, sizes, depths) = (Waiting("lows"), Waiting("sizes"), Waiting("depths"));
        var waiting = Variable("waiting", Constant.Of(0));
        Repeat(done =>
        {
            var isLong = new Binary(BinaryOperator.Greater, size, Constant.Of(Short));
            var isSplit = new LocalRead(Spill(new Binary(BinaryOperator.AndAlso, isLong, new Binary(BinaryOperator.Greater, depth, Constant.Of(0))), "isSplit"));
            var isTiny = new Binary(BinaryOperator.AndAlso, new Binary(BinaryOperator.Greater, size, Constant.Of(1)), new Binary(BinaryOperator.LessOrEqual, size, Constant.Of(3)));
            Emit(new If(new Binary(BinaryOperator.OrElse, isSplit, isTiny), Body(() => OrderThree(sorting, low, size)), Block.Empty));
            Emit(new If(
                isSplit,
                Body(() =>
                {
                    Set(depth, Minus(depth, 1));
                    var middle = Partition(sorting, low, size);
                    var left = new LocalRead(Spill(new Binary(BinaryOperator.Subtract, middle, low), "left"));
                    _out.Add(Store(lows, waiting, low));
                    _out.Add(Store(sizes, waiting, left));
                    _out.Add(Store(depths, waiting, depth));
                    Set(waiting, Plus(waiting, 1));
                    Set(size, Minus(new Binary(BinaryOperator.Subtract, size, left), 1));
                    Set(low, Plus(middle, 1));
                }),
                Body(() =>
                {
                    var isMiddling = new Binary(BinaryOperator.Greater, size, Constant.Of(3));
                    Emit(new If(isLong, Body(() => Heapsort(sorting, low, size)), new Block([new If(isMiddling, Body(() => InsertionSort(sorting, low, size)), Block.Empty)])));
                    Emit(Leave(new Binary(BinaryOperator.Equal, waiting, Constant.Of(0)), done));
                    Set(waiting, Minus(waiting, 1));
                    Set(low, new Element(lows, waiting));
                    Set(size, new Element(sizes, waiting));
                    Set(depth, new Element(depths, waiting));
                })));
        });
    }

    /// <summary>Puts the first, the middle and the last element of a stretch into order.</summary>
    private void OrderThree(Sorting sorting, LocalRead low, LocalRead size)
    {
        var isPair = new Binary(BinaryOperator.Equal, size, Constant.Of(2));
        var last = new LocalRead(Spill(Minus(new Binary(BinaryOperator.Add, low, size), 1), "last"));
        var middle = new LocalRead(Spill(new Binary(BinaryOperator.Add, low, Half(Minus(size, 1))), "middle"));
        var end = new LocalRead(Spill(new Conditional(isPair, Constant.Of(2), Constant.Of(3)), "end"));
        var pair = Variable("pair", new Conditional(isPair, Constant.Of(1), Constant.Of(0)));
        Repeat(_ =>
        {
            var first = new LocalRead(Spill(new Conditional(Is(pair, 2), middle, low), "first"));
            var second = new LocalRead(Spill(new Conditional(Is(pair, 0), middle, last), "second"));
            Emit(new If(Precedes(sorting, new Element(sorting.Order, first), new Element(sorting.Order, second), isReversed: true), Body(() => Exchange(sorting.Order, first, second)), Block.Empty));
            Set(pair, Plus(pair, 1));
        }, new Binary(BinaryOperator.Less, pair, end));
    }

    /// <summary>Moves what comes before the middle element of a stretch below it, and gives the place where it is then.</summary>
    private LocalRead Partition(Sorting sorting, LocalRead low, LocalRead size)
    {
        var order = sorting.Order;
        var middle = new LocalRead(Spill(new Binary(BinaryOperator.Add, low, Half(Minus(size, 1))), "middle"));
        var pivot = new LocalRead(Spill(new Element(order, middle), "pivot"));
        var last = new LocalRead(Spill(Minus(new Binary(BinaryOperator.Add, low, size), 2), "last"));
        Exchange(order, middle, last);
        var (up, down) = (Variable("up", low), Variable("down", last));
        Repeat(met =>
        {
            Repeat(stop =>
            {
                Set(up, Plus(up, 1));
                Emit(Leave(new Unary(UnaryOperator.Not, Precedes(sorting, new Element(order, up), pivot)), stop));
            });
            Repeat(stop =>
            {
                Set(down, Minus(down, 1));
                Emit(Leave(new Unary(UnaryOperator.Not, Precedes(sorting, pivot, new Element(order, down))), stop));
            });
            Emit(Leave(new Binary(BinaryOperator.GreaterOrEqual, up, down), met));
            Exchange(order, up, down);
        });
        Emit(new If(new Binary(BinaryOperator.NotEqual, up, last), Body(() => Exchange(order, up, last)), Block.Empty));
        return up;
    }

    private void InsertionSort(Sorting sorting, LocalRead low, LocalRead size)
    {
        var order = sorting.Order;
        var end = new LocalRead(Spill(new Binary(BinaryOperator.Add, low, size), "end"));
        var next = Variable("next", Plus(low, 1));
        Repeat(_ =>
        {
            var inserted = new LocalRead(Spill(new Element(order, next), "inserted"));
            var below = Variable("below", Minus(next, 1));
            Repeat(stop =>
            {
                Emit(Leave(new Binary(BinaryOperator.Less, below, low), stop));
                Emit(Leave(new Unary(UnaryOperator.Not, Precedes(sorting, inserted, new Element(order, below))), stop));
                _out.Add(Store(order, Plus(below, 1), new Element(order, below)));
                Set(below, Minus(below, 1));
            });
            _out.Add(Store(order, Plus(below, 1), inserted));
            Set(next, Plus(next, 1));
        }, new Binary(BinaryOperator.Less, next, end));
    }

    // While the heap is built, its next root sinks; then the largest goes behind the heap, and what stood there sinks.
    private void Heapsort(Sorting sorting, LocalRead low, LocalRead size)
    {
        var order = sorting.Order;
        var (heap, next) = (Variable("heap", size), Variable("next", Half(size)));
        Expression Place(Expression child) => Minus(new Binary(BinaryOperator.Add, low, child), 1);
        Repeat(sorted =>
        {
            var root = Variable("root", next);
            Emit(new If(
                new Binary(BinaryOperator.Greater, next, Constant.Of(0)),
                Body(() => Set(next, Minus(next, 1))),
                Body(() =>
                {
                    Emit(Leave(new Binary(BinaryOperator.LessOrEqual, heap, Constant.Of(1)), sorted));
                    Exchange(order, low, new LocalRead(Spill(Place(heap), "behind")));
                    Set(heap, Minus(heap, 1));
                    Set(root, Constant.Of(1));
                })));
            var sinking = new LocalRead(Spill(new Element(order, Place(root)), "sinking"));
            Repeat(below =>
            {
                var child = Variable("child", new Binary(BinaryOperator.Multiply, root, Constant.Of(2)));
                Emit(Leave(new Binary(BinaryOperator.Greater, child, heap), below));
                Emit(new If(
                    new Binary(BinaryOperator.Less, child, heap),
                    Body(() => Emit(new If(
                        Precedes(sorting, new Element(order, Place(child)), new Element(order, Place(Plus(child, 1)))), Body(() => Set(child, Plus(child, 1))), Block.Empty))),
                    Block.Empty));
                Emit(Leave(new Unary(UnaryOperator.Not, Precedes(sorting, sinking, new Element(order, Place(child)))), below));
                _out.Add(Store(order, Place(root), new Element(order, Place(child))));
                Set(root, child);
            });
            _out.Add(Store(order, Place(root), sinking));
        });
    }

    /// <summary>Whether the element at one position comes before that at another; reversed, whether it comes after.</summary>
    private Expression Precedes(Sorting sorting, Expression first, Expression second, bool isReversed = false)
    {
        var left = new LocalRead(Spill(sorting.At(first), "left"));
        var right = new LocalRead(Spill(sorting.At(second), "right"));
        if (sorting.Comparison is { } comparison)
            return new Binary(isReversed ? BinaryOperator.Greater : BinaryOperator.Less, comparison.Of(left, right), Constant.Of(0));
        return isReversed ? sorting.IsLess!(right, left) : sorting.IsLess!(left, right);
    }

    private void Exchange(LocalRead order, Expression first, Expression second)
    {
        var moved = new LocalRead(Spill(new Element(order, first), "moved"));
        _out.Add(Store(order, first, new Element(order, second)));
        _out.Add(Store(order, second, moved));
    }

    /// <summary>Emits a loop that ends where its body leaves it, or where a condition no longer holds.</summary>
    private void Repeat(Action<Label> body, Expression? condition = null)
    {
        var end = NewLabel();
        Emit(new Loop(end, NewLabel(), condition, Body(() => body(end)), Block.Empty, null));
    }

    private static Binary Plus(Expression value, int step) => new(BinaryOperator.Add, value, Constant.Of(step));

    private static Binary Minus(Expression value, int step) => new(BinaryOperator.Subtract, value, Constant.Of(step));

    private static Binary Half(Expression value) => new(BinaryOperator.Divide, value, Constant.Of(2));

    private static Binary Is(Expression value, int number) => new(BinaryOperator.Equal, value, Constant.Of(number));

    private LocalRead Variable(string name, Expression value)
    {
        var local = NewLocal(value.Type, name);
        Emit(new Declare(local, value));
        return new LocalRead(local);
    }

    private void Set(LocalRead variable, Expression value) => Emit(new Assign(new LocalPlace(variable.Local), value));

    private Block Body(Action emit) => new(Capture<object?>(() =>
    {
        emit();
        return null;
    }).Statements.ToEquatableArray());
}
