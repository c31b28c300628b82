using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LearnSharp.Generators.Frontend;

/// <summary>How a struct with source is made of its members: by a constructor that only stores its parameters, by settable members, or field by field.</summary>
/// <param name="Form">Which of these.</param>
/// <param name="Members">The fields and auto-properties that hold its state, in the constructor's order.</param>
/// <param name="Constructor">The constructor, for <see cref="StructForm.Positional"/>.</param>
internal sealed record StructLayout(StructForm Form, IReadOnlyList<ISymbol> Members, IMethodSymbol? Constructor)
{
    /// <summary>The type of a member.</summary>
    public static ITypeSymbol TypeOf(ISymbol member) => member is IFieldSymbol field ? field.Type : ((IPropertySymbol)member).Type;

    /// <summary>The position of a field or property of a struct in its layout, or -1 for one that is computed when it is read.</summary>
    public int IndexOf(ISymbol member)
    {
        for (var i = 0; i < Members.Count; i++)
        {
            if (Members[i].Name == member.Name
                || (PropertyOf(Members[i]) is { } property && member is IPropertySymbol && property.Name == member.Name && BackingFields.Of(property, property.GetMethod) is not null))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Whether a struct, or one inside it, holds double or float.</summary>
    /// <param name="type">The struct.</param>
    /// <param name="withArrays">Whether arrays of them count too.</param>
    public static bool HoldsFloating(ITypeSymbol type, bool withArrays = false)
    {
        foreach (var field in type.GetMembers().OfType<IFieldSymbol>())
        {
            if (field.IsStatic)
                continue;
            if (field.Type.SpecialType is SpecialType.System_Double or SpecialType.System_Single)
                return true;
            if (type.IsRefLikeType && field.Type is INamedTypeSymbol { Name: "Span" or "ReadOnlySpan", TypeArguments: [{ SpecialType: SpecialType.System_Double or SpecialType.System_Single }] })
                return true;
            if (withArrays && Elements(field.Type) is { SpecialType: SpecialType.System_Double or SpecialType.System_Single })
                return true;
            if (field.Type is INamedTypeSymbol { TypeKind: TypeKind.Struct, SpecialType: SpecialType.None } inner
                && !SymbolEqualityComparer.Default.Equals(inner, type)
                && HoldsFloating(inner, withArrays))
            {
                return true;
            }
        }

        return false;
    }

    private static ITypeSymbol? Elements(ITypeSymbol type) => type is IArrayTypeSymbol array ? Elements(array.ElementType) ?? array.ElementType : null;

    /// <summary>The layout, or null with the reason and the way out.</summary>
    public static StructLayout? Find(INamedTypeSymbol type, out string reason)
    {
        reason = "";
        var fields = Fields(type);
        var members = fields.ConvertAll(static field => field.AssociatedSymbol is IPropertySymbol property && BackingFields.Of(property) is not null ? (ISymbol)property : field);
        if (HasLayoutOfItsOwn(type))
        {
            reason = "its fields share memory; make it an ordinary struct, or use an array";
            return null;
        }

        if (members.All(IsReadable))
        {
            foreach (var constructor in type.InstanceConstructors)
            {
                if (constructor.Parameters.Length == members.Count && members.Count > 0 && IsReachable(constructor.DeclaredAccessibility)
                    && Stored(type, constructor) is { } stored && stored.Count == members.Count && MakesNothingElse(type, constructor, members))
                {
                    return new StructLayout(StructForm.Positional, stored, constructor);
                }
            }

            if (members.Count > 0 && members.All(IsInitializable) && type.InstanceConstructors.All(static c => c.Parameters.Length > 0 || c.IsImplicitlyDeclared)
                && (members.All(IsSettable) || type.InstanceConstructors.All(static c => c.IsImplicitlyDeclared)))
                return new StructLayout(StructForm.Initializer, members, null);
        }

        if (type.IsRefLikeType || type.ContainingType is { IsGenericType: true } || members.Count == 0)
        {
            reason = members.Count == 0 ? "it has no members; use another type"
                : type.IsRefLikeType ? "it is a ref struct that does not show what it is made of; give it a constructor that stores its parameters one to one in public fields"
                : "it is declared in a generic type; move it out of that";
            return null;
        }

        return new StructLayout(StructForm.Accessed, members, null) { Access = AccessOf(type, fields, members) };
    }

    /// <summary>Which fields are reached by accessors; null but for <see cref="StructForm.Accessed"/>.</summary>
    public StructAccess? Access { get; private init; }

    /// <summary>The name of a member: for the parameter of a primary constructor that the struct remembers that of the parameter.</summary>
    public static string NameOf(ISymbol member) => IsCaptured(member) ? member.Name.Substring(1, member.Name.IndexOf('>') - 1) : PropertyOf(member)?.Name ?? member.Name;

    /// <summary>The position of what the struct remembers of a parameter of its primary constructor, or -1.</summary>
    public int IndexOfCaptured(string parameter)
    {
        for (var i = 0; i < Members.Count; i++)
        {
            if (IsCaptured(Members[i]) && NameOf(Members[i]) == parameter)
                return i;
        }

        return -1;
    }

    // In the order of the code; what the struct remembers of the parameters of its primary constructor follows, wherever the compiler puts it.
    private static List<IFieldSymbol> Fields(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IFieldSymbol>().Where(static field => !field.IsStatic && !field.IsConst).OrderBy(IsCaptured).ToList();

    // A field whose property has code of its own goes by the name of the property.
    private static IPropertySymbol? PropertyOf(ISymbol member) => (member as IFieldSymbol)?.AssociatedSymbol as IPropertySymbol;

    private static bool IsCaptured(ISymbol member) => member is IFieldSymbol { IsImplicitlyDeclared: true, AssociatedSymbol: null };

    private static StructAccess AccessOf(INamedTypeSymbol type, List<IFieldSymbol> fields, List<ISymbol> members)
    {
        var hidden = fields.Select((field, index) => IsReadable(members[index]) && IsSettable(members[index]) ? "" : field.Name).ToEquatableArray();
        if (!type.IsGenericType)
            return new(hidden, null);
        var declared = type.OriginalDefinition;
        var name = MethodIds.QualifiedName(declared);
        var closed = MethodIds.QualifiedName(type);
        var types = Fields(declared).Select(static field => MethodIds.QualifiedName(field.Type));
        return new(hidden, new(name, name.Substring(name.LastIndexOf('<')), closed.Substring(name.LastIndexOf('<')), Constraints.Of(declared), types.ToEquatableArray()));
    }

    // Where another constructor has code of its own, what it stores is stored field by field; so is what only the struct may set.
    private static bool MakesNothingElse(INamedTypeSymbol type, IMethodSymbol constructor, List<ISymbol> members) =>
        members.All(IsSettable)
        || (members.All(static member => member is not IPropertySymbol { SetMethod: { IsInitOnly: false } setter } || IsReachable(setter.DeclaredAccessibility))
            && type.InstanceConstructors.All(other => SymbolEqualityComparer.Default.Equals(other, constructor) || other.IsImplicitlyDeclared || IsChained(other)));

    private static bool IsChained(IMethodSymbol constructor) => constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is ConstructorDeclarationSyntax
    {
        Initializer.RawKind: (int)SyntaxKind.ThisConstructorInitializer, Body: null or { Statements.Count: 0 }, ExpressionBody: null,
    };

    private static bool HasLayoutOfItsOwn(INamedTypeSymbol type) => type.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name switch
    {
        "InlineArrayAttribute" => true,
        "StructLayoutAttribute" => attribute.ConstructorArguments is [{ Value: 2 or (short)2 }, ..],
        _ => false,
    });

    private static bool IsReachable(Accessibility accessibility) => accessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal;

    private static bool IsReadable(ISymbol member) =>
        IsReachable(member.DeclaredAccessibility) && (member is not IPropertySymbol property || (property.GetMethod is { } getter && IsReachable(getter.DeclaredAccessibility))) && !IsCaptured(member);

    private static bool IsSettable(ISymbol member) => member switch
    {
        IFieldSymbol field => !field.IsReadOnly,
        IPropertySymbol { SetMethod: { IsInitOnly: false } setter } => IsReachable(setter.DeclaredAccessibility),
        _ => false,
    };

    private static bool IsInitializable(ISymbol member) => member is IPropertySymbol { SetMethod: { IsInitOnly: true } setter } ? IsReachable(setter.DeclaredAccessibility) : IsSettable(member);

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
