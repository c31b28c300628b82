using System;
using System.Linq;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

// The operators of LINQ that give a sequence.
internal sealed partial class BodyTranslator
{
    private Sequence StageOf(IInvocationOperation invocation)
    {
        var name = invocation.TargetMethod.Name;
        CheckComparisons(invocation);
        if (Argument(invocation, "comparer") is { } comparer)
            throw Unsupported(comparer, "A comparer", "order by a key instead");
        switch (name)
        {
            case "Range":
                return Range(invocation);
            case "Repeat":
                return Repeat(invocation);
            case "Empty":
                return OfIndexed(TypeOf(invocation.TargetMethod.TypeArguments[0], invocation.Syntax.GetLocation()), new Indexed(static () => Constant.Of(0), index => index));
            case "Join" or "GroupJoin":
                return Joined(invocation);
            case "OfType" or "Cast":
                return OfKind(invocation);
        }

        if (Argument(invocation, "source", "first", "array") is not { } given)
            throw Unsupported(invocation, $"'{name}' of LINQ", "write the loop out");
        var source = SequenceOf(given);
        switch (name)
        {
            case "Select":
                return Select(source, CallableOf(Argument(invocation, "selector")!));
            case "Where":
                return Where(source, CallableOf(Argument(invocation, "predicate")!));
            case "Take" when Argument(invocation, "count") is { } count:
                return Take(source, Keep(Value(count)));
            case "Skip":
                return Skip(source, Keep(Value(Argument(invocation, "count")!)));
            case "TakeWhile":
                return TakeWhile(source, CallableOf(Argument(invocation, "predicate")!));
            case "SkipWhile":
                return SkipWhile(source, CallableOf(Argument(invocation, "predicate")!));
            case "Concat":
                return Concat(source, SequenceOf(Argument(invocation, "second")!));
            case "Append":
                return Concat(source, Single(source.Element, Argument(invocation, "element")!));
            case "Prepend":
                return Concat(Single(source.Element, Argument(invocation, "element")!), source);
            case "Zip":
                return Zip(invocation, source);
            case "GroupBy":
                return GroupBy(invocation, source);
            case "SelectMany":
                return SelectMany(invocation, source);
            case "Reverse":
                return Buffered(source.Element, source, backwards: true);
            case "OrderBy" or "OrderByDescending" or "Order" or "OrderDescending" or "ThenBy" or "ThenByDescending":
                return Ordered(invocation);
            case "Distinct" or "DistinctBy":
                return Distinct(invocation, source);
            case "Union":
                return Distinct(invocation, Concat(source, SequenceOf(Argument(invocation, "second")!)));
            case "Except" or "Intersect":
                return Compared(invocation, source, SequenceOf(Argument(invocation, "second")!));
            case "TakeLast" or "SkipLast":
                return Ends(source, Keep(Value(Argument(invocation, "count")!)), isTaken: name == "TakeLast");
            case "DefaultIfEmpty":
                return DefaultIfEmpty(source, Argument(invocation, "defaultValue"));
            case "Chunk":
                return Chunk(source, Keep(Value(Argument(invocation, "size")!)));
            case "CountBy" or "AggregateBy":
                return Accumulated(invocation, source);
            case "Index":
                return Indices(invocation, source);
            case "AsEnumerable" or "ToArray" or "ToList":
                return name == "AsEnumerable" ? source : OfArray(ArrayOf(source));
            default:
                throw Unsupported(invocation, $"'{name}' of LINQ", "write the loop out");
        }
    }

    private Sequence Select(Sequence source, Callable selector)
    {
        var element = selector.Result ?? throw Unsupported(_where, "A lambda whose result has no type that is translated", "select numbers, tuples or structs");
        var counts = selector.Names.Count > 1;
        if (source.Indexed is { } indexed)
        {
            return OfIndexed(element, indexed with
            {
                At = index =>
                {
                    var value = indexed.At(index);
                    return counts ? selector.Of(value, index) : selector.Of(value);
                },
            });
        }

        return source with
        {
            Element = element,
            IsPlain = false,
            IsStored = false,
            Start = resumable =>
            {
                var enumeration = source.Start(resumable);
                var position = counts ? Position() : null;
                return (sink, done) => enumeration(value => sink(Called(selector, value, position)), done);
            },
        };
    }

    /// <summary>A count of the elements seen, for lambdas that take the position.</summary>
    private Local Position()
    {
        var position = NewLocal(ScalarType.Int, "position");
        Emit(new Declare(position, Constant.Of(0)));
        return position;
    }

    private Expression Called(Callable callable, Expression value, Local? position)
    {
        if (position is null)
            return callable.Of(value);
        var at = new LocalRead(Spill(new LocalRead(position), "at"));
        Increment(position);
        return callable.Of(value, at);
    }

    private Sequence Where(Sequence source, Callable predicate) => Filtered(source) with
    {
        Start = resumable =>
        {
            var enumeration = source.Start(resumable);
            var position = predicate.Names.Count > 1 ? Position() : null;
            return (sink, done) => enumeration(
                value =>
                {
                    var element = KeepAs(value, predicate.Names[0]);
                    var holds = Called(predicate, element, position);
                    Emit(new If(holds, BlockOf(() => sink(element)), Block.Empty));
                },
                done);
        },
    };

    /// <summary>What is known of a sequence that leaves out some elements of another.</summary>
    private static Sequence Filtered(Sequence source) => source with { Indexed = null, IsPlain = false, IsStored = false };

    private Expression KeepAs(Expression value, string name) => IsStable(value) ? value : new LocalRead(Spill(value, name));

    private Sequence Take(Sequence source, Expression count)
    {
        if (source.Indexed is { } indexed)
        {
            return OfIndexed(source.Element, indexed with { Count = () => Least(Most(count, Constant.Of(0)), indexed.Count()) }) with { IsPlain = source.IsPlain };
        }

        return Filtered(source) with
        {
            Start = resumable =>
            {
                var enumeration = source.Start(resumable);
                var left = NewLocal(ScalarType.Int, "left");
                Emit(new Declare(left, count));

                // The element behind the last one is not asked for: computing it could throw.
                return (sink, done) => Emit(new If(
                    new Binary(BinaryOperator.Greater, new LocalRead(left), Constant.Of(0)),
                    BlockOf(() => enumeration(
                        value =>
                        {
                            Emit(new Assign(new LocalPlace(left), new Binary(BinaryOperator.Subtract, new LocalRead(left), Constant.Of(1))));
                            sink(value);
                            Emit(Leave(new Binary(BinaryOperator.Equal, new LocalRead(left), Constant.Of(0)), done));
                        },
                        done)),
                    Block.Empty));
            },
        };
    }

    private Sequence Skip(Sequence source, Expression count)
    {
        if (source.Indexed is { } indexed)
        {
            return OfIndexed(source.Element, indexed with
            {
                Count = () => Most(new Binary(BinaryOperator.Subtract, indexed.Count(), Most(count, Constant.Of(0))), Constant.Of(0)),
                At = index => indexed.At(KeepAs(new Binary(BinaryOperator.Add, index, Most(count, Constant.Of(0))), "at")),
            }) with { IsPlain = source.IsPlain };
        }

        return Filtered(source) with
        {
            Start = resumable =>
            {
                var enumeration = source.Start(resumable);
                var left = NewLocal(ScalarType.Int, "left");
                Emit(new Declare(left, count));
                return (sink, done) => enumeration(
                    value =>
                    {
                        var kept = KeepAs(value, "element");
                        Emit(new If(
                            new Binary(BinaryOperator.Greater, new LocalRead(left), Constant.Of(0)),
                            BlockOf(() => Emit(new Assign(new LocalPlace(left), new Binary(BinaryOperator.Subtract, new LocalRead(left), Constant.Of(1))))),
                            BlockOf(() => sink(kept))));
                    },
                    done);
            },
        };
    }

    private static Expression Least(Expression first, Expression second) => (first, second) switch
    {
        (Constant a, Constant b) => a.AsLong <= b.AsLong ? a : b,
        _ => new MathCall(MathFunction.Min, ScalarType.Int, [first, second]),
    };

    private static Expression Most(Expression first, Expression second) => (first, second) switch
    {
        (Constant a, Constant b) => a.AsLong >= b.AsLong ? a : b,
        _ => new MathCall(MathFunction.Max, ScalarType.Int, [first, second]),
    };

    private Sequence TakeWhile(Sequence source, Callable predicate) => Filtered(source) with
    {
        Start = resumable =>
        {
            var enumeration = source.Start(resumable);
            var position = predicate.Names.Count > 1 ? Position() : null;
            var over = resumable ? Flag("over") : null;
            return (sink, done) =>
            {
                void Run() => enumeration(
                    value =>
                    {
                        var element = KeepAs(value, predicate.Names[0]);
                        var holds = Called(predicate, element, position);
                        var end = BlockOf(() =>
                        {
                            if (over is not null)
                                Emit(new Assign(new LocalPlace(over), Constant.Of(true)));
                            Emit(new Exit(done));
                        });
                        Emit(new If(new Unary(UnaryOperator.Not, holds), end, Block.Empty));
                        sink(element);
                    },
                    done);
                if (over is null)
                    Run();
                else
                    Emit(new If(new Unary(UnaryOperator.Not, new LocalRead(over)), BlockOf(Run), Block.Empty));
            };
        },
    };

    private Local Flag(string name)
    {
        var flag = NewLocal(ScalarType.Bool, name);
        Emit(new Declare(flag, Constant.Of(false)));
        return flag;
    }

    private Sequence SkipWhile(Sequence source, Callable predicate) => Filtered(source) with
    {
        Start = resumable =>
        {
            var enumeration = source.Start(resumable);
            var position = predicate.Names.Count > 1 ? Position() : null;
            var begun = Flag("begun");
            return (sink, done) => enumeration(
                value =>
                {
                    var element = KeepAs(value, predicate.Names[0]);
                    var test = BlockOf(() =>
                    {
                        var holds = Called(predicate, element, position);
                        Emit(new Assign(new LocalPlace(begun), new Unary(UnaryOperator.Not, holds)));
                    });
                    Emit(new If(new Unary(UnaryOperator.Not, new LocalRead(begun)), test, Block.Empty));
                    Emit(new If(new LocalRead(begun), BlockOf(() => sink(element)), Block.Empty));
                },
                done);
        },
    };

    private Sequence Single(IrType type, IOperation element)
    {
        var value = Keep(Coerce(Value(element), type));
        return OfIndexed(type, new Indexed(static () => Constant.Of(1), _ => value)) with { IsPlain = true };
    }

    private Sequence Concat(Sequence first, Sequence second)
    {
        if (first is { Indexed: { } a, IsPlain: true } && second is { Indexed: { } b, IsPlain: true })
        {
            Expression? border = null;
            return OfIndexed(first.Element, new Indexed(
                () =>
                {
                    border = KeepLength(a.Count());
                    return new Binary(BinaryOperator.Add, border, b.Count(), Checked: true);
                },
                index => Choose(
                    new Binary(BinaryOperator.Less, index, border!),
                    () => a.At(index),
                    () => b.At(new Binary(BinaryOperator.Subtract, index, border!)),
                    first.Element)) { Lists = [.. a.Lists, .. b.Lists] }) with { IsPlain = true };
        }

        return new Sequence(first.Element, resumable =>
        {
            var one = first.Start(resumable);
            var two = resumable ? second.Start(true) : null;
            return (sink, done) => Emit(new Labelled(done, BlockOf(() =>
            {
                one(sink, NewLabel());

                // C# starts the second only when the first is through.
                (two ?? second.Start(false))(sink, NewLabel());
            })));
        })
        {
            Bound = first.Bound is { } most && second.Bound is { } more ? () => new Binary(BinaryOperator.Add, most(), more(), Checked: true) : null,
            CanResume = first.CanResume && second.CanResume,
            Lists = [.. first.Lists, .. second.Lists],
        };
    }

    private Sequence SelectMany(IInvocationOperation invocation, Sequence source)
    {
        var argument = Argument(invocation, "collectionSelector", "selector")!;
        var collections = FunctionOf(argument);
        var results = Argument(invocation, "resultSelector") is { } given ? CallableOf(given) : null;
        if (collections.Method.Parameters.Length > 1)
            throw Unsupported(invocation, "'SelectMany' with the position", "use 'Select' with the position before it");
        var type = TypeOf(invocation.TargetMethod.TypeArguments[invocation.TargetMethod.TypeArguments.Length - 1], invocation.Syntax.GetLocation());
        return new Sequence(type, _ =>
        {
            var enumeration = source.Start(false);
            return (sink, done) => enumeration(
                value =>
                {
                    var outer = KeepAs(value, collections.Method.Parameters[0].Name);
                    var inner = SequenceReturned(argument, collections, outer);
                    inner.Start(false)(element => sink(results is null ? element : results.Of(outer, element)), NewLabel());
                },
                done);
        })
        {
            CanResume = false,
            Lists = source.Lists,
        };
    }

    private Sequence DefaultIfEmpty(Sequence source, IOperation? given)
    {
        var value = given is null ? new Default(source.Element) : Keep(Coerce(Value(given), source.Element));
        return new Sequence(source.Element, resumable =>
        {
            var enumeration = source.Start(resumable);
            var any = Flag("any");
            return (sink, done) => Emit(new Labelled(done, BlockOf(() =>
            {
                enumeration(
                    element =>
                    {
                        Emit(new Assign(new LocalPlace(any), Constant.Of(true)));
                        sink(element);
                    },
                    NewLabel());
                var none = BlockOf(() =>
                {
                    Emit(new Assign(new LocalPlace(any), Constant.Of(true)));
                    sink(value);
                });
                Emit(new If(new Unary(UnaryOperator.Not, new LocalRead(any)), none, Block.Empty));
            })));
        })
        {
            CanResume = source.CanResume,
            Lists = source.Lists,
        };
    }

    private Sequence Indices(IInvocationOperation invocation, Sequence source)
    {
        var pair = (StructType)TypeOf(((INamedTypeSymbol)invocation.Type!).TypeArguments[0], invocation.Syntax.GetLocation());
        return Select(source, new Callable(["element", "index"], pair, arguments => new StructNew(pair, [arguments[1], arguments[0]])));
    }
}
