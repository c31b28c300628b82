using System.Linq;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

// What dictionaries and sets can do.
internal sealed partial class BodyTranslator
{
    /// <summary>A call on a dictionary or set that the body made; null for one without a result.</summary>
    private Expression? MapCall(MapBinding map, IInvocationOperation invocation)
    {
        var name = invocation.TargetMethod.Name;
        var isSet = map.Shape.Value is null;
        switch (name)
        {
            case "Add" when isSet:
                return PutIn(map, Value(invocation.Arguments[0].Value));
            case "Add" when invocation.Arguments.Length == 2:
            {
                var values = MapArguments(invocation);
                Insert(map, values[0], values[1]);
                return null;
            }

            case "TryAdd":
            {
                var values = MapArguments(invocation);
                return TryAdd(map, Keep(Coerce(values[0], map.Shape.Key)), Keep(Coerce(values[1], map.Shape.Value!)));
            }

            case "ContainsKey":
                return Asked(map.Index, ScalarType.Bool, "isThere", "{0}.ContainsKey({1})", KeyArgument(map, invocation));
            case "Contains" when isSet:
                return Asked(map.Index, ScalarType.Bool, "isThere", map.Next is null ? "{0}.Contains({1})" : "{0}.ContainsKey({1})", KeyArgument(map, invocation));
            case "ContainsValue":
                return Contains(invocation, ValuesOf(map), invocation.Arguments[0].Value);
            case "TryGetValue" when !isSet:
                return TryGet(map, invocation, isRemoved: false);
            case "GetValueOrDefault":
            {
                var values = MapArguments(invocation);
                var position = PositionOf(map, Coerce(values[0], map.Shape.Key));
                var fallback = values.Length > 1 ? Keep(Coerce(values[1], map.Shape.Value!)) : new Default(map.Shape.Value!);
                return Choose(IsThere(position), () => ValueAt(map, position), () => fallback, map.Shape.Value!);
            }

            case "Remove" when invocation.Arguments.Any(static argument => argument.Parameter!.RefKind == RefKind.Out):
                return TryGet(map, invocation, isRemoved: true);
            case "Remove" when invocation.Arguments.Length == 1:
                return TakenOut(map, invocation, KeyArgument(map, invocation));
            case "Clear":
                CheckTaking(map, invocation);
                Told(map.Index, "{0}.Clear()");
                if (map.Next is { } next)
                    Set(next, Constant.Of(0));
                map.Changes++;
                Change(map);
                return null;
            case "UnionWith":
                Each(SequenceOf(invocation.Arguments[0].Value), element => PutIn(map, element));
                return null;
            case "ExceptWith":
            {
                var rest = SequenceOf(invocation.Arguments[0].Value);
                Each(rest.Lists.Contains(map) ? OfArray(ArrayOf(rest)) : rest, element => TakenOut(map, invocation, Keep(Coerce(element, map.Shape.Key))));
                return null;
            }

            case "RemoveAt" when map.Shape.Kind == MapKind.SortedList:
                map.Changes++;
                Told(map.Index, "{0}.RemoveAt({1})", Keep(Value(invocation.Arguments[0].Value)));
                Change(map);
                return null;
            case "GetKeyAtIndex" or "GetValueAtIndex" when map.Shape.Kind == MapKind.SortedList:
                return EntryAt(map, Keep(Value(invocation.Arguments[0].Value)), isKey: name == "GetKeyAtIndex");
            case "IndexOfKey" when map.Shape.Kind == MapKind.SortedList:
                return Asked(map.Index, ScalarType.Int, "at", "{0}.IndexOfKey({1})", KeyArgument(map, invocation));
            default:
                throw Unsupported(
                    invocation,
                    $"'{name}' of {map.Noun.ToLowerInvariant()}",
                    isSet ? "write it with Add, Contains, Remove, Count and loops" : "write it with the indexer, Add, TryGetValue, Remove, Count and loops");
        }
    }

    private static Binary IsThere(Expression position) => new(BinaryOperator.GreaterOrEqual, position, Constant.Of(0));

    /// <summary>The arguments of a call in the order of the parameters, without the dictionary that an extension takes.</summary>
    private Expression[] MapArguments(IInvocationOperation invocation)
    {
        var first = invocation.Instance is null ? 1 : 0;
        var written = invocation.Arguments.Skip(first).Where(static argument => argument.ArgumentKind != ArgumentKind.DefaultValue).ToList();
        var values = Values(written.Select(static argument => argument.Value));
        var isOrdered = written.Select(static argument => argument.Parameter!.Ordinal).SequenceEqual(written.Select(static argument => argument.Parameter!.Ordinal).OrderBy(static ordinal => ordinal));
        return isOrdered ? values : [.. values.Select(Keep).Zip(written, static (value, argument) => (value, argument)).OrderBy(static pair => pair.argument.Parameter!.Ordinal).Select(static pair => pair.value)];
    }

    private Expression KeyArgument(MapBinding map, IInvocationOperation invocation) =>
        Keep(Coerce(Value(invocation.Arguments[invocation.Instance is null ? 1 : 0].Value), map.Shape.Key));

    /// <summary>Takes a key out; whether it was there.</summary>
    private LocalRead TakenOut(MapBinding map, IOperation where, Expression key)
    {
        CheckTaking(map, where);
        var isFound = Asked(map.Index, ScalarType.Bool, "isFound", "{0}.Remove({1})", key);
        map.Changes++;

        // A sorted dictionary or set that looks for what it shall take out counts as changed.
        if (map.Shape.Kind == MapKind.SortedList && (map.Watching.Count > 0 || map.Home is not null))
            Emit(new If(isFound, BlockOf(() => Change(map)), Block.Empty));
        else
            Change(map);
        return isFound;
    }

    /// <summary>While C# goes through a hashed collection, entries may be taken out of it, and are left out then. Which those are nobody notes here.</summary>
    private void CheckTaking(MapBinding map, IOperation where)
    {
        if ((map.Watching.Count > 0 || map.Home is { Arena.Loops: > 0 }) && !map.Shape.IsSorted)
            throw Unsupported(where, $"Taking entries out of {map.Noun.ToLowerInvariant()} while going through it", "go through a copy: its ToList() or ToArray()");
    }

    /// <summary><c>TryGetValue</c>, and <c>Remove</c> with the value that is taken out.</summary>
    private Binary TryGet(MapBinding map, IInvocationOperation invocation, bool isRemoved)
    {
        var first = invocation.Instance is null ? 1 : 0;
        if (invocation.Arguments[first].Parameter!.RefKind == RefKind.Out)
            throw Unsupported(invocation, $"'{invocation.TargetMethod.Name}' with its arguments in another order", "give the key first");
        var key = KeyArgument(map, invocation);
        var place = BindReference(invocation.Arguments[first + 1].Value, map.Shape.Value!).Place;
        var position = PositionOf(map, key);
        var found = BlockOf(() =>
        {
            Emit(new Assign(place, ValueAt(map, position)));
            if (isRemoved)
                Told(map.Index, "{0}.Remove({1})", key);
        });
        Emit(new If(IsThere(position), found, BlockOf(() => Emit(new Assign(place, new Default(map.Shape.Value!))))));
        if (!isRemoved)
            return IsThere(position);
        CheckTaking(map, invocation);
        map.Changes++;
        if (map.Shape.Kind == MapKind.SortedList && (map.Watching.Count > 0 || map.Home is not null))
            Emit(new If(IsThere(position), BlockOf(() => Change(map)), Block.Empty));
        else
            Change(map);
        return IsThere(position);
    }
}
