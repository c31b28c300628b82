using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LearnSharp.Generators.Frontend;

/// <summary>Looks at names in the text of types, before anything is bound.</summary>
internal static class Names
{
    /// <summary>Whether anything called like a parameter is assigned, stepped or passed by reference somewhere in a type; a struct may also change itself.</summary>
    public static bool AreWritten(INamedTypeSymbol type, IParameterSymbol parameter, CancellationToken cancellation)
    {
        var isStruct = !parameter.Type.IsReferenceType;
        return type.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(cancellation).DescendantNodes().OfType<IdentifierNameSyntax>()
            .Any(node => node.Identifier.ValueText == parameter.Name && (IsWritten(node) || (isStruct && IsCalled(node)))));
    }

    private static bool IsCalled(SyntaxNode node) =>
        node.Parent is MemberAccessExpressionSyntax access && access.Expression == node && (access.Parent is InvocationExpressionSyntax || IsCalled(access));

    private static bool IsWritten(SyntaxNode node) => node.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == node,
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } => true,
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression } => true,
        ArgumentSyntax { RefKindKeyword.RawKind: not 0 } => true,
        ArgumentSyntax { Parent: TupleExpressionSyntax } => true,
        RefExpressionSyntax => true,
        MemberAccessExpressionSyntax access => access.Expression == node && IsWritten(access),
        _ => false,
    };
}
