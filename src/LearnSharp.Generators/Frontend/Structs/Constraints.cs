using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace LearnSharp.Generators.Frontend;

/// <summary>The constraints of type parameters, as C# writes them.</summary>
internal static class Constraints
{
    /// <summary>The clauses behind the declaration of a type with the same parameters; empty for none.</summary>
    public static string Of(INamedTypeSymbol type) => string.Join(" ", type.TypeParameters.Select(Clause).Where(static clause => clause.Length > 0));

    private static string Clause(ITypeParameterSymbol parameter)
    {
        var parts = new List<string>();
        if (parameter.HasUnmanagedTypeConstraint)
            parts.Add("unmanaged");
        else if (parameter.HasValueTypeConstraint)
            parts.Add("struct");
        else if (parameter.HasReferenceTypeConstraint)
            parts.Add(parameter.ReferenceTypeConstraintNullableAnnotation == NullableAnnotation.Annotated ? "class?" : "class");
        else if (parameter.HasNotNullConstraint)
            parts.Add("notnull");
        parts.AddRange(parameter.ConstraintTypes.Select(MethodIds.QualifiedName));
        if (parameter.HasConstructorConstraint)
            parts.Add("new()");
        return parts.Count == 0 ? "" : $"where {parameter.Name} : {string.Join(", ", parts)}";
    }
}
