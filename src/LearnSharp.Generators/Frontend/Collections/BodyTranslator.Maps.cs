using System;
using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

// Dictionaries and sets that a body makes.
internal sealed partial class BodyTranslator
{
    /// <summary>What a type of dictionaries or sets is to the IR; null for others, which are passive values like any.</summary>
    private MapShape? ShapeOf(ITypeSymbol? type)
    {
        if (type is null || Resolve(type) is not INamedTypeSymbol { IsGenericType: true } given)
            return null;
        var named = Named(given);
        MapKind? kind = named.OriginalDefinition.ToDisplayString() switch
        {
            "System.Collections.Generic.Dictionary<TKey, TValue>" => MapKind.Dictionary,
            "System.Collections.Generic.SortedDictionary<TKey, TValue>" => MapKind.SortedDictionary,
            "System.Collections.Generic.SortedList<TKey, TValue>" => MapKind.SortedList,
            "System.Collections.Generic.HashSet<T>" => MapKind.HashSet,
            "System.Collections.Generic.SortedSet<T>" => MapKind.SortedSet,
            _ => null,
        };
        if (kind is not { } known || KeyOfMap(named) is not { } key)
            return null;
        if (known is MapKind.SortedDictionary or MapKind.SortedList or MapKind.SortedSet && HoldsHeap(named.TypeArguments[0]))
            return null;
        if (named.TypeArguments.Length == 1)
            return new(known, key, null);
        return ValueOfMap(named) is { } value ? new(known, key, value) : null;
    }

    private IrType? KeyOfMap(INamedTypeSymbol type) =>
        type.TypeArguments[0] is var key && !IsNullableValue(key) && IsToldApart(key) && _types.Map(key.WithNullableAnnotation(NullableAnnotation.None), out _) is { } mapped && !TypeMapper.HoldsArray(mapped) ? mapped : null;

    // Objects that live in arrays are told apart by their positions: those that C# compares by what they hold are not.
    private bool IsToldApart(ITypeSymbol key) => !HoldsHeap(key) || (IsHeap(key) && !HasValueEquality(key));

    private IrType? ValueOfMap(INamedTypeSymbol type) => Stored(type.TypeArguments[1]);

    /// <summary>The type of what arrays of the method can store; null where they cannot.</summary>
    private IrType? Stored(ITypeSymbol value)
    {
        WantCollections(value);
        return !IsNullableValue(value) && _types.Map(value, out _) is { } mapped && (mapped is ArrayType { Kind: ArrayKind.Array } || !TypeMapper.HoldsArray(mapped)) ? mapped : null;
    }

    private static bool IsNullableValue(ITypeSymbol type) => type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    /// <summary>Whether a type is one of dictionaries or sets that are translated, or an interface of such.</summary>
    private bool IsMapLike(ITypeSymbol? type) => ShapeOf(type) is not null || IsMapInterface(type);

    private bool IsMapInterface(ITypeSymbol? type) => type is INamedTypeSymbol { TypeKind: TypeKind.Interface } named && named.OriginalDefinition.ToDisplayString() switch
    {
        "System.Collections.Generic.IDictionary<TKey, TValue>" or "System.Collections.Generic.IReadOnlyDictionary<TKey, TValue>" => Resolve(named) is INamedTypeSymbol map && KeyOfMap(map) is not null && ValueOfMap(map) is not null,
        "System.Collections.Generic.ISet<T>" or "System.Collections.Generic.IReadOnlySet<T>" => Resolve(named) is INamedTypeSymbol set && KeyOfMap(set) is not null,
        _ => false,
    };

    /// <summary>The dictionary or set that an expression of such a type stands for; null where it is another value.</summary>
    private MapBinding? MapOf(IOperation? operation) => 
        operation is null || !IsMapLike(operation.Type) ? null : (IsSymbolic(operation) ? Bind(operation) : StoredOf(operation)) as MapBinding;

    /// <summary>The collection made here that a method is called on, also as an extension; null for any other call.</summary>
    private CollectionBinding? CollectionOf(IInvocationOperation invocation)
    {
        if (invocation.Instance is { } instance)
            return MapOf(instance) ?? PrioritiesOf(instance) ?? (CollectionBinding?)ListOf(instance);
        return invocation.TargetMethod.ContainingType.ToDisplayString() == "System.Collections.Generic.CollectionExtensions" ? MapOf(Bare(invocation.Arguments[0].Value)) : null;
    }

    /// <summary>Whether an expression makes a dictionary or set that nothing else names.</summary>
    private bool IsFreshMap(IOperation operation) => !IsStored(operation.Type) && MakesMap(operation);

    /// <summary>Whether an expression makes a dictionary or set here.</summary>
    private bool MakesMap(IOperation operation) => operation switch
    {
        IConversionOperation { IsImplicit: true, Operand: ICollectionExpressionOperation or IObjectCreationOperation } made => MakesMap(made.Operand),
        IObjectCreationOperation or ICollectionExpressionOperation => ShapeOf(operation.Type) is not null,
        IInvocationOperation { TargetMethod: { Name: "ToDictionary" or "ToHashSet" } method } => IsLinq(method) && ShapeOf(method.ReturnType) is not null,
        _ => false,
    };

    private MapBinding MapFrom(IOperation operation)
    {
        switch (operation)
        {
            case IConversionOperation made:
                return MapFrom(made.Operand);
            case IObjectCreationOperation creation:
                return MadeMap(creation, ShapeOf(creation.Type)!);
            case ICollectionExpressionOperation collection:
            {
                var set = NewMap(ShapeOf(collection.Type)!, []);
                foreach (var element in collection.Elements)
                {
                    if (element is ISpreadOperation spread)
                        Each(SequenceOf(spread.Operand), value => PutIn(set, value));
                    else
                        PutIn(set, Value(element));
                }

                return set;
            }

            case IInvocationOperation { TargetMethod.Name: "ToHashSet" } invocation:
            {
                var source = Argument(invocation, "source")!;
                var set = NewMap(ShapeOf(invocation.Type)!, Comparer(invocation));
                CheckCopy(source, set);
                Each(SequenceOf(source), value => PutIn(set, value));
                return set;
            }

            case IInvocationOperation invocation:
                return Grouped(invocation);
            default:
                throw Silent();
        }
    }

    private Expression[] Comparer(IInvocationOperation invocation) => Argument(invocation, "comparer") is { } comparer ? [Keep(Value(comparer))] : [];

    /// <summary><c>ToDictionary</c>.</summary>
    private MapBinding Grouped(IInvocationOperation invocation)
    {
        var shape = ShapeOf(invocation.Type)!;
        var source = SequenceOf(Argument(invocation, "source")!);
        var key = Argument(invocation, "keySelector") is { } keySelector ? CallableOf(keySelector) : null;
        var value = Argument(invocation, "elementSelector") is { } elementSelector ? CallableOf(elementSelector) : null;
        var map = NewMap(shape, Comparer(invocation));
        Each(source, given =>
        {
            var element = Keep(given);
            if (key is null)
            {
                Insert(map, new FieldRead(element, 0), new FieldRead(element, 1));
                return;
            }

            var at = Keep(key.Of(element));
            Insert(map, at, value is null ? element : value.Of(element));
        });
        return map;
    }

    private MapBinding NewMap(MapShape shape, IReadOnlyList<Expression> options)
    {
        var holes = string.Join(", ", options.Select(static (_, i) => $"{{{i}}}"));
        var index = Variable(shape.Index, "index", new Extern(shape.Index, $"new {shape.Index.Name}({holes})", options.ToEquatableArray(), Purity.Effectful));
        return new MapBinding(
            shape,
            new LocalPlace(index),
            shape.Key.IsDifferentiable ? Room(shape.Key, "keys") : null,
            shape.Value is { } value ? Room(value, "values") : null,
            shape.HasPositions ? new LocalPlace(Variable(ScalarType.Int, "next", Constant.Of(0))) : null);
    }

    private LocalPlace Room(IrType element, string name)
    {
        var type = new ArrayType(element, ArrayKind.Array);
        return new LocalPlace(Variable(type, name, new ArrayNew(type, Constant.Of(FirstCapacity))));
    }

    /// <summary>A variable of dictionaries or sets without one yet.</summary>
    private MapBinding NoMap(MapShape shape) => new(
        shape,
        new LocalPlace(Variable(shape.Index, "index", null)),
        shape.Key.IsDifferentiable ? new LocalPlace(Variable(new ArrayType(shape.Key, ArrayKind.Array), "keys", null)) : null,
        shape.Value is { } value ? new LocalPlace(Variable(new ArrayType(value, ArrayKind.Array), "values", null)) : null,
        shape.HasPositions ? new LocalPlace(Variable(ScalarType.Int, "next", Constant.Of(0))) : null);

    /// <summary>A variable of a collection's type without one yet.</summary>
    private CollectionBinding Unmade(CollectionBinding like) => like switch
    {
        MapBinding map => NoMap(map.Shape),
        ListBinding list => NoList(list.Kind, list.Element),
        _ => throw Silent(),
    };

    private MapBinding MadeMap(IObjectCreationOperation creation, MapShape shape)
    {
        IOperation? source = null;
        var options = new List<Expression>();
        foreach (var argument in creation.Arguments)
        {
            if (argument.ArgumentKind == ArgumentKind.DefaultValue)
                continue;
            if (argument.Parameter!.Name is "dictionary" or "collection" or "set")
                source = argument.Value;
            else if (argument.Parameter.Name is "capacity" or "comparer" or "equalityComparer")
                options.Add(Keep(Value(argument.Value)));
            else
                throw Unsupported(argument, "This way to make a dictionary or set", "make an empty one and add to it");
        }

        MapBinding map;
        if (source is not null && !shape.HasPositions && MapOf(Bare(source)) is { Shape: var given } copied && given == shape)
        {
            map = NewMap(shape, [copied.Index.Read, .. options]);
        }
        else
        {
            map = NewMap(shape, options);
            if (source is not null)
            {
                CheckCopy(source, map);
                Each(SequenceOf(source), element =>
                {
                    if (shape.Value is null)
                    {
                        PutIn(map, element);
                        return;
                    }

                    var pair = Keep(element);
                    Insert(map, new FieldRead(pair, 0), new FieldRead(pair, 1));
                });
            }
        }

        if (creation.Initializer is { } initializer)
            Filled(map, initializer);
        return map;
    }

    /// <summary>C# copies a hash set with the gaps that removals left in it, which later elements fill: here its order would be another.</summary>
    private void CheckCopy(IOperation source, MapBinding made)
    {
        if (made.Shape.Kind == MapKind.HashSet && Bare(source) is { Type.Name: "HashSet" } copied && (IsStored(copied.Type) || IsSymbolic(copied)))
            throw Unsupported(source, "A hash set that is copied", "copy its elements: new HashSet<…>(set.ToList())");
    }

    private void Filled(MapBinding map, IObjectOrCollectionInitializerOperation initializer)
    {
        var outer = _initialized;
        _initialized = map;
        try
        {
            foreach (var part in initializer.Initializers)
                Effect(part);
        }
        finally
        {
            _initialized = outer;
        }
    }

    /// <summary>What is computed with it only tells where something is: as in a condition, there is no derivative to lose.</summary>
    private Expression WithoutSlope(Expression value)
    {
        switch (value.Type)
        {
            case StructType { IsDifferentiable: true } type:
            {
                var kept = Keep(value);
                return new StructNew(type, type.Fields.Select((_, i) => WithoutSlope(new FieldRead(kept, i))).ToEquatableArray());
            }

            case { IsDifferentiable: true }:
                return new Unary(UnaryOperator.Detach, value);
            default:
                return value;
        }
    }

    /// <summary>Emits what C#'s object says or does.</summary>
    private LocalRead Asked(Place index, IrType type, string name, string template, params Expression[] operands) =>
        new(Spill(new Extern(type, template, Given(index, operands), Purity.Effectful) { Origin = _origin }, name));

    private void Told(Place index, string template, params Expression[] operands) =>
        Emit(new Evaluate(new Extern(new OpaqueType("void"), template, Given(index, operands), Purity.Effectful) { Origin = _origin }));

    private EquatableArray<Expression> Given(Place index, Expression[] operands)
    {
        Expression[] given = [index.Read, .. operands.Select(WithoutSlope)];
        return given.ToEquatableArray();
    }

    /// <summary>The position of a key, or -1.</summary>
    private LocalRead PositionOf(MapBinding map, Expression key) =>
        Asked(map.Index, ScalarType.Int, "position", "global::System.Collections.Generic.CollectionExtensions.GetValueOrDefault({0}, {1}, -1)", key);

    private LocalRead CountOf(MapBinding map) => Asked(map.Index, ScalarType.Int, "count", "{0}.Count");

    private static Element ValueAt(MapBinding map, Expression position) => new(map.Values!.Read, position);

    /// <summary>The value of a key that must be there.</summary>
    private Element Found(MapBinding map, Expression key) => ValueAt(map, Asked(map.Index, ScalarType.Int, "position", "{0}[{1}]", key));

    /// <summary>Emits that an entry gets the next free position; that C#'s object knows of it already.</summary>
    private void Occupy(MapBinding map, Expression key)
    {
        if (map.Values is not null)
            Grow(map.Values, map.Next!);
        if (map.Keys is { } keys)
        {
            Grow(keys, map.Next!);
            Emit(new Assign(new ElementPlace(keys.Read, map.Next!.Read), key));
        }
    }

    /// <summary>Adds a key that must not be there yet.</summary>
    private void Insert(MapBinding map, Expression key, Expression value)
    {
        var (at, kept) = (Keep(Coerce(key, map.Shape.Key)), Keep(Coerce(value, map.Shape.Value!)));
        Told(map.Index, "{0}.Add({1}, {2})", at, map.Next!.Read);
        Added(map, at, kept);
    }

    private void Added(MapBinding map, Expression key, Expression? value)
    {
        Occupy(map, key);
        if (value is not null)
            Emit(new Assign(new ElementPlace(map.Values!.Read, map.Next!.Read), value));
        Increment(map.Next!);
        map.Changes++;
        Change(map);
    }

    /// <summary>Adds an element to a set; whether it was not there yet.</summary>
    private LocalRead PutIn(MapBinding set, Expression element)
    {
        var key = Keep(Coerce(element, set.Shape.Key));
        LocalRead isNew;
        if (set.Next is null)
        {
            isNew = Asked(set.Index, ScalarType.Bool, "isNew", "{0}.Add({1})", key);
            if (set.Watching.Count > 0)
                Emit(new If(isNew, BlockOf(() => Change(set)), Block.Empty));
            return isNew;
        }

        isNew = TryAdd(set, key, null);
        return isNew;
    }

    private LocalRead TryAdd(MapBinding map, Expression key, Expression? value)
    {
        var isNew = Asked(
            map.Index,
            ScalarType.Bool,
            "isNew",
            map.Shape.IsSorted ? "global::System.Collections.Generic.CollectionExtensions.TryAdd({0}, {1}, {2})" : "{0}.TryAdd({1}, {2})",
            key,
            map.Next!.Read);
        Emit(new If(isNew, BlockOf(() => Added(map, key, value)), Block.Empty));
        return isNew;
    }

    /// <summary>An entry gets a value, whether or not its key is there.</summary>
    /// <param name="map">The dictionary.</param>
    /// <param name="key">The key, which stays as it is.</param>
    /// <param name="value">The value, which stays as it is.</param>
    /// <param name="known">The position of the key, where it is there for certain.</param>
    private void Put(MapBinding map, Expression key, Expression value, Expression? known)
    {
        if (known is null)
        {
            var position = Variable(ScalarType.Int, "position", PositionOf(map, key));
            var isNew = new Binary(BinaryOperator.Less, new LocalRead(position), Constant.Of(0));
            Emit(new If(isNew, BlockOf(() =>
            {
                Set(position, map.Next!.Read);
                Told(map.Index, "{0}.Add({1}, {2})", key, new LocalRead(position));
                Occupy(map, key);
                Increment(map.Next!);
                map.Changes++;
                if (!map.Shape.IsSorted)
                    Change(map);
            }), Block.Empty));
            known = Final(position);
        }

        Emit(new Assign(new ElementPlace(map.Values!.Read, known), value));

        // Sorted ones count every store as a change.
        if (map.Shape.IsSorted)
            Change(map);
    }

    /// <summary><c>map[key] = value</c> and its compound forms: gives what was stored.</summary>
    private ValueBinding StoreToMap(MapBinding map, IPropertyReferenceOperation entry, Func<Func<Binding>, Binding> compute)
    {
        var key = Keep(Coerce(Value(entry.Arguments[0].Value), map.Shape.Key));
        Expression? position = null;
        var changes = map.Changes;
        var computed = compute(() =>
        {
            position = Asked(map.Index, ScalarType.Int, "position", "{0}[{1}]", key);
            return new ValueBinding(ValueAt(map, position));
        });
        var value = Keep(Coerce(ReadBinding(entry, computed), map.Shape.Value!));

        // A function that calls itself may have taken the key out, wherever it is called.
        Put(map, key, value, map.Changes == changes && map.Home is null && _lifted.Count == 0 ? position : null);
        return new ValueBinding(value);
    }
}
