using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

/// <summary>
/// Whether a method with source only reads the elements of an array that it takes: it neither writes to them nor lets the array out of its hands. What is not known to be a read counts as
/// more than one.
/// </summary>
internal sealed class ReadArrays
{
    private readonly Compilation _compilation;
    private readonly CancellationToken _cancellation;
    private readonly HashSet<IMethodSymbol> _methods;
    private readonly HashSet<ISymbol> _asked = new(SymbolEqualityComparer.Default);

    private ReadArrays(Compilation compilation, HashSet<IMethodSymbol> methods, CancellationToken cancellation) =>
        (_compilation, _methods, _cancellation) = (compilation, methods, cancellation);

    /// <summary>Whether <paramref name="parameter"/>, an array of numbers, is only read by its method.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="compilation">What the method stands in.</param>
    /// <param name="methods">Receives the methods whose bodies were looked at: the answer holds as long as they stay what they are.</param>
    /// <param name="cancellation">Ends the search.</param>
    public static bool IsOnlyRead(IParameterSymbol parameter, Compilation compilation, HashSet<IMethodSymbol> methods, CancellationToken cancellation) =>
        new ReadArrays(compilation, methods, cancellation).IsOnlyRead(parameter);

    private bool IsOnlyRead(IParameterSymbol parameter)
    {
        if (parameter is not { RefKind: RefKind.None, Type: IArrayTypeSymbol { Rank: 1, ElementType: not IArrayTypeSymbol }, ContainingSymbol: IMethodSymbol { IsVirtual: false, IsAbstract: false, IsOverride: false } method })
            return false;

        // A method that hands the array to itself is asked once.
        if (!_asked.Add(parameter))
            return true;
        _methods.Add(method.OriginalDefinition);
        return MethodBodies.Find(method.OriginalDefinition, _compilation, _cancellation) is { } body
            && body.DescendantsAndSelf().OfType<IParameterReferenceOperation>()
                .Where(read => SymbolEqualityComparer.Default.Equals(read.Parameter, parameter.OriginalDefinition))
                .All(IsRead);
    }

    private bool IsRead(IParameterReferenceOperation array) => array.Parent switch
    {
        IArrayElementReferenceOperation element => element.ArrayReference == array && element.Indices.All(static index => index.Type?.SpecialType == SpecialType.System_Int32) && IsValue(element),
        IPropertyReferenceOperation { Property: { Name: "Length", ContainingType.SpecialType: SpecialType.System_Array } } or INameOfOperation => true,
        IConversionOperation { Parent: IForEachLoopOperation } => true,
        IConversionOperation { Type: INamedTypeSymbol { Name: "ReadOnlySpan", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } } => true,
        IArgumentOperation { Parameter: { } parameter } => IsOnlyRead(parameter),
        IBinaryOperation { OperatorMethod: null } or IConversionOperation { Parent: IBinaryOperation { OperatorMethod: null } } => true,
        IIsPatternOperation { Pattern: IConstantPatternOperation or INegatedPatternOperation { Pattern: IConstantPatternOperation } } => true,
        _ => false,
    };

    private static bool IsValue(IArrayElementReferenceOperation element) => element.Parent switch
    {
        IBinaryOperation or IUnaryOperation or IConversionOperation or IArrayElementReferenceOperation or IConditionalOperation { IsRef: false } or IInterpolationOperation => true,
        ISimpleAssignmentOperation { IsRef: false } assignment => assignment.Value == element,
        ICompoundAssignmentOperation assignment => assignment.Value == element,
        IArgumentOperation { Parameter.RefKind: RefKind.None } => true,
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.RefKind: RefKind.None } } => true,
        IReturnOperation { SemanticModel: { } model } done => model.GetEnclosingSymbol(done.Syntax.SpanStart) is IMethodSymbol { ReturnsByRef: false, ReturnsByRefReadonly: false },
        _ => false,
    };
}
