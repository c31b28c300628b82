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

    /// <summary>Whether the code of a class may use a parameter of its primary constructor after the object is made.</summary>
    public static bool AreCaptured(INamedTypeSymbol type, IParameterSymbol parameter, CancellationToken cancellation) =>
        type.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(cancellation).DescendantNodes().OfType<IdentifierNameSyntax>()
            .Any(node => node.Identifier.ValueText == parameter.Name && !IsInitial(node)));

    // Initializers of members and the arguments of the base class are computed while the object is made.
    private static bool IsInitial(SyntaxNode node)
    {
        for (var current = node.Parent; current is not null and not TypeDeclarationSyntax; current = current.Parent)
        {
            if (current is EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax or VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } })
                return !node.Ancestors().TakeWhile(ancestor => ancestor != current).Any(static ancestor => ancestor is AnonymousFunctionExpressionSyntax);
            if (current is BaseListSyntax or ParameterListSyntax { Parent: TypeDeclarationSyntax })
                return true;
        }

        return false;
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
