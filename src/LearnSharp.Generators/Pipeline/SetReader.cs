using System.Collections.Generic;
using System.Linq;
using System.Threading;
using LearnSharp.Generators.Frontend;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;

namespace LearnSharp.Generators.Pipeline;

/// <summary>Reads types with weight sets: their marked members, and how they are made.</summary>
internal static class SetReader
{
    /// <summary>The name of the generated factory.</summary>
    public const string Factory = "Learned";

    /// <summary>The type of a marked member, read once for each type: at its first; null for the others, and where the analyzer reports an error.</summary>
    public static SetModel? Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var type = context.TargetSymbol.ContainingType;
        if (context.TargetSymbol is not (IFieldSymbol or IPropertySymbol) || !IsFirst(context.TargetSymbol, type) || SurfaceReader.Containing(type, cancellation) is not { } types
            || TypeSets.Read(type, context.SemanticModel.Compilation, new TypeMapper(), report: null, cancellation) is not { } set)
        {
            return null;
        }

        var members = TypeSets.Members(type).ToDictionary(static member => member.Name, static member => MethodIds.QualifiedName(((member as IFieldSymbol)?.Type ?? (member as IPropertySymbol)?.Type)!));
        return new(
            type.GetDocumentationCommentId()!,
            SurfaceReader.Namespace(type),
            types,
            set,
            set.Type!.Places.Select(place => members[place.Member]),
            Constructors(type).ToEquatableArray());
    }

    /// <summary>Where the type of a marked member is declared.</summary>
    public static PlaceModel? Place(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var type = context.TargetSymbol.ContainingType;
        return IsFirst(context.TargetSymbol, type) && type.GetDocumentationCommentId() is { } id ? PlaceModel.Of(id, type.Locations[0]) : null;
    }

    private static bool IsFirst(ISymbol member, INamedTypeSymbol type) => SymbolEqualityComparer.Default.Equals(TypeSets.Members(type).FirstOrDefault(), member);

    private static IEnumerable<ConstructorModel> Constructors(INamedTypeSymbol type)
    {
        if (type.IsAbstract || type.GetMembers(Factory).Any() || type.GetMembers().Any(static member => member is IFieldSymbol { IsRequired: true } or IPropertySymbol { IsRequired: true }))
            return [];
        var declared = type.InstanceConstructors.Where(static constructor => !constructor.IsImplicitlyDeclared).ToList();
        return (declared.Count > 0 ? declared : type.InstanceConstructors.Where(static constructor => constructor.Parameters.IsEmpty))
            .Where(static constructor => constructor.DeclaredAccessibility is not Accessibility.Private)
            .Select(static constructor => new ConstructorModel(
                SurfaceReader.Accessibility(constructor.DeclaredAccessibility), constructor.Parameters.Select(SurfaceReader.Parameter).ToEquatableArray()));
    }
}
