using System.Collections.Generic;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

// GroupBy: all elements in an array, and which of them belong together. A group has no value of its own: it is known only while translating what is done with it.
internal sealed partial class BodyTranslator
{
    /// <summary>The type of what stands for a group.</summary>
    private static readonly OpaqueType s_group = new("a group of a query");

    private readonly Dictionary<Local, GroupBinding> _groups = [];

    /// <summary>What a value of a sequence stands for.</summary>
    private Binding Standing(Expression value) =>
        value is LocalRead { Local: var local } && _groups.TryGetValue(local, out var group) ? group
        : value is LocalRead { Local: var tag } && _functions.TryGetValue(tag, out var function) ? function
        : new ValueBinding(value);

    private Sequence GroupBy(IInvocationOperation invocation, Sequence source)
    {
        var keySelector = CallableOf(Argument(invocation, "keySelector")!);
        var elementSelector = Argument(invocation, "elementSelector") is { } selected ? CallableOf(selected) : null;
        var resultSelector = Argument(invocation, "resultSelector") is { } given ? FunctionOf(given) : null;
        var key = keySelector.Result;
        if (key is null || TypeMapper.HoldsArray(key) || key.IsNullable())
            throw Unsupported(invocation, "A key whose type is not translated", "group by a number, an enum, a text, or a tuple or struct of these");
        var groups = new Sequence(s_group, resumable => InGroups(source, keySelector, elementSelector, resumable))
        {
            CanResume = source.CanResume,
            Lists = source.Lists,
        };
        if (resultSelector is null)
            return groups;
        var type = TypeOf(resultSelector.Method.ReturnType, invocation.Syntax.GetLocation());
        return Select(groups, new Callable(["group"], type, values =>
        {
            var group = (GroupBinding)Standing(values[0]);
            var result = Apply(invocation, resultSelector, [new ValueBinding(Keep(group.Key)), new QueryBinding(group.Elements)], isUsed: true);
            return ReadBinding(invocation, result ?? throw Silent());
        }));
    }

    private Enumeration InGroups(Sequence source, Callable keySelector, Callable? elementSelector, bool resumable)
    {
        var grouping = Grouped(source, keySelector, elementSelector);
        return Count(new Indexed(() => grouping.Count, number => GroupAt(grouping, number)), resumable);
    }

    /// <summary>Puts the elements of a sequence together that have one key.</summary>
    private Grouping Grouped(Sequence source, Callable keySelector, Callable? elementSelector)
    {
        var key = keySelector.Result;
        if (key is null || TypeMapper.HoldsArray(key) || key.IsNullable())
            throw Unsupported(_where, "A key whose type is not translated", "group by a number, an enum, a text, or a tuple or struct of these");
        var ints = new ArrayType(ScalarType.Int, ArrayKind.Array);
        var (items, count) = Buffer(source);
        var total = new LocalRead(count);
        var map = NewMap(new(MapKind.Dictionary, key, ScalarType.Int), []);
        var keys = map.Keys ?? Room(key, "keys");
        var groupOf = new LocalRead(Spill(new ArrayNew(ints, total), "groupOf"));
        Expression Item(Expression index) => new Element(new LocalRead(items), index);
        var element = elementSelector is null ? source.Element : elementSelector.Result ?? throw Unsupported(_where, "A lambda whose result has no type that is translated", "select numbers, tuples or structs");
        var selected = elementSelector is null ? null : new LocalRead(Spill(new ArrayNew(new ArrayType(element, ArrayKind.Array), total), "selected"));

        // How many elements each group has is the value of its key.
        Counting(total, index =>
        {
            var item = KeepAs(Item(index), keySelector.Names[0]);
            var at = Keep(Coerce(keySelector.Of(item), key));
            var position = Variable(ScalarType.Int, "position", PositionOf(map, at));
            Emit(new If(new Binary(BinaryOperator.Less, new LocalRead(position), Constant.Of(0)), BlockOf(() =>
            {
                Set(position, map.Next!.Read);
                Told(map.Index, "{0}.Add({1}, {2})", at, new LocalRead(position));
                Occupy(map, at);
                if (map.Keys is null)
                {
                    Grow(keys, map.Next!);
                    Emit(new Assign(new ElementPlace(keys.Read, new LocalRead(position)), at));
                }

                Emit(new Assign(new ElementPlace(map.Values!.Read, new LocalRead(position)), Constant.Of(0)));
                Increment(map.Next!);
            }), Block.Empty));
            Emit(new Assign(new ElementPlace(groupOf, index), new LocalRead(position)));
            var size = new ElementPlace(map.Values!.Read, new LocalRead(position));
            Emit(new Assign(size, Plus(size.Read, 1)));
            if (selected is not null)
                Emit(new Assign(new ElementPlace(selected, index), Coerce(elementSelector!.Of(item), element)));
        });

        // The elements of a group stand together, in their order.
        var groups = new LocalRead(Spill(map.Next!.Read, "groups"));
        var starts = new LocalRead(Spill(new ArrayNew(ints, Plus(groups, 1)), "starts"));
        var ends = new LocalRead(Spill(new ArrayNew(ints, groups), "ends"));
        Counting(groups, group =>
        {
            Emit(new Assign(new ElementPlace(ends, group), new Element(starts, group)));
            Emit(new Assign(new ElementPlace(starts, Plus(group, 1)), new Binary(BinaryOperator.Add, new Element(starts, group), new Element(map.Values!.Read, group))));
        });
        var members = new LocalRead(Spill(new ArrayNew(ints, total), "members"));
        Counting(total, index =>
        {
            var group = new LocalRead(Spill(new Element(groupOf, index), "group"));
            Emit(new Assign(new ElementPlace(members, new Element(ends, group)), index));
            Emit(new Assign(new ElementPlace(ends, group), Plus(new Element(ends, group), 1)));
        });
        return new(map, keys, groups, group =>
        {
            var start = new LocalRead(Spill(new Element(starts, group), "start"));
            var size = new LocalRead(Spill(new Binary(BinaryOperator.Subtract, new Element(starts, Plus(group, 1)), start), "size"));
            return OfIndexed(element, new Indexed(() => size, index =>
            {
                var at = new Element(members, new Binary(BinaryOperator.Add, start, index));
                return selected is null ? Item(at) : new Element(selected, at);
            })) with { IsPlain = true };
        });
    }

    /// <summary>What stands for a group. It is never declared: whoever stores it is told so.</summary>
    private LocalRead GroupAt(Grouping grouping, Expression number)
    {
        var local = new Local(_nextId++, s_group, "group");
        _groups[local] = new GroupBinding(new Element(grouping.Keys.Read, number), grouping.Elements(number));
        _stable.Add(local);
        return new LocalRead(local);
    }

    /// <summary>A group has no value: what is done with it has to be said where the query goes through the groups.</summary>
    private void CheckGroup(IrType type)
    {
        if (type == s_group || type is ArrayType { Element: var element } && element == s_group)
            throw Unsupported(_where, "A group that is kept, ordered or returned", "take what you need of it in Select, and go on with that");
    }
}
