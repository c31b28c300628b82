using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

/// <summary>Finds the bodies of methods in a compilation.</summary>
internal static class MethodBodies
{
    // Bodies of one compilation are asked for again and again, by every method that calls them: binding them is what takes long.
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<SyntaxNode, IOperation?>> Bound = new();

    /// <summary>Whether a method has a body in the source of a compilation.</summary>
    public static bool HasSource(IMethodSymbol method, Compilation compilation, CancellationToken cancellation) =>
        FindSyntax(method, cancellation) is { } syntax && compilation.ContainsSyntaxTree(syntax.SyntaxTree);

    /// <summary>The block of a method, accessor, operator or local function with source, or null.</summary>
    public static IOperation? Find(IMethodSymbol method, Compilation compilation, CancellationToken cancellation)
    {
        if (FindSyntax(method, cancellation) is not { } syntax || !compilation.ContainsSyntaxTree(syntax.SyntaxTree))
            return null;
        var operations = Bound.GetValue(compilation, static _ => new());
        if (!operations.TryGetValue(syntax, out var operation))
            operation = operations.GetOrAdd(syntax, compilation.GetSemanticModel(syntax.SyntaxTree).GetOperation(syntax, cancellation));
        return operation switch
        {
            IMethodBodyOperation body => body.BlockBody ?? body.ExpressionBody,
            ILocalFunctionOperation local => local.Body,
            IBlockOperation block => block,
            _ => null,
        };
    }

    /// <summary>The ids of the type that declares a method and of those around it, innermost first.</summary>
    public static EquatableArray<string> ContainingTypes(IMethodSymbol method)
    {
        var result = new List<string>();
        for (var type = method.ContainingType; type is not null; type = type.ContainingType)
            result.Add(MethodIds.Of(type));
        return result.ToEquatableArray();
    }

    private static SyntaxNode? FindSyntax(IMethodSymbol method, CancellationToken cancellation)
    {
        var implementation = method.PartialImplementationPart ?? method;
        foreach (var reference in implementation.DeclaringSyntaxReferences)
        {
            var syntax = reference.GetSyntax(cancellation);
            var hasBody = syntax switch
            {
                BaseMethodDeclarationSyntax s => s.Body is not null || s.ExpressionBody is not null,
                AccessorDeclarationSyntax s => s.Body is not null || s.ExpressionBody is not null,
                LocalFunctionStatementSyntax s => s.Body is not null || s.ExpressionBody is not null,
                ArrowExpressionClauseSyntax => true,
                _ => false,
            };
            if (hasBody)
                return syntax;
        }

        return null;
    }
}
