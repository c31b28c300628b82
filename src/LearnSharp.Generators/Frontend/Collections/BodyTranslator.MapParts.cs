using System;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

// What dictionaries and sets consist of: their entries, in C#'s own order.
internal sealed partial class BodyTranslator
{
    /// <summary>Whether an expression names the keys or the values of a dictionary that is made here.</summary>
    private bool IsPartOfMap(IPropertyReferenceOperation reference) =>
        reference is { Property.Name: "Keys" or "Values", Instance: { } owner } && IsMapLike(owner.Type) && (IsStored(owner.Type) || IsSymbolic(owner));

    private Sequence PartOf(IPropertyReferenceOperation reference)
    {
        var map = MapOf(reference.Instance) ?? throw Silent();
        return reference.Property.Name == "Keys" ? KeysOf(map) : ValuesOf(map);
    }

    /// <summary>The entries, or the elements of a set.</summary>
    private Sequence OfMap(MapBinding map)
    {
        if (map.Shape.Value is null)
            return KeysOf(map);
        var definition = _compilation.GetTypeByMetadataName("System.Collections.Generic.KeyValuePair`2") ?? throw Silent();
        var pair = _types.Pair(definition, map.Shape.Key, map.Shape.Value);
        return Entries(map, pair, needsKeys: true, (key, value) => new StructNew(pair, [key(), value()]));
    }

    private Sequence KeysOf(MapBinding map) => Entries(map, map.Shape.Key, needsKeys: true, static (key, _) => key());

    private Sequence ValuesOf(MapBinding map) => Entries(map, map.Shape.Value!, needsKeys: false, static (_, value) => value());

    /// <summary>C#'s object says, when an enumeration starts, which keys and positions come one after another.</summary>
    private Sequence Entries(MapBinding map, IrType element, bool needsKeys, Func<Func<Expression>, Func<Expression>, Expression> make) => new(element, resumable =>
    {
        var keys = !needsKeys || map.Keys is not null ? null
            : Asked(map.Index, new ArrayType(map.Shape.Key, ArrayKind.Array), "keys", map.Next is null ? "global::System.Linq.Enumerable.ToArray({0})" : "global::System.Linq.Enumerable.ToArray({0}.Keys)");
        var positions = map.Next is null || (map.Values is null && map.Keys is null)
            ? null
            : Asked(map.Index, new ArrayType(ScalarType.Int, ArrayKind.Array), "positions", "global::System.Linq.Enumerable.ToArray({0}.Values)");
        return Count(
            new Indexed(
                () => new Length((positions ?? keys)!),
                index =>
                {
                    var position = positions is null ? null : new LocalRead(Spill(new Element(positions, index), "position"));
                    return make(
                        () => keys is not null ? new Element(keys, index) : new Element(map.Keys!.Read, position!),
                        () => ValueAt(map, position!));
                })
            {
                Lists = [map],
            },
            resumable);
    })
    {
        Bound = () => CountOf(map),
        Lists = [map],
    };

    private Expression CountOf(IOperation where, CollectionBinding collection) => collection switch
    {
        ListBinding list => CountOf(list),
        MapBinding map => CountOf(map),
        PriorityBinding queue => Asked(queue.Index, ScalarType.Int, "count", "{0}.Count"),
        _ => throw Escaping(where, collection),
    };

    /// <summary>A property of a collection that is made here; null for any other.</summary>
    private Expression? CollectionProperty(IPropertyReferenceOperation reference)
    {
        if (reference.Instance is not { } instance)
            return null;
        var name = reference.Property.Name;
        if (name == "Key" && Peek(instance) is GroupBinding group)
            return group.Key;
        if (name == "Count" && IsLookupType(instance.Type) && IsSymbolic(instance) && Bind(instance) is LookupBinding lookup)
            return lookup.Groups.Count;
        if (MapOf(instance) is { } map)
        {
            switch (name)
            {
                case "Count":
                    return CountOf(map);
                case "Min" or "Max" when map.Shape.Kind == MapKind.SortedSet:
                    return AtEnd(map, isLast: name == "Max");
                case var _ when reference.Property.IsIndexer:
                    return Found(map, Coerce(Value(reference.Arguments[0].Value), map.Shape.Key));
                case "Keys" or "Values":
                    throw Escaping(reference, new QueryBinding(PartOf(reference)));
                default:
                    throw Unsupported(reference, $"'{name}' of {map.Noun.ToLowerInvariant()}", "use Count, Keys, Values and the entries themselves");
            }
        }

        if (PrioritiesOf(instance) is { } queue)
        {
            return name == "Count"
                ? CountOf(reference, queue)
                : throw Unsupported(reference, $"'{name}' of a priority queue", "write it with Enqueue, Dequeue, TryDequeue, Peek and Count");
        }

        if (instance is IPropertyReferenceOperation part && IsPartOfMap(part))
        {
            var owner = MapOf(part.Instance) ?? throw Silent();
            if (name == "Count")
                return CountOf(owner);
            if (reference.Property.IsIndexer && owner.Shape.Kind == MapKind.SortedList)
                return EntryAt(owner, Value(reference.Arguments[0].Value), isKey: part.Property.Name == "Keys");
        }

        if (name == "Count" && IsPart(instance))
            return SequenceOf(instance).Bound!();
        return name == "Count" && ListOf(instance) is { } list ? CountOf(list) : null;
    }

    /// <summary>Whether a variable stands for the keys or values of a dictionary that is made here.</summary>
    private bool IsPart(IOperation operation) => operation.Type is { Name: "KeyCollection" or "ValueCollection" } && IsSymbolic(operation);

    /// <summary>A call on the keys or values of a dictionary that is made here; null for any other.</summary>
    private LocalRead? PartCall(IInvocationOperation invocation)
    {
        if (invocation is not { TargetMethod.Name: "Contains", Instance: { } instance } || !IsPart(instance))
            return null;
        return instance is IPropertyReferenceOperation { Property.Name: "Keys" } part && MapOf(part.Instance) is { } map
            ? Asked(map.Index, ScalarType.Bool, "isThere", "{0}.ContainsKey({1})", KeyArgument(map, invocation))
            : Contains(invocation, SequenceOf(instance), invocation.Arguments[0].Value);
    }

    /// <summary>The least or the greatest element of a sorted set; the type's default where there is none.</summary>
    private Expression AtEnd(MapBinding set, bool isLast)
    {
        var end = isLast ? "Last" : "First";
        if (set.Keys is not { } keys)
            return Asked(set.Index, set.Shape.Key, isLast ? "max" : "min", isLast ? "{0}.Max!" : "{0}.Min!");
        var count = CountOf(set);
        return Choose(
            new Binary(BinaryOperator.Equal, count, Constant.Of(0)),
            () => new Default(set.Shape.Key),
            () => new Element(keys.Read, Asked(set.Index, ScalarType.Int, "position", $"global::System.Linq.Enumerable.{end}({{0}}).Value")),
            set.Shape.Key);
    }

    /// <summary>The key or value at an index of a sorted list.</summary>
    private Expression EntryAt(MapBinding list, Expression index, bool isKey)
    {
        if (isKey && list.Keys is null)
            return Asked(list.Index, list.Shape.Key, "key", "{0}.Keys[{1}]", index);
        var position = Asked(list.Index, ScalarType.Int, "position", "{0}.Values[{1}]", index);
        return isKey ? new Element(list.Keys!.Read, position) : ValueAt(list, position);
    }
}
