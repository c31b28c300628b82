using System;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using System.Threading;
using LearnSharp.Generators.Diagnostics;
using LearnSharp.Generators.Emission;
using LearnSharp.Generators.Frontend;
using LearnSharp.Generators.Pipeline;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LearnSharp.Generators;

/// <summary>
/// The incremental generator: for every learnable method a program and its learned face. Three steps: signatures from symbols, bodies translated and
/// remembered, text. Errors are the analyzer's to report; the generator reports only what it finds in artefacts, which it alone reads.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class LearnableGenerator : IIncrementalGenerator
{
    private readonly BodyMemo _memo = new();

    /// <summary>How many bodies were bound and translated so far.</summary>
    internal int Translations => _memo.Translations;

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var reader = new BodyReader(_memo);
        var options = context.AnalyzerConfigOptionsProvider
            .Combine(context.CompilationProvider.Select(static (compilation, _) => compilation.Options is CSharpCompilationOptions { CheckOverflow: true }))
            .Select(static (pair, _) => GeneratorOptions.Read(pair.Left.GlobalOptions, pair.Right))
            .WithTrackingName(TrackingNames.Options);

        // 1. Surface: symbols only.
        var methods = context.SyntaxProvider
            .ForAttributeWithMetadataName(KnownNames.Learnable, static (node, _) => node is MethodDeclarationSyntax, SurfaceReader.Learnable)
            .Where(static method => method is not null)
            .Select(static (method, _) => method!)
            .Collect()
            .Select(static (methods, _) => HintNames.Assign(methods))
            .WithTrackingName(TrackingNames.Surface);
        var learned = context.SyntaxProvider
            .ForAttributeWithMetadataName(KnownNames.Learned, static (node, _) => node is MethodDeclarationSyntax, SurfaceReader.Learned)
            .Where(static method => method is not null)
            .Select(static (method, _) => method!)
            .Collect()
            .Select(static (methods, _) => HintNames.Assign(methods))
            .WithTrackingName(TrackingNames.LearnedSurface);
        var sets = Sets(context, KnownNames.Weight, SetReader.Read).Combine(Sets(context, KnownNames.Choice, SetReader.Read))
            .Select(static (pair, _) => pair.Left.Concat(pair.Right).OrderBy(static set => set.Id, StringComparer.Ordinal).ToEquatableArray())
            .WithTrackingName(TrackingNames.Sets);
        var mentions = context.SyntaxProvider
            .CreateSyntaxProvider(static (node, _) => IsMention(node), static (context, _) => Mention((IdentifierNameSyntax)context.Node))
            .Collect()
            .Select(static (names, _) => names.Distinct().OrderBy(static name => name, StringComparer.Ordinal).ToEquatableArray())
            .WithTrackingName(TrackingNames.Mentions);

        // 2. Bodies: translated where what they are made from has changed.
        var bodies = methods
            .SelectMany(static (methods, _) => methods)
            .Combine(context.CompilationProvider)
            .Select((pair, cancellation) => reader.Read(pair.Left, pair.Right, cancellation))
            .WithTrackingName(TrackingNames.Bodies);

        // 3. Link and emit.
        var artefacts = context.AdditionalTextsProvider
            .Where(ArtefactFile.Is)
            .Select(ArtefactFile.Read)
            .WithTrackingName(TrackingNames.Artefacts)
            .Collect()
            .Select(static (files, _) => files.Distinct().ToEquatableArray());
        var linked = bodies
            .Combine(artefacts)
            .Select(static (pair, _) => new LinkedModel(pair.Left, ArtefactResolver.Candidates(pair.Left, pair.Right)))
            .WithTrackingName(TrackingNames.Linked);

        var programs = bodies.Combine(options).Where(static pair => pair.Right.Programs && ProgramEmitter.CanEmit(pair.Left))
            .Select(static (pair, cancellation) => Program(pair.Left, pair.Right, cancellation))
            .WithTrackingName(TrackingNames.ProgramSources);
        var shorthands = linked.Combine(learned.Combine(mentions).Combine(options))
            .Select(static (pair, cancellation) => Shorthand(pair.Left, pair.Right.Left.Left, pair.Right.Left.Right, pair.Right.Right, cancellation))
            .WithTrackingName(TrackingNames.LearnedSources);
        var faces = learned.SelectMany(static (learned, _) => learned)
            .Combine(linked.Collect().Select(static (all, _) => all.ToEquatableArray()))
            .Select(static (pair, _) => (Face: pair.Left, Linked: pair.Right.FirstOrDefault(linked => pair.Left.IsFaceOf(linked.Body.Method))))
            .Combine(options)
            .Select(static (pair, cancellation) => Face(pair.Left.Face, pair.Left.Linked, pair.Right, cancellation))
            .WithTrackingName(TrackingNames.LearnedSources);

        var embedded = bodies.Combine(options).Where(static pair => pair.Right.Programs && pair.Left.IsEmbedded)
            .Select(static (pair, _) => new GeneratedSource(pair.Left.Method.Hint + ".Embedded.g.cs", EmbeddedEmitter.Emit(pair.Left)))
            .WithTrackingName(TrackingNames.EmbeddedSources);

        context.RegisterSourceOutput(embedded, static (output, source) => Add(output, source));
        var factories = sets.SelectMany(static (sets, _) => sets)
            .Combine(artefacts)
            .Select(static (pair, _) => (Set: pair.Left, Artefacts: ArtefactResolver.Candidates(pair.Left, pair.Right)))
            .Combine(mentions.Combine(options))
            .Select(static (pair, _) => Factory(pair.Left.Set, pair.Left.Artefacts, pair.Right.Left, pair.Right.Right))
            .WithTrackingName(TrackingNames.LearnedSources);

        context.RegisterSourceOutput(factories.Select(static (output, _) => output.Source), static (output, source) => Add(output, source));
        context.RegisterSourceOutput(programs, static (output, source) => Add(output, source));
        context.RegisterSourceOutput(shorthands.Select(static (output, _) => output.Source), static (output, source) => Add(output, source));
        context.RegisterSourceOutput(faces.Select(static (output, _) => output.Source), static (output, source) => Add(output, source));
        Report(context, methods, sets, artefacts, shorthands, faces, factories);
    }

    private static void Report(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<EquatableArray<MethodModel>> methods,
        IncrementalValueProvider<EquatableArray<SetModel>> sets,
        IncrementalValueProvider<EquatableArray<ArtefactFile>> artefacts,
        IncrementalValuesProvider<LearnedOutput> shorthands,
        IncrementalValuesProvider<LearnedOutput> faces,
        IncrementalValuesProvider<LearnedOutput> factories)
    {
        var typePlaces = Sets(context, KnownNames.Weight, SetReader.Place).Combine(Sets(context, KnownNames.Choice, SetReader.Place))
            .Select(static (pair, _) => pair.Left.Concat(pair.Right).ToEquatableArray());
        var places = context.SyntaxProvider
            .ForAttributeWithMetadataName(KnownNames.Learnable, static (node, _) => node is MethodDeclarationSyntax, SurfaceReader.Place)
            .Collect()
            .Select(static (places, _) => places.Where(static place => place is not null).Select(static place => place!).ToEquatableArray())
            .Combine(typePlaces)
            .Select(static (pair, _) => pair.Left.Concat(pair.Right).ToEquatableArray())
            .WithTrackingName(TrackingNames.Places);
        var unclaimed = artefacts.Combine(methods.Combine(sets)).Select(static (pair, _) => ArtefactResolver.Unclaimed(pair.Left, pair.Right.Left, pair.Right.Right));
        var findings = shorthands.SelectMany(static (output, _) => output.Findings).Collect()
            .Combine(faces.SelectMany(static (output, _) => output.Findings).Collect())
            .Combine(factories.SelectMany(static (output, _) => output.Findings).Collect())
            .Combine(unclaimed)
            .SelectMany(static (all, _) => all.Left.Left.Left.Concat(all.Left.Left.Right).Concat(all.Left.Right).Concat(all.Right).Distinct())
            .WithTrackingName(TrackingNames.Findings);

        // The compilation is asked for only where there is something to say: a finding stands at a place in it, so that a pragma can silence it.
        context.RegisterSourceOutput(findings.Combine(places).Combine(context.CompilationProvider), static (output, all) =>
            output.ReportDiagnostic(Diagnose(all.Left.Left, all.Left.Right, all.Right)));
    }

    private static GeneratedSource Program(BodyModel body, GeneratorOptions options, CancellationToken cancellation)
    {
        var hint = body.Method.Hint + ".Program.g.cs";
        try
        {
            return new(hint, ProgramEmitter.Emit(body, options.CheckOverflow, cancellation));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A mistake in here is an error that names its method; the other methods are served.
            return new(hint, $"#error LS0019: '{body.Method.Name}' cannot be differentiated: {MethodFrontend.FailureText(exception)}\n");
        }
    }

    private static LearnedOutput Shorthand(
        LinkedModel linked, EquatableArray<LearnedModel> learned, EquatableArray<string> mentions, GeneratorOptions options, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var method = linked.Body.Method;
        var used = mentions.Contains(method.LearnedName) || learned.Any(face => face.Variant is null && face.IsFaceOf(method));
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var values = Values(linked, null, options, used, findings);
        return new(
            new(method.Hint + ".Learned.g.cs", LearnedEmitter.EmitShorthand(linked.Body, values, options.CheckOverflow)),
            findings.ToEquatableArray());
    }

    private static IncrementalValueProvider<EquatableArray<T>> Sets<T>(
        IncrementalGeneratorInitializationContext context, string attribute, Func<GeneratorAttributeSyntaxContext, CancellationToken, T?> read)
        where T : class => context.SyntaxProvider
            .ForAttributeWithMetadataName(attribute, static (node, _) => node is VariableDeclaratorSyntax or PropertyDeclarationSyntax, read)
            .Where(static found => found is not null)
            .Select(static (found, _) => found!)
            .Collect()
            .Select(static (all, _) => all.ToEquatableArray());

    private static LearnedOutput Factory(SetModel set, EquatableArray<ArtefactFile> artefacts, EquatableArray<string> mentions, GeneratorOptions options)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var used = mentions.Contains($"{set.Types[set.Types.Count - 1].Name}.{SetReader.Factory}");
        var values = ArtefactResolver.Resolve(set, artefacts, options.RequireTrained && (used || !set.Constructors.IsEmpty), used, findings);
        return new(new(set.Owner.FullName + ".Set.g.cs", TypeSetEmitter.Emit(set, values)), findings.ToEquatableArray());
    }

    private static LearnedOutput Face(LearnedModel face, LinkedModel? linked, GeneratorOptions options, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (linked is null)
            return new(new(face.Hint + ".LearnedFace.g.cs", LearnedEmitter.EmitMisfit(face)), []);
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var values = Values(linked, face.Variant, options, used: true, findings);
        return new(
            new(face.Hint + ".LearnedFace.g.cs", LearnedEmitter.EmitPartial(face, linked.Body, values, options.CheckOverflow)),
            findings.ToEquatableArray());
    }

    private static ArtefactValues? Values(
        LinkedModel linked, string? variant, GeneratorOptions options, bool used, ImmutableArray<Finding>.Builder findings) =>
        linked.Body.Program is null ? null : ArtefactResolver.Resolve(linked, variant, options.RequireTrained, used, findings);

    private static void Add(SourceProductionContext output, GeneratedSource source) => output.AddSource(source.Hint, SourceText.From(source.Text, Encoding.UTF8));

    private static bool IsMention(SyntaxNode node) =>
        node is IdentifierNameSyntax { Identifier.ValueText: { Length: > 6 } name, Parent: not AttributeSyntax } && name.EndsWith("Learned", StringComparison.Ordinal);

    // What is called on a type comes with the type's name.
    private static string Mention(IdentifierNameSyntax name) => (name, name.Parent) switch
    {
        ({ Identifier.ValueText: SetReader.Factory }, MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax type }) => $"{type.Identifier.ValueText}.{SetReader.Factory}",
        ({ Identifier.ValueText: SetReader.Factory }, MemberAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: var type } }) => $"{type.Identifier.ValueText}.{SetReader.Factory}",
        _ => name.Identifier.ValueText,
    };

    private static Diagnostic Diagnose(Finding finding, EquatableArray<PlaceModel> places, Compilation compilation)
    {
        var arguments = finding.Arguments.Select(static argument => (object)argument).ToArray();
        return Diagnostic.Create(ArtefactRules.Find(finding.Rule), Locate(finding, places, compilation), arguments);
    }

    private static Location Locate(Finding finding, EquatableArray<PlaceModel> places, Compilation compilation)
    {
        if (finding.Path is not null)
        {
            var at = new LinePosition(finding.Line - 1, finding.Column - 1);
            return Location.Create(finding.Path, default, new LinePositionSpan(at, at));
        }

        if (places.FirstOrDefault(place => place.Id == finding.MethodId) is not { } place)
            return Location.None;
        return compilation.SyntaxTrees.FirstOrDefault(tree => tree.FilePath == place.Path && place.Span.End <= tree.Length) is { } tree
            ? Location.Create(tree, place.Span)
            : Location.Create(place.Path, place.Span, place.Lines);
    }
}
