using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using LearnSharp.Generators.Diagnostics;
using LearnSharp.Generators.Emission;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;

namespace LearnSharp.Generators.Frontend;

// How to use it:
//   var frontend = new MethodFrontend(compilation);                            // one for each compilation; bodies are translated once; thread-safe
//   LearnableProgram? program = frontend.Translate(method, report, token);     // null where there is an error; report may be null
// or in two steps, for a pipeline that caches bodies:
//   BodyTranslation body = frontend.Body(method, token);                       // body.Method is cacheable, body.Calls names what it calls
//   LinkedProgram? program = Linker.Link(root, id => translations[id], out _);
// What comes back holds no symbols and no syntax. MemberNames.Assign gives the names of Input's members as WeightSpec and ChoiceSpec have theirs.

/// <summary>Translates learnable methods of one compilation to the IR, with everything they call.</summary>
/// <param name="compilation">The compilation that has the methods' source.</param>
internal sealed class MethodFrontend(Compilation compilation)
{
    private readonly ConcurrentDictionary<IMethodSymbol, BodyTranslation> _bodies = new(SymbolEqualityComparer.Default);

    /// <summary>The translation of one body, without what it calls.</summary>
    public BodyTranslation Body(IMethodSymbol method, CancellationToken cancellation)
    {
        method = GeneratedSurface.AtHome(method, compilation, cancellation);
        if (_bodies.TryGetValue(method, out var known))
            return known;
        var translation = !HandWrittenRules.Has(method, compilation) && EmbeddedPrograms.Find(method, compilation) is { Root: { } embedded }
            ? new BodyTranslation(embedded, [], [], [])
            : GeneratedSurface.Translate(method, compilation, cancellation);
        return _bodies.GetOrAdd(method, translation);
    }

    /// <summary>The program of a learnable method, or null where it has an error.</summary>
    /// <param name="root">The method.</param>
    /// <param name="report">Takes every error and warning found in the method and in what it calls; null when nobody listens.</param>
    /// <param name="cancellation">Ends the translation.</param>
    public LearnableProgram? Translate(IMethodSymbol root, Action<Diagnostic>? report, CancellationToken cancellation)
    {
        if (!HasGradients(root))
            return DeclarationsOnly.Translate(root, report);
        try
        {
            var program = TranslateBodies(root, report, cancellation);
            if (program is not null && report is not null && (Refusal(program, root) ?? SecondOrderRefusal(program, root, cancellation)) is { } refusal)
                report(refusal);
            return program;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A mistake of the translation is an error at the method that met it: the analyzer goes on to serve the others.
            report?.Invoke(Diagnostic.Create(Rules.NotDifferentiable, root.Locations[0], root.Name, FailureText(exception)));
            return null;
        }
    }

    /// <summary>What is said about an exception inside the translation.</summary>
    public static string FailureText(Exception exception) => exception is InsufficientExecutionStackException
        ? "an expression or a block in it is nested too deeply; split it with locals or methods"
        : $"its translation failed ({exception.GetType().Name}: {exception.Message.Replace('\r', ' ').Replace('\n', ' ')}); {SimplerWay}";

    private const string SimplerWay = "write it in a simpler way, and report the method";

    /// <summary>Whether a body has no translation although nothing is said about it, neither here nor by the compiler: never a method that just has no program.</summary>
    private bool IsSilent(IMethodSymbol method, BodyTranslation body, CancellationToken cancellation) =>
        body.Method is null && !body.IsSaidElsewhere && !body.Diagnostics.Any(static found => found.Severity == DiagnosticSeverity.Error)
        && !body.Inlined.Append(method).SelectMany(static part => part.DeclaringSyntaxReferences).Where(reference => compilation.ContainsSyntaxTree(reference.SyntaxTree))
            .Any(reference => compilation.GetSemanticModel(reference.SyntaxTree).GetDiagnostics(reference.Span, cancellation).Any(static found => found.Severity == DiagnosticSeverity.Error));

    /// <summary>Why the derivatives by weights, or by everything where there are none, do not exist, where every single construct is fine.</summary>
    private Diagnostic? Refusal(LearnableProgram program, IMethodSymbol root)
    {
        var parameters = program.Program.Root.Parameters;
        var weights = program.Weights.IsEmpty ? new ReverseOptions(parameters.Select((parameter, index) => IsWanted(root, index, parameter.Local.Type)).ToEquatableArray()) : new ReverseOptions(parameters.Select(static parameter => parameter.Role == ParameterRole.Weight));
        if (!program.Program.Root.Results.Any(static type => type.IsDifferentiable))
            return null;
        var refusals = ReverseMode.Check(program.Program, weights);
        if (refusals.IsEmpty)
            return null;
        var origin = refusals[0].Origin;
        var tree = compilation.SyntaxTrees.FirstOrDefault(tree => tree.FilePath == origin.Path && origin.Start + origin.Length <= tree.Length);
        var where = tree is null || origin.Length == 0 ? root.Locations[0] : Location.Create(tree, new(origin.Start, origin.Length));
        return Diagnostic.Create(Rules.NotDifferentiable, where, root.Name, refusals[0].Message.TrimEnd('.'));
    }

    /// <summary>Why the second derivatives that a method asks for do not exist, where it has a gradient; said where it asks.</summary>
    private static Diagnostic? SecondOrderRefusal(LearnableProgram program, IMethodSymbol root, CancellationToken cancellation)
    {
        if (LearnableShape.Attribute(root, KnownNames.Learnable) is not { } learnable || LearnableShape.Named(learnable, "SecondOrder") is not true)
            return null;
        var parameters = program.Program.Root.Parameters;
        var reason = SecondOrder.Refusal(program.Program, index => IsWanted(root, index, parameters[index].Local.Type));
        if (reason is null)
            return null;
        var where = learnable.ApplicationSyntaxReference?.GetSyntax(cancellation).GetLocation() ?? root.Locations[0];
        return Diagnostic.Create(Rules.NotDifferentiable, where, root.Name, $"It asks for second derivatives, but {reason}; or leave out SecondOrder");
    }

    // What a generated Gradient gives derivatives by.
    private static bool IsWanted(IMethodSymbol root, int index, IrType type) => type.IsDifferentiable && !Leaf.HoldsNumbers(type)
        && RootSignature.Inputs(root).Skip(index).FirstOrDefault() is var parameter && (parameter is null || LearnableShape.Attribute(parameter, KnownNames.NonDifferentiable) is null);

    private LearnableProgram? TranslateBodies(IMethodSymbol root, Action<Diagnostic>? report, CancellationToken cancellation)
    {
        var bodies = new Dictionary<string, BodyTranslation>(StringComparer.Ordinal);
        var sites = new Dictionary<string, CallSite>(StringComparer.Ordinal);
        var embedded = new Dictionary<string, TranslatedMethod>(StringComparer.Ordinal);
        var queue = new Queue<(string Id, IMethodSymbol Method)>();
        var rootId = MethodIds.Of(root);
        queue.Enqueue((rootId, root));
        while (queue.Count > 0)
        {
            var (id, method) = queue.Dequeue();
            if (bodies.ContainsKey(id))
                continue;
            cancellation.ThrowIfCancellationRequested();
            var body = Body(method, cancellation);
            bodies.Add(id, body);
            foreach (var diagnostic in body.Diagnostics)
                report?.Invoke(diagnostic);
            if (report is not null && IsSilent(method, body, cancellation))
                report(Diagnostic.Create(Rules.NotDifferentiable, method.Locations[0], method.Name, $"its translation ended without a reason; {SimplerWay}"));
            if (EmbeddedPrograms.Find(GeneratedSurface.AtHome(method, compilation, cancellation), compilation) is { } program)
            {
                foreach (var callee in program.Callees)
                    embedded[callee.Function.Id] = callee;
            }

            foreach (var call in body.Calls)
            {
                if (!sites.ContainsKey(call.Id))
                    sites.Add(call.Id, call);
                queue.Enqueue((call.IsNested ? MethodIds.Of(call.Callee) : call.Id, call.Callee));
            }
        }

        if (bodies[rootId].Method is not { } translated)
            return null;
        var linked = Linker.Link(translated, id => bodies.TryGetValue(id, out var body) ? body.Method : embedded[id], out var problems);
        foreach (var problem in problems)
        {
            if (report is not null && Describe(problem, sites, root) is { } diagnostic)
                report(diagnostic);
        }

        return linked?.Learnable;
    }

    /// <summary>Whether a learnable method's body is to be translated: <c>[Learnable(Gradients = false)]</c> says no.</summary>
    public static bool HasGradients(IMethodSymbol method) =>
        method.GetAttributes().FirstOrDefault(static attribute => attribute.AttributeClass?.ToDisplayString() == KnownNames.Learnable) is not { } learnable
        || !learnable.NamedArguments.Any(static argument => argument is { Key: "Gradients", Value.Value: false });

    private static Diagnostic? Describe(LinkProblem problem, Dictionary<string, CallSite> sites, IMethodSymbol root)
    {
        var site = sites[problem.Callee];
        return problem.Kind switch
        {
            LinkProblemKind.OwnSetLeftOut => Diagnostic.Create(
                Rules.CalleeWeights, site.Where, site.Callee.Name, problem.Detail, $"hand it on: pass '{problem.Detail}' explicitly where the method calls itself"),
            LinkProblemKind.AbovePassed => Diagnostic.Create(
                Rules.CalleeWeights, site.Where, site.Callee.Name, problem.Detail, $"it stays above '{problem.Other}', which every call passes; pass both, or neither"),
            LinkProblemKind.NoDerivative => Diagnostic.Create(
                Rules.UnsupportedConstruct,
                site.Where,
                $"The derivative of '{site.Callee.Name}' inside a derivative ({problem.Detail})",
                "put it into a method of its own, and give that one a derivative by hand, or mark it '[NonDifferentiable]'"),
            LinkProblemKind.PrivateMembers => Diagnostic.Create(Rules.InaccessibleMember, site.Where, site.Callee.Name, problem.Detail, root.ContainingType.Name),
            _ => null,
        };
    }
}
