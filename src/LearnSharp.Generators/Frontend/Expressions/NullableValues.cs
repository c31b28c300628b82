using LearnSharp.Ir;
using Microsoft.CodeAnalysis;

namespace LearnSharp.Generators.Frontend;

/// <summary>
/// How a nullable number or struct is held inside a body: as a tuple of whether there is a value and the value, so that it can carry a derivative. The value is
/// default where there is none. Parameters, results and members keep C#'s own type, which is passive.
/// </summary>
internal static class NullableValues
{
    /// <summary>The type that holds a nullable value of <paramref name="inner"/>.</summary>
    public static StructType Of(IrType inner) =>
        new($"(bool IsSome, {inner.CSharpName} Some)", StructForm.Tuple, [new("IsSome", ScalarType.Bool), new("Some", inner)]);

    /// <summary>The type inside a nullable one; null for any other type.</summary>
    public static ITypeSymbol? Inner(ITypeSymbol? type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : null;

    /// <summary>Whether a type is one that <see cref="Of"/> made.</summary>
    public static bool IsNullable(this IrType type) => type is StructType { Form: StructForm.Tuple, Fields: [{ Name: "IsSome" }, { Name: "Some" }] };

    /// <summary>A value that is there.</summary>
    public static StructNew Some(StructType type, Expression value) => new(type, [Constant.Of(true), value]);
}
