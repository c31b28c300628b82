using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LearnSharp.Generators.Frontend;

/// <summary>Looks at names in the text of types, before anything is bound.</summary>
internal static class Names
{
    /// <summary>Whether anything called <paramref name="name"/> is assigned, stepped or passed by reference somewhere in a type.</summary>
    public static bool AreWritten(INamedTypeSymbol type, string name, CancellationToken cancellation) =>
        type.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(cancellation).DescendantNodes().OfType<IdentifierNameSyntax>().Any(node => node.Identifier.ValueText == name && IsWritten(node)));

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
