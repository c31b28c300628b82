using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LearnSharp.Generators.Frontend;

/// <summary>The fields behind properties: the compiler makes one where an accessor has no code, and where code says <c>field</c>.</summary>
internal static class BackingFields
{
    /// <summary>The field behind a property that is nothing but the field; null where code runs.</summary>
    public static IFieldSymbol? Of(IPropertySymbol property) => HasCode(property.GetMethod) || HasCode(property.SetMethod) ? null : Behind(property);

    /// <summary>The field that an accessor reads or writes, where it does nothing else.</summary>
    public static IFieldSymbol? Of(IPropertySymbol property, IMethodSymbol? accessor) => HasCode(accessor) ? null : Behind(property);

    private static IFieldSymbol? Behind(IPropertySymbol property) => property.IsIndexer
        ? null
        : property.ContainingType.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));

    private static bool HasCode(IMethodSymbol? accessor) => accessor?.DeclaringSyntaxReferences.Any(static reference =>
        reference.GetSyntax() is ArrowExpressionClauseSyntax or AccessorDeclarationSyntax { Body: not null } or AccessorDeclarationSyntax { ExpressionBody: not null }) == true;
}
