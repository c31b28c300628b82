using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using LearnSharp.Generators.Frontend;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;

namespace LearnSharp.Generators.Pipeline;

/// <summary>The second step: the code of a learnable method and of everything it calls, as far as it is not remembered.</summary>
/// <param name="memo">Earlier translations.</param>
internal sealed class BodyReader(BodyMemo memo)
{
    /// <summary>Reads the code of a method; without a program where the analyzer reports an error.</summary>
    public BodyModel Read(MethodModel method, Compilation compilation, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (DocumentationCommentId.GetFirstSymbolForDeclarationId(method.Id, compilation) is not IMethodSymbol symbol || (!method.IsStatic && !(method.Gradients && TypeSets.Has(symbol.ContainingType)))
            || LearnableShape.KindProblem(symbol) is not null)
        {
            return new(method, null, [], "");
        }

        if (!method.Gradients)
            return Declare(method, symbol);
        try
        {
            return Translate(method, symbol, compilation, cancellation);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The analyzer runs the same translation and reports it (LS0019); the other methods are served.
            return new(method, null, [], "");
        }
    }

    private BodyModel Translate(MethodModel method, IMethodSymbol symbol, Compilation compilation, CancellationToken cancellation)
    {
        var root = memo.Get(symbol, compilation, cancellation);
        var found = new Dictionary<string, TranslatedMethod?>();
        var callable = new List<CalleeModel>();
        var text = new List<string> { root.Text };
        text.AddRange(root.Inlined.Select(static inlined => inlined.Text));
        var queue = new Queue<BodyMemo.Entry>([root]);
        var within = MethodBodies.ContainingTypes(symbol);
        while (queue.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var entry = queue.Dequeue();
            foreach (var local in entry.LocalFunctions)
            {
                if (local.Method is null || found.ContainsKey(local.Method.Function.Id))
                    continue;
                found.Add(local.Method.Function.Id, local.Method);
                queue.Enqueue(local);
            }

            foreach (var callee in entry.Callees)
            {
                if (found.ContainsKey(callee.Id))
                    continue;
                var declared = DocumentationCommentId.GetFirstSymbolForDeclarationId(callee.Declaration, compilation) as IMethodSymbol;
                if (declared is not null && !HandWrittenRules.Has(declared, compilation) && EmbeddedPrograms.Find(declared, compilation) is { Root: { } embedded } program)
                {
                    found.Add(callee.Id, embedded);
                    foreach (var function in program.Callees)
                        found[function.Function.Id] = function;
                    if (callee.Name is not null)
                        callable.Add(new(callee.Id, callee.Name));
                    continue;
                }

                var translated = declared is not null && (HandWrittenRules.Has(declared, compilation) || MethodBodies.HasSource(declared, compilation, cancellation)) ? memo.Get(declared, compilation, cancellation) : null;
                found.Add(callee.Id, translated?.Method);
                if (translated is null)
                    continue;
                text.Add(translated.Text);
                text.AddRange(translated.Inlined.Select(static inlined => inlined.Text));
                queue.Enqueue(translated);
                if (callee.Name is not null && (callee.PrivateTo is null || within.Contains(callee.PrivateTo)))
                    callable.Add(new(callee.Id, callee.Name));
            }
        }

        if (root.Method is null)
            return new(method, null, [], string.Concat(text));
        var linked = Linker.Link(root.Method, id => found.TryGetValue(id, out var callee) ? callee : null, out _);

        var whole = linked?.Learnable;

        // A callee that is handed more than its signature says cannot be called as it stands; one that only a derivative calls is part of that.
        bool AsItStands(CalleeModel callee) => !found[callee.Id]!.IsReshaped
            && (whole is null || whole.Program.Callees.Add(whole.Program.Root).FirstOrDefault(function => function.Id == callee.Id)?.Parameters.Count == Declared(found[callee.Id]!));
        return new(method, whole, callable.Where(AsItStands).ToEquatableArray(), string.Concat(text))
        {
            Sets = linked?.Sets ?? [],
            State = linked?.State ?? [],
            IsEmbedded = linked is not null && IsVisible(symbol) && EmbeddedPrograms.CanBring(linked, [root.Method, .. found.Values.OfType<TranslatedMethod>()]),
        };
    }

    /// <summary>Whether other assemblies can call a method by its name.</summary>
    private static bool IsVisible(IMethodSymbol method)
    {
        for (ISymbol symbol = method; symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingSymbol)
        {
            if (symbol.DeclaredAccessibility != Accessibility.Public)
                return false;
        }

        return method.IsStatic;
    }

    private static int Declared(TranslatedMethod callee) => callee.Function.Parameters.Count - callee.Borrowed.Count
        - callee.Weights.Where(static weight => weight.InBody).Count() - callee.Choices.Where(static choice => choice.InBody).Count();

    // The body is not analysed: the signature says all there is.
    private static BodyModel Declare(MethodModel method, IMethodSymbol symbol)
    {
        var types = new TypeMapper();
        var failed = false;
        var declarations = Declarations.OfSignature(symbol, (_, _, _) => failed = true, types);
        declarations.Finish(symbol.Parameters.Select(static parameter => parameter.Name).ToArray());
        if (failed || symbol.ReturnsVoid || symbol.Parameters.Any(static parameter => parameter.RefKind is not (RefKind.None or RefKind.In)))
            return new(method, null, [], "");
        var parameters = symbol.Parameters.Select((parameter, index) =>
            new Parameter(new Local(index, DeclarationsOnly.TypeOf(types, parameter.Type), parameter.Name), declarations.Roles[index]));
        var root = new Function(MethodIds.Of(symbol), symbol.Name, parameters.ToEquatableArray(), [DeclarationsOnly.TypeOf(types, symbol.ReturnType)], Block.Empty);
        return new(method, new(new(root, []), declarations.Weights, declarations.Choices), [], "");
    }
}
