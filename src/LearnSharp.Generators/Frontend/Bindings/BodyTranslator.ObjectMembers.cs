using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

internal sealed partial class BodyTranslator
{
    /// <summary>What an expression without effects stands for; null for any other.</summary>
    private Binding? Peek(IOperation? operation) => operation switch
    {
        IParenthesizedOperation parenthesized => Peek(parenthesized.Operand),
        IConversionOperation conversion when KeepsObject(conversion) => Peek(conversion.Operand),
        ILocalReferenceOperation local => Find(local.Local),
        IParameterReferenceOperation parameter => Find(parameter.Parameter),
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } => _initialized,
        IInstanceReferenceOperation => Receiver,
        IConditionalAccessInstanceOperation when _accessed.Count > 0 => _accessed.Peek(),
        IFieldReferenceOperation { Instance: { } instance } field => Peek(instance) is ObjectBinding owner ? owner.Members[field.Field.OriginalDefinition] : null,
        IPropertyReferenceOperation { Instance: { } instance } property when Peek(instance) is ObjectBinding owner =>
            ReadDirectly(Dispatch(property.Property, owner.Type, instance)) is { } backing ? owner.Members[backing.OriginalDefinition] : null,
        _ => null,
    };

    /// <summary>Whether an expression stands for an object that is made here, or for null.</summary>
    private bool IsObject(IOperation instance) => Peek(instance) is not SelfBinding && IsSymbolic(instance);

    /// <summary>Whether a conversion gives the object that it takes.</summary>
    private static bool KeepsObject(IConversionOperation conversion) =>
        conversion is { OperatorMethod: null, Type.IsReferenceType: true } && conversion.Operand.Type is null or { IsReferenceType: true };

    /// <summary>What a variable stands for; the parameters of a primary constructor belong to the object.</summary>
    private Binding? Find(ISymbol symbol) =>
        _scope.Find(symbol) ?? (symbol is IParameterSymbol && Receiver is ObjectBinding owner && owner.Members.TryGetValue(symbol, out var captured) ? captured : Remembered(symbol) ?? Captured(symbol));

    /// <summary>The member that runs when <paramref name="member"/> is named on an object of a class.</summary>
    private static T Dispatch<T>(T member, INamedTypeSymbol type, IOperation? instance)
        where T : class, ISymbol
    {
        if (instance?.Syntax is BaseExpressionSyntax)
            return member;
        if (member.ContainingType.TypeKind == TypeKind.Interface)
        {
            member = type.FindImplementationForInterfaceMember(member) as T ?? member;
            if (member.ContainingType.TypeKind == TypeKind.Interface)
                return member;
        }

        // What implements a member of an interface may be overridden further down as well.
        if (!member.IsVirtual && !member.IsAbstract && !member.IsOverride)
            return member;
        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var candidate in current.GetMembers(member.Name).OfType<T>())
            {
                for (ISymbol? overridden = candidate; overridden is not null; overridden = Overridden(overridden))
                {
                    if (SymbolEqualityComparer.Default.Equals(overridden.OriginalDefinition, member.OriginalDefinition))
                        return candidate;
                }
            }
        }

        return member;
    }

    private static ISymbol? Overridden(ISymbol member) => member switch
    {
        IMethodSymbol method => method.OverriddenMethod,
        IPropertySymbol property => property.OverriddenProperty,
        _ => null,
    };

    /// <summary>The object that an expression stands for.</summary>
    private ObjectBinding ObjectOf(IOperation instance) => (Peek(instance) ?? Bind(instance)) switch
    {
        ObjectBinding known => known,
        NullBinding => throw MemberOfNull(instance),
        UnassignedBinding => throw Silent(),
        var other => throw Escaping(instance, other),
    };

    private TranslationException MemberOfNull(IOperation instance)
    {
        WantHeap(instance.Type);
        return Unsupported(instance, "A member of null", "make the object before");
    }

    /// <summary>What a field or property of an object stands for.</summary>
    private Binding MemberOf(IMemberReferenceOperation reference)
    {
        if (Peek(reference.Instance) is BoxBinding box)
            return MemberOf(reference, box);
        var owner = ObjectOf(reference.Instance!);
        if (reference is IFieldReferenceOperation { Field: var field })
            return owner.Members[field.OriginalDefinition];
        if (reference is IEventReferenceOperation)
            throw AnEvent(reference);
        if (reference is not IPropertyReferenceOperation { Property: var named } property)
            throw Unsupported(reference, $"'{Origins.Line(reference.Syntax)}'", "call the method by its name");
        var found = Dispatch(named, owner.Type, reference.Instance);
        if (ReadDirectly(found) is { } backing)
            return owner.Members[backing.OriginalDefinition];
        var getter = found.GetMethod ?? Dispatch(named.GetMethod ?? throw Silent(), owner.Type, reference.Instance);
        return Inline(reference, getter, Detached(owner), BindArguments(getter, property.Arguments, null, out _), null) ?? throw Silent();
    }

    private Binding MemberOf(IMemberReferenceOperation reference, BoxBinding box)
    {
        var property = Dispatch((IPropertySymbol)reference.Member, box.Type, reference.Instance);
        if (ReadDirectly(property) is not null && box.Local.Type is StructType type)
            return new ValueBinding(new FieldRead(new LocalRead(box.Local), _types.Layout(type).IndexOf(property)));
        var getter = property.GetMethod ?? throw Silent();
        return Inline(reference, getter, new PlaceBinding(new LocalPlace(box.Local)), BindArguments(getter, ((IPropertyReferenceOperation)reference).Arguments, null, out _), null) ?? throw Silent();
    }

    /// <summary>A call on an object that is made here.</summary>
    private Binding? ObjectCall(IInvocationOperation invocation)
    {
        CheckOwnSet(invocation);
        var given = BindArguments(invocation.TargetMethod, invocation.Arguments, () => BindOwner(invocation.Instance!), out var owner);
        var method = Dispatch(Resolve(invocation.TargetMethod), owner is BoxBinding box ? box.Type : ((ObjectBinding)owner!).Type, invocation.Instance);
        if (!MethodBodies.HasSource(method, _compilation, _cancellation))
            throw Unsupported(invocation, $"'{method.Name}' of an object that the method makes", "call a method with source");
        return Inline(invocation, method, owner is BoxBinding boxed ? new PlaceBinding(new LocalPlace(boxed.Local)) : owner, given, null);
    }

    private Binding BindOwner(IOperation instance) => Peek(instance) is BoxBinding box ? box : Detached(ObjectOf(instance));

    /// <summary>Binds the receiver, if there is one, and the arguments, in the order they are written.</summary>
    /// <returns>One binding for each parameter.</returns>
    private Binding[] BindArguments(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments, Func<Binding>? first, out Binding? receiver)
    {
        var parts = new List<Func<Binding>>();
        if (first is not null)
            parts.Add(first);
        foreach (var argument in arguments)
            parts.Add(() => BindArgument(argument));
        var bindings = BindInOrder(parts);
        var offset = first is null ? 0 : 1;
        receiver = first is null ? null : Keep(bindings[0]);
        var given = new Binding[method.Parameters.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            // What is passed by reference must name the same storage when the values before it are taken.
            var binding = bindings[i + offset];
            given[arguments[i].Parameter!.Ordinal] = binding is PlaceBinding ? Keep(binding) : binding;
        }

        return given;
    }

    /// <summary>Whether storing to a target is more than writing to storage: it is a member of an object that is made here, or a setter with code.</summary>
    private bool IsMember(IOperation target) => target switch
    {
        IPropertyReferenceOperation { Property.RefKind: not RefKind.None } => false,
        IFieldReferenceOperation { Instance: { } instance } => IsObject(instance),
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance.Type: var type } when IsList(type) || IsListInterface(type) => false,
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance.Type: var type } when IsStored(type) => true,
        IPropertyReferenceOperation { Instance: { } instance } property => IsObject(instance) || (IsHeap(instance.Type) && FieldBehind(property) is null) || (HasSetter(property.Property) && !IsMemberOfSet(property)),
        _ => false,
    };

    private bool HasSetter(IPropertySymbol property) =>
        property is { IsStatic: false, ContainingType.TypeKind: TypeKind.Struct, SetMethod: { } setter } && BackingFields.Of(property) is null
        && (BackingFields.Of(property, setter) is not null || MethodBodies.HasSource(setter, _compilation, _cancellation));

    /// <summary>The field that reading a property gives; null where code runs.</summary>
    private static IFieldSymbol? ReadDirectly(IPropertySymbol property) => BackingFields.Of(property, property.GetMethod);

    /// <summary>Stores what <paramref name="compute"/> gives to a member of an object, or through a setter with code; gives what was stored.</summary>
    /// <param name="operation">The assignment.</param>
    /// <param name="target">The member.</param>
    /// <param name="compute">Gives the new value; takes the old one, which it asks for where it needs it.</param>
    private Binding StoreTo(IOperation operation, IOperation target, Func<Func<Binding>, Binding> compute)
    {
        var reference = (IMemberReferenceOperation)target;
        var instance = reference.Instance!;
        if (target is IPropertyReferenceOperation { Property.IsIndexer: true } entry && MapOf(instance) is { } map)
            return StoreToMap(map, entry, compute);
        if (!IsObject(instance) && IsHeap(instance.Type))
            return StoreHeap(operation, (IPropertyReferenceOperation)target, compute);
        if (!IsObject(instance))
        {
            var property = (IPropertyReferenceOperation)target;
            var place = BindReceiver(instance, isChanged: true);
            var indices = BindArguments(property.Property.SetMethod!, property.Arguments, null, out _);
            for (var i = 0; i < indices.Length - 1; i++)
                indices[i] = Keep(indices[i]);
            var inside = PlaceOfBinding(instance, place);
            var type = (StructType)inside.Type;
            var stored = Keep(compute(() => ReadDirectly(property.Property) is not null
                ? new ValueBinding(new FieldPlace(inside, _types.Layout(type).IndexOf(property.Property)).Read)
                : Inline(operation, property.Property.GetMethod!, place, [.. indices.Take(indices.Length - 1)], null)!));
            if (BackingFields.Of(property.Property, property.Property.SetMethod) is { } behind)
            {
                StoreField(operation, inside, type, behind, stored);
                return stored;
            }

            indices[indices.Length - 1] = stored;
            Inline(operation, property.Property.SetMethod!, place, indices, null);
            return stored;
        }

        var owner = ObjectOf(instance);
        if (target is IFieldReferenceOperation { Field: var field })
            return StoreField(operation, owner, field, compute);
        var named = ((IPropertyReferenceOperation)target).Property;
        var found = Dispatch(named, owner.Type, instance);
        if (BackingFields.Of(found) is { } whole)
            return StoreField(operation, owner, whole, compute);
        Func<Binding[], Binding> read = indices => ReadDirectly(found) is { } backing
            ? owner.Members[backing.OriginalDefinition]
            : Inline(operation, Dispatch(named.GetMethod!, owner.Type, instance), owner, indices, null)!;
        if (BackingFields.Of(found, found.SetMethod) is { } half)
        {
            var kept = Keep(compute(() => read([])));
            StoreMember(operation, owner, half, kept);
            return kept;
        }

        var setter = Dispatch(named.SetMethod ?? throw Silent(), owner.Type, instance);
        var given = BindArguments(setter, ((IPropertyReferenceOperation)target).Arguments, null, out _);
        for (var i = 0; i < given.Length - 1; i++)
            given[i] = Keep(given[i]);
        var value = Keep(compute(() => read([.. given.Take(given.Length - 1)])));
        given[given.Length - 1] = value;
        Inline(operation, setter, owner, given, null);
        return value;
    }

    private Binding StoreField(IOperation operation, ObjectBinding owner, IFieldSymbol field, Func<Func<Binding>, Binding> compute)
    {
        var value = Keep(compute(() => owner.Members[field.OriginalDefinition]));
        StoreMember(operation, owner, field, value);
        return value;
    }
}
