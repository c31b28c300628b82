using Microsoft.CodeAnalysis;

namespace LearnSharp.Generators.Frontend;

/// <summary>Names of methods and types that stay the same across edits of bodies.</summary>
internal static class MethodIds
{
    private static readonly SymbolDisplayFormat Plain = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        memberOptions: SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeContainingType,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeParamsRefOut,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    private static readonly SymbolDisplayFormat Qualified = SymbolDisplayFormat.FullyQualifiedFormat.WithMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.UseSpecialTypes
        | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
        | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>The id of a method's function: <c>Shop.Pricing.Price(double, double)</c>; accessors and operators by their metadata names.</summary>
    public static string Of(IMethodSymbol method)
    {
        var text = method.MethodKind == MethodKind.LocalFunction
            ? $"{Of((IMethodSymbol)method.ContainingSymbol)}.{method.Name}@{method.Locations[0].SourceSpan.Start - method.ContainingSymbol.Locations[0].SourceSpan.Start}"
            : method.MethodKind == MethodKind.Ordinary
                ? method.ToDisplayString(Plain)
                : $"{Of(method.ContainingType)}.{method.Name}({string.Join(", ", System.Linq.Enumerable.Select(method.Parameters, static p => p.Type.ToDisplayString(Plain)))})";
        return method.MethodKind == MethodKind.Conversion ? $"{text}:{method.ReturnType.ToDisplayString(Plain)}" : text;
    }

    /// <summary>The id of a type: <c>Shop.Pricing</c>.</summary>
    public static string Of(INamedTypeSymbol type) => type.ToDisplayString(Plain);

    /// <summary>A type as generated code names it: <c>global::Shop.Pricing</c>, with its nullable annotation.</summary>
    public static string QualifiedName(ITypeSymbol type) => type.ToDisplayString(Qualified);
}
