using System;
using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

// Members and methods of objects that live in arrays: which code runs is decided by the class of the object.
internal sealed partial class BodyTranslator
{
    /// <summary>A member in its array.</summary>
    private ElementPlace ItemPlace(IOperation where, Expression self, ISymbol member, INamedTypeSymbol owner)
    {
        var items = _arenas.SelectMany(static arena => arena.Items).FirstOrDefault(items => IsItem(items, member, owner));

        // No object of the class is made, so that nothing comes here: whatever stands here only has to be code.
        if (items is null)
            return new ElementPlace(new LocalRead(Spill(new ArrayNew(new ArrayType(HeldType(TypeOfMember(member), where.Syntax.GetLocation()), ArrayKind.Array), Constant.Of(1)), "none")), self);
        if (items.Lengths.Count > 0)
            throw Unsupported(where, $"Handing on '{MemberName(member)}', an array of several dimensions of a stored object,", "name its elements, or assign it");
        if (items.Values is { } values)
            return new ElementPlace(new LocalRead(values), self);
        WantHeap(TypeOfMember(member));
        throw Unsupported(
            where,
            $"'{MemberName(member)}', which holds a function, a list or the like in an object that is stored or chosen by a branch,",
            "give it the type of an array or a List, or keep the object in a variable of its own");
    }

    /// <summary>The parts of a member that is an array of several dimensions; null for any other.</summary>
    private List<Place>? RectangularItem(Expression self, ISymbol member, INamedTypeSymbol owner)
    {
        var items = _arenas.SelectMany(static arena => arena.Items).FirstOrDefault(items => IsItem(items, member, owner));
        return items is { Lengths.Count: > 0 } ? [.. new[] { items.Values! }.Concat(items.Lengths).Select(part => new ElementPlace(new LocalRead(part), self))] : null;
    }

    /// <summary>The value of a member.</summary>
    private Expression ReadItem(IOperation where, Expression self, ISymbol member, INamedTypeSymbol owner)
    {
        if (!IsRectangular(TypeOfMember(member)))
            return ItemPlace(where, self, member, owner).Read;
        var kept = Keep(self);
        return RectangularItem(kept, member, owner) is { } parts
            ? TypeMapper.Rectangular(parts[0].Read, parts.Skip(1).Select(static part => part.Read))
            : ItemPlace(where, kept, member, owner).Read;
    }

    private Expression ReadField(IOperation where, Expression owner, IFieldSymbol field) => ReadItem(where, owner, field, (INamedTypeSymbol)Resolve(field.ContainingType));

    private static ITypeSymbol TypeOfMember(ISymbol member) => member is IFieldSymbol field ? field.Type : ((IParameterSymbol)member).Type;

    /// <summary>A field of the object that an expression names.</summary>
    private ElementPlace HeapPlace(IOperation where, IOperation instance, IFieldSymbol field) => HeapPlace(where, Required(Value(instance)), field);

    private ElementPlace HeapPlace(IOperation where, Expression owner, IFieldSymbol field) =>
        ItemPlace(where, owner, field, (INamedTypeSymbol)Resolve(field.ContainingType));

    /// <summary>What a primary constructor captured in the object that the body runs on.</summary>
    private Binding? Captured(ISymbol symbol)
    {
        if (_plan.IsEmpty || symbol is not IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } constructor } || !IsHeap(constructor.ContainingType))
            return null;
        var owner = (INamedTypeSymbol)Resolve(constructor.ContainingType);
        if (Receiver is not LocalBinding { Local: var self } || _arenas.SelectMany(static arena => arena.Items).FirstOrDefault(items => IsItem(items, symbol, owner)) is not { Values: { } values } items)
            return null;
        if (items.Lengths.Count == 0)
            return new PlaceBinding(new ElementPlace(new LocalRead(values), new LocalRead(self)));
        var parts = RectangularItem(new LocalRead(self), symbol, owner)!;
        return new ValueBinding(TypeMapper.Rectangular(parts[0].Read, parts.Skip(1).Select(static part => part.Read)));
    }

    /// <summary>The field behind a property, where it is the same in every object that an expression may name; null where code runs.</summary>
    /// <param name="reference">The property.</param>
    /// <param name="isRead">Whether it is only read.</param>
    private IFieldSymbol? FieldBehind(IPropertyReferenceOperation reference, bool isRead = false)
    {
        IFieldSymbol? Behind(IPropertySymbol named) => isRead ? ReadDirectly(named) : BackingFields.Of(named);
        var instance = reference.Instance!;
        var property = Resolved(reference.Property);
        if (!property.IsAbstract && !property.IsVirtual && !property.IsOverride && property.ContainingType.TypeKind != TypeKind.Interface)
            return Behind(property);
        var found = ClassesOf(instance.Type!).Select(made => Dispatch(property, made, instance)).Distinct<IPropertySymbol>(SymbolEqualityComparer.Default).ToList();
        return found.Count == 1 ? Behind(found[0]) : null;
    }

    private IPropertySymbol Resolved(IPropertySymbol property) => Resolve(property.ContainingType) is INamedTypeSymbol owner && !SymbolEqualityComparer.Default.Equals(owner, property.ContainingType)
        ? owner.GetMembers(property.Name).OfType<IPropertySymbol>().First(member => SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, property.OriginalDefinition))
        : property;

    /// <summary>The value of a property.</summary>
    private Expression HeapProperty(IPropertyReferenceOperation reference) => FieldBehind(reference, isRead: true) is { } field
        ? ReadField(reference, Required(Value(reference.Instance!)), field)
        : ReadBinding(reference, BindHeapProperty(reference));

    /// <summary>What a property that is code gives.</summary>
    private Binding BindHeapProperty(IPropertyReferenceOperation reference)
    {
        var property = Resolved(reference.Property);
        var given = BindArguments(property.GetMethod!, reference.Arguments, () => new ValueBinding(Value(reference.Instance!)), out var owner);
        var self = RequiredOwner(ReadBinding(reference, owner!));
        return GetHeap(reference, self, property, reference.Instance!, given) ?? throw Silent();
    }

    private Binding? GetHeap(IOperation where, LocalRead self, IPropertySymbol property, IOperation? instance, Binding[] given, ITypeSymbol? type = null) => Dispatched(
        where,
        self,
        type ?? instance!.Type!,
        property.Type,
        made => Dispatch(property, made, instance),
        found => ReadDirectly(found) is { } backing
            ? new ValueBinding(ReadField(where, self, backing))
            : Inline(where, found.GetMethod ?? Dispatch(property.GetMethod!, found.ContainingType, instance), new LocalBinding(self.Local), given, null),
        given);

    /// <summary>Stores to a property of an object whose setter is code; gives what was stored.</summary>
    private Binding StoreHeap(IOperation operation, IPropertyReferenceOperation target, Func<Func<Binding>, Binding> compute)
    {
        var property = Resolved(target.Property);
        var setter = property.SetMethod ?? throw Silent();
        var given = BindArguments(setter, target.Arguments, () => new ValueBinding(Value(target.Instance!)), out var owner);
        var self = RequiredOwner(ReadBinding(operation, owner!));
        for (var i = 0; i < given.Length - 1; i++)
            given[i] = Keep(given[i]);
        var value = Keep(compute(() => GetHeap(operation, self, property, target.Instance!, [.. given.Take(given.Length - 1)]) ?? throw Silent()));
        given[given.Length - 1] = value;
        Dispatched(
            operation,
            self,
            target.Instance!.Type!,
            null,
            made => Dispatch(property, made, target.Instance!),
            found =>
            {
                if (BackingFields.Of(found, found.SetMethod) is not { } backing)
                    return Inline(operation, found.SetMethod ?? Dispatch(setter, found.ContainingType, target.Instance!), new LocalBinding(self.Local), given, null);
                StoreItem(operation, self, backing, value);
                return null;
            },
            given);
        return value;
    }

    private void StoreItem(IOperation operation, Expression self, IFieldSymbol field, Binding value)
    {
        if (IsRectangular(field.Type) && RectangularItem(Keep(self), field, (INamedTypeSymbol)Resolve(field.ContainingType)) is { } parts)
        {
            StoreParts(parts, ReadBinding(operation, value));
            return;
        }

        var place = HeapPlace(operation, self, field);
        if (value.IsSymbolic)
            WantHeap(value, field.Type);
        Store(operation, place, [], Coerce(value is DelegateBinding function && IsStoredFunction(field.Type) ? FunctionValue((operation as IAssignmentOperation)?.Value ?? operation, function, field.Type) : ReadBinding(operation, value), place.Type));
    }

    /// <summary>Stores an array of several dimensions.</summary>
    private void StoreParts(List<Place> parts, Expression value)
    {
        var (elements, lengths) = Parts(value);
        Expression[] given = [elements, .. lengths];
        for (var i = 0; i < given.Length; i++)
            given[i] = Keep(Coerce(given[i], parts[i].Type));
        for (var i = 0; i < given.Length; i++)
            Set(parts[i], given[i]);
    }

    /// <summary>A call of a method on an object that lives in arrays.</summary>
    private Binding? HeapCall(IInvocationOperation invocation)
    {
        CheckOwnSet(invocation);
        var instance = invocation.Instance!;
        var method = Resolve(invocation.TargetMethod);
        var given = BindArguments(method, invocation.Arguments, () => new ValueBinding(Value(instance)), out var owner);
        var self = RequiredOwner(ReadBinding(invocation, owner!));
        return Dispatched(
            invocation,
            self,
            instance.Type!,
            method.ReturnsVoid ? null : method.ReturnType,
            made => Dispatch(method, made, instance),
            found => MethodBodies.HasSource(found, _compilation, _cancellation)
                ? Inline(invocation, found, new LocalBinding(self.Local), given, null)
                : throw Unsupported(invocation, $"'{found.Name}' of an object that the method makes", "call a method with source"),
            given);
    }

    /// <summary>Runs the code that the class of an object has for a member.</summary>
    /// <param name="where">What asks for it.</param>
    /// <param name="self">The object; not null.</param>
    /// <param name="type">The type of the expression that names it.</param>
    /// <param name="returned">The type of the result; null where there is none.</param>
    /// <param name="find">The member of a class.</param>
    /// <param name="run">Emits its code, and gives its result.</param>
    /// <param name="given">The arguments; each is computed once.</param>
    private Binding? Dispatched<T>(IOperation where, LocalRead self, ITypeSymbol type, ITypeSymbol? returned, Func<INamedTypeSymbol, T> find, Func<T, Binding?> run, Binding[] given)
        where T : class, ISymbol
    {
        if (IsStored(type))
            throw Unsupported(where, $"This member of '{type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}'", "write it with its other members, indices and loops");
        var groups = Groups(ClassesOf(self, type), find);
        if (groups.Count == 1)
            return Known(self, groups[0].Classes, () => run(groups[0].Member));
        if (groups.Count == 0)
            return returned is null ? null : new ValueBinding(new Default(HeldType(returned, where.Syntax.GetLocation())));
        for (var i = 0; i < given.Length; i++)
            given[i] = Keep(given[i]);
        var result = returned is null || MayBeKnown(returned) ? null : NewLocal(HeldType(returned, where.Syntax.GetLocation()), MemberNames.Camel(groups[0].Member.Name.TrimStart('_')));
        if (result is not null)
            Emit(new Declare(result, null));
        Branches(ArenaOf(groups[0].Classes[0]), self, groups, 0, member =>
        {
            var binding = run(member);
            if (result is null && returned is not null)
                throw Unsupported(where, $"'{member.Name}', which gives a function, a list or the like and is chosen by the class of an object,", "return numbers, arrays or objects");
            return result is null ? null : (result, Coerce(ReadBinding(where, binding ?? throw Silent()), result.Type));
        });
        if (result is null)
            return null;
        _stable.Add(result);
        return new ValueBinding(new LocalRead(result));
    }

    /// <summary>Emits code that differs by the class of an object.</summary>
    private void Dispatched<T>(IReadOnlyList<INamedTypeSymbol> classes, Arena arena, LocalRead self, Func<INamedTypeSymbol, T> find, Action<T> run)
        where T : class, ISymbol => Branches(arena, self, Groups(classes, find), 0, member =>
    {
        run(member);
        return null;
    });

    private static List<(T Member, List<INamedTypeSymbol> Classes)> Groups<T>(IReadOnlyList<INamedTypeSymbol> classes, Func<INamedTypeSymbol, T> find)
        where T : class, ISymbol
    {
        var groups = new List<(T Member, List<INamedTypeSymbol> Classes)>();
        foreach (var made in classes)
        {
            var member = find(made);
            var known = groups.FindIndex(group => SymbolEqualityComparer.Default.Equals(group.Member, member));
            if (known < 0)
                groups.Add((member, [made]));
            else
                groups[known].Classes.Add(made);
        }

        return groups;
    }

    private void Branches<T>(Arena arena, LocalRead self, List<(T Member, List<INamedTypeSymbol> Classes)> groups, int index, Func<T, (Local, Expression)?> run)
        where T : class, ISymbol
    {
        var (member, classes) = groups[index];
        var (statements, stored) = Capture(() => Known(self, classes, () => run(member)));
        var taken = stored is var (result, value) ? Storing(statements, result, value) : new Block(statements.ToEquatableArray());
        if (index == groups.Count - 1)
        {
            _out.AddRange(taken.Statements);
            return;
        }

        var others = BlockOf(() => Branches(arena, self, groups, index + 1, run));
        Emit(new If(IsOneOf(arena, self, classes), taken, others));
    }

    /// <summary>Translates with the classes of an object known.</summary>
    private T Known<T>(LocalRead self, IReadOnlyList<INamedTypeSymbol> classes, Func<T> translate)
    {
        var before = _classes.TryGetValue(self.Local, out var known) ? known : null;
        _classes[self.Local] = classes;
        try
        {
            return translate();
        }
        finally
        {
            if (before is null)
                _classes.Remove(self.Local);
            else
                _classes[self.Local] = before;
        }
    }

    /// <summary>Whether an object is of one of several classes; false for null.</summary>
    private static Expression IsOneOf(Arena arena, Expression self, List<INamedTypeSymbol> classes)
    {
        if (arena.Tags is not { } tags || classes.Count == arena.Classes.Count)
            return new Binary(BinaryOperator.NotEqual, self, Constant.Of(0));
        Expression? any = null;
        foreach (var type in classes)
        {
            var isOne = new Binary(BinaryOperator.Equal, new Element(new LocalRead(tags), self), Constant.Of(Tag(arena, type)));
            any = any is null ? isOne : new Binary(BinaryOperator.OrElse, any, isOne);
        }

        return any!;
    }
}
