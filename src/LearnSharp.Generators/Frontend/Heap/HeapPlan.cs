using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace LearnSharp.Generators.Frontend;

/// <summary>
/// What earlier attempts at translating a body found out about its objects: the classes whose objects live in arrays, because which object a variable stands
/// for depends on the path, the collections of which that is so too, and the methods that become functions of their own, because they call themselves.
/// </summary>
internal sealed class HeapPlan
{
    /// <summary>Nothing is known yet.</summary>
    public static readonly HeapPlan Empty = new([], [], [], ImmutableDictionary<string, INamedTypeSymbol>.Empty, []);

    private static readonly SymbolDisplayFormat s_key = SymbolDisplayFormat.FullyQualifiedFormat
        .WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.ExpandValueTuple);

    private readonly ImmutableHashSet<ISymbol> _types;
    private readonly ImmutableHashSet<ISymbol> _functions;
    private readonly ImmutableHashSet<string> _counted;

    private HeapPlan(
        IEnumerable<ISymbol> types,
        ImmutableArray<INamedTypeSymbol> classes,
        IEnumerable<ISymbol> functions,
        ImmutableDictionary<string, INamedTypeSymbol> collections,
        IEnumerable<string> counted)
    {
        (_types, Classes, _functions) = (types.ToImmutableHashSet(SymbolEqualityComparer.Default), classes, functions.ToImmutableHashSet(SymbolEqualityComparer.Default));
        (Collections, _counted) = (collections, counted.ToImmutableHashSet());
    }

    /// <summary>The classes of which the body makes objects that live in arrays, in the order in which they were met.</summary>
    public ImmutableArray<INamedTypeSymbol> Classes { get; }

    /// <summary>The types of collections that live in arrays, and of functions that do, by <see cref="Key"/>.</summary>
    public ImmutableDictionary<string, INamedTypeSymbol> Collections { get; }

    /// <summary>Whether no object lives in arrays.</summary>
    public bool IsEmpty => _types.IsEmpty && Collections.IsEmpty;

    /// <summary>What tells a type of collections from the others: the names of tuple elements and annotations for null are no part of it.</summary>
    public static string Key(ITypeSymbol type) => type.ToDisplayString(s_key);

    /// <summary>Whether objects that a variable of a type may name live in arrays.</summary>
    public bool Contains(INamedTypeSymbol type)
    {
        if (IsCollection(type) || IsFunctionType(type))
            return true;
        if (_types.IsEmpty || type.TypeKind is not (TypeKind.Class or TypeKind.Interface))
            return false;
        return Ancestors(type).Any(_types.Contains);
    }

    /// <summary>Whether collections of a type live in arrays.</summary>
    public bool IsCollection(INamedTypeSymbol type) =>
        !Collections.IsEmpty && type is { TypeKind: TypeKind.Class, IsGenericType: true, ContainingNamespace.Name: "Generic" } && Collections.ContainsKey(Key(type));

    /// <summary>Whether functions of a delegate type live in arrays.</summary>
    public bool IsFunctionType(INamedTypeSymbol type) => !Collections.IsEmpty && type.TypeKind == TypeKind.Delegate && Collections.ContainsKey(Key(type));

    /// <summary>Whether it is noted how often a collection of a type was changed.</summary>
    public bool IsCounted(string key) => _counted.Contains(key);

    /// <summary>Whether a method is a function of its own.</summary>
    public bool IsFunction(IMethodSymbol method) => _functions.Contains(method.OriginalDefinition);

    /// <summary>The plan with more in it, or this one where there is nothing new.</summary>
    public HeapPlan With(IReadOnlyCollection<ISymbol> types, IReadOnlyCollection<INamedTypeSymbol> classes, IReadOnlyCollection<ISymbol> functions)
    {
        var met = classes.Where(type => !Classes.Contains(type, SymbolEqualityComparer.Default)).ToList();
        return met.Count == 0 && types.All(_types.Contains) && functions.All(_functions.Contains)
            ? this
            : new(_types.Concat(types), Classes.AddRange(met), _functions.Concat(functions), Collections, _counted);
    }

    /// <summary>The plan with more collections in it, or this one where there is nothing new.</summary>
    /// <param name="collections">Their types.</param>
    /// <param name="counted">The keys of those of which it matters how often they change.</param>
    public HeapPlan With(IReadOnlyCollection<INamedTypeSymbol> collections, IReadOnlyCollection<string> counted) =>
        collections.All(type => Collections.ContainsKey(Key(type))) && counted.All(_counted.Contains)
            ? this
            : new(_types, Classes, _functions, Collections.SetItems(collections.Select(static type => new KeyValuePair<string, INamedTypeSymbol>(Key(type), type))), _counted.Concat(counted));

    /// <summary>A type with its base classes and interfaces.</summary>
    public static IEnumerable<INamedTypeSymbol> Ancestors(INamedTypeSymbol type)
    {
        for (var current = type; current is not null && current.SpecialType != SpecialType.System_Object; current = current.BaseType)
            yield return current;
        foreach (var contract in type.AllInterfaces)
            yield return contract;
    }
}
