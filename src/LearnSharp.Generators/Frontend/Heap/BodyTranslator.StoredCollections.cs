using System;
using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

// Collections that live in arrays: those that are elements of others, members of objects, or chosen by a branch. A reference to one is a position, as with
// objects; what it is made of is at that position, in one array for each part.
internal sealed partial class BodyTranslator
{
    private readonly Dictionary<string, CollectionArena> _collections = new(StringComparer.Ordinal);

    /// <summary>The arrays of parts, each with whose they are.</summary>
    private readonly Dictionary<Local, CollectionArena> _parts = [];

    private readonly List<INamedTypeSymbol> _wantedCollections = [];
    private readonly HashSet<string> _wantedCounts = new(StringComparer.Ordinal);

    /// <summary>How many calls of functions of the body were emitted: each may change any collection that lives in arrays.</summary>
    private int _ownCalls;

    /// <summary>Whether collections of a type live in arrays.</summary>
    private bool IsStored(ITypeSymbol? type) => !_plan.Collections.IsEmpty && type is not null && Resolve(type) is INamedTypeSymbol named && _plan.IsCollection(named);

    /// <summary>A type as its collections are stored: those whose tuples only have other names are of one type.</summary>
    private INamedTypeSymbol Named(ITypeSymbol type) => IsStored(type) ? _plan.Collections[HeapPlan.Key(Resolve(type))] : (INamedTypeSymbol)type;

    /// <summary>Whether a type is one of collections that can live in arrays.</summary>
    private bool IsCollectable(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class, IsGenericType: true, ContainingNamespace.Name: "Generic" } named || named.TypeArguments.Any(static argument => argument is ITypeParameterSymbol))
            return false;
        var arguments = named.TypeArguments;
        if (ListKindOf(named) is not null)
            return IsCollectable(arguments[0]) || IsObjectType(arguments[0]) || ElementOfList(named) is not null;
        var isSet = named.Name is "HashSet" or "SortedSet";
        if (!isSet && named.Name is not ("Dictionary" or "SortedDictionary" or "SortedList" or "PriorityQueue"))
            return false;
        return ShapeOf(named) is not null || QueueOf(named) is not null || (!isSet && (IsCollectable(arguments[1]) || IsObjectType(arguments[1]) || IsObjectType(arguments[0]) || IsCollectable(arguments[0])));
    }

    /// <summary>Notes that collections of a type, or of the types that it is made of, are stored or chosen by a branch.</summary>
    private void WantCollections(ITypeSymbol? given)
    {
        switch (given is null ? null : Resolve(given))
        {
            case IArrayTypeSymbol array:
                WantCollections(array.ElementType);
                break;
            case INamedTypeSymbol { IsTupleType: true } tuple:
                foreach (var element in tuple.TupleElements)
                    WantCollections(element.Type);
                break;
            case INamedTypeSymbol type when type.TypeKind == TypeKind.Delegate || IsCollectable(type):
                WantCollection(type);
                break;
        }
    }

    /// <summary>Notes that objects and collections that a type is made of are stored in what has none of its own.</summary>
    private void WantHeapDeep(ITypeSymbol given)
    {
        WantHeap(given);
        if (given is IArrayTypeSymbol array)
            WantHeapDeep(array.ElementType);
        foreach (var argument in (given as INamedTypeSymbol)?.TypeArguments ?? [])
            WantHeapDeep(argument);
    }

    private void WantCollection(INamedTypeSymbol type)
    {
        if (_plan.Collections.ContainsKey(HeapPlan.Key(type)) || _wantedCollections.Contains(type, SymbolEqualityComparer.Default))
            return;

        // What the caller hands in or takes out is an object of C#.
        var wanted = HeapPlan.Empty.With([type], []);
        if (Holds(_method.ReturnType, wanted) || _method.Parameters.Any(parameter => Holds(parameter.Type, wanted) && !IsGivenList(parameter.Type)))
            return;
        _wantedCollections.Add(type);
    }

    /// <summary>Whether a parameter is a list whose elements are handed over, and not an object of C#.</summary>
    private bool IsGivenList(ITypeSymbol type) =>
        ListKindOf(type) == ListKind.List && _types.Map(((INamedTypeSymbol)type).TypeArguments[0], out _) is { IsDifferentiable: true } and not ArrayType;

    private void DeclareCollections()
    {
        foreach (var pair in _plan.Collections.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
            DeclareCollections(pair.Key, pair.Value);
    }

    private void DeclareCollections(string key, INamedTypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Delegate)
        {
            DeclareFunctions(key, type);
            return;
        }

        var (_, shape) = Capture(() => EmptyLike(type));
        if (shape is null)
        {
            // What its elements are is known in the next attempt.
            _failed = true;
            foreach (var argument in type.TypeArguments)
                WantHeap(argument);
            if (NextPlan() == _plan)
                throw Unsupported(_method.Locations[0], $"A '{type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}' that is stored in another collection or in an object", "store numbers, arrays, tuples and objects in it");
            return;
        }

        var name = MemberNames.Camel(type.Name);
        var count = NewLocal(ScalarType.Int, name + "Count");
        var version = _plan.IsCounted(key) ? NewLocal(new ArrayType(ScalarType.Int, ArrayKind.Array), name + "Version") : null;
        var parts = PartsOf(shape)!.Select(part => NewLocal(new ArrayType(part.Type, ArrayKind.Array), name + MemberNames.Pascal(((LocalPlace)part).Local.Name))).ToList();
        var arena = new CollectionArena(key, shape, count, version, parts);
        _collections.Add(key, arena);
        _arenaDeclarations.Add(new Declare(count, Constant.Of(1)));
        foreach (var part in arena.Arrays)
        {
            _arenaItems.Add(part);
            _parts.Add(part, arena);
            _arenaDeclarations.Add(new Declare(part, new ArrayNew((ArrayType)part.Type, Constant.Of(FirstCapacity))));
        }
    }

    /// <summary>What a collection of a type is made of; null where its elements are not known yet.</summary>
    private CollectionBinding? EmptyLike(INamedTypeSymbol type)
    {
        if (ListKindOf(type) is { } kind)
            return ElementOfList(type) is { } element ? NoList(kind, element) : null;
        if (ShapeOf(type) is { } shape)
            return NoMap(shape);
        return QueueOf(type) is var (item, priority) ? NewQueue(item, priority, []) : null;
    }

    /// <summary>The collection that an expression of a type whose collections live in arrays names; null for any other expression.</summary>
    private CollectionBinding? StoredOf(IOperation operation) => IsStored(operation.Type) ? Open(Value(operation), operation.Type!) : null;

    /// <summary>The collection at a position.</summary>
    private CollectionBinding Open(Expression reference, ITypeSymbol type)
    {
        if (!_collections.TryGetValue(HeapPlan.Key(Resolve(type)), out var arena))
            throw Silent();
        var home = new StoredCollection(arena, RequiredOwner(reference));
        var places = arena.Parts.Select(part => (Place)new ElementPlace(new LocalRead(part), home.Self)).ToList();
        var next = 0;
        return arena.Shape switch
        {
            ListBinding list => new ListBinding(list.Kind, places[0], places[1], list.Start is null ? null : places[2]) { Home = home },
            MapBinding map => new MapBinding(
                map.Shape,
                places[next++],
                map.Keys is null ? null : places[next++],
                map.Values is null ? null : places[next++],
                map.Next is null ? null : places[next]) { Home = home },
            _ => new PriorityBinding(places[0], places[1], places[2], places[3], new ListBinding(ListKind.Stack, places[4], places[5])) { Home = home },
        };
    }

    /// <summary>Whether an expression makes a collection that lives in arrays.</summary>
    private bool IsFreshStored(IOperation operation) => IsStored(operation.Type) && (MakesList(operation) || MakesMap(operation) || MakesQueue(operation));

    /// <summary>Makes a collection in variables of its own, and moves it to the arrays of its type.</summary>
    private LocalRead StoredFrom(IOperation operation)
    {
        var type = Resolve(operation.Type!);
        CollectionBinding made = MakesList(operation) ? ListFrom(operation) : MakesMap(operation) ? MapFrom(operation) : QueueFrom(operation);
        return Stored(made, type);
    }

    private LocalRead Stored(CollectionBinding made, ITypeSymbol type)
    {
        var arena = _collections[HeapPlan.Key(type)];
        Emit(new If(new Binary(BinaryOperator.Equal, new LocalRead(arena.Count), new Length(new LocalRead(arena.Parts[0]))), BlockOf(() => GrowAll(arena.Count, arena.Arrays)), Block.Empty));
        var self = Spill(new LocalRead(arena.Count), MemberNames.Camel(type.Name));
        Increment(arena.Count);
        _present[self] = null;
        foreach (var (part, value) in arena.Parts.Zip(PartsOf(made)!, static (part, value) => (part, value)))
            Emit(new Assign(new ElementPlace(new LocalRead(part), new LocalRead(self)), value.Read));
        return new LocalRead(self);
    }

    /// <summary>Whether a conversion gives a collection that lives in arrays by an interface.</summary>
    private bool IsWidened(IOperation operation) =>
        operation is IConversionOperation { OperatorMethod: null } conversion && IsStored(conversion.Operand.Type) && !IsStored(conversion.Type) && (IsListInterface(conversion.Type) || IsMapInterface(conversion.Type));

    /// <summary>The arrays of parts that an array of elements is one of; null for another array.</summary>
    private (CollectionArena Arena, Expression Self)? PartOf(Expression array) =>
        array is Element { Array: LocalRead { Local: var part }, Index: var self } && _parts.TryGetValue(part, out var arena) ? (arena, self) : null;

    /// <summary>Notes that a collection that lives in arrays has changed.</summary>
    private void Change(CollectionArena arena, Expression self)
    {
        arena.Changes++;
        if (arena.Version is { } version)
            Increment(new ElementPlace(new LocalRead(version), self));
    }

    /// <summary>Translates a turn of a loop through collections that live in arrays; it ends with an exception where one has changed.</summary>
    private void Watched(List<(CollectionBinding Collection, Expression? Version)> watched, Action turn)
    {
        var arenas = watched.Select(static one => one.Collection.Home!.Arena).ToList();
        var (changes, calls) = (arenas.ConvertAll(static arena => arena.Changes), _ownCalls);
        arenas.ForEach(static arena => arena.Loops++);
        try
        {
            turn();
        }
        finally
        {
            arenas.ForEach(static arena => arena.Loops--);
        }

        for (var i = 0; i < arenas.Count; i++)
        {
            if (arenas[i].Changes == changes[i] && _ownCalls == calls)
                continue;
            if (watched[i].Version is { } version)
            {
                Refuse(new Binary(BinaryOperator.NotEqual, watched[i].Collection.Home!.Version, version), $"new global::System.InvalidOperationException(\"{watched[i].Collection.Changed}\")");
                continue;
            }

            // How often the collections change is noted from the next attempt on.
            _wantedCounts.Add(arenas[i].Key);
            _failed = true;
        }
    }
}
