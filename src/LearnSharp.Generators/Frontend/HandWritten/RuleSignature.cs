using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace LearnSharp.Generators.Frontend;

/// <summary>The signatures that the hand-written derivatives of a method have.</summary>
internal sealed class RuleSignature
{
    private static readonly SymbolDisplayFormat Short = SymbolDisplayFormat.MinimallyQualifiedFormat;

    private readonly IMethodSymbol _method;

    private RuleSignature(IMethodSymbol method) => _method = method;

    /// <summary>The signatures for a method; null with the reason in <paramref name="problem"/> where it cannot have derivatives written by hand.</summary>
    public static RuleSignature? Of(IMethodSymbol method, out string problem)
    {
        problem = !method.IsStatic || method.MethodKind != MethodKind.Ordinary ? $"'{method.Name}' is no static method; write a static one that calls it"
            : method.IsGenericMethod || method.ContainingType.IsGenericType ? $"'{method.Name}' is generic; write a method for a concrete type that calls it"
            : !IsNumber(method.ReturnType) ? $"'{method.Name}' returns '{method.ReturnType.ToDisplayString(Short)}', and only methods that return double or float have derivatives written by hand"
            : method.Parameters.FirstOrDefault(static parameter => parameter.RefKind is not (RefKind.None or RefKind.In)) is { } reference
                ? $"'{method.Name}' passes '{reference.Name}' by reference; write a method without that calls it"
            : !method.Parameters.Any(HasDerivative) ? $"'{method.Name}' has no parameter that is a number or an array of numbers"
            : "";
        return problem.Length == 0 ? new(method) : null;
    }

    /// <summary>Whether there is a derivative by a parameter: a number or an array or span of numbers that is not marked otherwise.</summary>
    public static bool HasDerivative(IParameterSymbol parameter) =>
        LearnableShape.Attribute(parameter, KnownNames.NonDifferentiable) is null && (IsNumber(parameter.Type) || ElementOf(parameter.Type) is not null);

    /// <summary>Whether a method has the signature of the pullback.</summary>
    public bool IsPullback(IMethodSymbol rule)
    {
        var numbers = Numbers().Select(static parameter => parameter.Type).ToList();
        var returned = rule.ReturnType is INamedTypeSymbol { IsTupleType: true } tuple ? tuple.TupleElements.Select(static element => element.Type).ToList()
            : rule.ReturnsVoid ? [] : [rule.ReturnType];
        return Takes(rule, Pullback().Select(static parameter => parameter.Type)) && returned.Select(Name).SequenceEqual(numbers.Select(Name));
    }

    /// <summary>Whether a method has the signature of the pushforward.</summary>
    public bool IsPushforward(IMethodSymbol rule) => Takes(rule, Pushforward().Select(static parameter => parameter.Type)) && Name(rule.ReturnType) == Name(_method.ReturnType);

    /// <summary>Both signatures as C#, under the name of the rule.</summary>
    public string Expected(string name)
    {
        var numbers = Numbers().ToList();
        var returned = numbers.Count switch
        {
            0 => "void",
            1 => Text(numbers[0].Type),
            _ => $"({string.Join(", ", numbers.Select(parameter => $"{Text(parameter.Type)} {Prefixed('d', parameter.Name)}"))})",
        };
        return $"'static {returned} {name}({List(Pullback())})' for the pullback, or 'static {Text(_method.ReturnType)} {name}({List(Pushforward())})' for the pushforward";
    }

    private static string List(IEnumerable<(string Type, string Name)> parameters) => string.Join(", ", parameters.Select(static parameter => $"{parameter.Type} {parameter.Name}"));

    private IEnumerable<IParameterSymbol> Numbers() => _method.Parameters.Where(static parameter => HasDerivative(parameter) && IsNumber(parameter.Type));

    private IEnumerable<(string Type, string Name)> Pullback()
    {
        foreach (var parameter in _method.Parameters)
            yield return (Text(parameter.Type), parameter.Name);
        yield return (Text(_method.ReturnType), "seed");
        foreach (var parameter in _method.Parameters.Where(static parameter => HasDerivative(parameter) && ElementOf(parameter.Type) is not null))
            yield return (parameter.Type is IArrayTypeSymbol ? Text(parameter.Type) : $"Span<{Text(ElementOf(parameter.Type)!)}>", Prefixed('d', parameter.Name));
    }

    private IEnumerable<(string Type, string Name)> Pushforward()
    {
        foreach (var parameter in _method.Parameters)
        {
            yield return (Text(parameter.Type), parameter.Name);
            if (HasDerivative(parameter))
                yield return (Text(parameter.Type), Prefixed('t', parameter.Name));
        }
    }

    private static bool Takes(IMethodSymbol rule, IEnumerable<string> types) =>
        rule.Parameters.All(static parameter => parameter.RefKind is RefKind.None or RefKind.In) && rule.Parameters.Select(static parameter => Text(parameter.Type)).SequenceEqual(types);

    private static string Prefixed(char prefix, string name) => prefix + char.ToUpperInvariant(name[0]).ToString() + name.Substring(1);

    // Nullability makes no difference.
    private static string Text(ITypeSymbol type) => type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(Short);

    private static string Name(ITypeSymbol type) => Text(type);

    private static bool IsNumber(ITypeSymbol type) => type.SpecialType is SpecialType.System_Double or SpecialType.System_Single;

    private static ITypeSymbol? ElementOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { IsSZArray: true } array when IsNumber(array.ElementType) => array.ElementType,
        INamedTypeSymbol { Name: "Span" or "ReadOnlySpan", TypeArguments: [var element], ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
            when IsNumber(element) => element,
        _ => null,
    };
}
