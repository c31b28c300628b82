using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LearnSharp.Generators.Frontend;

// Records that hold data alone, which nothing changes: where C# code takes one (as the key of a dictionary, say), it is made there.
internal sealed partial class BodyTranslator
{
    /// <summary>The constructor of a record class whose members are its parameters, none of which can carry a derivative; null for any other type.</summary>
    private IMethodSymbol? DataConstructor(ITypeSymbol? type)
    {
        if (type is null || Resolve(type) is not INamedTypeSymbol { IsRecord: true, TypeKind: TypeKind.Class, IsAbstract: false, BaseType.SpecialType: SpecialType.System_Object } record || !IsFrozen(record))
            return null;
        var constructor = record.InstanceConstructors.FirstOrDefault(static made => made.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is RecordDeclarationSyntax);
        var fields = FieldsOf(record);
        return constructor is not null && fields.Count == constructor.Parameters.Length && constructor.Parameters.All(parameter => fields.Any(field => IsDataOf(field, parameter))) ? constructor : null;
    }

    private bool IsDataOf(IFieldSymbol field, IParameterSymbol parameter) =>
        field.AssociatedSymbol?.Name == parameter.Name && !MayBeKnown(field.Type) && _types.Map(Resolve(field.Type), out _) is ScalarType { IsDifferentiable: false } or EnumType or OpaqueType;

    /// <summary>A record of data as C# knows it; null for any other object.</summary>
    private Extern? AsData(ObjectBinding known)
    {
        if (DataConstructor(known.Type) is not { } constructor)
            return null;
        var operands = new List<Expression>();
        foreach (var parameter in constructor.Parameters)
        {
            var member = known.Members[FieldsOf(known.Type).First(field => field.AssociatedSymbol?.Name == parameter.Name).OriginalDefinition];
            if (member is not (LocalBinding or PlaceBinding or ValueBinding))
                return null;
            operands.Add(Plain(member));
        }

        Touch(known.Type);
        var name = MethodIds.QualifiedName(known.Type);
        return new(new OpaqueType(name), $"new {name}({string.Join(", ", operands.Select(static (_, index) => $"{{{index}}}"))})", operands.ToEquatableArray(), Purity.Pure);
    }
}
