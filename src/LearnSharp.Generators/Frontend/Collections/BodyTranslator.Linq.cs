using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

// The operators of LINQ that give a value.
internal sealed partial class BodyTranslator
{
    private Expression Linq(IInvocationOperation invocation)
    {
        var name = invocation.TargetMethod.Name;
        CheckComparisons(invocation);
        if (Argument(invocation, "comparer") is { } comparer)
            throw Unsupported(comparer, "A comparer", "order by a key instead");
        switch (name)
        {
            case "ToArray":
                return ArrayOf(SequenceOf(Argument(invocation, "source")!));
            case "ToList" when SequenceOf(Argument(invocation, "source")!) is { Element: OpaqueType } passive:
                // A list of what the IR does not look into is C#'s own.
                return new LocalRead(Spill(new Extern(TypeOf(invocation), "global::System.Linq.Enumerable.ToList({0})", [ArrayOf(passive)], Purity.Effectful), "list"));
            case "Sum":
                return Sum(invocation, Selected(invocation));
            case "Average":
                return Average(invocation, Selected(invocation));
            case "Min" or "Max":
                return Extreme(invocation, Selected(invocation), isMax: name == "Max");
            case "MinBy" or "MaxBy":
                return ExtremeBy(invocation, isMax: name == "MaxBy");
            case "Aggregate":
                return Aggregate(invocation);
            case "Any" or "All":
                return Quantified(invocation, isAll: name == "All");
            case "Count" or "LongCount":
                return Counted(invocation);
            case "First" or "FirstOrDefault":
                return First(invocation);
            case "Last" or "LastOrDefault":
                return Last(invocation);
            case "Single" or "SingleOrDefault":
                return Only(invocation);
            case "ElementAt" or "ElementAtOrDefault":
                return ElementAt(invocation);
            case "Contains":
                return Contains(invocation);
            case "SequenceEqual":
                return SequenceEqual(invocation);
            default:
                SequenceOf(invocation);
                throw Unsupported(invocation, "A sequence that nothing evaluates here", "end the query with ToArray(), or go through it with foreach");
        }
    }

    /// <summary>The source of a call, with its selector where it has one.</summary>
    private Sequence Selected(IInvocationOperation invocation)
    {
        var source = SequenceOf(Argument(invocation, "source")!);
        return Argument(invocation, "selector") is { } selector ? Select(source, CallableOf(selector)) : source;
    }

    /// <summary>The source of a call, with its predicate where it has one.</summary>
    private Sequence Matching(IInvocationOperation invocation)
    {
        var source = SequenceOf(Argument(invocation, "source")!);
        return Argument(invocation, "predicate") is { } predicate ? Where(source, CallableOf(predicate)) : source;
    }

    private static string Missing(IInvocationOperation invocation) => Argument(invocation, "predicate") is null ? EmptySequence : NoMatch;

    private Local Variable(IrType type, string name, Expression? start)
    {
        var local = NewLocal(type, name);
        Emit(new Declare(local, start));
        return local;
    }

    private LocalRead Final(Local local)
    {
        _stable.Add(local);
        return new LocalRead(local);
    }

    private void Set(Local local, Expression value) => Set(new LocalPlace(local), value);

    private void Set(Place place, Expression value) => Emit(new Assign(place, value));

    private ScalarType Number(IInvocationOperation invocation, IrType type) => type is ScalarType scalar && scalar != ScalarType.Bool
        ? scalar
        : throw Unsupported(invocation, $"'{invocation.TargetMethod.Name}' of '{type}'", "convert the numbers to double before");

    private Expression Sum(IInvocationOperation invocation, Sequence sequence)
    {
        var type = Number(invocation, TypeOf(invocation));
        Number(invocation, sequence.Element);

        // Floats are summed in double.
        var wide = type == ScalarType.Float ? ScalarType.Double : type;
        var sum = Variable(wide, "sum", Zero(wide));
        Each(sequence, value => Set(sum, new Binary(BinaryOperator.Add, new LocalRead(sum), Widened(value, wide), wide.IsInteger)));
        return Widened(Final(sum), type);
    }

    private static Constant Zero(ScalarType type) => Constant.FromBits(type, 0);

    private static Expression Widened(Expression value, IrType type) => value.Type == type ? value : new Ir.Convert(type, value);

    private Expression Average(IInvocationOperation invocation, Sequence sequence)
    {
        var type = Number(invocation, TypeOf(invocation));
        var element = Number(invocation, sequence.Element);
        var wide = element.IsFloating ? ScalarType.Double : ScalarType.Long;

        // What is not an array or a list starts at its first element: only a zero's sign tells. Adding to -0.0 gives that element.
        var sum = Variable(wide, "sum", wide.IsInteger || sequence.IsStored ? Zero(wide) : Constant.Of(-0.0));
        Expression count;
        if (sequence.Indexed is { } indexed)
        {
            count = KeepLength(indexed.Count());
            Refuse(new Binary(BinaryOperator.Equal, count, Constant.Of(0)), EmptySequence);
            Each(sequence, value => Set(sum, new Binary(BinaryOperator.Add, new LocalRead(sum), Widened(value, wide), wide.IsInteger)));
        }
        else
        {
            var seen = Position();
            Each(sequence, value =>
            {
                Set(sum, new Binary(BinaryOperator.Add, new LocalRead(sum), Widened(value, wide), wide.IsInteger));
                Increment(seen);
            });
            count = Final(seen);
            Refuse(new Binary(BinaryOperator.Equal, count, Constant.Of(0)), EmptySequence);
        }

        var mean = new Binary(BinaryOperator.Divide, Widened(Final(sum), ScalarType.Double), new Ir.Convert(ScalarType.Double, count));
        return Widened(mean, type);
    }

    private LocalRead Extreme(IInvocationOperation invocation, Sequence sequence, bool isMax)
    {
        var type = Number(invocation, sequence.Element);
        var extreme = Variable(type, isMax ? "max" : "min", null);
        var any = Flag("any");
        Each(sequence, (value, done) =>
        {
            var kept = KeepAs(value, "element");
            var current = new LocalRead(extreme);
            Expression better = new Binary(isMax ? BinaryOperator.Greater : BinaryOperator.Less, kept, current);
            if (type.IsFloating)
            {
                // NaN is the least of all: Min stops at one, Max takes anything else instead.
                var isNaN = isMax ? new Binary(BinaryOperator.NotEqual, current, current) : new Binary(BinaryOperator.NotEqual, kept, kept);
                better = new Binary(BinaryOperator.OrElse, better, isNaN);
            }

            var take = BlockOf(() =>
            {
                Set(extreme, kept);
                Set(any, Constant.Of(true));
                if (type.IsFloating && !isMax)
                    Emit(Leave(new Binary(BinaryOperator.NotEqual, kept, kept), done));
            });
            Emit(new If(new Binary(BinaryOperator.OrElse, new Unary(UnaryOperator.Not, new LocalRead(any)), better), take, Block.Empty));
        });
        Refuse(new Unary(UnaryOperator.Not, new LocalRead(any)), EmptySequence);
        return Final(extreme);
    }

    private LocalRead ExtremeBy(IInvocationOperation invocation, bool isMax)
    {
        var source = SequenceOf(Argument(invocation, "source")!);
        var selector = CallableOf(Argument(invocation, "keySelector")!);
        var type = selector.Result ?? throw Unsupported(invocation, "A key whose type is not translated", "order by a number, an enum or a text");
        var extreme = Variable(source.Element, isMax ? "max" : "min", null);
        var best = Variable(type, "best", null);
        var any = Flag("any");
        Each(source, value =>
        {
            var element = KeepAs(value, selector.Names[0]);
            var key = Keep(selector.Of(element));
            var better = isMax ? IsLess(new LocalRead(best), key) : IsLess(key, new LocalRead(best));
            var take = BlockOf(() =>
            {
                Set(extreme, element);
                Set(best, key);
                Set(any, Constant.Of(true));
            });
            Emit(new If(new Binary(BinaryOperator.OrElse, new Unary(UnaryOperator.Not, new LocalRead(any)), better), take, Block.Empty));
        });
        if (invocation.TargetMethod.TypeArguments[0].IsValueType)
            Refuse(new Unary(UnaryOperator.Not, new LocalRead(any)), EmptySequence);
        return Final(extreme);
    }

    private Expression Aggregate(IInvocationOperation invocation)
    {
        var source = SequenceOf(Argument(invocation, "source")!);
        var seed = Argument(invocation, "seed");
        var type = seed is null ? source.Element : TypeOf(seed);
        var start = seed is null ? null : Coerce(Value(seed), type);
        var function = CallableOf(Argument(invocation, "func")!);
        var result = Variable(type, function.Names[0], start);
        var any = seed is null ? Flag("any") : null;
        Each(source, value =>
        {
            void Step(Expression element)
            {
                // The lambda reads what it is given, and only its result is stored: both may be one variable.
                var isKnown = !_stable.Add(result);
                var next = function.Of(new LocalRead(result), element);
                if (!isKnown)
                    _stable.Remove(result);
                Set(result, Coerce(next, type));
            }

            if (any is null)
            {
                Step(value);
                return;
            }

            var kept = Keep(value);
            var first = BlockOf(() =>
            {
                Set(result, kept);
                Set(any, Constant.Of(true));
            });
            Emit(new If(new LocalRead(any), BlockOf(() => Step(kept)), first));
        });
        if (any is not null)
            Refuse(new Unary(UnaryOperator.Not, new LocalRead(any)), EmptySequence);
        var final = Final(result);
        return Argument(invocation, "resultSelector") is { } last ? CallableOf(last).Of(final) : final;
    }

    private Expression Quantified(IInvocationOperation invocation, bool isAll)
    {
        var source = SequenceOf(Argument(invocation, "source")!);
        var predicate = Argument(invocation, "predicate") is { } given ? CallableOf(given) : null;
        if (predicate is null && source is { Indexed: { } indexed, IsPlain: true })
            return new Binary(BinaryOperator.Greater, indexed.Count(), Constant.Of(0));
        var result = Variable(ScalarType.Bool, isAll ? "all" : "any", Constant.Of(isAll));
        Each(source, (value, done) =>
        {
            var found = BlockOf(() =>
            {
                Set(result, Constant.Of(!isAll));
                Emit(new Exit(done));
            });
            if (predicate is null)
            {
                Keep(value);
                _out.AddRange(found.Statements);
                return;
            }

            var holds = predicate.Of(value);
            Emit(new If(isAll ? new Unary(UnaryOperator.Not, holds) : holds, found, Block.Empty));
        });
        return Final(result);
    }

    private Expression Counted(IInvocationOperation invocation)
    {
        var source = Matching(invocation);
        var type = TypeOf(invocation);
        if (source is { Indexed: { } indexed, IsPlain: true })
            return Widened(indexed.Count(), type);
        var count = Position();
        Each(source, value =>
        {
            // C# computes what it counts.
            Keep(value);
            Increment(count);
        });
        return Widened(Final(count), type);
    }
}
