using System.Collections.Concurrent;
using System.Collections.Immutable;
using LearnSharp.Generators.Diagnostics;
using LearnSharp.Generators.Frontend;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LearnSharp.Generators.Analyzers;

/// <summary>
/// Reports what keeps learnable methods from being translated, and where derivatives are lost. Runs the generator's own frontend, so that the two never disagree.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LearnableAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        Rules.ContainingTypeNotPartial, Rules.UnsupportedConstruct, Rules.UnsupportedType, Rules.NoDerivative, Rules.ReferenceParameter, Rules.OutsideState,
        Rules.UnsupportedMethod, Rules.DuplicateLearnable, Rules.LearnedTargetUnknown, Rules.LearnedSignature, Rules.WeightOrChoiceTarget, Rules.WeightBounds,
        Rules.WeightAbove, Rules.ChoiceOptions, Rules.MarkerPosition, Rules.CalleeWeights, Rules.LostDerivative, Rules.InaccessibleMember,
        Rules.NotDifferentiable,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(KnownNames.Learnable) is null)
                return;
            var frontend = new MethodFrontend(start.Compilation);

            // A method that two learnable ones call is translated once, and what it has to say is said once.
            var said = new ConcurrentDictionary<Diagnostic, bool>();
            start.RegisterSymbolAction(symbol => Method((IMethodSymbol)symbol.Symbol, frontend, said, symbol), SymbolKind.Method);
            start.RegisterSymbolAction(static symbol => Member(symbol), SymbolKind.NamedType, SymbolKind.Field, SymbolKind.Property);
        });
    }

    private static void Method(IMethodSymbol method, MethodFrontend frontend, ConcurrentDictionary<Diagnostic, bool> said, SymbolAnalysisContext context)
    {
        void Say(Diagnostic diagnostic)
        {
            if (said.TryAdd(diagnostic, true))
                context.ReportDiagnostic(diagnostic);
        }

        void Report(DiagnosticDescriptor rule, Location where, params object[] arguments) => Say(Diagnostic.Create(rule, where, arguments));

        // The generator's half of a partial method says nothing new.
        if (method.PartialDefinitionPart is not null)
            return;
        LearnableShape.Target(method, Report);
        if (LearnableShape.NameOf(method) is null || !LearnableShape.Check(method, Report))
            return;
        frontend.Translate(method, Say, context.CancellationToken);
    }

    /// <summary>Weights of types are declared, but not learned yet: saying so is better than leaving them out.</summary>
    private static void Member(SymbolAnalysisContext context)
    {
        var symbol = context.Symbol;
        if (symbol is INamedTypeSymbol)
        {
            if (LearnableShape.Attribute(symbol, KnownNames.Learnable) is not null)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Rules.UnsupportedMethod, symbol.Locations[0], symbol.Name, "weights of types are not learned yet; mark a static method, and make the weights its parameters"));
            }

            return;
        }

        var kind = LearnableShape.Attribute(symbol, KnownNames.Weight) is not null ? "weight"
            : LearnableShape.Attribute(symbol, KnownNames.Choice) is not null ? "choice" : null;
        if (kind is null || symbol.IsImplicitlyDeclared)
            return;
        context.ReportDiagnostic(Diagnostic.Create(
            Rules.WeightOrChoiceTarget, symbol.Locations[0], symbol.Name, kind, "fields and properties are not learned yet; make it an optional parameter of a learnable method"));
    }
}
