using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

// Priority queues that a body makes.
internal sealed partial class BodyTranslator
{
    private (IrType Element, IrType Priority)? QueueOf(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeArguments.Length: 2 } && Resolve(type) is INamedTypeSymbol given && Named(given) is var queue
        && queue.OriginalDefinition.ToDisplayString() == "System.Collections.Generic.PriorityQueue<TElement, TPriority>"
        && !HoldsHeap(queue.TypeArguments[1]) && Stored(queue.TypeArguments[0]) is { } element && Stored(queue.TypeArguments[1]) is { } priority and not ArrayType
            ? (element, priority)
            : null;

    /// <summary>Whether an expression makes a priority queue.</summary>
    private bool IsFreshQueue(IOperation operation) => !IsStored(operation.Type) && MakesQueue(operation);

    private bool MakesQueue(IOperation operation) => (operation is IConversionOperation { IsImplicit: true, Operand: var made } ? made : operation) is IObjectCreationOperation creation && QueueOf(creation.Type) is not null;

    /// <summary>The priority queue that an expression stands for; null where it is another value.</summary>
    private PriorityBinding? PrioritiesOf(IOperation? operation) => 
        operation is null || QueueOf(operation.Type) is null ? null : (IsSymbolic(operation) ? Bind(operation) : StoredOf(operation)) as PriorityBinding;

    private PriorityBinding QueueFrom(IOperation operation)
    {
        var creation = (IObjectCreationOperation)(operation is IConversionOperation made ? made.Operand : operation);
        var options = new List<Expression>();
        foreach (var argument in creation.Arguments)
        {
            if (argument.Parameter!.Name is not ("initialCapacity" or "comparer"))
                throw Unsupported(argument, "A priority queue that is made of a sequence", "make an empty one and enqueue one by one");
            options.Add(Keep(Value(argument.Value)));
        }

        var (element, priority) = QueueOf(creation.Type)!.Value;
        return NewQueue(element, priority, options);
    }

    private PriorityBinding NewQueue(IrType element, IrType priority, IReadOnlyList<Expression> options)
    {
        var type = new OpaqueType($"global::System.Collections.Generic.PriorityQueue<int, {priority.CSharpName}>");
        var holes = string.Join(", ", options.Select(static (_, i) => $"{{{i}}}"));
        var index = Variable(type, "queue", new Extern(type, $"new {type.Name}({holes})", options.ToEquatableArray(), Purity.Effectful));
        var (items, priorities) = (Room(element, "items"), Room(priority, "priorities"));
        return new(new LocalPlace(index), items, priorities, new LocalPlace(Variable(ScalarType.Int, "next", Constant.Of(0))), NewList(ListKind.Stack, ScalarType.Int, null));
    }

    /// <summary>A call on a priority queue that the body made; null for one without a result.</summary>
    private Expression? QueueCall(PriorityBinding queue, IInvocationOperation invocation)
    {
        var name = invocation.TargetMethod.Name;
        switch (name)
        {
            case "Enqueue":
            {
                var (position, priority) = Entered(queue, invocation);
                Told(queue.Index, "{0}.Enqueue({1}, {2})", position, priority);
                return null;
            }

            case "EnqueueDequeue" or "DequeueEnqueue":
            {
                var (position, priority) = Entered(queue, invocation);
                return Left(queue, Asked(queue.Index, ScalarType.Int, "first", $"{{0}}.{name}({{1}}, {{2}})", position, priority));
            }

            case "Dequeue":
                return Left(queue, Asked(queue.Index, ScalarType.Int, "first", "{0}.Dequeue()"));
            case "Peek":
                return new Element(queue.Items.Read, Asked(queue.Index, ScalarType.Int, "first", "{0}.Peek()"));
            case "TryDequeue" or "TryPeek":
                return Tried(queue, invocation, isRemoved: name == "TryDequeue");
            case "Clear":
                Told(queue.Index, "{0}.Clear()");
                Set(queue.Next, Constant.Of(0));
                Set(queue.Free.End!, Constant.Of(0));
                return null;
            default:
                throw Unsupported(invocation, $"'{name}' of a priority queue", "write it with Enqueue, Dequeue, TryDequeue, Peek and Count");
        }
    }

    /// <summary>Stores an element and its priority at a position that is free.</summary>
    private (LocalRead Position, Expression Priority) Entered(PriorityBinding queue, IInvocationOperation invocation)
    {
        var values = MapArguments(invocation);
        var (element, priority) = (Keep(Coerce(values[0], queue.Element)), Keep(Coerce(values[1], queue.Priority)));
        var position = Variable(ScalarType.Int, "position", queue.Next.Read);
        var again = BlockOf(() => Set(position, Taken(queue.Free, isRemoved: true)));
        var more = BlockOf(() =>
        {
            Grow(queue.Items, queue.Next);
            Grow(queue.Priorities, queue.Next);
            Increment(queue.Next);
        });
        Emit(new If(new Unary(UnaryOperator.Not, IsEmpty(queue.Free)), again, more));
        var at = Final(position);
        Emit(new Assign(new ElementPlace(queue.Items.Read, at), element));
        Emit(new Assign(new ElementPlace(queue.Priorities.Read, at), priority));
        return (at, priority);
    }

    /// <summary>The element at a position, which is free from now on.</summary>
    private LocalRead Left(PriorityBinding queue, LocalRead position)
    {
        var element = new LocalRead(Spill(new Element(queue.Items.Read, position), "element"));
        Append(queue.Free, position);
        return element;
    }

    private LocalRead Tried(PriorityBinding queue, IInvocationOperation invocation, bool isRemoved)
    {
        var element = BindReference(invocation.Arguments[0].Value, queue.Element).Place;
        var priority = BindReference(invocation.Arguments[1].Value, queue.Priority).Place;
        var count = Asked(queue.Index, ScalarType.Int, "count", "{0}.Count");
        var found = new LocalRead(Spill(new Binary(BinaryOperator.Greater, count, Constant.Of(0)), "found"));
        var first = BlockOf(() =>
        {
            var position = Asked(queue.Index, ScalarType.Int, "first", isRemoved ? "{0}.Dequeue()" : "{0}.Peek()");
            Emit(new Assign(element, new Element(queue.Items.Read, position)));
            Emit(new Assign(priority, new Element(queue.Priorities.Read, position)));
            if (isRemoved)
                Append(queue.Free, position);
        });
        var none = BlockOf(() =>
        {
            Emit(new Assign(element, new Default(queue.Element)));
            Emit(new Assign(priority, new Default(queue.Priority)));
        });
        Emit(new If(found, first, none));
        return found;
    }
}
