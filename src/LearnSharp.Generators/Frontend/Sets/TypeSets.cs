using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using LearnSharp.Generators.Diagnostics;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LearnSharp.Generators.Frontend;

/// <summary>The weight sets of types: fields and automatic properties marked <c>[Weight]</c> or <c>[Choice]</c>.</summary>
internal static class TypeSets
{
    /// <summary>Whether a type has a weight set.</summary>
    public static bool Has(INamedTypeSymbol? type) => type is not null && Members(type).Any(static member => !member.IsStatic);

    /// <summary>The marked fields and properties of a type, in the order of their declaration.</summary>
    public static IEnumerable<ISymbol> Members(INamedTypeSymbol type) =>
        type.GetMembers().Where(static member => member is IFieldSymbol { IsImplicitlyDeclared: false } or IPropertySymbol && IsMarked(member));

    /// <summary>Whether a field or property is marked.</summary>
    public static bool IsMarked(ISymbol member) =>
        LearnableShape.Attribute(member, KnownNames.Weight) is not null || LearnableShape.Attribute(member, KnownNames.Choice) is not null;

    /// <summary>Whether a property has no code of its own.</summary>
    public static bool IsAutomatic(IPropertySymbol property) => BackingFields.Of(property) is not null;

    /// <summary>Reads the set of a type and reports what is wrong with it; null when something is.</summary>
    public static LearnedSet? Read(INamedTypeSymbol type, Compilation compilation, TypeMapper types, RuleReporter? report, CancellationToken cancellation)
    {
        var failed = false;
        void Report(DiagnosticDescriptor rule, Location where, params object[] arguments)
        {
            failed |= rule.DefaultSeverity == DiagnosticSeverity.Error;
            report?.Invoke(rule, where, arguments);
        }

        var members = new List<LearnedMember>();
        foreach (var symbol in Members(type))
        {
            if (Problem(symbol) is { } problem)
                Report(Rules.WeightOrChoiceTarget, symbol.Locations[0], symbol.Name, Kind(symbol), problem);
            else
                members.AddRange(Starts(symbol, members.Count, compilation, cancellation));
        }

        if (failed)
            return null;
        var declarations = Declarations.OfMembers(members, Report, types);
        declarations.Finish(members.Select(static member => member.Name).ToList());
        if (failed)
            return null;
        var locals = members.Select((member, index) => new Local(index, types.Map(member.Type, out _)!, MemberNames.Camel(MemberNames.Pascal(member.Name))));
        var set = new TypeSet(
            MethodIds.Of(type),
            ArtefactName(type),
            MethodIds.QualifiedName(type.WithNullableAnnotation(NullableAnnotation.None)),
            type.IsValueType,
            members.Select(static member => new SetPlace(member.Symbol.Name, member.Element)).ToEquatableArray(),
            ApplyOf(type),
            AccessibilityOf(type));
        return new(MethodIds.Of(type), type.Name, locals.ToEquatableArray(), declarations.Weights, declarations.Choices, set);
    }

    private static string ArtefactName(INamedTypeSymbol type) => type.ContainingType is { } outer ? $"{ArtefactName(outer)}.{type.Name}" : type.Name;

    private static ApplyKind ApplyOf(INamedTypeSymbol type) => type.IsValueType || type.IsRecord
        ? ApplyKind.Copy
        : Members(type).Any(static member => member is IPropertySymbol { SetMethod.IsInitOnly: true }) ? ApplyKind.None : ApplyKind.InPlace;

    private static string AccessibilityOf(INamedTypeSymbol type)
    {
        var result = "public";
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal)
                return "private";
            if (current.DeclaredAccessibility is Accessibility.Internal)
                result = "internal";
        }

        return result;
    }

    /// <summary>What messages call a marked member.</summary>
    public static string Kind(ISymbol symbol) => LearnableShape.Attribute(symbol, KnownNames.Weight) is not null ? "weight" : "choice";

    private static string? Problem(ISymbol symbol)
    {
        var type = TypeOf(symbol);
        if (symbol.IsStatic)
            return "it is static, and a set belongs to an object; make it an instance member, or an optional parameter of a learnable method";
        if (symbol is IFieldSymbol { IsReadOnly: true } && !symbol.ContainingType.IsReadOnly)
            return "it is readonly, so that no object can receive what was learned; drop 'readonly'";
        if (symbol is IPropertySymbol property && !IsAutomatic(property))
            return "it has code of its own; make it an automatic property or a field";
        if (symbol is IPropertySymbol { SetMethod: null })
            return "it has no setter, so that no object can receive what was learned; add 'set' or 'init'";
        if (type is not IArrayTypeSymbol array)
            return null;
        if (Kind(symbol) == "choice")
            return "arrays are learned as weights only; declare one member for each choice";
        return array is { IsSZArray: true, ElementType.SpecialType: SpecialType.System_Double or SpecialType.System_Single }
            ? null
            : "of arrays, only those of double or float with one dimension are learned; declare such an array, or one member for each element";
    }

    private static ITypeSymbol TypeOf(ISymbol symbol) => symbol is IFieldSymbol field ? field.Type : ((IPropertySymbol)symbol).Type;

    /// <summary>What a member says where learning starts: one value, or one for each element of an array.</summary>
    private static IEnumerable<LearnedMember> Starts(ISymbol symbol, int index, Compilation compilation, CancellationToken cancellation)
    {
        var type = TypeOf(symbol);
        var initializer = symbol.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation)).Select(static syntax => syntax switch
        {
            VariableDeclaratorSyntax variable => variable.Initializer,
            PropertyDeclarationSyntax property => property.Initializer,
            _ => null,
        }).FirstOrDefault(static found => found is not null);
        var model = initializer is not null && compilation.ContainsSyntaxTree(initializer.SyntaxTree) ? compilation.GetSemanticModel(initializer.SyntaxTree) : null;
        if (type is not IArrayTypeSymbol array)
        {
            var start = model?.GetConstantValue(initializer!.Value, cancellation) ?? default;
            return [new(symbol, symbol.Name, index, type, start.HasValue, start.HasValue ? start.Value : null)];
        }

        if (ArrayStart(initializer?.Value, model, array, cancellation) is not { Count: > 0 } starts)
            return [new(symbol, symbol.Name, index, array.ElementType, false, null, 0)];
        return starts.Select((start, element) => new LearnedMember(
            symbol, symbol.Name + element.ToString(CultureInfo.InvariantCulture), index + element, array.ElementType, start.HasValue, start.HasValue ? start.Value : null, element));
    }

    // A list of constants, or new double[3]: the initializer is the shape as well.
    private static List<Optional<object?>>? ArrayStart(ExpressionSyntax? value, SemanticModel? model, IArrayTypeSymbol type, CancellationToken cancellation)
    {
        if (value is null || model is null)
            return null;
        if (value is ArrayCreationExpressionSyntax { Initializer: null, Type.RankSpecifiers: [{ Sizes: [var size] }] })
        {
            return model.GetConstantValue(size, cancellation) is { HasValue: true, Value: int and > 0 and var count }
                ? Enumerable.Repeat(new Optional<object?>(type.ElementType.SpecialType == SpecialType.System_Double ? 0.0 : (object)0f), (int)count).ToList()
                : null;
        }

        var elements = value switch
        {
            CollectionExpressionSyntax list => list.Elements.Select(static element => (element as ExpressionElementSyntax)?.Expression).ToList(),
            ArrayCreationExpressionSyntax { Initializer: { } list } => list.Expressions.Select(static element => (ExpressionSyntax?)element).ToList(),
            ImplicitArrayCreationExpressionSyntax { Initializer: { } list } => list.Expressions.Select(static element => (ExpressionSyntax?)element).ToList(),
            InitializerExpressionSyntax list => list.Expressions.Select(static element => (ExpressionSyntax?)element).ToList(),
            _ => null,
        };
        return elements?.Select(element => element is null ? default : model.GetConstantValue(element, cancellation)).ToList();
    }
}
