using System;
using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

// Lists, stacks and queues that a body makes.
internal sealed partial class BodyTranslator
{
    /// <summary>The arrays of lists: a store to an element goes to the array that the list has then, not to the one before it grew.</summary>
    private readonly Dictionary<Local, ListBinding> _listItems = [];

    /// <summary>Whether a type is a list, stack or queue of elements that the IR computes with; others are passive values like any.</summary>
    private bool IsList(ITypeSymbol? type) => ListKindOf(type) is not null && ElementOfList(type!) is not null;

    private static ListKind? ListKindOf(ITypeSymbol? type) => type is INamedTypeSymbol { TypeArguments.Length: 1 } named
        ? named.OriginalDefinition.ToDisplayString() switch
        {
            "System.Collections.Generic.List<T>" => ListKind.List,
            "System.Collections.Generic.Stack<T>" => ListKind.Stack,
            "System.Collections.Generic.Queue<T>" => ListKind.Queue,
            _ => null,
        }
        : null;

    private static bool IsListInterface(ITypeSymbol? type) => type?.OriginalDefinition.ToDisplayString() is "System.Collections.Generic.IEnumerable<T>"
        or "System.Collections.Generic.IReadOnlyList<T>" or "System.Collections.Generic.IReadOnlyCollection<T>" or "System.Collections.Generic.IList<T>"
        or "System.Collections.Generic.ICollection<T>";

    /// <summary>Whether a value of a type may be known only while translating: a function, an object, a list or a sequence.</summary>
    private bool MayBeKnown(ITypeSymbol? type) =>
        !IsStored(type) && (MayBeSymbolic(type) || IsList(type) || IsMapLike(type) || QueueOf(type) is not null || (IsListInterface(type) && ElementOfList(type!) is not null));

    private IrType? ElementOfList(ITypeSymbol type)
    {
        var argument = Named(type).TypeArguments[0];
        WantCollections(argument);
        return _types.Map(argument, out _) is { } element and not OpaqueType and not ArrayType { Kind: not ArrayKind.Array } ? element : null;
    }

    /// <summary>Whether an expression makes a list that nothing else names.</summary>
    private bool IsFreshList(IOperation operation) =>
        !IsStored(operation.Type) && (MakesList(operation) || (operation is IInvocationOperation { TargetMethod: var method } && IsList(method.ReturnType) && IsTranslated(method)));

    /// <summary>Whether an expression makes a list here.</summary>
    private bool MakesList(IOperation operation) => operation switch
    {
        IConversionOperation { IsImplicit: true, Operand: ICollectionExpressionOperation or IObjectCreationOperation } made => MakesList(made.Operand),
        IObjectCreationOperation creation => IsList(creation.Type),
        ICollectionExpressionOperation collection => IsList(collection.Type) || (IsListInterface(collection.Type) && ElementOfList(collection.Type!) is not null),
        IInvocationOperation { TargetMethod: var method } => (IsLinq(method) && method.Name == "ToList" && IsList(method.ReturnType))
            || (method.Name is "GetRange" or "Slice" or "FindAll" or "ConvertAll" && IsList(method.ContainingType) && IsList(method.ReturnType)),
        _ => false,
    };

    /// <summary>Whether an array is taken for a list or a sequence.</summary>
    private bool IsViewed(IOperation operation) =>
        operation is IConversionOperation { Conversion.IsReference: true, Operand.Type: IArrayTypeSymbol { IsSZArray: true } } conversion
        && IsListInterface(conversion.Type) && ElementOfList(conversion.Type!) is not null;

    private ListBinding ListFrom(IOperation operation)
    {
        switch (operation)
        {
            case IConversionOperation { Operand: ICollectionExpressionOperation or IObjectCreationOperation } made:
                return ListFrom(made.Operand);
            case IConversionOperation conversion:
            {
                var array = Value(conversion.Operand);
                var items = Spill(array, "items");
                return new(ListKind.View, items, null);
            }

            case IObjectCreationOperation creation:
                return Made(creation);
            case ICollectionExpressionOperation collection:
            {
                var list = NewList(ListKind.List, ElementOfList(collection.Type!)!, null);
                foreach (var element in collection.Elements)
                {
                    if (element is ISpreadOperation spread)
                        AddAll(list, spread.Operand);
                    else
                        Append(list, Coerce(Value(element), list.Element));
                }

                return list;
            }

            case IInvocationOperation invocation when IsLinq(invocation.TargetMethod):
                return Buffered(SequenceOf(Argument(invocation, "source")!));
            case IInvocationOperation { TargetMethod.Name: "GetRange" or "Slice" } invocation when IsList(invocation.TargetMethod.ContainingType):
                return Part(invocation);
            case IInvocationOperation { TargetMethod.Name: "FindAll" or "ConvertAll" } invocation when IsList(invocation.TargetMethod.ContainingType):
            {
                var source = OfList(ListOf(invocation.Instance) ?? throw Silent());
                var function = CallableOf(invocation.Arguments[0].Value);
                return Buffered(invocation.TargetMethod.Name == "FindAll" ? Where(source, function) : Select(source, function));
            }

            case IInvocationOperation invocation:
                return CalledInPlace(invocation, isUsed: true) as ListBinding ?? throw Silent();
            default:
                throw Silent();
        }
    }

    private ListBinding NewList(ListKind kind, IrType element, Expression? capacity)
    {
        var type = new ArrayType(element, ArrayKind.Array);
        var items = NewLocal(type, "items");
        var count = NewLocal(ScalarType.Int, kind == ListKind.Queue ? "end" : "count");
        Emit(new Declare(items, new ArrayNew(type, capacity ?? Constant.Of(FirstCapacity))));
        Emit(new Declare(count, Constant.Of(0)));
        return Noted(new(kind, items, count, kind == ListKind.Queue ? Variable(ScalarType.Int, "start", Constant.Of(0)) : null));
    }

    /// <summary>A list variable without a list yet.</summary>
    private ListBinding NoList(ListKind kind, IrType element)
    {
        var items = Variable(new ArrayType(element, ArrayKind.Array), "items", null);
        return Noted(new(kind, items, Position(), kind == ListKind.Queue ? Position() : null));
    }

    private ListBinding Buffered(Sequence sequence)
    {
        var (all, end) = Buffer(sequence);
        var items = Variable(all.Type, "items", new LocalRead(all));
        return Noted(new(ListKind.List, items, Variable(ScalarType.Int, "count", new LocalRead(end))));
    }

    private ListBinding Noted(ListBinding list)
    {
        _listItems.Add(((LocalPlace)list.Items).Local, list);
        return list;
    }

    private ListBinding Made(IObjectCreationOperation creation)
    {
        var kind = ListKindOf(creation.Type)!.Value;
        var element = ElementOfList(creation.Type!)!;
        ListBinding list;
        if (creation.Arguments.Length == 0)
        {
            list = NewList(kind, element, null);
        }
        else if (creation.Arguments[0].Value is var capacity && capacity.Type?.SpecialType == SpecialType.System_Int32)
        {
            var given = Keep(Value(capacity));
            if (given is not Constant { AsLong: >= 0 })
                Refuse(new Binary(BinaryOperator.Less, given, Constant.Of(0)), ArgumentOutOfRange("capacity"));
            list = NewList(kind, element, given);
        }
        else
        {
            list = NewList(kind, element, null);
            AddAll(list, creation.Arguments[0].Value);
        }

        foreach (var initializer in creation.Initializer?.Initializers ?? [])
        {
            if (initializer is not IInvocationOperation { TargetMethod.Name: "Add", Arguments.Length: 1 } add)
                throw Unsupported(initializer, "This part of an initializer", "add the elements one by one");
            Append(list, Coerce(Value(add.Arguments[0].Value), element));
        }

        return list;
    }

    private void AddAll(ListBinding list, IOperation source)
    {
        // What is added of a list itself is what it held before.
        var sequence = SequenceOf(source);
        if (sequence.Lists.Contains(list) || (list.Home is { Arena: var arena } && sequence.IsPlain && sequence.Lists.Any(one => one.Home?.Arena == arena)))
            sequence = OfList(Buffered(sequence));
        Each(sequence, value => Append(list, Coerce(value, list.Element)));
    }

    private void Append(ListBinding list, Expression value)
    {
        var kept = Keep(value);
        Grow(list.Items, list.End!);
        Emit(new Assign(new ElementPlace(list.Items.Read, list.End!.Read), kept));
        Increment(list.End!);
        Change(list);
    }

    /// <summary>Tells the loops that go through a collection that it changed.</summary>
    private void Change(CollectionBinding collection)
    {
        if (collection.Home is { Arena: var arena, Self: var self })
            Change(arena, self);
        foreach (var note in collection.Watching)
        {
            note.IsUsed = true;
            Set(note.Flag, Constant.Of(true));
        }
    }

    private static Expression CountOf(ListBinding list) => list switch
    {
        { End: null } => new Length(list.Items.Read),
        { Start: { } start } => new Binary(BinaryOperator.Subtract, list.End.Read, start.Read),
        _ => list.End.Read,
    };

    /// <summary>The elements in the order in which C# goes through them.</summary>
    private Sequence OfList(ListBinding list)
    {
        Expression At(Expression index) => new Element(list.Items.Read, list switch
        {
            { Kind: ListKind.Stack } => new Binary(BinaryOperator.Subtract, new Binary(BinaryOperator.Subtract, list.End!.Read, Constant.Of(1)), index),
            { Start: { } start } => new Binary(BinaryOperator.Add, start.Read, index),
            _ => index,
        });
        return OfIndexed(list.Element, new Indexed(() => CountOf(list), At) { Lists = [list] }) with { IsPlain = true, IsStored = list.Kind is ListKind.List or ListKind.View };
    }

    /// <summary>The list that an expression of a list's type stands for; null where it is another value.</summary>
    private ListBinding? ListOf(IOperation? operation) =>
        operation is null || (!IsList(operation.Type) && !IsListInterface(operation.Type)) ? null : (IsSymbolic(operation) ? Bind(operation) : StoredOf(operation)) as ListBinding;

    /// <summary>The place of an element of a list, once it is certain that there is one.</summary>
    private ElementPlace ElementOf(ListBinding list, Expression index)
    {
        if (list.End is null)
            return new ElementPlace(list.Items.Read, Checked(index, new Length(list.Items.Read)));
        return new ElementPlace(list.Items.Read, Checked(index, list.End.Read));
    }

    private Expression Checked(Expression index, Expression count)
    {
        var at = index is Constant or LocalRead ? index : Keep(index);
        Expression isWrong = new Binary(BinaryOperator.GreaterOrEqual, at, count);
        if (at is not Constant { AsLong: >= 0 })
            isWrong = new Binary(BinaryOperator.OrElse, new Binary(BinaryOperator.Less, at, Constant.Of(0)), isWrong);
        Refuse(isWrong, ArgumentOutOfRange("index"));
        return at;
    }

    private ElementPlace? ListElement(IOperation operation)
    {
        switch (operation)
        {
            case IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } instance } indexer when ListOf(instance) is { } list:
                return ElementOf(list, Value(indexer.Arguments[0].Value));
            case IImplicitIndexerReferenceOperation { Instance: { } instance } indexer when ListOf(instance) is { } list:
            {
                if (indexer.Argument is not IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } hat)
                    throw Unsupported(indexer.Argument, "A range of a list", "use GetRange, or Skip and Take");
                return ElementOf(list, new Binary(BinaryOperator.Subtract, CountOf(list), Value(hat.Operand)));
            }

            default:
                return null;
        }
    }

    private ListBinding Part(IInvocationOperation invocation)
    {
        var list = ListOf(invocation.Instance) ?? throw Silent();
        var (start, count) = RangeOf(list, invocation);
        return Buffered(Take(Skip(OfList(list), start), count));
    }

    /// <summary>A list variable gets another list: where only it stands for the old one, that takes over what the new one holds.</summary>
    private bool Replace(IOperation assignment, CollectionBinding old, Binding given)
    {
        if (given is not CollectionBinding taken || Variables(taken) is not { } from || Variables(old) is not { } to || from.Count != to.Count || !from.Zip(to, static (a, b) => a.Type == b.Type).All(static same => same))
            return false;
        if (old is ListBinding && ((ListBinding)old).Kind != (taken as ListBinding)?.Kind)
            return false;
        if (old.Names > 1 || taken.Names > (IsLastUse(assignment) ? 1 : 0) || old.Watching.Count > 0)
        {
            WantHeap(assignment.Type);
            throw Unsupported(
                assignment,
                $"Giving {(taken is ListBinding ? "a list" : taken.Noun!.ToLowerInvariant())} that has two names to a variable on one path only",
                $"copy it: new {(assignment as ISimpleAssignmentOperation)?.Type?.Name ?? "List"}<…>(…)");
        }

        for (var i = 0; i < to.Count; i++)
            Set(to[i], from[i].Read);
        return true;
    }

    /// <summary>Whether an assignment takes what another variable has, and nothing names that variable afterwards.</summary>
    private static bool IsLastUse(IOperation operation)
    {
        if (operation is not ISimpleAssignmentOperation assignment || Bare(assignment.Value) is not ILocalReferenceOperation { Local: var local })
            return false;
        for (var around = assignment.Parent; around is not null and not (ILoopOperation or IAnonymousFunctionOperation or ILocalFunctionOperation); around = around.Parent)
        {
            if (around is IBlockOperation block && block.Locals.Contains(local, SymbolEqualityComparer.Default))
            {
                return block.Descendants().OfType<ILocalReferenceOperation>().Where(use => SymbolEqualityComparer.Default.Equals(use.Local, local))
                    .All(use => use.Syntax.SpanStart <= assignment.Syntax.Span.End && !IsInFunction(use, block));
            }
        }

        return false;
    }

    private static bool IsInFunction(IOperation operation, IOperation block)
    {
        for (var around = operation.Parent; around is not null && around != block; around = around.Parent)
        {
            if (around is IAnonymousFunctionOperation or ILocalFunctionOperation)
                return true;
        }

        return false;
    }

    /// <summary>What a collection is made of; null for an array seen as a list, which stays what it is.</summary>
    private static List<Place>? PartsOf(CollectionBinding collection) => collection switch
    {
        ListBinding { End: { } end } list => list.Start is { } start ? [list.Items, end, start] : [list.Items, end],
        MapBinding map => map.Parts,
        PriorityBinding queue => [queue.Index, queue.Items, queue.Priorities, queue.Next, queue.Free.Items, queue.Free.End!],
        _ => null,
    };

    /// <summary>The variables that a collection is made of; null for what has none of its own, or stays what it is.</summary>
    private static List<Place>? Variables(CollectionBinding collection) => collection is PriorityBinding or { Home: not null } ? null : PartsOf(collection);
}
