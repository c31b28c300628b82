using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

// What a method takes by read-only reference, its own struct among it, is read where it stands: when the method overwrites it on the way, through an array or span that it is handed as well, it sees
// that. Everything else might as well be a copy.
internal sealed partial class BodyTranslator
{
    private readonly Dictionary<IMethodSymbol, bool> _storing = new(SymbolEqualityComparer.Default);

    /// <summary>Whether a callee reads elements in their place that it may overwrite.</summary>
    private bool ReadsWhatItStores(IInvocationOperation invocation, IMethodSymbol method) =>
        (invocation.Arguments.Any(argument => argument.Parameter!.RefKind is RefKind.In or RefKind.RefReadOnlyParameter && IsElement(argument.Value))
            || (method is { IsStatic: false, ContainingType.TypeKind: TypeKind.Struct } && invocation.Instance is { } instance && IsElement(instance)))
        && StoresElements(method);

    private bool IsElement(IOperation operation) => operation switch
    {
        IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation => true,
        IPropertyReferenceOperation { Property.RefKind: not RefKind.None } or IInvocationOperation { TargetMethod.RefKind: not RefKind.None } => true,
        IFieldReferenceOperation { Field.IsStatic: false, Instance: { } instance } => IsElement(instance),
        ILocalReferenceOperation { Local: var local } => _scope.Find(local) is PlaceBinding { Place: not LocalPlace },
        IParameterReferenceOperation { Parameter: var parameter } => _scope.Find(parameter) is PlaceBinding { Place: not LocalPlace },
        IParenthesizedOperation parenthesized => IsElement(parenthesized.Operand),
        IConditionalOperation { IsRef: true } => true,
        _ => false,
    };

    /// <summary>Whether a method may store to elements of an array or span that it is handed.</summary>
    private bool StoresElements(IMethodSymbol method)
    {
        if (!method.Parameters.Any(static parameter => IsArrayOrSpan(parameter.Type)))
            return false;
        var declared = method.OriginalDefinition;
        if (!_storing.TryGetValue(declared, out var known))
        {
            known = MethodBodies.Find(method, _compilation, _cancellation) is { } body
                && body.Descendants().Any(operation => (Changed(operation) is { } target && !IsOwnStorage(target)) || operation is IArgumentOperation { Value.Type: { } type } && IsArrayOrSpan(type));
            _storing[declared] = known;
        }

        return known;
    }

    private static bool IsOwnStorage(IOperation target) => target switch
    {
        ILocalReferenceOperation { Local.RefKind: RefKind.None } or IParameterReferenceOperation => true,
        IFieldReferenceOperation { Instance: { Type.IsValueType: true } instance } => IsOwnStorage(instance),
        ITupleOperation tuple => tuple.Elements.All(IsOwnStorage),
        IDeclarationExpressionOperation or IDiscardOperation => true,
        _ => false,
    };

    private static bool IsArrayOrSpan(ITypeSymbol type) => type is IArrayTypeSymbol || IsSpanType(type);
}
