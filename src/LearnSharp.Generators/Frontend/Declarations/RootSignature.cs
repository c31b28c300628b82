using System.Collections.Generic;
using System.Linq;
using LearnSharp.Generators.Emission;
using Microsoft.CodeAnalysis;

namespace LearnSharp.Generators.Frontend;

/// <summary>
/// What a learnable method takes and gives as a program. A parameter by <c>out</c> is a result, and one by <c>ref</c> both: the method counts as one that takes the others by value and returns
/// a tuple of its own result (<c>Value</c>) and of theirs, under their names in PascalCase; or the only one of them itself.
/// </summary>
internal static class RootSignature
{
    /// <summary>The parameters that something is handed over in.</summary>
    public static IEnumerable<IParameterSymbol> Inputs(IMethodSymbol method) => method.Parameters.Where(static parameter => parameter.RefKind != RefKind.Out);

    /// <summary>The parameters that the method gives something back through.</summary>
    public static IEnumerable<IParameterSymbol> References(IMethodSymbol method) => method.Parameters.Where(static parameter => parameter.RefKind is RefKind.Ref or RefKind.Out);

    /// <summary>Whether there are such parameters.</summary>
    public static bool HasReferences(IMethodSymbol method) => References(method).Any();

    /// <summary>How many parameters in front of the one at a position hand nothing over.</summary>
    public static int OutsBefore(IMethodSymbol method, int position) => method.Parameters.Take(position).Count(static parameter => parameter.RefKind == RefKind.Out);

    /// <summary>The type of what comes back, as C#; <c>void</c> where nothing does.</summary>
    public static string ResultName(IMethodSymbol method)
    {
        var parts = Results(method);
        return parts.Count switch
        {
            0 => "void",
            1 => parts[0].TypeName,
            _ => $"({string.Join(", ", parts.Select(static part => $"{part.TypeName} {NameScope.Escape(part.Name)}"))})",
        };
    }

    /// <summary>The parts of what comes back: the method's own result first.</summary>
    public static IReadOnlyList<(string Name, ITypeSymbol Type, string TypeName)> Results(IMethodSymbol method)
    {
        var types = References(method).Select(static parameter => parameter.Type).ToList();
        var names = References(method).Select(static parameter => parameter.Name).ToList();
        if (!method.ReturnsVoid)
        {
            types.Insert(0, method.ReturnType);
            names.Insert(0, "Value");
        }

        return [.. MemberNames.Assign(names).Zip(types, static (name, type) => (name, type, MethodIds.QualifiedName(type)))];
    }
}
