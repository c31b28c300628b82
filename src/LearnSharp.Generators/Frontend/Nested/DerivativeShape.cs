using System.Linq;
using LearnSharp.Generators.Emission;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;

namespace LearnSharp.Generators.Frontend;

/// <summary>What the generated derivatives of a learnable static method take and give, as far as its signature says.</summary>
/// <param name="Method">The method.</param>
/// <param name="Types">The types of its parameters.</param>
/// <param name="Independent">Per parameter, whether there is a derivative by it.</param>
/// <param name="Result">The type of its result.</param>
internal sealed record DerivativeShape(IMethodSymbol Method, EquatableArray<IrType> Types, EquatableArray<bool> Independent, IrType Result)
{
    /// <summary>Whether the program has <c>Gradient</c>.</summary>
    public bool HasGradient => Result is ScalarType { IsFloating: true };

    /// <summary>The shape for a method; null where it has no derivatives that other methods can call.</summary>
    public static DerivativeShape? Of(IMethodSymbol method, TypeMapper types)
    {
        if (LearnableShape.NameOf(method) is null || !MethodFrontend.HasGradients(method) || !method.IsStatic || method.IsGenericMethod || method.ReturnsVoid
            || method.Parameters.Any(static parameter => parameter.RefKind is not (RefKind.None or RefKind.In) || parameter.Type is IArrayTypeSymbol { IsSZArray: false }))
        {
            return null;
        }

        var mapped = method.Parameters.Select(parameter => types.Map(parameter.Type, out _)).ToList();
        if (mapped.Contains(null) || method.Parameters.Any(parameter => mapped[parameter.Ordinal] is ArrayType && parameter.Type is not IArrayTypeSymbol and not { IsRefLikeType: true }) || types.Map(method.ReturnType, out _) is not { IsDifferentiable: true } result)
            return null;
        var independent = method.Parameters
            .Select(parameter => mapped[parameter.Ordinal]!.IsDifferentiable && !Leaf.HoldsNumbers(mapped[parameter.Ordinal]!) && LearnableShape.Attribute(parameter, KnownNames.NonDifferentiable) is null).ToEquatableArray();
        return independent.Contains(true) ? new(method, mapped.Select(static type => type!).ToEquatableArray(), independent, result) : null;
    }

    /// <summary>The learnable method that a generated program belongs to, or null.</summary>
    public static IMethodSymbol? MethodOf(INamedTypeSymbol program) => program.ContainingType?.GetMembers().OfType<IMethodSymbol>()
        .FirstOrDefault(method => method.PartialDefinitionPart is null && LearnableShape.NameOf(method) is { } name && name + "Program" == program.Name);

    /// <summary>The type of the buffer that derivatives by an array are added to.</summary>
    public static ArrayType Buffer(ArrayType type) => type.Kind == ArrayKind.Array ? type : type with { Kind = ArrayKind.Span };
}
