using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace LearnSharp.Generators.Frontend;

/// <summary>
/// What earlier attempts at translating a body found out about its objects: the classes whose objects live in arrays, because which object a variable stands
/// for depends on the path, and the methods that become functions of their own, because they call themselves.
/// </summary>
internal sealed class HeapPlan
{
    /// <summary>Nothing is known yet.</summary>
    public static readonly HeapPlan Empty = new([], [], []);

    private readonly ImmutableHashSet<ISymbol> _types;
    private readonly ImmutableHashSet<ISymbol> _functions;

    private HeapPlan(IEnumerable<ISymbol> types, ImmutableArray<INamedTypeSymbol> classes, IEnumerable<ISymbol> functions) =>
        (_types, Classes, _functions) = (types.ToImmutableHashSet(SymbolEqualityComparer.Default), classes, functions.ToImmutableHashSet(SymbolEqualityComparer.Default));

    /// <summary>The classes of which the body makes objects that live in arrays, in the order in which they were met.</summary>
    public ImmutableArray<INamedTypeSymbol> Classes { get; }

    /// <summary>Whether no object lives in arrays.</summary>
    public bool IsEmpty => _types.IsEmpty;

    /// <summary>Whether objects that a variable of a type may name live in arrays.</summary>
    public bool Contains(INamedTypeSymbol type)
    {
        if (_types.IsEmpty || type.TypeKind is not (TypeKind.Class or TypeKind.Interface))
            return false;
        return Ancestors(type).Any(_types.Contains);
    }

    /// <summary>Whether a method is a function of its own.</summary>
    public bool IsFunction(IMethodSymbol method) => _functions.Contains(method.OriginalDefinition);

    /// <summary>The plan with more in it, or this one where there is nothing new.</summary>
    public HeapPlan With(IReadOnlyCollection<ISymbol> types, IReadOnlyCollection<INamedTypeSymbol> classes, IReadOnlyCollection<ISymbol> functions)
    {
        var met = classes.Where(type => !Classes.Contains(type, SymbolEqualityComparer.Default)).ToList();
        return met.Count == 0 && types.All(_types.Contains) && functions.All(_functions.Contains)
            ? this
            : new(_types.Concat(types), Classes.AddRange(met), _functions.Concat(functions));
    }

    /// <summary>A type with its base classes and interfaces.</summary>
    public static IEnumerable<INamedTypeSymbol> Ancestors(INamedTypeSymbol type)
    {
        for (var current = type; current is not null && current.SpecialType != SpecialType.System_Object; current = current.BaseType)
            yield return current;
        foreach (var contract in type.AllInterfaces)
            yield return contract;
    }
}
