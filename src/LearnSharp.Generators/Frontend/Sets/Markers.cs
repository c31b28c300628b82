using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

/// <summary>Finds the calls of <c>Learn</c> that declare weights and choices.</summary>
internal static class Markers
{
    /// <summary>Whether a method is one of the markers that declare something.</summary>
    public static bool Is(IMethodSymbol method) => method.Name is not ("Detach" or "FixedPoint") && IsOfLearn(method);

    /// <summary>Whether a method takes the derivative off a value.</summary>
    public static bool IsDetach(IMethodSymbol method) => method.Name == "Detach" && IsOfLearn(method);

    /// <summary>Whether a method solves x = step(x).</summary>
    public static bool IsFixedPoint(IMethodSymbol method) => method.Name == "FixedPoint" && IsOfLearn(method);

    private static bool IsOfLearn(IMethodSymbol method) => method.ContainingType?.ToDisplayString() == KnownNames.Learn;

    /// <summary>The marker that an initializer consists of, or null.</summary>
    public static IInvocationOperation? Find(IOperation initializer)
    {
        while (initializer is IParenthesizedOperation or IConversionOperation { IsImplicit: true })
            initializer = initializer is IParenthesizedOperation parenthesized ? parenthesized.Operand : ((IConversionOperation)initializer).Operand;
        return initializer is IInvocationOperation invocation && Is(invocation.TargetMethod) ? invocation : null;
    }

    /// <summary>The elements of an array that is written out, or null.</summary>
    public static IReadOnlyList<IOperation>? Elements(IOperation array)
    {
        while (array is IConversionOperation conversion)
            array = conversion.Operand;
        return array switch
        {
            IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
            IArrayCreationOperation { DimensionSizes: [{ ConstantValue: { HasValue: true, Value: 0 } }] } => [],
            ICollectionExpressionOperation collection => collection.Elements.Any(static e => e is ISpreadOperation) ? null : collection.Elements,
            _ => null,
        };
    }
}
