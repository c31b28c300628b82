using System;
using System.Linq;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

// What lists, stacks and queues can do.
internal sealed partial class BodyTranslator
{
    private const string EmptyList = "new global::System.InvalidOperationException(\"Queue or stack empty.\")";

    /// <summary>A call on a list that the body made; null for one without a result.</summary>
    private Expression? ListCall(ListBinding list, IInvocationOperation invocation)
    {
        var name = invocation.TargetMethod.Name;
        CheckComparisons(invocation);
        switch (name)
        {
            case "ToArray":
                return ArrayOf(OfList(list));
            case "Contains":
                return Contains(invocation, OfList(list), Argument(invocation, "item")!);
            case "Exists" or "TrueForAll" or "Find" or "FindLast" or "FindIndex" or "FindLastIndex" or "IndexOf" or "LastIndexOf" or "BinarySearch" when list.Kind is ListKind.List or ListKind.View:
            {
                var elements = OfList(list);
                return Searched(invocation, elements.Indexed!, elements, first: 0);
            }

            case "CopyTo" when list.Kind == ListKind.List && invocation.Arguments.Length <= 2:
            {
                var values = Array.ConvertAll(Values(invocation.Arguments.Select(static argument => argument.Value)), Keep);
                Copy(invocation, ItemsOf(list), Constant.Of(0), values[0], values.Length > 1 ? values[1] : Constant.Of(0), Keep(CountOf(list)));
                return null;
            }

            case "ForEach":
            {
                var action = FunctionOf(Argument(invocation, "action")!);
                Each(OfList(list), value => Apply(invocation, action, [new ValueBinding(KeepAs(value, "element"))], isUsed: false));
                return null;
            }
        }

        if (list.End is null)
        {
            throw list.Items is LocalPlace { Local: var given } && _given.Contains(given)
                ? Unsupported(invocation, $"'{name}' of a list that the caller owns", "copy it: new List<…>(list)")
                : Unsupported(invocation, $"'{name}' of an array seen as a list", "make a list of it");
        }

        return list.Kind switch
        {
            ListKind.List => Changing(list, invocation),
            _ => AtTheEnd(list, invocation),
        };
    }

    /// <summary>The calls that change a list.</summary>
    private Expression? Changing(ListBinding list, IInvocationOperation invocation)
    {
        var end = list.End!.Read;
        switch (invocation.TargetMethod.Name)
        {
            case "Add":
                Append(list, Coerce(Value(invocation.Arguments[0].Value), list.Element));
                return null;
            case "AddRange":
                AddAll(list, invocation.Arguments[invocation.Arguments.Length - 1].Value);
                return null;
            case "Insert":
            {
                var values = Values(invocation.Arguments.Select(static a => a.Value));
                var (at, value) = (Keep(values[0]), Keep(Coerce(values[1], list.Element)));
                CheckPosition(at, new Binary(BinaryOperator.Add, end, Constant.Of(1)));
                Grow(list.Items, list.End!);
                var items = ItemsOf(list);
                Shift(end, at, BinaryOperator.Greater, BinaryOperator.Subtract, index =>
                    Emit(new Assign(new ElementPlace(items, index), new Element(items, new Binary(BinaryOperator.Subtract, index, Constant.Of(1))))));
                Emit(new Assign(new ElementPlace(items, at), value));
                Increment(list.End!);
                Change(list);
                return null;
            }

            case "RemoveAt":
            {
                var at = Keep(Value(invocation.Arguments[0].Value));
                CheckPosition(at, end);
                Remove(list, at);
                return null;
            }

            case "Remove":
            {
                var at = IndexOf(invocation, list, invocation.Arguments[0].Value);
                var found = new Binary(BinaryOperator.GreaterOrEqual, at, Constant.Of(0));
                Emit(new If(found, BlockOf(() => Remove(list, at)), Block.Empty));
                return found;
            }

            case "RemoveAll":
                return RemoveAll(list, CallableOf(invocation.Arguments[0].Value));
            case "Clear":
                Set(list.End!, Constant.Of(0));
                Change(list);
                return null;
            case "InsertRange":
            {
                var at = Keep(Value(invocation.Arguments[0].Value));
                CheckPosition(at, new Binary(BinaryOperator.Add, end, Constant.Of(1)));
                InsertAll(list, at, ArrayOf(SequenceOf(invocation.Arguments[1].Value)));
                return null;
            }

            case "RemoveRange":
            {
                var (start, count) = RangeOf(list, invocation);
                Set(list.End!, new Binary(BinaryOperator.Subtract, end, count));
                var items = ItemsOf(list);
                Shift(start, end, BinaryOperator.Less, BinaryOperator.Add, index =>
                    Emit(new Assign(new ElementPlace(items, index), new Element(items, new Binary(BinaryOperator.Add, index, count)))));
                Change(list);
                return null;
            }

            case "Reverse":
            {
                var (start, count) = invocation.Arguments.Length == 0 ? (Constant.Of(0), Keep(end)) : RangeOf(list, invocation);
                Reverse(invocation, ItemsOf(list), start, count);
                Change(list);
                return null;
            }

            case "Sort" when invocation.Arguments.Length <= 1:
                Sort(invocation, ItemsOf(list), Constant.Of(0), Keep(end), invocation.Arguments.Length == 0 ? null : ComparisonOf(invocation.Arguments[0].Value));
                Change(list);
                return null;
            case "Sort":
            {
                var comparison = ComparisonOf(invocation.Arguments[2].Value);
                var (start, count) = RangeOf(list, invocation);
                Sort(invocation, ItemsOf(list), start, count, comparison);
                Change(list);
                return null;
            }

            case "EnsureCapacity" or "TrimExcess":
                throw Unsupported(invocation, $"'{invocation.TargetMethod.Name}'", "leave it out: a list of the generated code grows by itself");
            default:
                throw Unsupported(invocation, $"'{invocation.TargetMethod.Name}' of a list", "write it with Add, Insert, RemoveAt, indices and loops");
        }
    }

    /// <summary>The array of a list, for a stretch of code that does not replace it.</summary>
    private Expression ItemsOf(ListBinding list) => list.Items is LocalPlace ? list.Items.Read : Keep(list.Items.Read);

    private void CheckPosition(Expression at, Expression count) => Refuse(
        new Binary(BinaryOperator.OrElse, new Binary(BinaryOperator.Less, at, Constant.Of(0)), new Binary(BinaryOperator.GreaterOrEqual, at, count)),
        ArgumentOutOfRange("index"));

    private void Remove(ListBinding list, Expression at)
    {
        var items = ItemsOf(list);
        Set(list.End!, new Binary(BinaryOperator.Subtract, list.End!.Read, Constant.Of(1)));
        Shift(at, list.End!.Read, BinaryOperator.Less, BinaryOperator.Add, index =>
            Emit(new Assign(new ElementPlace(items, index), new Element(items, new Binary(BinaryOperator.Add, index, Constant.Of(1))))));
        Change(list);
    }

    /// <summary>Emits a loop from one position to before another, upwards or downwards.</summary>
    private void Shift(Expression from, Expression to, BinaryOperator goesOn, BinaryOperator step, System.Action<Expression> body)
    {
        var index = Variable(ScalarType.Int, "index", from);
        var turn = BlockOf(() => body(new LocalRead(index)));
        var next = new Assign(new LocalPlace(index), new Binary(step, new LocalRead(index), Constant.Of(1))) { Origin = _origin };
        Emit(new Loop(NewLabel(), NewLabel(), new Binary(goesOn, new LocalRead(index), to), turn, new Block([next]), null));
    }

    private LocalRead RemoveAll(ListBinding list, Callable match)
    {
        var items = ItemsOf(list);
        var kept = Variable(ScalarType.Int, "kept", Constant.Of(0));
        var count = new LocalRead(Spill(list.End!.Read, "count"));
        Counting(count, index =>
        {
            var element = new LocalRead(Spill(new Element(items, index), match.Names[0]));
            var stays = BlockOf(() =>
            {
                Emit(new Assign(new ElementPlace(items, new LocalRead(kept)), element));
                Increment(kept);
            });
            Emit(new If(new Unary(UnaryOperator.Not, match.Of(element)), stays, Block.Empty));
        });
        Set(list.End!, new LocalRead(kept));
        Change(list);
        return new LocalRead(Spill(new Binary(BinaryOperator.Subtract, count, new LocalRead(kept)), "removed"));
    }

    /// <summary>The start and the count that a call gives, once they are known to be within the list.</summary>
    private (Expression Start, Expression Count) RangeOf(ListBinding list, IInvocationOperation invocation)
    {
        var values = Values(invocation.Arguments.Take(2).Select(static argument => argument.Value));
        var (start, count) = (Keep(values[0]), Keep(values[1]));
        Refuse(
            new Binary(BinaryOperator.OrElse, new Binary(BinaryOperator.Less, start, Constant.Of(0)), new Binary(BinaryOperator.Less, count, Constant.Of(0))),
            ArgumentOutOfRange("index"));
        Refuse(
            new Binary(BinaryOperator.Greater, count, new Binary(BinaryOperator.Subtract, CountOf(list), start)),
            "new global::System.ArgumentException(\"The range is not within the list\")");
        return (start, count);
    }

    private void InsertAll(ListBinding list, Expression at, LocalRead added)
    {
        var end = list.End!.Read;
        var old = new LocalRead(Spill(end, "old"));
        var count = new Length(added);
        Counting(count, _ =>
        {
            Grow(list.Items, list.End!);
            Increment(list.End!);
        });
        var items = ItemsOf(list);
        Shift(new Binary(BinaryOperator.Subtract, old, Constant.Of(1)), at, BinaryOperator.GreaterOrEqual, BinaryOperator.Subtract, index =>
            Emit(new Assign(new ElementPlace(items, new Binary(BinaryOperator.Add, index, count)), new Element(items, index))));
        Counting(count, index => Emit(new Assign(new ElementPlace(items, new Binary(BinaryOperator.Add, at, index)), new Element(added, index))));
        Change(list);
    }

    private LocalRead IndexOf(IInvocationOperation invocation, ListBinding list, IOperation item)
    {
        var value = Keep(Coerce(Value(item), list.Element));
        var result = Variable(ScalarType.Int, "at", Constant.Of(-1));
        var position = Position();
        Each(OfList(list), (element, done) =>
        {
            var found = BlockOf(() =>
            {
                Set(result, new LocalRead(position));
                Emit(new Exit(done));
            });
            Emit(new If(AreEqual(invocation, KeepAs(element, "element"), value), found, Block.Empty));
            Increment(position);
        });
        return Final(result);
    }

    /// <summary>The calls that put elements on a stack or into a queue, look at them and take them away.</summary>
    private Expression? AtTheEnd(ListBinding list, IInvocationOperation invocation)
    {
        var name = invocation.TargetMethod.Name;
        switch (name)
        {
            case "Push" or "Enqueue":
                Append(list, Coerce(Value(invocation.Arguments[0].Value), list.Element));
                return null;
            case "Pop" or "Dequeue" or "Peek":
                Refuse(IsEmpty(list), EmptyList);
                return Taken(list, isRemoved: name != "Peek");
            case "TryPop" or "TryDequeue" or "TryPeek":
            {
                var place = BindReference(invocation.Arguments[0].Value, list.Element).Place;
                var found = Variable(ScalarType.Bool, "found", new Unary(UnaryOperator.Not, IsEmpty(list)));
                var none = BlockOf(() => Emit(new Assign(place, new Default(list.Element))));
                Emit(new If(new LocalRead(found), BlockOf(() => Emit(new Assign(place, Taken(list, isRemoved: name != "TryPeek")))), none));
                return Final(found);
            }

            case "Clear":
                Set(list.End!, Constant.Of(0));
                if (list.Start is not null)
                    Set(list.Start, Constant.Of(0));
                Change(list);
                return null;
            default:
                throw Unsupported(invocation, $"'{name}' of a {(list.Kind == ListKind.Stack ? "stack" : "queue")}", "write it with what adds, takes away and looks at one element");
        }
    }

    private static Binary IsEmpty(ListBinding list) =>
        new(BinaryOperator.Equal, list.End!.Read, list.Start is { } start ? start.Read : Constant.Of(0));

    private Expression Taken(ListBinding list, bool isRemoved)
    {
        var at = list.Start ?? list.End!;
        Expression before = list.Start is { } start ? start.Read : new Binary(BinaryOperator.Subtract, list.End!.Read, Constant.Of(1));
        if (!isRemoved)
            return new Element(list.Items.Read, before);
        var taken = new LocalRead(Spill(new Element(list.Items.Read, before), "taken"));
        if (list.Start is null)
            Set(at, before);
        else
            Increment(at);
        Change(list);
        return taken;
    }
}
