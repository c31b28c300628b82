using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

internal sealed partial class BodyTranslator
{
    private readonly Dictionary<IMethodSymbol, bool> _changers = new(SymbolEqualityComparer.Default);
    private readonly HashSet<IMethodSymbol> _searched = new(SymbolEqualityComparer.Default);

    /// <summary>Whether a method with source changes the struct it is called on.</summary>
    private bool ChangesReceiver(IMethodSymbol method)
    {
        if (method.IsStatic || method.MethodKind == MethodKind.LocalFunction || method.IsReadOnly || method.ContainingType is not { TypeKind: TypeKind.Struct, IsReadOnly: false })
            return false;
        var declared = method.OriginalDefinition;
        if (_changers.TryGetValue(declared, out var known))
            return known;

        // A method that calls itself changes what the rest of it changes. While one is searched that is only half known, so that a no is not remembered.
        if (!_searched.Add(declared))
            return false;
        var changes = MethodBodies.HasSource(method, _compilation, _cancellation)
            && MethodBodies.Find(method, _compilation, _cancellation) is { } body
            && body.Descendants().Any(operation => Changed(operation) is { } target && ReachesReceiver(target));
        _searched.Remove(declared);
        if (changes || _searched.Count == 0)
            _changers[declared] = changes;
        return changes;
    }

    /// <summary>What an operation changes, or null.</summary>
    private IOperation? Changed(IOperation operation) => operation switch
    {
        IAssignmentOperation assignment => assignment.Target,
        IIncrementOrDecrementOperation step => step.Target,
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => argument.Value,
        IVariableDeclaratorOperation { Symbol.RefKind: RefKind.Ref } declarator => declarator.GetVariableInitializer()?.Value,
        IInvocationOperation { Instance: { } instance } invocation when instance.Type is ITypeParameterSymbol || ChangesReceiver(invocation.TargetMethod) => instance,
        _ => null,
    };

    private static bool ReachesReceiver(IOperation target) => target switch
    {
        IInstanceReferenceOperation => true,
        IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType.IsValueType: true } } => true,
        IFieldReferenceOperation { Instance: { Type.IsValueType: true } instance } => ReachesReceiver(instance),
        IPropertyReferenceOperation { Instance: { Type.IsValueType: true } owner } => ReachesReceiver(owner),
        ITupleOperation tuple => tuple.Elements.Any(ReachesReceiver),
        IParenthesizedOperation parenthesized => ReachesReceiver(parenthesized.Operand),
        _ => false,
    };
}
