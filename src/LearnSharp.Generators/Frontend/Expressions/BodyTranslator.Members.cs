using System;
using System.Linq;
using LearnSharp.Generators.Diagnostics;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

internal sealed partial class BodyTranslator
{
    private Expression Field(IFieldReferenceOperation reference)
    {
        var field = reference.Field;
        if (reference.Instance is null)
            return StaticMember(reference, field, field.IsReadOnly);
        if (IsMemberOfSet(reference))
            return Read(field, SetMember(reference));
        if (IsObject(reference.Instance))
            return Read(field, ReadBinding(reference, MemberOf(reference)));
        if (IsHeap(reference.Instance.Type))
            return Read(field, ReadField(reference, Required(Value(reference.Instance)), field)) with { Origin = Origins.Of(reference.Syntax) };
        if (MemberIndex(reference.Instance, field) is var index and >= 0)
            return Read(field, new FieldRead(Value(reference.Instance), index) { Origin = Origins.Of(reference.Syntax) });
        return InstanceMember(reference, reference.Instance, field, field.IsReadOnly || IsImmutable(field.ContainingType));
    }

    private Expression Property(IPropertyReferenceOperation reference)
    {
        var property = reference.Property;
        if (ListElement(reference) is { } listed)
            return listed.Read with { Origin = Origins.Of(reference.Syntax) };
        if (CollectionProperty(reference) is { } found)
            return found;
        if (reference.Instance is not { } instance)
        {
            if (NumberConstant(reference) is { } number)
                return number;
            if (property.GetMethod is { } declared && Implementation(Resolve(declared), Resolve(reference.ConstrainedToType ?? property.ContainingType)) is var computed && IsTranslated(computed))
                return Read(property, CallOf(reference, computed, [])!);
            return StaticMember(reference, property, TypeSets.IsAutomatic(property) && property.SetMethod is null);
        }

        if (IsMemberOfSet(reference))
        {
            if (TypeSets.IsMarked(property) || property.IsIndexer || property.GetMethod is not { } own || TypeSets.IsAutomatic(property) || !IsTranslated(own))
                return Read(property, SetMember(reference));
            CheckReceiver(reference, own, instance);
            if (FindChanged(own, []))
                throw Unsupported(reference, $"'{property.Name}', which changes what the object remembers,", "make it a method");
            return Read(property, CallOf(reference, own, [])!);
        }

        if (property.Name == "Length" && IsFunctionArray(instance.Type) && Bind(instance) is FunctionsBinding { Functions.Count: var many })
            return Constant.Of(many);
        if (IsObject(instance))
            return Read(property, ReadBinding(reference, MemberOf(reference)));
        if (IsHeap(instance.Type))
            return Read(property, HeapProperty(reference));
        if (NullableOf(instance.Type) is { } nullable)
            return NullableMember(reference, nullable);
        if (property is { RefKind: not RefKind.None, GetMethod: { } named } && IsTranslated(Resolve(named)))
            return PlaceOf(reference).Read;
        if (IsRectangular(instance))
        {
            switch (property.Name)
            {
                case "Length":
                    return new Length(Keep(Parts(Value(instance)).Elements));
                case "LongLength":
                    return new Ir.Convert(ScalarType.Long, new Length(Keep(Parts(Value(instance)).Elements)));
                case "Rank":
                    return Constant.Of(((IArrayTypeSymbol)instance.Type!).Rank);
            }
        }
        else if (instance.Type is IArrayTypeSymbol || IsSpanType(instance.Type))
        {
            switch (property.Name)
            {
                case "Length":
                    return new Length(Value(instance));
                case "LongLength":
                    return new Ir.Convert(ScalarType.Long, new Length(Value(instance)));
                case "IsEmpty":
                    return new Binary(BinaryOperator.Equal, new Length(Value(instance)), Constant.Of(0));
            }
        }

        if (property.IsIndexer && IsSpanType(instance.Type))
            return PlaceOf(reference).Read with { Origin = Origins.Of(reference.Syntax) };
        if (MemberIndex(instance, property) is var index and >= 0)
            return Read(property, new FieldRead(Value(instance), index) { Origin = Origins.Of(reference.Syntax) });
        if (property.GetMethod is { } computing && IsOnStruct(computing, instance) && IsTranslated(computing))
            return Read(property, ReadBinding(reference, OnStruct(reference, computing)));
        if (property.GetMethod is { } get && Implementation(Resolve(get), Resolve(instance.Type!)) is var getter && !IsOfSet(getter) && IsTranslated(getter))
            return Read(property, CallOf(reference, getter, property.IsIndexer ? WithIndices(reference, getter) : [Value(instance)])!);
        return InstanceMember(reference, instance, property, IsImmutable(property.ContainingType) || (TypeSets.IsAutomatic(property) && property.SetMethod is not { IsInitOnly: false }));
    }

    /// <summary>A property with code of a struct that brings its weights along: the code runs in place.</summary>
    private Binding OnStruct(IPropertyReferenceOperation reference, IMethodSymbol getter)
    {
        var given = BindArguments(getter, reference.Arguments, () => BindReceiver(reference.Instance!, ChangesReceiver(getter)), out var owner);
        return Inline(reference, getter, owner, given, null) ?? throw Silent();
    }

    /// <summary>The object of an indexer, and its indices in the parameters' order.</summary>
    private Expression[] WithIndices(IPropertyReferenceOperation reference, IMethodSymbol getter)
    {
        var values = Values([reference.Instance!, .. reference.Arguments.Select(static argument => argument.Value)]);
        var arguments = new Expression[values.Length];
        arguments[0] = values[0];
        for (var i = 0; i < reference.Arguments.Length; i++)
        {
            var ordinal = reference.Arguments[i].Parameter!.Ordinal;
            arguments[ordinal + 1] = Coerce(values[i + 1], TypeOf(getter.Parameters[ordinal].Type, reference.Arguments[i].Syntax.GetLocation()));
        }

        return arguments;
    }

    private Expression StaticMember(IOperation reference, ISymbol member, bool isReadOnly)
    {
        CheckEscapes([reference]);
        if (member is IFieldSymbol && !isReadOnly)
        {
            throw Fail(
                Rules.OutsideState,
                reference.Syntax.GetLocation(),
                $"'{member.Name}'",
                "make it 'const' or 'static readonly', or pass it in as an argument");
        }

        var type = TypeOf(reference);
        return Made(
            reference,
            type,
            isReadOnly && HiddenOf(member, type) is { } hidden ? hidden.Template : NameOf(member),
            [],
            isReadOnly ? Purity.Pure : Purity.Effectful);
    }

    private string NameOf(ISymbol member)
    {
        Touch(member);
        return $"{CodeName(member.ContainingType)}.{member.Name}";
    }

    /// <summary>A static readonly field, or property with nothing but a getter, that code outside of its type cannot name; null for any other.</summary>
    private HiddenStatic? HiddenOf(ISymbol member, IrType type)
    {
        var owner = member.ContainingType;
        if (member.DeclaredAccessibility is not (Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal) || owner.IsGenericType || TypeMapper.IsRectangular(type)
            || ((member as IFieldSymbol) ?? BackingFields.Of((IPropertySymbol)member)) is not { } field)
        {
            return null;
        }

        Touch(owner);
        var reflected = owner.MetadataName;
        for (var outer = owner.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            if (outer.IsGenericType)
                return null;
            reflected = $"{outer.MetadataName}+{reflected}";
        }

        if (!owner.ContainingNamespace.IsGlobalNamespace)
            reflected = $"{owner.ContainingNamespace.ToDisplayString()}.{reflected}";
        return new(
            MethodIds.Of(owner),
            owner.IsStatic ? "" : MethodIds.QualifiedName(owner),
            $"{reflected}, {owner.ContainingAssembly.Name}",
            field.Name,
            $"{MethodIds.QualifiedName(owner)}.{member.Name}");
    }

    private Expression InstanceMember(IMemberReferenceOperation reference, IOperation instance, ISymbol member, bool isImmutable)
    {
        if (instance is IInstanceReferenceOperation && Receiver is null)
            throw Fail(Rules.OutsideState, reference.Syntax.GetLocation(), $"'{member.Name}'", "pass it in as an argument");
        Touch(member);
        CheckEscapes([reference]);
        var purity = isImmutable ? Purity.Pure : Purity.Effectful;
        if (reference is not IPropertyReferenceOperation { Property.IsIndexer: true } indexer)
            return Passive(reference, $"{{0}}.{member.Name}", [Value(instance)], purity);
        CheckEscapes(indexer.Arguments.Select(static a => a.Value));
        var values = Values([instance, .. indexer.Arguments.Select(static a => a.Value)]);
        var operands = string.Join(", ", Enumerable.Range(1, values.Length - 1).Select(static i => $"{{{i}}}"));
        return Passive(reference, $"{{0}}[{operands}]", values, purity);
    }

    private Expression ObjectOf(IObjectCreationOperation creation)
    {
        if (IsObjectType(creation.Type) && DataConstructor(creation.Type) is not null)
            return ReadBinding(creation, Create(creation));
        if (IsObjectType(creation.Type))
            throw Escaping(creation, new ObjectBinding((INamedTypeSymbol)creation.Type!, _region, IsCopy: false));
        if (IsHeap(creation.Type))
            return Allocate(creation);
        var type = TypeOf(creation);
        if (type is ArrayType)
        {
            if (creation.Arguments.Length == 3 && creation.Arguments[0].Value.Type is IArrayTypeSymbol)
                return Coerce(SliceOf(creation.Arguments[0].Value, creation.Arguments[1].Value, creation.Arguments[2].Value), type);
            return creation.Arguments.Length == 1 && creation.Arguments[0].Value.Type is IArrayTypeSymbol
                ? new Ir.Convert(type, Value(creation.Arguments[0].Value))
                : throw Unsupported(creation, "This way to make a span", "make an array and convert it");
        }

        if (ConvertedNew(creation) is { } converted)
            return converted;
        if (type is not StructType structure)
            return ExternNew(creation) is var made && IsImmutable(creation.Type!) ? made with { Purity = Purity.Pure } : new LocalRead(Spill(made, "made"));
        var layout = _types.Layout(structure);
        if (creation.Arguments.Length == 0 && creation.Constructor is { IsImplicitlyDeclared: true } or null)
            return Initialized(creation, structure, new Default(structure));
        if (!SymbolEqualityComparer.Default.Equals(layout.Constructor?.OriginalDefinition, creation.Constructor?.OriginalDefinition))
            return Initialized(creation, structure, new LocalRead(Constructed(creation, structure)));
        var written = creation.Arguments;
        var values = Values(written.Select(static a => a.Value));
        var fields = new Expression[structure.Fields.Count];
        var isOrdered = written.Select(static (a, i) => a.Parameter!.Ordinal == i).All(static same => same);
        for (var i = 0; i < written.Length; i++)
        {
            var ordinal = written[i].Parameter!.Ordinal;
            CheckStored(written[i], values[i]);
            fields[ordinal] = Coerce(isOrdered ? values[i] : Keep(values[i]), structure.Fields[ordinal].Type);
        }

        return Initialized(creation, structure, new StructNew(structure, fields.ToEquatableArray()));
    }

    /// <summary>A static array must not get a second name that does not tell.</summary>
    private void CheckStored(IOperation where, Expression value)
    {
        if (value.Type is ArrayType && IsShared(value))
            throw Fail(Rules.OutsideState, where.Syntax.GetLocation(), "A static array", "copy it into an array of the method before putting it into a struct");
    }

    private Expression Initialized(IObjectCreationOperation creation, StructType type, Expression made) =>
        creation.Initializer is not { } initializer ? made
        : OnlyStores(initializer, type) ? Changed(initializer, type, made)
        : new LocalRead(Stepwise(initializer, type, made));

    private Expression With(IWithOperation with)
    {
        if (IsHeap(with.Operand.Type))
            return HeapWith(with);
        if (IsSymbolic(with))
            return ReadBinding(with, Bind(with));
        if (TypeOf(with) is not StructType { Form: not StructForm.Tuple } type)
            throw Unsupported(with, "'with' on this type", "make a new value from all its members");
        var original = Value(with.Operand);
        return OnlyStores(with.Initializer, type)
            ? Changed(with.Initializer, type, original)
            : new LocalRead(Stepwise(with.Initializer, type, original));
    }

    /// <summary>A struct with some members replaced.</summary>
    private StructNew Changed(IObjectOrCollectionInitializerOperation initializer, StructType type, Expression original)
    {
        var layout = _types.Layout(type);
        var changes = initializer.Initializers.Select(change => change is ISimpleAssignmentOperation { Target: IMemberReferenceOperation member } assignment
            && layout.IndexOf(member.Member) is var index and >= 0
                ? (Index: index, assignment.Value)
                : throw Unsupported(change, "This member in an initializer", "set fields and automatic properties only")).ToList();
        var values = InOrder([() => original, .. changes.Select<(int Index, IOperation Value), Func<Expression>>(change => () => Value(change.Value))]);
        var fields = new Expression[type.Fields.Count];
        var rest = values[0] is StructNew or Default ? values[0] : changes.Count < fields.Length ? Keep(values[0]) : values[0];
        for (var i = 0; i < fields.Length; i++)
        {
            fields[i] = rest switch
            {
                StructNew made => made.Fields[i],
                Default => new Default(type.Fields[i].Type),
                _ => new FieldRead(rest, i),
            };
        }

        for (var i = 0; i < changes.Count; i++)
            CheckStored(changes[i].Value, values[i + 1]);
        for (var i = 0; i < changes.Count; i++)
            fields[changes[i].Index] = Coerce(changes.Count > 1 ? Keep(values[i + 1]) : values[i + 1], type.Fields[changes[i].Index].Type);
        return new StructNew(type, fields.ToEquatableArray());
    }
}
