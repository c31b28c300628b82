using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

// The operators of LINQ that look for elements.
internal sealed partial class BodyTranslator
{
    private Expression First(IInvocationOperation invocation)
    {
        var source = Matching(invocation);
        var orDefault = invocation.TargetMethod.Name.EndsWith("OrDefault", System.StringComparison.Ordinal);
        var fallback = Fallback(invocation, source.Element);
        if (!orDefault && source.Indexed is { } indexed)
        {
            Refuse(new Binary(BinaryOperator.Equal, KeepLength(indexed.Count()), Constant.Of(0)), EmptySequence);
            return indexed.At(Constant.Of(0));
        }

        var result = Variable(source.Element, "first", fallback);
        var found = orDefault ? null : Flag("found");
        Each(source, (value, done) =>
        {
            Set(result, value);
            if (found is not null)
                Set(found, Constant.Of(true));
            Emit(new Exit(done));
        });
        if (found is not null)
            Refuse(new Unary(UnaryOperator.Not, new LocalRead(found)), Missing(invocation));
        return Final(result);
    }

    /// <summary>What a search gives where it finds nothing; null for the type's default.</summary>
    private Expression? Fallback(IInvocationOperation invocation, IrType type) =>
        Argument(invocation, "defaultValue") is { } given ? Coerce(Value(given), type) : null;

    private Expression Last(IInvocationOperation invocation)
    {
        var source = Matching(invocation);
        var orDefault = invocation.TargetMethod.Name.EndsWith("OrDefault", System.StringComparison.Ordinal);
        var fallback = Fallback(invocation, source.Element);
        if (source.Indexed is { } indexed)
        {
            var count = KeepLength(indexed.Count());
            Expression LastOf() => indexed.At(KeepAs(new Binary(BinaryOperator.Subtract, count, Constant.Of(1)), "at"));
            var isEmpty = new Binary(BinaryOperator.Equal, count, Constant.Of(0));
            if (orDefault)
                return Choose(isEmpty, () => fallback ?? new Default(source.Element), LastOf, source.Element);
            Refuse(isEmpty, EmptySequence);
            return LastOf();
        }

        var result = Variable(source.Element, "last", fallback);
        var found = orDefault ? null : Flag("found");
        Each(source, value =>
        {
            Set(result, value);
            if (found is not null)
                Set(found, Constant.Of(true));
        });
        if (found is not null)
            Refuse(new Unary(UnaryOperator.Not, new LocalRead(found)), Missing(invocation));
        return Final(result);
    }

    private LocalRead Only(IInvocationOperation invocation)
    {
        var source = Matching(invocation);
        var orDefault = invocation.TargetMethod.Name.EndsWith("OrDefault", System.StringComparison.Ordinal);
        var result = Variable(source.Element, "single", Fallback(invocation, source.Element));
        var found = Flag("found");
        const string several = "new global::System.InvalidOperationException(\"Sequence contains more than one element\")";
        Each(source, value =>
        {
            Refuse(new LocalRead(found), several);
            Set(result, value);
            Set(found, Constant.Of(true));
        });
        if (!orDefault)
            Refuse(new Unary(UnaryOperator.Not, new LocalRead(found)), Missing(invocation));
        return Final(result);
    }

    private Expression ElementAt(IInvocationOperation invocation)
    {
        var orDefault = invocation.TargetMethod.Name.EndsWith("OrDefault", System.StringComparison.Ordinal);
        var source = SequenceOf(Argument(invocation, "source")!);
        var index = Keep(Value(Argument(invocation, "index")!));
        if (index.Type != ScalarType.Int)
            throw Unsupported(invocation, "'ElementAt' from the end", "use 'Last', or count from the start");
        if (source.Indexed is not { } indexed)
            return First(source, index, orDefault);
        var count = KeepLength(indexed.Count());
        var isWrong = new Binary(
            BinaryOperator.OrElse,
            new Binary(BinaryOperator.Less, index, Constant.Of(0)),
            new Binary(BinaryOperator.GreaterOrEqual, index, count));
        if (orDefault)
            return Choose(isWrong, () => new Default(source.Element), () => indexed.At(index), source.Element);
        Refuse(isWrong, ArgumentOutOfRange("index"));
        return indexed.At(index);
    }

    /// <summary>The element at an index of a sequence that is gone through.</summary>
    private LocalRead First(Sequence source, Expression index, bool orDefault)
    {
        var result = Variable(source.Element, "element", null);
        var found = Flag("found");
        var position = Position();
        Each(source, (value, done) =>
        {
            var hit = BlockOf(() =>
            {
                Set(result, value);
                Set(found, Constant.Of(true));
                Emit(new Exit(done));
            });
            Emit(new If(new Binary(BinaryOperator.Equal, new LocalRead(position), index), hit, Block.Empty));
            Increment(position);
        });
        if (!orDefault)
            Refuse(new Unary(UnaryOperator.Not, new LocalRead(found)), ArgumentOutOfRange("index"));
        return Final(result);
    }

    private LocalRead Contains(IInvocationOperation invocation)
    {
        return Contains(invocation, SequenceOf(Argument(invocation, "source", "span")!), Argument(invocation, "value")!);
    }

    private LocalRead Contains(IInvocationOperation invocation, Sequence source, IOperation item)
    {
        var value = Keep(Coerce(Value(item), source.Element));
        var result = Flag("contains");
        Each(source, (element, done) =>
        {
            var found = BlockOf(() =>
            {
                Set(result, Constant.Of(true));
                Emit(new Exit(done));
            });
            Emit(new If(AreEqual(invocation, KeepAs(element, "element"), value), found, Block.Empty));
        });
        return Final(result);
    }

    /// <summary>Whether two values are equal as C#'s default comparer has it: NaN equals NaN.</summary>
    private Expression AreEqual(IOperation operation, Expression a, Expression b)
    {
        switch (a.Type)
        {
            case ScalarType { IsFloating: true }:
                return new Binary(
                    BinaryOperator.OrElse,
                    new Binary(BinaryOperator.Equal, a, b),
                    new Binary(BinaryOperator.AndAlso, new Binary(BinaryOperator.NotEqual, a, a), new Binary(BinaryOperator.NotEqual, b, b)));
            case ScalarType or EnumType:
                return new Binary(BinaryOperator.Equal, a, b);
            case StructType { Form: StructForm.Tuple } tuple:
            {
                Expression? result = null;
                for (var i = 0; i < tuple.Fields.Count; i++)
                {
                    var same = AreEqual(operation, new FieldRead(a, i), new FieldRead(b, i));
                    result = result is null ? same : new Binary(BinaryOperator.AndAlso, result, same);
                }

                return result!;
            }

            case OpaqueType opaque:
                return new Extern(ScalarType.Bool, $"global::System.Collections.Generic.EqualityComparer<{opaque.CSharpName}>.Default.Equals({{0}}, {{1}})", [a, b], Purity.Pure);
            default:
                throw Unsupported(operation, $"Comparing values of '{a.Type}'", "compare their members one by one");
        }
    }

    private LocalRead SequenceEqual(IInvocationOperation invocation)
    {
        var (first, second) = (SequenceOf(Argument(invocation, "first", "span")!), SequenceOf(Argument(invocation, "second", "other")!));
        if (!second.CanResume)
            throw Unsupported(invocation, "'SequenceEqual' with a sequence made by 'SelectMany'", "end it with ToArray() before");
        var equal = Variable(ScalarType.Bool, "equal", Constant.Of(true));
        var enumeration = first.Start(false);
        var step = Stepping(second);
        var done = NewLabel();
        enumeration(
            value =>
            {
                var kept = Keep(value);
                Set(equal, Constant.Of(false));
                var other = step(done);
                Set(equal, AreEqual(invocation, kept, other));
                Emit(Leave(new Unary(UnaryOperator.Not, new LocalRead(equal)), done));
            },
            done);
        var more = BlockOf(() =>
        {
            var end = NewLabel();
            Emit(new Labelled(end, BlockOf(() =>
            {
                step(end);
                Set(equal, Constant.Of(false));
            })));
        });
        Emit(new If(new LocalRead(equal), more, Block.Empty));
        return Final(equal);
    }
}
