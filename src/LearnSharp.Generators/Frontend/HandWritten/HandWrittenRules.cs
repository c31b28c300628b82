using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using LearnSharp.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace LearnSharp.Generators.Frontend;

/// <summary>Finds the derivatives that are written by hand: methods marked <c>[Derivative]</c> beside the method, or in a type that this assembly or one that it references names for it.</summary>
internal static class HandWrittenRules
{
    // By type, the methods marked in it: most types have none, and calls of their methods ask again and again.
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<INamedTypeSymbol, IReadOnlyList<(string Of, IMethodSymbol Rule)>>> Marked = new();

    private static readonly ConditionalWeakTable<Compilation, IReadOnlyList<(INamedTypeSymbol Type, INamedTypeSymbol Rules)>> Named = new();

    /// <summary>Whether a method has derivatives written by hand.</summary>
    public static bool Has(IMethodSymbol method, Compilation compilation) => Find(method, compilation) is not null;

    /// <summary>The derivatives of a method, or null.</summary>
    public static HandWrittenRule? Find(IMethodSymbol method, Compilation compilation)
    {
        if (method is not { IsStatic: true, MethodKind: MethodKind.Ordinary })
            return null;
        var rules = RulesFor(method.ContainingType, compilation).SelectMany(type => MarkedIn(type, compilation))
            .Where(marked => marked.Of == method.Name && !SymbolEqualityComparer.Default.Equals(marked.Rule, method)).ToList();
        if (rules.Count == 0 || RuleSignature.Of(method, out _) is not { } signature)
            return null;
        var (pullback, pushforward) = (rules.Find(marked => signature.IsPullback(marked.Rule)).Rule, rules.Find(marked => signature.IsPushforward(marked.Rule)).Rule);
        return pullback is null && pushforward is null ? null : new(pullback, pushforward);
    }

    /// <summary>Checks a method that is marked as a derivative.</summary>
    public static void Check(IMethodSymbol rule, Compilation compilation, RuleReporter report)
    {
        if (LearnableShape.Attribute(rule, KnownNames.Derivative) is not { } attribute)
            return;
        var name = attribute.ConstructorArguments.FirstOrDefault().Value as string ?? "null";
        var where = rule.Locations[0];
        var types = TypesOf(rule.ContainingType, compilation).ToList();
        var candidates = types.SelectMany(type => type.GetMembers(name)).OfType<IMethodSymbol>()
            .Where(method => !SymbolEqualityComparer.Default.Equals(method, rule)).ToList();
        if (candidates.Count == 0)
        {
            var near = string.Join(" and ", types.Select(static type => $"'{type.Name}'"));
            report(Rules.DerivativeSignature, where, rule.Name, name, $"{near} has no other method of that name; for one elsewhere, say '[assembly: DerivativesOf(typeof(…), typeof({rule.ContainingType.Name}))]'");
            return;
        }

        if (!rule.IsStatic || rule.IsGenericMethod)
        {
            report(Rules.DerivativeSignature, where, rule.Name, name, "it must be static and not generic");
            return;
        }

        var expected = new List<string>();
        var problems = new List<string>();
        foreach (var method in candidates)
        {
            if (RuleSignature.Of(method, out var problem) is not { } signature)
            {
                problems.Add(problem);
                continue;
            }

            if (signature.IsPullback(rule) || signature.IsPushforward(rule))
            {
                if (Earlier(rule, name, signature, compilation) is { } earlier)
                    report(Rules.DerivativeSignature, where, rule.Name, name, $"'{earlier.Name}' says the same already; keep one of the two");
                return;
            }

            expected.Add(signature.Expected(rule.Name));
        }

        report(Rules.DerivativeSignature, where, rule.Name, name, expected.Count > 0 ? "declare " + string.Join("; or ", expected) : problems[0]);
    }

    // Of a method of one number both kinds look alike, and there may be one of each.
    private static IMethodSymbol? Earlier(IMethodSymbol rule, string name, RuleSignature signature, Compilation compilation)
    {
        bool Same(IMethodSymbol other) => (signature.IsPullback(rule) && signature.IsPullback(other)) || (signature.IsPushforward(rule) && signature.IsPushforward(other));
        var before = MarkedIn(rule.ContainingType, compilation).Where(marked => marked.Of == name).Select(static marked => marked.Rule)
            .TakeWhile(other => !SymbolEqualityComparer.Default.Equals(other, rule)).Where(Same).ToList();
        return before.Count >= (signature.IsPullback(rule) && signature.IsPushforward(rule) ? 2 : 1) ? before[0] : null;
    }

    // Types of other assemblies have their derivatives where an assembly says so that uses LearnSharp: looking through the attributes of the base library would take long and find nothing.
    private static IEnumerable<INamedTypeSymbol> RulesFor(INamedTypeSymbol type, Compilation compilation) =>
        (type.Locations.Any(static location => location.IsInSource) ? [type] : System.Array.Empty<INamedTypeSymbol>())
            .Concat(Pairs(compilation).Where(pair => SymbolEqualityComparer.Default.Equals(pair.Type, type) && IsReachable(pair.Rules, compilation)).Select(static pair => pair.Rules));

    private static bool IsReachable(INamedTypeSymbol rules, Compilation compilation) => compilation.IsSymbolAccessibleWithin(rules, compilation.Assembly);

    private static IEnumerable<INamedTypeSymbol> TypesOf(INamedTypeSymbol rules, Compilation compilation) => new[] { rules }.Concat(Pairs(compilation)
        .Where(pair => SymbolEqualityComparer.Default.Equals(pair.Rules, rules)).Select(static pair => pair.Type));

    private static IReadOnlyList<(INamedTypeSymbol Type, INamedTypeSymbol Rules)> Pairs(Compilation compilation) => Named.GetValue(compilation, static compilation =>
        [.. compilation.SourceModule.ReferencedAssemblySymbols.Where(MayBringRules).Prepend(compilation.Assembly).SelectMany(NamedBy)]);

    // An assembly that uses the attribute names the one that declares it.
    private static bool MayBringRules(IAssemblySymbol assembly) =>
        assembly.Modules.Any(static module => module.ReferencedAssemblies.Any(static reference => reference.Name == KnownNames.Abstractions));

    private static IEnumerable<(INamedTypeSymbol Type, INamedTypeSymbol Rules)> NamedBy(IAssemblySymbol assembly)
    {
        foreach (var attribute in assembly.GetAttributes())
        {
            if (attribute.AttributeClass?.ToDisplayString() == KnownNames.DerivativesOf
                && attribute.ConstructorArguments is [{ Value: INamedTypeSymbol type }, { Value: INamedTypeSymbol rules }])
            {
                yield return (type, rules);
            }
        }
    }

    private static IReadOnlyList<(string Of, IMethodSymbol Rule)> MarkedIn(INamedTypeSymbol type, Compilation compilation) =>
        Marked.GetValue(compilation, static _ => new(SymbolEqualityComparer.Default)).GetOrAdd(type, static type => type.GetMembers().OfType<IMethodSymbol>()
            .Where(static method => method is { IsStatic: true, MethodKind: MethodKind.Ordinary, IsGenericMethod: false })
            .Select(static method => (Of: LearnableShape.Attribute(method, KnownNames.Derivative)?.ConstructorArguments.FirstOrDefault().Value as string, Rule: method))
            .Where(static marked => marked.Of is not null).Select(static marked => (marked.Of!, marked.Rule)).ToList());
}
