using System.Collections.Generic;
using System.Linq;
using LearnSharp.Generators.Diagnostics;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;

namespace LearnSharp.Generators.Frontend;

internal sealed partial class BodyTranslator
{
    /// <summary>Methods that only take data, and whether C# runs them as they are.</summary>
    private readonly Dictionary<IMethodSymbol, bool> _leftToCSharp = new(SymbolEqualityComparer.Default);

    /// <summary>Methods whose bodies are being looked at, here and in the translations that this one is part of.</summary>
    private readonly HashSet<IMethodSymbol> _examined = new(SymbolEqualityComparer.Default);

    /// <summary>
    /// Whether a method with source is called as it is: it only takes values that carry no derivative, and its body uses something that is not translated. What it
    /// gives is data then, as from any code without source.
    /// </summary>
    private bool IsLeftToCSharp(IMethodSymbol method)
    {
        var declared = method.OriginalDefinition;
        if (_leftToCSharp.TryGetValue(declared, out var known))
            return known;
        if (!OnlyTakesData(method) || !MethodBodies.HasSource(method, _compilation, _cancellation) || !_examined.Add(declared))
            return false;

        // Which of the two it is depends on its text, whatever comes out.
        _inlined.Add(declared);
        var attempt = Settle(
            plan =>
            {
                var translator = new BodyTranslator(_compilation, declared, plan, _cancellation);
                translator._examined.UnionWith(_examined);
                return translator;
            },
            static translator => translator.Run());

        // State outside the method is no reason: it is refused wherever it is met.
        var isLeft = attempt._failed && attempt._diagnostics.All(static found => found.Id != Rules.OutsideState.Id);
        _inlined.UnionWith(attempt._inlined);
        _examined.Remove(declared);
        return _leftToCSharp[declared] = isLeft;
    }

    private bool OnlyTakesData(IMethodSymbol method) =>
        method is { IsStatic: true, MethodKind: MethodKind.Ordinary, IsGenericMethod: false, ReturnsVoid: false, ContainingType.IsGenericType: false }
        && method.GetAttributes().IsEmpty
        && method.Parameters.All(parameter => parameter.RefKind == RefKind.None && !Declarations.IsLearned(parameter)
            && _types.Map(parameter.Type, out _) is { IsDifferentiable: false } and not ArrayType)
        && _types.Map(method.ReturnType, out _) is ScalarType or EnumType or OpaqueType;
}
