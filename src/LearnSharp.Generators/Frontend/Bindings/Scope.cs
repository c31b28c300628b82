using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace LearnSharp.Generators.Frontend;

/// <summary>
/// The variables of one body that is being translated. A body that is inlined has one for each call, and a lambda's refers to that of the body it was
/// written in: that is how it shares variables with it.
/// </summary>
/// <param name="method">The method, local function or lambda whose body it is.</param>
/// <param name="outer">The scope around it; null for a method.</param>
/// <param name="receiver">What <c>this</c> stands for; null where there is none, and in a lambda, which has that of the method around.</param>
internal sealed class Scope(IMethodSymbol method, Scope? outer, Binding? receiver)
{
    private readonly Dictionary<ISymbol, ITypeSymbol> _types = new(SymbolEqualityComparer.Default);

    private readonly Dictionary<ISymbol, (Binding Binding, Region Region)> _bindings = new(SymbolEqualityComparer.Default);

    /// <summary>The method, local function or lambda.</summary>
    public IMethodSymbol Method => method;

    /// <summary>The scope around; null for a method.</summary>
    public Scope? Outer => outer;

    /// <summary>What <c>this</c> stands for.</summary>
    public Binding? Receiver => receiver ?? outer?.Receiver;

    /// <summary>What a local or parameter stands for, here or around; null for one that is not known.</summary>
    public Binding? Find(ISymbol symbol)
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            if (scope._bindings.TryGetValue(symbol, out var known))
                return known.Binding;
        }

        return null;
    }

    /// <summary>What a type parameter stands for, here or around; null for one that is not known.</summary>
    public ITypeSymbol? TypeOf(ITypeParameterSymbol parameter)
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            if (scope._types.TryGetValue(parameter, out var type))
                return type;
        }

        return null;
    }

    /// <summary>Takes what the type parameters of the method and of the types around it stand for.</summary>
    public void SetTypes(IMethodSymbol constructed)
    {
        for (var i = 0; i < constructed.TypeParameters.Length; i++)
            _types[constructed.OriginalDefinition.TypeParameters[i]] = constructed.TypeArguments[i];
        for (var type = constructed.ContainingType; type is not null; type = type.ContainingType)
        {
            for (var i = 0; i < type.TypeParameters.Length; i++)
                _types[type.OriginalDefinition.TypeParameters[i]] = type.TypeArguments[i];
        }
    }

    /// <summary>Gives a variable of this body its meaning.</summary>
    /// <param name="symbol">The variable.</param>
    /// <param name="binding">What it stands for.</param>
    /// <param name="region">The stretch of code it is declared in, all of which runs where any of it does.</param>
    public void Set(ISymbol symbol, Binding binding, Region region)
    {
        Named(binding);
        _bindings[symbol] = (binding, region);
    }

    /// <summary>Whether a variable, here or around, is declared in a stretch of code.</summary>
    public bool IsDeclaredIn(ISymbol symbol, Region region)
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            if (scope._bindings.TryGetValue(symbol, out var known))
                return known.Region == region;
        }

        return false;
    }

    /// <summary>Counts the variables through which a collection can be reached.</summary>
    private static void Named(Binding binding)
    {
        if (binding is CollectionBinding collection)
            collection.Names++;
        if (binding is not QueryBinding query)
            return;
        foreach (var source in query.Sequence.Lists)
            source.Names++;
    }

    /// <summary>Gives a variable, here or around, another meaning; false where control may go on without coming here.</summary>
    public bool Rebind(ISymbol symbol, Binding binding, Region region)
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            if (!scope._bindings.TryGetValue(symbol, out var known))
                continue;
            if (!region.IsCertainIn(known.Region))
                return false;
            scope.Set(symbol, binding, known.Region);
            return true;
        }

        return false;
    }

    /// <summary>The scope of <paramref name="symbol"/>'s body, here or around; null where that is not being translated.</summary>
    public Scope? Of(ISymbol symbol)
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            if (SymbolEqualityComparer.Default.Equals(scope.Method.OriginalDefinition, symbol.OriginalDefinition))
                return scope;
        }

        return null;
    }
}
