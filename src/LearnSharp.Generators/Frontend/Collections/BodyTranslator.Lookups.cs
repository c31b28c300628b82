using System.Linq;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

// What finds elements by their keys: lookups and joins, and the operators that keep a value for each key.
internal sealed partial class BodyTranslator
{
    private static bool IsLookupType(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "ILookup", TypeArguments.Length: 2, ContainingNamespace.Name: "Linq" };

    private static bool MakesLookup(IOperation operation) => operation is IInvocationOperation { TargetMethod: { Name: "ToLookup" } method } && IsLinq(method);

    /// <summary>Whether an expression names the elements that a lookup has for a key.</summary>
    private bool IsLookedUp(IOperation operation) =>
        operation is IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } lookup } && IsLookupType(lookup.Type) && IsSymbolic(lookup);

    private LookupBinding LookupFrom(IInvocationOperation invocation)
    {
        CheckComparisons(invocation);
        return new(Grouped(
            SequenceOf(Argument(invocation, "source")!),
            CallableOf(Argument(invocation, "keySelector")!),
            Argument(invocation, "elementSelector") is { } selected ? CallableOf(selected) : null));
    }

    /// <summary>The elements that a lookup has for a key: none where the key is not there.</summary>
    private Sequence LookedUp(IPropertyReferenceOperation reference) =>
        Bind(reference.Instance!) is LookupBinding { Groups: var groups } ? ElementsOf(groups, Value(reference.Arguments[0].Value)) : throw Silent();

    private Sequence ElementsOf(Grouping groups, Expression key)
    {
        var number = PositionOf(groups.Index, Keep(Coerce(key, groups.Index.Shape.Key)));
        var all = groups.Elements(Keep(Most(number, Constant.Of(0))));
        var count = Keep(Choose(IsThere(number), all.Indexed!.Count, static () => Constant.Of(0), ScalarType.Int));
        return OfIndexed(all.Element, all.Indexed with { Count = () => count }) with { IsPlain = true };
    }

    /// <summary>The groups of a lookup.</summary>
    private Sequence OfLookup(LookupBinding lookup) => OfIndexed(s_group, new Indexed(() => lookup.Groups.Count, number => GroupAt(lookup.Groups, number)));

    /// <summary>A call on a lookup; null for any other.</summary>
    private LocalRead? LookupCall(IInvocationOperation invocation)
    {
        if (invocation is not { TargetMethod.Name: "Contains", Instance: { } instance } || !IsLookupType(instance.Type) || !IsSymbolic(instance) || Bind(instance) is not LookupBinding { Groups.Index: var index })
            return null;
        return Asked(index.Index, ScalarType.Bool, "isThere", "{0}.ContainsKey({1})", Keep(Coerce(Value(invocation.Arguments[0].Value), index.Shape.Key)));
    }

    /// <summary><c>Join</c> and <c>GroupJoin</c>.</summary>
    private Sequence Joined(IInvocationOperation invocation)
    {
        var outer = SequenceOf(Argument(invocation, "outer")!);
        var inner = SequenceOf(Argument(invocation, "inner")!);
        var (outerKey, innerKey) = (CallableOf(Argument(invocation, "outerKeySelector")!), CallableOf(Argument(invocation, "innerKeySelector")!));
        var result = FunctionOf(Argument(invocation, "resultSelector")!);
        var type = TypeOf(result.Method.ReturnType, invocation.Syntax.GetLocation());
        var isGrouped = invocation.TargetMethod.Name == "GroupJoin";
        return new Sequence(type, _ =>
        {
            var groups = Grouped(inner, innerKey, null);
            var enumeration = outer.Start(false);
            return (sink, done) => enumeration(
                given =>
                {
                    var element = KeepAs(given, outerKey.Names[0]);
                    var found = ElementsOf(groups, outerKey.Of(element));
                    if (isGrouped)
                        sink(Result(new ValueBinding(element), new QueryBinding(found)));
                    else
                        Each(found, match => sink(Result(new ValueBinding(element), new ValueBinding(Keep(match)))));
                },
                done);
        })
        {
            CanResume = false,
            Lists = [.. outer.Lists, .. inner.Lists],
        };

        Expression Result(Binding element, Binding match) =>
            Coerce(ReadBinding(invocation, Apply(invocation, result, [element, match], isUsed: true) ?? throw Silent()), type);
    }

    /// <summary><c>CountBy</c> and <c>AggregateBy</c>: a dictionary that is made when it is gone through.</summary>
    private Sequence Accumulated(IInvocationOperation invocation, Sequence source)
    {
        var pair = ((INamedTypeSymbol)invocation.Type!).TypeArguments[0];
        var types = ((INamedTypeSymbol)pair).TypeArguments;
        var where = invocation.Syntax.GetLocation();
        var shape = new MapShape(MapKind.Dictionary, TypeOf(types[0].WithNullableAnnotation(NullableAnnotation.None), where), TypeOf(types[1], where));
        var key = CallableOf(Argument(invocation, "keySelector")!);
        var step = Argument(invocation, "func") is { } func ? CallableOf(func) : null;
        var start = Argument(invocation, "seedSelector") is { } seeds ? CallableOf(seeds) : null;
        var seed = Argument(invocation, "seed") is { } given ? Keep(Coerce(Value(given), shape.Value!)) : null;
        MapBinding Made()
        {
            var map = NewMap(shape, []);
            Each(source, value =>
            {
                var element = Keep(value);
                var at = Keep(Coerce(key.Of(element), shape.Key));
                var old = Asked(map.Index, ScalarType.Int, "position", "global::System.Collections.Generic.CollectionExtensions.GetValueOrDefault({0}, {1}, -1)", at);
                var before = Choose(IsThere(old), () => ValueAt(map, old), () => start is null ? seed ?? Constant.Of(0) : start.Of(at), shape.Value!);
                var after = step is null ? new Binary(BinaryOperator.Add, before, Constant.Of(1), Checked: true) : step.Of(Keep(before), element);
                Put(map, at, Keep(Coerce(after, shape.Value!)), null);
            });
            return map;
        }

        var definition = (INamedTypeSymbol)pair.OriginalDefinition;
        var entry = _types.Pair(definition, shape.Key, shape.Value!);
        return new Sequence(entry, resumable => OfMap(Made()).Start(resumable)) { Lists = source.Lists };
    }

    /// <summary><c>Chunk</c>: arrays of a size, the last of what is left.</summary>
    private Sequence Chunk(Sequence source, Expression size)
    {
        var type = new ArrayType(source.Element, ArrayKind.Array);
        if (size is not Constant { AsLong: > 0 })
            Refuse(new Binary(BinaryOperator.Less, size, Constant.Of(1)), ArgumentOutOfRange("size"));
        return new Sequence(type, resumable =>
        {
            var enumeration = source.Start(resumable);
            var chunk = Variable(type, "chunk", new ArrayNew(type, size));
            var filled = Variable(ScalarType.Int, "filled", Constant.Of(0));
            return (sink, done) => Emit(new Labelled(done, BlockOf(() =>
            {
                enumeration(
                    value =>
                    {
                        var element = Keep(value);
                        Emit(new Assign(new ElementPlace(new LocalRead(chunk), new LocalRead(filled)), element));
                        Increment(filled);
                        Emit(new If(new Binary(BinaryOperator.Equal, new LocalRead(filled), size), BlockOf(() =>
                        {
                            var full = new LocalRead(Spill(new LocalRead(chunk), "full"));
                            Set(chunk, new LocalRead(Spill(new ArrayNew(type, size), "next")));
                            Set(filled, Constant.Of(0));
                            sink(full);
                        }), Block.Empty));
                    },
                    NewLabel());
                Emit(new If(new Binary(BinaryOperator.Greater, new LocalRead(filled), Constant.Of(0)), BlockOf(() =>
                {
                    var rest = new LocalRead(Spill(new ArrayNew(type, new LocalRead(filled)), "rest"));
                    Counting(new Length(rest), index => Emit(new Assign(new ElementPlace(rest, index), new Element(new LocalRead(chunk), index))));
                    Set(filled, Constant.Of(0));
                    sink(rest);
                }), Block.Empty));
            })));
        })
        {
            CanResume = source.CanResume,
            Lists = source.Lists,
        };
    }

    /// <summary><c>OfType</c> and <c>Cast</c> of objects that the method makes.</summary>
    private Sequence OfKind(IInvocationOperation invocation)
    {
        var given = Bare(Argument(invocation, "source")!);
        var element = given.Type is IArrayTypeSymbol array ? array.ElementType : given.Type is INamedTypeSymbol named ? SequenceInterface(named)?.TypeArguments[0] : null;
        var wanted = invocation.TargetMethod.TypeArguments[0];
        if (element is not null)
            WantHeap(element);
        if (element is null || !IsHeap(element) || !IsHeap(wanted))
            throw Unsupported(invocation, $"'{invocation.TargetMethod.Name}' of LINQ", "write the loop out");
        var source = SequenceOf(given);
        if (invocation.TargetMethod.Name == "OfType")
        {
            var test = new Callable(["item"], ScalarType.Bool, values => Test(values[0], element, Resolve(wanted)));
            return Where(source, test);
        }

        return Select(source, new Callable(["item"], ScalarType.Int, values =>
        {
            var item = Keep(values[0]);
            Refuse(new Binary(BinaryOperator.AndAlso, new Binary(BinaryOperator.NotEqual, item, Constant.Of(0)), new Unary(UnaryOperator.Not, Test(item, element, Resolve(wanted)))), InvalidCast);
            return item;
        }));
    }
}
