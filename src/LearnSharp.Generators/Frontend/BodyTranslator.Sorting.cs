using System;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;

namespace LearnSharp.Generators.Frontend;

// Sorting, as the order that a heap finds by comparing elements, and one move of each element to its place: the derivative is that of the move.
internal sealed partial class BodyTranslator
{
    private void Sort(IOperation where, Expression array, Expression start, Expression count)
    {
        CheckStore(where, array);
        var ints = new ArrayType(ScalarType.Int, ArrayKind.Array);
        var order = new LocalRead(Spill(new ArrayNew(ints, count), "order"));
        Emit(Upwards(count, index => [Store(order, index, index)]));
        var heap = Variable("heap", count);
        var next = Variable("next", new Binary(BinaryOperator.Divide, count, Constant.Of(2)));
        var (end, again) = (NewLabel(), NewLabel());
        Emit(new Loop(end, again, null, Body(() => Turn(array, start, order, heap, next, end)), Block.Empty, null));
        var copy = Copied(array, start, count);
        Emit(Upwards(count, index => [Store(array, Sum(start, index), new Element(copy, new Element(order, index)))]));
    }

    // While the heap is built, its next root sinks; then the largest goes behind the heap, and what stood there sinks.
    private void Turn(Expression array, Expression start, LocalRead order, LocalRead heap, LocalRead next, Label end)
    {
        Emit(new If(
            new Binary(BinaryOperator.Greater, next, Constant.Of(0)),
            Body(() => Set(next, new Binary(BinaryOperator.Subtract, next, Constant.Of(1)))),
            Body(() =>
            {
                Set(heap, new Binary(BinaryOperator.Subtract, heap, Constant.Of(1)));
                Emit(new If(new Binary(BinaryOperator.LessOrEqual, heap, Constant.Of(0)), Body(() => Emit(new Exit(end))), Block.Empty));
                var largest = Variable("largest", new Element(order, Constant.Of(0)));
                _out.Add(Store(order, Constant.Of(0), new Element(order, heap)));
                _out.Add(Store(order, heap, largest));
            })));
        var parent = Variable("parent", next);
        var sinking = Variable("sinking", new Element(order, parent));
        var (below, on) = (NewLabel(), NewLabel());
        Emit(new Loop(below, on, null, Body(() => Sink(array, start, order, heap, parent, sinking, below)), Block.Empty, null));
        _out.Add(Store(order, parent, sinking));
    }

    private void Sink(Expression array, Expression start, LocalRead order, LocalRead heap, LocalRead parent, LocalRead sinking, Label below)
    {
        var child = Variable("child", new Binary(BinaryOperator.Add, new Binary(BinaryOperator.Multiply, parent, Constant.Of(2)), Constant.Of(1)));
        Emit(new If(new Binary(BinaryOperator.GreaterOrEqual, child, heap), Body(() => Emit(new Exit(below))), Block.Empty));
        var sibling = new Binary(BinaryOperator.Add, child, Constant.Of(1));
        Expression At(Expression position) => new Element(array, Sum(start, position));
        Emit(new If(
            new Binary(BinaryOperator.Less, sibling, heap),
            Body(() => Emit(new If(IsBefore(At(new Element(order, child)), At(new Element(order, sibling))), Body(() => Set(child, sibling)), Block.Empty))),
            Block.Empty));
        Emit(new If(
            IsBefore(At(sinking), At(new Element(order, child))),
            Body(() =>
            {
                _out.Add(Store(order, parent, new Element(order, child)));
                Set(parent, child);
            }),
            Body(() => Emit(new Exit(below)))));
    }

    // Array.Sort puts what is no number first.
    private Binary IsBefore(Expression first, Expression second)
    {
        if (first.Type is not ScalarType { IsFloating: true })
            return new Binary(BinaryOperator.Less, first, second);
        var (left, right) = (new LocalRead(Spill(first, "left")), new LocalRead(Spill(second, "right")));
        return new Binary(
            BinaryOperator.OrElse,
            new Binary(BinaryOperator.Less, left, right),
            new Binary(BinaryOperator.AndAlso, new Binary(BinaryOperator.NotEqual, left, left), new Binary(BinaryOperator.Equal, right, right)));
    }

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
