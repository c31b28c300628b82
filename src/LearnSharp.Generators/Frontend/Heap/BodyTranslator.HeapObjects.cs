using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

// Making objects that live in arrays, and telling whether two are one or equal.
internal sealed partial class BodyTranslator
{
    /// <summary><c>new C(…) { … }</c>: a position that is free, and what the constructor stores there.</summary>
    private Expression Allocate(IObjectCreationOperation creation)
    {
        var constructor = Resolve(creation.Constructor ?? throw Silent());
        return Allocate(creation, constructor, BindArguments(constructor, creation.Arguments, null, out _), creation.Initializer);
    }

    /// <summary><c>new T()</c> in generic code.</summary>
    private Expression Allocate(ITypeParameterObjectCreationOperation creation) => Allocate(
        creation, ((INamedTypeSymbol)Resolve(creation.Type!)).InstanceConstructors.First(static constructor => constructor.Parameters.IsEmpty), [], creation.Initializer);

    private Expression Allocate(IOperation creation, IMethodSymbol constructor, Binding[] given, IObjectOrCollectionInitializerOperation? initializer)
    {
        var type = (INamedTypeSymbol)Resolve(creation.Type!.WithNullableAnnotation(NullableAnnotation.None));
        if (!Meet(type))
            return Constant.Of(0);
        var self = NewObject(ArenaOf(type), type.Name);
        SetClass(self, type);
        var made = new LocalBinding(self);
        Construct(creation, constructor, made, given);
        Initialize(made, initializer);
        return new LocalRead(self);
    }

    /// <summary>Takes the next position of an arena, whose arrays move to longer ones when they are full.</summary>
    private Local NewObject(Arena arena, string name)
    {
        var arrays = ArraysOf(arena).ToList();
        if (arrays.Count > 0)
            Emit(new If(new Binary(BinaryOperator.Equal, new LocalRead(arena.Count), new Length(new LocalRead(arrays[0]))), BlockOf(() => GrowAll(arena.Count, arrays)), Block.Empty));
        var self = Spill(new LocalRead(arena.Count), MemberNames.Camel(name));
        Increment(arena.Count);
        _present[self] = null;
        return self;
    }

    private void GrowAll(Local count, IReadOnlyList<Local> arrays)
    {
        var length = new LocalRead(Spill(new Binary(BinaryOperator.Multiply, new LocalRead(count), Constant.Of(2)), "length"));
        foreach (var array in arrays)
        {
            var type = (ArrayType)array.Type;
            var grown = NewLocal(type, "grown");
            Emit(new Declare(grown, new ArrayNew(type, length)));
            Counting(new LocalRead(count), index => Emit(new Assign(new ElementPlace(new LocalRead(grown), index), new Element(new LocalRead(array), index))));
            Set(array, new LocalRead(grown));
        }
    }

    private void SetClass(Local self, INamedTypeSymbol type)
    {
        _classes[self] = [type];
        var arena = ArenaOf(type);
        if (arena.Tags is { } tags)
            Emit(new Assign(new ElementPlace(new LocalRead(tags), new LocalRead(self)), Constant.Of(Tag(arena, type))));
    }

    private static int Tag(Arena arena, INamedTypeSymbol type) => 1 + arena.Classes.ToList().FindIndex(made => SymbolEqualityComparer.Default.Equals(made, type));

    /// <summary>Stores the parameters of a primary constructor that the object remembers.</summary>
    private void StoreCaptured(IOperation call, LocalRead self, INamedTypeSymbol owner, IEnumerable<IParameterSymbol> parameters)
    {
        foreach (var parameter in parameters.Where(parameter => Names.AreCaptured(owner, parameter, _cancellation)))
        {
            var given = _scope.Find(parameter)!;
            if (IsRectangular(parameter.Type) && RectangularItem(self, parameter, owner) is { } parts)
            {
                StoreParts(parts, ReadBinding(call, given));
                continue;
            }

            var place = ItemPlace(call, self, parameter, owner);
            if (given.IsSymbolic)
                WantHeap(given, parameter.Type);
            var value = given is DelegateBinding function && IsStoredFunction(parameter.Type) ? FunctionValue(call, function, parameter.Type) : ReadBinding(call, given);
            Emit(new Assign(place, Coerce(value, place.Type)));
            _scope.Set(parameter, new PlaceBinding(place), _region);
        }
    }

    /// <summary><c>r with { … }</c>: a copy of all that the object remembers, of whatever class it is.</summary>
    private LocalRead HeapWith(IWithOperation with)
    {
        var copy = HeapCopy(with.Operand);
        Initialize(new LocalBinding(copy.Local), with.Initializer);
        return copy;
    }

    /// <summary>A new object of the same class that remembers the same.</summary>
    private LocalRead HeapCopy(IOperation operand)
    {
        var original = RequiredOwner(Value(operand));
        var possible = ClassesOf(original, operand.Type!);
        if (possible.Count == 0)
            return original;
        var arena = ArenaOf(possible[0]);
        var self = NewObject(arena, operand.Type!.Name);
        _classes[self] = possible;
        foreach (var array in ArraysOf(arena))
            Emit(new Assign(new ElementPlace(new LocalRead(array), new LocalRead(self)), new Element(new LocalRead(array), original)));
        return new LocalRead(self);
    }

    /// <summary><c>(C)MemberwiseClone()</c>.</summary>
    private LocalRead Cloned(IInvocationOperation clone)
    {
        var self = clone.Instance!;
        if (IsHeap(self.Type))
            return HeapCopy(self);
        WantHeap(self.Type);
        throw Unsupported(clone, "'MemberwiseClone'", "make a new object and copy its members");
    }

    private static bool IsClone(IOperation operation) =>
        operation is IInvocationOperation { TargetMethod: { Name: "MemberwiseClone", ContainingType.SpecialType: SpecialType.System_Object }, Instance: { } };

    /// <summary><c>a == b</c> of objects: whether they are one; of records whether they are equal. Null for other operands.</summary>
    private Expression? SameReference(IBinaryOperation operation)
    {
        if (_plan.IsEmpty || operation.OperatorKind is not (BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals))
            return null;
        var sides = new[] { Unwrap(operation.LeftOperand), Unwrap(operation.RightOperand) };
        if (!sides.Any(side => IsHeap(side.Type)) || sides.Any(side => !IsHeap(side.Type) && !IsNull(side)))
            return null;
        var isRecord = operation.OperatorMethod is { IsImplicitlyDeclared: true };
        if (operation.OperatorMethod is not null && !isRecord)
            return null;
        var values = InOrder([.. sides.Select<IOperation, System.Func<Expression>>(side => () => IsNull(side) ? Constant.Of(0) : Value(side))]);
        Expression same = isRecord && !sides.Any(IsNull)
            ? HeapEquals(operation, new LocalRead(Spill(values[0], "left")), new LocalRead(Spill(values[1], "right")), operation.LeftOperand.Type!)
            : new Binary(BinaryOperator.Equal, values[0], values[1]);
        if (operation.OperatorKind == BinaryOperatorKind.Equals)
            return same;
        return same is Binary compared ? compared with { Operator = BinaryOperator.NotEqual } : new Unary(UnaryOperator.Not, same);
    }

    /// <summary>Whether C# compares objects of a type by what they remember.</summary>
    private bool HasValueEquality(ITypeSymbol type) => ClassesOf(type).Any(made => made.IsRecord || HeapPlan.Ancestors(made).Any(static ancestor =>
        ancestor.TypeKind == TypeKind.Class && ancestor.GetMembers("Equals").OfType<IMethodSymbol>().Any(static method => !method.IsStatic && (method.IsOverride || method.Parameters.Length == 1))));

    private bool HoldsValueEquality(ITypeSymbol? type) => !_plan.IsEmpty && type is not null && Resolve(type) switch
    {
        INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.Any(element => HoldsValueEquality(element.Type)),
        var own => IsHeap(own) && HasValueEquality(own),
    };

    /// <summary>The arenas whose records are being compared.</summary>
    private readonly HashSet<Arena> _compared = [];

    /// <summary>Whether two records are equal: of one class, member by member.</summary>
    private LocalRead HeapEquals(IOperation where, LocalRead left, LocalRead right, ITypeSymbol type)
    {
        var result = Variable(ScalarType.Bool, "equal", new Binary(BinaryOperator.Equal, left, right));
        var classes = ClassesOf(type);
        if (classes.Count == 0)
            return Final(result);
        var arena = ArenaOf(classes[0]);
        if (!_compared.Add(arena))
            throw Unsupported(where, $"Comparing records that hold records of their own family ('{type.Name}')", "write a method that compares them member by member");
        Expression comparable = new Binary(
            BinaryOperator.AndAlso,
            new Unary(UnaryOperator.Not, new LocalRead(result)),
            new Binary(BinaryOperator.AndAlso, new Binary(BinaryOperator.NotEqual, left, Constant.Of(0)), new Binary(BinaryOperator.NotEqual, right, Constant.Of(0))));
        if (arena.Tags is { } tags)
            comparable = new Binary(BinaryOperator.AndAlso, comparable, new Binary(BinaryOperator.Equal, new Element(new LocalRead(tags), left), new Element(new LocalRead(tags), right)));
        Emit(new If(comparable, BlockOf(() => Dispatched(classes, arena, left, static made => made, made => CompareMembers(where, left, right, made, result))), Block.Empty));
        _compared.Remove(arena);
        return Final(result);
    }

    private void CompareMembers(IOperation where, LocalRead left, LocalRead right, INamedTypeSymbol type, Local result)
    {
        if (!type.IsRecord || HeapPlan.Ancestors(type).Any(static ancestor =>
            ancestor.TypeKind == TypeKind.Class && ancestor.GetMembers("Equals").OfType<IMethodSymbol>().Any(static method => !method.IsImplicitlyDeclared)))
            throw Unsupported(where, $"Comparing objects of '{type.Name}', which says itself what is equal,", "call a method of your own that compares their members");
        Set(result, Constant.Of(true));
        foreach (var (member, owner, memberType) in MembersOf(type))
        {
            var (a, b) = (ItemPlace(where, left, member, owner).Read, ItemPlace(where, right, member, owner).Read);
            var test = BlockOf(() =>
            {
                var isNested = IsHeap(memberType) && HasValueEquality(memberType);
                Set(result, isNested ? HeapEquals(where, new LocalRead(Spill(a, "left")), new LocalRead(Spill(b, "right")), memberType) : AreEqual(where, a, b));
            });
            Emit(new If(new LocalRead(result), test, Block.Empty));
        }
    }

    /// <summary><c>ReferenceEquals</c> of objects that live in arrays; null for any other call.</summary>
    private Binary? SamePosition(IInvocationOperation invocation)
    {
        if (_plan.IsEmpty || invocation.TargetMethod is not { Name: "ReferenceEquals", ContainingType.SpecialType: SpecialType.System_Object } || invocation.Arguments.Length != 2)
            return null;
        var sides = invocation.Arguments.Select(static argument => Bare(argument.Value)).ToList();
        if (!sides.Any(side => IsHeap(side.Type)) || sides.Any(side => !IsHeap(side.Type) && !IsNull(side)))
            return null;
        var values = InOrder([.. sides.Select<IOperation, System.Func<Expression>>(side => () => IsNull(side) ? Constant.Of(0) : Value(side))]);
        return new Binary(BinaryOperator.Equal, values[0], values[1]);
    }

    /// <summary>Refuses what would compare or order references by their positions.</summary>
    private void CheckComparisons(IInvocationOperation invocation)
    {
        if (_plan.IsEmpty)
            return;
        var method = invocation.TargetMethod;
        var types = method.TypeArguments.Concat(method.ContainingType.TypeArguments).Where(HoldsHeap).ToList();
        if (types.Count == 0)
            return;
        var isOrdered = method.Name is "Sort" or "BinarySearch" or "Order" or "OrderDescending" || (method.Name is "Min" or "Max" && HoldsHeap(method.ReturnType))
            || (method.Name is "OrderBy" or "OrderByDescending" or "ThenBy" or "ThenByDescending" or "MinBy" or "MaxBy" && HoldsHeap(method.TypeArguments.Last()));
        if (isOrdered && !(method.Name == "Sort" && invocation.Arguments.Any(static argument => argument.Value.Type?.TypeKind == TypeKind.Delegate || argument.Parameter?.Type.TypeKind == TypeKind.Delegate)))
            throw Unsupported(invocation, $"'{method.Name}' by objects that the method makes", "order by a number that they have: OrderBy(o => …)");
        var isCompared = method.Name is "Contains" or "IndexOf" or "LastIndexOf" or "Remove" or "Distinct" or "DistinctBy" or "Union" or "UnionBy" or "Intersect" or "IntersectBy" or "Except" or "ExceptBy"
            or "SequenceEqual" or "GroupBy" or "ToLookup" or "ToDictionary" or "ToHashSet" or "Join" or "GroupJoin" or "CountBy" or "AggregateBy";
        if (KeyOf(method) is { } key)
            types = HoldsHeap(key) ? [key] : [];
        if (isCompared && types.Any(type => type is INamedTypeSymbol { IsTupleType: true } || HasValueEquality(type)))
            throw Unsupported(invocation, $"'{method.Name}' of objects that are compared by what they hold", "compare a number that they have, with Any, First or a loop");
    }

    /// <summary>The type of the keys by which an operator of LINQ compares elements; null where it compares the elements themselves.</summary>
    private static ITypeSymbol? KeyOf(IMethodSymbol method) => method.Name switch
    {
        "DistinctBy" or "GroupBy" or "ToLookup" or "CountBy" or "AggregateBy" when method.TypeArguments.Length > 1 => method.TypeArguments[1],
        "ToDictionary" when method.Parameters.Any(static parameter => parameter.Name == "keySelector") => method.TypeArguments[1],
        "Join" or "GroupJoin" when method.TypeArguments.Length > 2 => method.TypeArguments[2],
        _ => null,
    };

    /// <summary>Refuses objects that live in arrays where C# code takes them.</summary>
    private void CheckEscapes(IEnumerable<IOperation> operands)
    {
        foreach (var operand in operands)
        {
            if (HoldsHeap(operand.Type))
                throw EscapingHeap(operand);
        }
    }

    private TranslationException EscapingHeap(IOperation operation)
    {
        var noun = IsStoredFunction(operation.Type) ? "A function" : IsStored(operation.Type) ? _collections[HeapPlan.Key(Resolve(operation.Type!))].Shape.Noun : null;
        return noun is null
            ? Unsupported(operation, "An object that is stored outside, returned or handed to code without source", "keep it in the method, and pass it to methods with source")
            : Unsupported(operation, $"{noun} that is stored, returned or handed to code without source", "keep it in a local variable, and pass it to methods with source");
    }
}
