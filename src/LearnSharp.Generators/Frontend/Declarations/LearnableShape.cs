using System.Linq;
using LearnSharp.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LearnSharp.Generators.Frontend;

/// <summary>Checks of a learnable or learned method that need no body: what it is, and where it stands.</summary>
internal static class LearnableShape
{
    /// <summary>The attribute of the given metadata name on a symbol, or null.</summary>
    public static AttributeData? Attribute(ISymbol symbol, string name) =>
        symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.ToDisplayString() == name);

    /// <summary>The name of a learnable method for everything that is generated: its attribute's Name, or its own. Null when it is not learnable.</summary>
    public static string? NameOf(IMethodSymbol method) =>
        Attribute(method, KnownNames.Learnable) is not { } learnable ? null : Named(learnable, "Name") as string ?? method.Name;

    /// <summary>The value of a named argument, or null.</summary>
    public static object? Named(AttributeData attribute, string name) => attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value;

    /// <summary>Whether a learnable method is of a kind and in a place that the generator can serve; reports what is wrong.</summary>
    public static bool Check(IMethodSymbol method, RuleReporter? report)
    {
        if (KindProblem(method) is { } problem)
        {
            report?.Invoke(Rules.UnsupportedMethod, method.Locations[0], method.Name, problem);
            return false;
        }

        var valid = true;
        for (var type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            if (IsPartial(type))
                continue;
            report?.Invoke(Rules.ContainingTypeNotPartial, type.Locations[0], method.Name, type.Name);
            valid = false;
        }

        var name = NameOf(method);
        var twin = method.ContainingType.GetMembers().OfType<IMethodSymbol>().FirstOrDefault(other =>
            NameOf(other) == name && !SymbolEqualityComparer.Default.Equals(other, method) && other.PartialDefinitionPart is null);
        if (twin is null)
            return valid;
        report?.Invoke(Rules.DuplicateLearnable, method.Locations[0], name!, method.ContainingType.Name);
        return false;
    }

    /// <summary>The learnable method that a learned one names; reports what is wrong with either.</summary>
    public static IMethodSymbol? Target(IMethodSymbol learned, RuleReporter? report)
    {
        if (Attribute(learned, KnownNames.Learned) is not { } attribute)
            return null;
        var name = attribute.ConstructorArguments.FirstOrDefault().Value as string;
        var where = learned.Locations[0];
        var target = learned.ContainingType.GetMembers().OfType<IMethodSymbol>().FirstOrDefault(method => NameOf(method) == name);
        if (target is null)
        {
            report?.Invoke(Rules.LearnedTargetUnknown, where, name ?? "null", learned.ContainingType.Name);
            return null;
        }

        if (LearnedProblem(learned, target) is not { } problem)
            return target;
        report?.Invoke(Rules.LearnedSignature, where, learned.Name, name!, problem);
        return null;
    }

    /// <summary>Why no method of its kind can be learnable, wherever it stands; null where nothing is in the way.</summary>
    public static string? KindProblem(IMethodSymbol method)
    {
        if (method.MethodKind != MethodKind.Ordinary)
            return "only ordinary methods are; move the code into a static method";
        if (NameOf(method) is { } name && !SyntaxFacts.IsValidIdentifier(name))
            return $"its Name '{name}' is no name in C#; use letters, digits and underscores";
        if (MemoryLimitOf(method) < 0)
            return "its MemoryLimit is negative; give the number of bytes, or leave it out";
        if (method.IsVararg)
            return "it takes '__arglist'; take an array";
        if (!method.IsStatic && !TypeSets.Has(method.ContainingType))
            return "it is an instance method of a type without weights; mark fields of its type [Weight] or [Choice], or make it static and pass what it needs";
        if (!method.IsStatic && !MethodFrontend.HasGradients(method))
            return "without gradients only static methods are; make it static and pass what it needs";
        if (method.IsGenericMethod)
            return "it is generic; write it for a concrete type";
        for (var type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            if (type.IsGenericType)
                return $"its type '{type.Name}' is generic; move it into a type that is not";
            if (type.IsFileLocal)
                return $"its type '{type.Name}' is local to a file, where generated code cannot reach it; make it internal";
        }

        if (ArrayProblem(method) is { } problem)
            return problem;
        if (method.IsAbstract || method.IsExtern || (method.PartialImplementationPart is null && method.IsPartialDefinition))
            return "it has no body";
        if (method.ReturnType.IsRefLikeType)
            return "it returns a span, which a program cannot keep; return an array";
        if (method.ReturnsVoid && !(IsDifferentiated(method) && method.Parameters.Any(MayReceive)))
            return "it returns nothing that could be good or bad; return a value";
        return method.IsAsync ? "it is async; compute what it awaits before, and pass it in" : null;
    }

    // Inside the body any depth is fine; rows of data, buffers and outputs have these shapes.
    private static string? ArrayProblem(IMethodSymbol method)
    {
        if (method.Parameters.FirstOrDefault(static parameter => parameter.Type is IArrayTypeSymbol { ElementType: IArrayTypeSymbol { ElementType: IArrayTypeSymbol } }) is { } deep)
            return $"its parameter '{deep.Name}' is an array of arrays of arrays; pass arrays of arrays";
        if (method.Parameters.FirstOrDefault(static parameter => parameter.Type is IArrayTypeSymbol { Rank: > 1, ElementType: IArrayTypeSymbol }) is { } mixed)
            return $"its parameter '{mixed.Name}' is an array of several dimensions that holds arrays; pass arrays of arrays";
        if (IsRectangular(method.ReturnType))
            return "it returns an array of several dimensions; return one array, or write to a parameter";
        return HoldsRows(method.ReturnType) ? "it returns an array of arrays; return one array" : null;
    }

    private static bool IsRectangular(ITypeSymbol type) => type is IArrayTypeSymbol { IsSZArray: false };

    private static bool HoldsRows(ITypeSymbol type) => type is IArrayTypeSymbol { ElementType: IArrayTypeSymbol }
        || (type is INamedTypeSymbol { IsTupleType: true } tuple && tuple.TupleElements.Any(static element => HoldsRows(element.Type)));

    private static string? LearnedProblem(IMethodSymbol learned, IMethodSymbol target)
    {
        if (learned.IsStatic != target.IsStatic || !learned.IsPartialDefinition || learned.IsGenericMethod)
            return $"declare it '{(target.IsStatic ? "static partial" : "partial")}', without a body: the body is generated";
        var inputs = target.Parameters.Where(static parameter => !Declarations.IsLearned(parameter)).ToList();
        var signature = $"{target.ReturnType.ToDisplayString()} {learned.Name}({string.Join(", ", inputs.Select(static p => $"{(p.RefKind switch { RefKind.Ref => "ref ", RefKind.Out => "out ", _ => "" })}{p.Type.ToDisplayString()} {p.Name}"))})";
        var fits = learned.Parameters.Length == inputs.Count
            && SymbolEqualityComparer.Default.Equals(learned.ReturnType, target.ReturnType)
            && learned.Parameters.Select((parameter, i) => (parameter, inputs[i])).All(static pair =>
                SymbolEqualityComparer.Default.Equals(pair.parameter.Type, pair.Item2.Type) && pair.parameter.RefKind == pair.Item2.RefKind);
        return fits ? null : $"it takes and returns what the method does, without weights and choices; declare '{signature}'";
    }

    private static bool MayReceive(IParameterSymbol parameter) =>
        parameter.Type is IArrayTypeSymbol or { IsRefLikeType: true } || parameter.RefKind is RefKind.Ref or RefKind.Out;

    private static long MemoryLimitOf(IMethodSymbol method) =>
        Attribute(method, KnownNames.Learnable) is { } learnable && Named(learnable, "MemoryLimit") is long limit ? limit : 0;

    private static bool IsDifferentiated(IMethodSymbol method) =>
        Attribute(method, KnownNames.Learnable)?.NamedArguments.Any(static argument => argument is { Key: "Gradients", Value.Value: false }) != true;

    /// <summary>Whether a type is partial.</summary>
    public static bool IsPartial(INamedTypeSymbol type) => type.DeclaringSyntaxReferences.Any(static reference =>
        reference.GetSyntax() is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));
}
