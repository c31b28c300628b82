using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LearnSharp.Generators.Frontend;

/// <summary>How a struct with source is made of its members: by a constructor that only stores its parameters, or by settable members.</summary>
/// <param name="Form">Which of the two.</param>
/// <param name="Members">The fields and auto-properties that hold its state, in the constructor's order.</param>
/// <param name="Constructor">The constructor, for <see cref="StructForm.Positional"/>.</param>
internal sealed record StructLayout(StructForm Form, IReadOnlyList<ISymbol> Members, IMethodSymbol? Constructor)
{
    /// <summary>The type of a member.</summary>
    public static ITypeSymbol TypeOf(ISymbol member) => member is IFieldSymbol field ? field.Type : ((IPropertySymbol)member).Type;

    /// <summary>The position of a field or property of a struct in its layout, or -1 for a computed one.</summary>
    public int IndexOf(ISymbol member)
    {
        for (var i = 0; i < Members.Count; i++)
        {
            if (Members[i].Name == member.Name)
                return i;
        }

        return -1;
    }

    /// <summary>Whether a struct, or one inside it, holds double or float.</summary>
    public static bool HoldsFloating(ITypeSymbol type)
    {
        foreach (var field in type.GetMembers().OfType<IFieldSymbol>())
        {
            if (field.IsStatic)
                continue;
            if (field.Type.SpecialType is SpecialType.System_Double or SpecialType.System_Single)
                return true;
            if (type.IsRefLikeType && field.Type is INamedTypeSymbol { Name: "Span" or "ReadOnlySpan", TypeArguments: [{ SpecialType: SpecialType.System_Double or SpecialType.System_Single }] })
                return true;
            if (field.Type is INamedTypeSymbol { TypeKind: TypeKind.Struct, SpecialType: SpecialType.None } inner
                && !SymbolEqualityComparer.Default.Equals(inner, type)
                && HoldsFloating(inner))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The layout, or null with the reason and the way out.</summary>
    public static StructLayout? Find(INamedTypeSymbol type, out string reason)
    {
        reason = "";
        var members = new List<ISymbol>();
        foreach (var field in type.GetMembers().OfType<IFieldSymbol>())
        {
            if (field.IsStatic || field.IsConst)
                continue;
            if (field.AssociatedSymbol is IPropertySymbol property)
                members.Add(property);
            else if (field.IsImplicitlyDeclared)
            {
                reason = "a primary constructor's parameter is captured by a member; store it in a property, or make it a record struct";
                return null;
            }
            else
                members.Add(field);
        }

        if (members.FirstOrDefault(static member => !IsReadable(member)) is { } hidden)
        {
            reason = $"its member '{hidden.Name}' is private; make it readable (internal or public)";
            return null;
        }

        foreach (var constructor in type.InstanceConstructors)
        {
            if (constructor.Parameters.Length == members.Count && members.Count > 0 && Stored(type, constructor) is { } stored && stored.Count == members.Count)
                return new StructLayout(StructForm.Positional, stored, constructor);
        }

        if (members.Count > 0 && members.All(IsSettable) && type.InstanceConstructors.All(static c => c.Parameters.Length > 0 || c.IsImplicitlyDeclared))
            return new StructLayout(StructForm.Initializer, members, null);
        reason = "no constructor stores its parameters one to one in its fields; make it a positional record struct, or make all its members settable";
        return null;
    }

    private static bool IsReadable(ISymbol member) =>
        member.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal
        && member is not IPropertySymbol { GetMethod: null };

    private static bool IsSettable(ISymbol member) => member switch
    {
        IFieldSymbol field => !field.IsReadOnly,
        IPropertySymbol { SetMethod: { } setter } => setter.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal,
        _ => false,
    };

    /// <summary>The members that a constructor's parameters go to, in order; null when it does anything else.</summary>
    private static List<ISymbol>? Stored(INamedTypeSymbol type, IMethodSymbol constructor)
    {
        if (constructor.DeclaringSyntaxReferences.IsEmpty || constructor.Parameters.Any(static p => p.RefKind != RefKind.None))
            return null;
        return constructor.DeclaringSyntaxReferences[0].GetSyntax() switch
        {
            RecordDeclarationSyntax => ByName(type, constructor),
            StructDeclarationSyntax declaration => ByInitializers(type, constructor, declaration),
            ConstructorDeclarationSyntax declaration => ByAssignments(type, constructor, declaration),
            _ => null,
        };
    }

    private static List<ISymbol>? ByName(INamedTypeSymbol type, IMethodSymbol constructor)
    {
        var stored = new List<ISymbol>();
        foreach (var parameter in constructor.Parameters)
        {
            if (type.GetMembers(parameter.Name).FirstOrDefault(static m => m is IPropertySymbol or IFieldSymbol) is not { } member || HasInitializer(member))
                return null;
            stored.Add(member);
        }

        return stored;
    }

    /// <summary>Whether a member says itself what it starts as: a record's own property of a parameter's name may hold something else.</summary>
    private static bool HasInitializer(ISymbol member) =>
        member.DeclaringSyntaxReferences.Any(static r => r.GetSyntax() is PropertyDeclarationSyntax or VariableDeclaratorSyntax);

    private static List<ISymbol>? ByInitializers(INamedTypeSymbol type, IMethodSymbol constructor, StructDeclarationSyntax declaration)
    {
        var stored = new ISymbol?[constructor.Parameters.Length];
        foreach (var member in declaration.Members)
        {
            switch (member)
            {
                case PropertyDeclarationSyntax { Initializer.Value: var value } property:
                    if (!Place(type, constructor, value, property.Identifier.Text, stored))
                        return null;
                    break;
                case FieldDeclarationSyntax field when !field.Modifiers.Any(SyntaxKind.StaticKeyword) && !field.Modifiers.Any(SyntaxKind.ConstKeyword):
                    foreach (var variable in field.Declaration.Variables)
                    {
                        if (variable.Initializer is null || !Place(type, constructor, variable.Initializer.Value, variable.Identifier.Text, stored))
                            return null;
                    }

                    break;
            }
        }

        return stored.All(static m => m is not null) ? stored.Select(static m => m!).ToList() : null;
    }

    private static List<ISymbol>? ByAssignments(INamedTypeSymbol type, IMethodSymbol constructor, ConstructorDeclarationSyntax declaration)
    {
        if (declaration.Initializer is not null)
            return null;
        var stored = new ISymbol?[constructor.Parameters.Length];
        IEnumerable<ExpressionSyntax?> expressions = declaration.ExpressionBody is { } arrow
            ? [arrow.Expression]
            : declaration.Body!.Statements.Select(static statement => (statement as ExpressionStatementSyntax)?.Expression);
        foreach (var expression in expressions)
        {
            if (expression is not AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment)
                return null;
            if (assignment is { Left: TupleExpressionSyntax left, Right: TupleExpressionSyntax right } && left.Arguments.Count == right.Arguments.Count)
            {
                for (var i = 0; i < left.Arguments.Count; i++)
                {
                    if (!Place(type, constructor, right.Arguments[i].Expression, MemberName(left.Arguments[i].Expression), stored))
                        return null;
                }
            }
            else if (!Place(type, constructor, assignment.Right, MemberName(assignment.Left), stored))
            {
                return null;
            }
        }

        return stored.All(static m => m is not null) ? stored.Select(static m => m!).ToList() : null;
    }

    private static string? MemberName(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } access => access.Name.Identifier.ValueText,
        _ => null,
    };

    private static bool Place(INamedTypeSymbol type, IMethodSymbol constructor, ExpressionSyntax value, string? member, ISymbol?[] stored)
    {
        if (member is null || value is not IdentifierNameSyntax { Identifier.ValueText: var name })
            return false;
        var parameter = constructor.Parameters.FirstOrDefault(p => p.Name == name);
        var target = type.GetMembers(member).FirstOrDefault(static m => m is IFieldSymbol or IPropertySymbol);
        if (parameter is null || target is null || stored[parameter.Ordinal] is not null
            || !SymbolEqualityComparer.Default.Equals(parameter.Type, TypeOf(target)))
        {
            return false;
        }

        stored[parameter.Ordinal] = target;
        return true;
    }
}
