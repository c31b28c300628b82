using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using LearnSharp.Generators.Emission;
using LearnSharp.Generators.Frontend;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LearnSharp.Generators.Pipeline;

/// <summary>The first step: signatures of learnable and learned methods, from symbols alone. Nothing here looks into a body.</summary>
internal static class SurfaceReader
{
    /// <summary>The signature of a method marked <c>[Learnable]</c>; null where no code can be added beside it (the analyzer says why).</summary>
    public static MethodModel? Learnable(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (context.TargetSymbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary, IsGenericMethod: false } method
            || method.IsVararg
            || Named(context.Attributes[0], "Name") is string name && !SyntaxFacts.IsValidIdentifier(name)
            || Containing(method.ContainingType, cancellation) is not { } types)
        {
            return null;
        }

        var attribute = context.Attributes[0];
        return new(
            method.GetDocumentationCommentId()!,
            Namespace(method),
            types,
            method.Name,
            Named(attribute, "Name") as string ?? method.Name,
            Accessibility(method.DeclaredAccessibility),
            method.IsStatic,
            RootSignature.Inputs(method).Select(Parameter).ToEquatableArray(),
            RootSignature.ResultName(method),
            Named(attribute, "Gradients") is not false)
        {
            Declared = RootSignature.HasReferences(method) ? method.Parameters.Select(Parameter).ToEquatableArray() : null,
            ReturnName = MethodIds.QualifiedName(method.ReturnType),
            SecondOrder = Named(attribute, "SecondOrder") is true,
            MemoryLimit = Named(attribute, "MemoryLimit") is long and > 0 and var limit ? limit : null,
        };
    }

    /// <summary>The signature of a partial method marked <c>[Learned]</c>; null where it cannot be implemented (the analyzer says why).</summary>
    public static LearnedModel? Learned(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (context.TargetSymbol is not IMethodSymbol { IsPartialDefinition: true, PartialImplementationPart: null, IsGenericMethod: false } method
            || context.TargetNode is not MethodDeclarationSyntax declaration
            || context.Attributes[0].ConstructorArguments is not [{ Value: string target }]
            || Containing(method.ContainingType, cancellation) is not { } types)
        {
            return null;
        }

        var modifiers = declaration.Modifiers.Where(static modifier => !modifier.IsKind(SyntaxKind.PartialKeyword)).Select(static modifier => modifier.Text);
        return new(
            method.GetDocumentationCommentId()!,
            method.ContainingType.GetDocumentationCommentId()!,
            Namespace(method),
            types,
            method.Name,
            string.Join(" ", modifiers),
            method.Parameters.Select(Parameter).ToEquatableArray(),
            MethodIds.QualifiedName(method.ReturnType),
            target,
            Named(context.Attributes[0], "Variant") as string);
    }

    /// <summary>Where the marked method's name stands.</summary>
    public static PlaceModel? Place(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return context.TargetNode is MethodDeclarationSyntax declaration && context.TargetSymbol.GetDocumentationCommentId() is { } id
            ? PlaceModel.Of(id, declaration.Identifier.GetLocation())
            : null;
    }

    private static object? Named(AttributeData attribute, string name) => attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value;

    /// <summary>The namespace of a method or type; empty for the global one.</summary>
    public static string Namespace(ISymbol method) =>
        method.ContainingNamespace.IsGlobalNamespace
            ? ""
            : string.Join(".", method.ContainingNamespace.ToDisplayString().Split('.').Select(NameScope.Escape));

    /// <summary>A type with those around it, outermost first; null where one of them is not partial, or generic, or local to its file.</summary>
    public static EquatableArray<ContainingType>? Containing(INamedTypeSymbol innermost, CancellationToken cancellation)
    {
        var types = new List<ContainingType>();
        for (var type = innermost; type is not null; type = type.ContainingType)
        {
            if (type.IsGenericType || type.IsFileLocal || !IsPartial(type, cancellation))
                return null;
            types.Insert(0, new(Keyword(type), NameScope.Escape(type.Name)));
        }

        return types.ToEquatableArray();
    }

    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellation) => type.DeclaringSyntaxReferences.All(reference =>
        reference.GetSyntax(cancellation) is TypeDeclarationSyntax declaration
        && declaration.Modifiers.Any(static modifier => modifier.IsKind(SyntaxKind.PartialKeyword)));

    private static string Keyword(INamedTypeSymbol type) => type switch
    {
        { IsRecord: true, TypeKind: TypeKind.Struct } => "record struct",
        { IsRecord: true } => "record",
        { TypeKind: TypeKind.Struct } => "struct",
        { TypeKind: TypeKind.Interface } => "interface",
        _ => "class",
    };

    /// <summary>A parameter as its signature declares it.</summary>
    public static ParameterModel Parameter(IParameterSymbol parameter)
    {
        var names = parameter.GetAttributes().Select(static attribute => attribute.AttributeClass?.ToDisplayString()).ToArray();
        var role = names.Select(static name => name switch
        {
            KnownNames.Weight => ParameterRole.Weight,
            KnownNames.Choice => ParameterRole.Choice,
            _ => ParameterRole.Input,
        }).DefaultIfEmpty(ParameterRole.Input).Max();
        return new(parameter.Name, MethodIds.QualifiedName(parameter.Type), Modifier(parameter), role, Default(parameter), !names.Contains(KnownNames.NonDifferentiable));
    }

    private static string Modifier(IParameterSymbol parameter) => parameter switch
    {
        { IsParams: true } => "params",
        { RefKind: RefKind.In } => "in",
        { RefKind: RefKind.Ref } => "ref",
        { RefKind: RefKind.Out } => "out",
        { RefKind: RefKind.RefReadOnlyParameter } => "ref readonly",
        { ScopedKind: ScopedKind.ScopedValue } => "scoped",
        _ => "",
    };

    private static string? Default(IParameterSymbol parameter) => parameter.HasExplicitDefaultValue
        ? parameter.ExplicitDefaultValue switch
        {
            null => "default",
            double value => CSharpLiteral.Of(value),
            float value => CSharpLiteral.Of(value),
            bool value => CSharpLiteral.Of(value),
            string value => CSharpLiteral.Of(value),
            char value => $"(char){(int)value}",
            var value when parameter.Type.TypeKind == TypeKind.Enum =>
                $"({MethodIds.QualifiedName(parameter.Type)})({System.Convert.ToString(value, CultureInfo.InvariantCulture)})",
            long value => value.ToString(CultureInfo.InvariantCulture) + "L",
            var value => System.Convert.ToString(value, CultureInfo.InvariantCulture),
        }
        : null;

    /// <summary>An accessibility as C# writes it.</summary>
    public static string Accessibility(Accessibility accessibility) => accessibility switch
    {
        Microsoft.CodeAnalysis.Accessibility.Public => "public",
        Microsoft.CodeAnalysis.Accessibility.Internal => "internal",
        Microsoft.CodeAnalysis.Accessibility.Protected => "protected",
        Microsoft.CodeAnalysis.Accessibility.ProtectedOrInternal => "protected internal",
        Microsoft.CodeAnalysis.Accessibility.ProtectedAndInternal => "private protected",
        _ => "private",
    };
}
