using System;
using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

// Generic code is translated in place of each call, where its type parameters are known.
internal sealed partial class BodyTranslator
{
    /// <summary>Whether a method, a type around it or a method around it has type parameters.</summary>
    private static bool IsGeneric(IMethodSymbol method)
    {
        for (ISymbol? symbol = method; symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingSymbol)
        {
            if (symbol is IMethodSymbol { IsGenericMethod: true } or INamedTypeSymbol { IsGenericType: true })
                return true;
        }

        return false;
    }

    /// <summary>A type with what type parameters stand for in the body that is being translated.</summary>
    private ITypeSymbol Resolve(ITypeSymbol type)
    {
        switch (type)
        {
            case ITypeParameterSymbol parameter:
                return _scope.TypeOf(parameter) ?? type;
            case IArrayTypeSymbol array when Resolve(array.ElementType) is var element && !SymbolEqualityComparer.Default.Equals(element, array.ElementType):
                return _compilation.CreateArrayTypeSymbol(element, array.Rank);
            case INamedTypeSymbol { IsTupleType: true } tuple when tuple.TupleElements.Any(e => IsOpen(e.Type)):
                return _compilation.CreateTupleTypeSymbol(
                    [.. tuple.TupleElements.Select(e => Resolve(e.Type))], [.. tuple.TupleElements.Select(static e => e.IsExplicitlyNamedTupleElement ? e.Name : null)]);
            case INamedTypeSymbol named when IsOpen(named):
            {
                var definition = named.ContainingType is { } around && Resolve(around) is INamedTypeSymbol known && !SymbolEqualityComparer.Default.Equals(around, known)
                    ? known.GetTypeMembers(named.Name, named.Arity).First()
                    : named.ConstructedFrom;
                return named.Arity == 0 ? definition : definition.Construct([.. named.TypeArguments.Select(Resolve)]);
            }

            default:
                return type;
        }
    }

    private static bool IsOpen(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol => true,
        IArrayTypeSymbol array => IsOpen(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(IsOpen) || (named.ContainingType is { } around && IsOpen(around)),
        _ => false,
    };

    /// <summary>A method with what type parameters stand for in the body that is being translated.</summary>
    private IMethodSymbol Resolve(IMethodSymbol method)
    {
        if (method.MethodKind == MethodKind.AnonymousFunction)
            return method;
        var found = method;
        if (method.MethodKind != MethodKind.LocalFunction && IsOpen(method.ContainingType))
        {
            var owner = (INamedTypeSymbol)Resolve(method.ContainingType);
            found = owner.GetMembers(method.Name).OfType<IMethodSymbol>().First(member => SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, method.OriginalDefinition));
        }

        return method.IsGenericMethod && (!SymbolEqualityComparer.Default.Equals(found, method) || method.TypeArguments.Any(IsOpen))
            ? found.ConstructedFrom.Construct([.. method.TypeArguments.Select(Resolve)])
            : found;
    }

    /// <summary>The method that a call in generic code comes to: a member of an interface that a type parameter stands for has its implementation.</summary>
    private IMethodSymbol Target(IInvocationOperation invocation)
    {
        var method = Resolve(invocation.TargetMethod);
        return (invocation.ConstrainedToType ?? (invocation.Instance?.Type as ITypeParameterSymbol)) is { } constrained ? Implementation(method, Resolve(constrained)) : method;
    }

    private static T Implementation<T>(T member, ITypeSymbol type)
        where T : class, ISymbol => member.ContainingType.TypeKind == TypeKind.Interface && type is INamedTypeSymbol named
            ? Dispatch(member, named, null)
            : member;

    /// <summary>An operator in generic code: that of the type it is used at; null for one of the language's own.</summary>
    private IMethodSymbol? Target(IMethodSymbol? method, ITypeSymbol? constrained)
    {
        if (method is null)
            return null;
        if (constrained is null)
            return Resolve(method);
        var type = Resolve(constrained);
        return MathRules.Scalar(type) is not null ? null : Implementation(Resolve(method), type);
    }

    /// <summary>A static member of a number type that generic code names: <c>T.Zero</c>, <c>T.Pi</c>.</summary>
    private Constant? NumberConstant(IPropertyReferenceOperation reference)
    {
        if (reference.ConstrainedToType is not { } constrained || MathRules.Scalar(Resolve(constrained)) is not { } type || type == ScalarType.Bool)
            return null;
        double? value = reference.Property.Name switch
        {
            "Zero" or "AdditiveIdentity" => 0,
            "One" or "MultiplicativeIdentity" => 1,
            "NegativeOne" => -1,
            "E" => Math.E,
            "Pi" => Math.PI,
            "Tau" => 2 * Math.PI,
            "NaN" => double.NaN,
            "PositiveInfinity" => double.PositiveInfinity,
            "NegativeInfinity" => double.NegativeInfinity,
            "NegativeZero" => -0.0,
            "Epsilon" => type == ScalarType.Float ? float.Epsilon : double.Epsilon,
            "MaxValue" when type.IsFloating => type == ScalarType.Float ? float.MaxValue : double.MaxValue,
            "MinValue" when type.IsFloating => type == ScalarType.Float ? float.MinValue : double.MinValue,
            _ => null,
        };
        return value is not { } known ? null : type switch
        {
            { Kind: ScalarKind.Int } => Constant.Of((int)known),
            { Kind: ScalarKind.Long } => Constant.Of((long)known),
            { Kind: ScalarKind.Float } => Constant.Of((float)known),
            _ => Constant.Of(known),
        };
    }

    /// <summary><c>T.CreateChecked(x)</c> and the like between numbers: a conversion.</summary>
    private Expression? NumberConversion(IInvocationOperation invocation)
    {
        if (invocation is not { TargetMethod: { IsStatic: true, Name: "CreateChecked" or "CreateSaturating" or "CreateTruncating" } method, Arguments.Length: 1 })
            return null;
        var target = MathRules.Scalar(Resolve(invocation.ConstrainedToType ?? method.ContainingType));
        var source = MathRules.Scalar(Resolve(method.Parameters[0].Type));
        if (target is null || source is null || target == ScalarType.Bool || source == ScalarType.Bool)
            return null;
        if (method.Name != "CreateChecked" && target.IsInteger && source != target)
            throw Unsupported(invocation, $"'{method.Name}' to '{target}'", "use CreateChecked, or a cast in code that is not generic");
        var value = Value(invocation.Arguments[0].Value);
        if (source == target)
            return value;
        if (target.IsInteger)
            WarnLost(invocation, value, $"it is converted to '{target}'");
        return new Ir.Convert(target, value, target.IsInteger) { Origin = Origins.Of(invocation.Syntax) };
    }
}
