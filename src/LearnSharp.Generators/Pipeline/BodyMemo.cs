using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using LearnSharp.Generators.Frontend;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;

namespace LearnSharp.Generators.Pipeline;

/// <summary>
/// Remembers translations by what they were made from: the method's own syntax and everything outside of bodies. An edit inside another body, or a comment
/// anywhere, binds nothing. Lives as long as the generator and holds no symbols, syntax or compilations.
/// </summary>
internal sealed class BodyMemo
{
    // More methods than any project has; an IDE that renames methods all day does not grow it for ever.
    private const int Capacity = 4096;

    private readonly Dictionary<string, Entry> _entries = [];
    private readonly object _gate = new();

    /// <summary>How many bodies were translated so far: what tests of the caching count.</summary>
    public int Translations { get; private set; }

    /// <summary>The translation of a method with its source in <paramref name="compilation"/>.</summary>
    public Entry Get(IMethodSymbol method, Compilation compilation, CancellationToken cancellation) => Get(method, compilation, [], cancellation);

    // A local function that calls itself, directly or through another, is being read already.
    private Entry Get(IMethodSymbol method, Compilation compilation, HashSet<string> around, CancellationToken cancellation)
    {
        var id = MethodIds.Of(method);
        around.Add(id);
        var text = TextOf(method, cancellation);
        var environment = SourceHashes.Environment(compilation, cancellation);
        lock (_gate)
        {
            if (_entries.TryGetValue(id, out var known) && known.Text == text && known.Environment == environment && StillHolds(known.Inlined, compilation, cancellation))
                return known;
        }

        cancellation.ThrowIfCancellationRequested();
        var body = GeneratedSurface.Translate(method, compilation, cancellation);
        var callees = new List<CalleeReference>();
        var locals = new List<Entry>();
        var seen = new HashSet<string>();
        foreach (var call in body.Calls)
        {
            if (!seen.Add(call.Id))
                continue;
            if (call.Callee.MethodKind == MethodKind.LocalFunction)
            {
                // A local function is part of this syntax: it is remembered together with it.
                if (!around.Contains(call.Id))
                    locals.Add(Get(call.Callee, compilation, around, cancellation));
                continue;
            }

            if (call.Callee.OriginalDefinition.GetDocumentationCommentId() is { } declaration)
                callees.Add(call.IsNested ? new(MethodIds.Of(call.Callee), declaration, null, null) : new(call.Id, declaration, CallableName(call.Callee), PrivateTo(call.Callee)));
        }

        var entry = new Entry(text, environment, body.Method, callees.ToEquatableArray(), locals.ToEquatableArray(), Inlined(body, cancellation));
        lock (_gate)
        {
            Translations++;
            if (_entries.Count >= Capacity)
                _entries.Clear();
            _entries[id] = entry;
        }

        return entry;
    }

    // Local functions and lambdas are part of the method around them.
    private static EquatableArray<InlinedReference> Inlined(BodyTranslation body, CancellationToken cancellation)
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var inlined in body.Inlined)
        {
            ISymbol symbol = inlined;
            while (symbol.ContainingSymbol is IMethodSymbol around)
                symbol = around;
            if (symbol.OriginalDefinition is IMethodSymbol method && method.GetDocumentationCommentId() is { } declaration)
                found[declaration] = TextOf(method, cancellation);
        }

        return found.Select(static pair => new InlinedReference(pair.Key, pair.Value)).ToEquatableArray();
    }

    private static bool StillHolds(EquatableArray<InlinedReference> inlined, Compilation compilation, CancellationToken cancellation)
    {
        foreach (var reference in inlined)
        {
            if (DocumentationCommentId.GetFirstSymbolForDeclarationId(reference.Declaration, compilation) is not IMethodSymbol method || TextOf(method, cancellation) != reference.Text)
                return false;
        }

        return true;
    }

    private static string TextOf(IMethodSymbol method, CancellationToken cancellation)
    {
        var text = "";
        foreach (var reference in (method.PartialImplementationPart ?? method).DeclaringSyntaxReferences)
            text += SourceHashes.Of(reference.GetSyntax(cancellation));
        return text;
    }

    private static string? CallableName(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.Ordinary, IsStatic: true, IsGenericMethod: false, ContainingType.IsGenericType: false }
            ? $"{MethodIds.QualifiedName(method.ContainingType)}.{Emission.NameScope.Escape(method.Name)}"
            : null;

    private static string? PrivateTo(IMethodSymbol method)
    {
        for (ISymbol symbol = method; symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingSymbol)
        {
            if (symbol.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal)
                return symbol.ContainingType is { } type ? MethodIds.Of(type) : null;
        }

        return null;
    }

    /// <summary>A method that a body calls.</summary>
    /// <param name="Id">The id of its function.</param>
    /// <param name="Declaration">Its documentation id, by which later compilations find it.</param>
    /// <param name="Name">How code may call it as it stands; null when C# has no plain call for it.</param>
    /// <param name="PrivateTo">The id of the type inside which alone it can be called; null for anywhere.</param>
    internal sealed record CalleeReference(string Id, string Declaration, string? Name, string? PrivateTo);

    /// <summary>A method whose body is part of a translation.</summary>
    /// <param name="Declaration">Its documentation id.</param>
    /// <param name="Text">The hash of its syntax.</param>
    internal sealed record InlinedReference(string Declaration, string Text);

    /// <summary>A remembered translation.</summary>
    /// <param name="Text">The hash of the method's syntax.</param>
    /// <param name="Environment">The hash of everything outside of bodies.</param>
    /// <param name="Method">The translation; null where there was an error.</param>
    /// <param name="Callees">The methods it calls.</param>
    /// <param name="LocalFunctions">Its local functions.</param>
    /// <param name="Inlined">The methods whose bodies are part of it.</param>
    internal sealed record Entry(
        string Text,
        string Environment,
        TranslatedMethod? Method,
        EquatableArray<CalleeReference> Callees,
        EquatableArray<Entry> LocalFunctions,
        EquatableArray<InlinedReference> Inlined);
}
