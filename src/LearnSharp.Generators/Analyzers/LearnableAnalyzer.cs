using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using LearnSharp.Generators.Diagnostics;
using LearnSharp.Generators.Frontend;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
        Rules.NotDifferentiable, Rules.DerivativeSignature,
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
            start.RegisterSymbolAction(Type, SymbolKind.NamedType);
            start.RegisterSyntaxNodeAction(Function, SyntaxKind.LocalFunctionStatement, SyntaxKind.ParenthesizedLambdaExpression);
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
        HandWrittenRules.Check(method, context.Compilation, Report);
        LearnableShape.Target(method, Report);
        if (LearnableShape.NameOf(method) is null || !LearnableShape.Check(method, Report))
            return;
        frontend.Translate(method, Say, context.CancellationToken);
    }

    // Functions inside of methods are no symbols of a type.
    private static void Function(SyntaxNodeAnalysisContext context)
    {
        var (attributes, where) = context.Node switch
        {
            LocalFunctionStatementSyntax local => (local.AttributeLists, local.Identifier.GetLocation()),
            ParenthesizedLambdaExpressionSyntax lambda => (lambda.AttributeLists, lambda.ArrowToken.GetLocation()),
            _ => default,
        };
        if (attributes.Count == 0)
            return;
        var symbol = context.SemanticModel.GetDeclaredSymbol(context.Node, context.CancellationToken) ?? context.SemanticModel.GetSymbolInfo(context.Node, context.CancellationToken).Symbol;
        if (symbol is IMethodSymbol method && LearnableShape.NameOf(method) is not null && LearnableShape.KindProblem(method) is { } problem)
            context.ReportDiagnostic(Diagnostic.Create(Rules.UnsupportedMethod, where, method.Name.Length > 0 ? method.Name : "=>", problem));
    }

    /// <summary>The weight set of a type; a type that is learnable without one has nothing to learn.</summary>
    private static void Type(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        void Report(DiagnosticDescriptor rule, Location where, params object[] arguments) => context.ReportDiagnostic(Diagnostic.Create(rule, where, arguments));

        if (TypeSets.Members(type).Any())
        {
            var member = TypeSets.Members(type).First();
            for (var current = type; current is not null; current = current.ContainingType)
            {
                if (current.IsGenericType)
                    Report(Rules.WeightOrChoiceTarget, member.Locations[0], member.Name, TypeSets.Kind(member), $"its type '{current.Name}' is generic; move it into a type that is not");
                else if (!LearnableShape.IsPartial(current))
                    Report(Rules.ContainingTypeNotPartial, current.Locations[0], member.Name, current.Name);
            }

            TypeSets.Read(type, context.Compilation, new TypeMapper(), Report, context.CancellationToken);
        }
        else if (LearnableShape.Attribute(type, KnownNames.Learnable) is not null)
            Report(Rules.UnsupportedMethod, type.Locations[0], type.Name, "no field or property of it is a weight or choice; mark one [Weight] or [Choice], and [Learnable] the methods to train");
    }
}
