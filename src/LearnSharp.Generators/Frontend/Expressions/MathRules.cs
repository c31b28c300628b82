using System;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;

namespace LearnSharp.Generators.Frontend;

/// <summary>Finds the <see cref="MathFunction"/> that a library method is: members of Math and MathF, and those of double and float that are the same.</summary>
internal static class MathRules
{
    /// <summary>The function that <paramref name="method"/> is, with its overload; false for any other method.</summary>
    public static bool TryMap(IMethodSymbol method, out MathFunction function, out ScalarType overload)
    {
        function = default;
        overload = ScalarType.Double;
        if (!method.IsStatic || method.Parameters.Length == 0 || method.IsGenericMethod || !IsMathType(method.ContainingType))
            return false;
        if (!Enum.TryParse(Name(method), out function) || Scalar(method.Parameters[0].Type) is not { } first)
            return false;
        overload = first;
        if (function.Arity() != method.Parameters.Length || (overload.IsInteger && !function.HasIntegerOverloads()))
            return false;
        for (var i = 0; i < method.Parameters.Length; i++)
        {
            if (Scalar(method.Parameters[i].Type) != function.ArgumentType(overload, i))
                return false;
        }

        return true;
    }

    /// <summary>The IR's scalar type of a C# primitive, or null.</summary>
    public static ScalarType? Scalar(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Boolean => ScalarType.Bool,
        SpecialType.System_Int32 => ScalarType.Int,
        SpecialType.System_Int64 => ScalarType.Long,
        SpecialType.System_Single => ScalarType.Float,
        SpecialType.System_Double => ScalarType.Double,
        _ => null,
    };

    private static string Name(IMethodSymbol method) => (method.Name, method.Parameters.Length) switch
    {
        ("Log", 2) => nameof(MathFunction.LogBase),
        ("Round", 2) => nameof(MathFunction.RoundTo),
        _ => method.Name,
    };

    /// <summary>Whether a type is Math, MathF, double or float.</summary>
    public static bool IsMathType(INamedTypeSymbol type) =>
        type.SpecialType is SpecialType.System_Double or SpecialType.System_Single
        || (type.Name is "Math" or "MathF" && type.ContainingType is null && type.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true });
}
