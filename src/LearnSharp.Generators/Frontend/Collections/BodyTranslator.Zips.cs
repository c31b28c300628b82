using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

// Several sequences in step.
internal sealed partial class BodyTranslator
{
    private Sequence Zip(IInvocationOperation invocation, Sequence first)
    {
        var others = new List<Sequence> { SequenceOf(Argument(invocation, "second")!) };
        if (Argument(invocation, "third") is { } third)
            others.Add(SequenceOf(third));
        if (others.FirstOrDefault(static other => !other.CanResume) is not null)
            throw Unsupported(invocation, "'Zip' with a sequence made by 'SelectMany'", "end it with ToArray() before");
        System.Func<IReadOnlyList<Expression>, Expression> combine;
        IrType type;
        if (Argument(invocation, "resultSelector") is { } given)
        {
            var selector = CallableOf(given);
            type = selector.Result ?? throw Unsupported(given, "A lambda whose result has no type that is translated", "select numbers, tuples or structs");
            combine = values => selector.Call([.. values]);
        }
        else
        {
            var tuple = (StructType)TypeOf(((INamedTypeSymbol)invocation.Type!).TypeArguments[0], invocation.Syntax.GetLocation());
            type = tuple;
            combine = values => new StructNew(tuple, values.Select((value, i) => Coerce(value, tuple.Fields[i].Type)).ToEquatableArray());
        }

        // Where an element of the first runs code, C# runs it once more than there are elements of the others: positions do not tell.
        if (first is { Indexed: { } indexed, IsPlain: true } && others.All(static other => other.Indexed is not null))
        {
            return OfIndexed(type, new Indexed(
                () => others.Aggregate(indexed.Count(), (least, other) => Least(least, other.Indexed!.Count())),
                index =>
                {
                    var values = new List<Expression> { indexed.At(index) };
                    foreach (var other in others)
                    {
                        var (statements, value) = Capture(() => other.Indexed!.At(index));
                        if (statements.Count > 0)
                            values = values.ConvertAll(Keep);
                        _out.AddRange(statements);
                        values.Add(value);
                    }

                    return combine(values);
                }) { Lists = [.. indexed.Lists, .. others.SelectMany(static other => other.Lists)] });
        }

        return new Sequence(type, resumable =>
        {
            var enumeration = first.Start(resumable);
            var steps = others.Select(Stepping).ToList();
            return (sink, done) => enumeration(
                value =>
                {
                    var values = new List<Expression> { Keep(value) };
                    foreach (var step in steps)
                        values.Add(step(done));
                    sink(combine(values));
                },
                done);
        })
        {
            Bound = first.Bound,
            CanResume = first.CanResume,
            Lists = [.. first.Lists, .. others.SelectMany(static other => other.Lists)],
        };
    }

    /// <summary>Emits what takes the next element of a sequence, or exits to a label where there is none.</summary>
    private System.Func<Label, Expression> Stepping(Sequence sequence)
    {
        if (sequence.Indexed is { } indexed)
        {
            var count = KeepLength(indexed.Count());
            var next = Position();
            return done =>
            {
                Emit(Leave(new Binary(BinaryOperator.GreaterOrEqual, new LocalRead(next), count), done));
                var at = new LocalRead(Spill(new LocalRead(next), "at"));
                Increment(next);
                return Keep(indexed.At(at));
            };
        }

        var enumeration = sequence.Start(true);
        return done =>
        {
            var current = NewLocal(sequence.Element, "current");
            Emit(new Declare(current, null));
            var found = Flag("found");
            var taken = NewLabel();
            Emit(new Labelled(taken, BlockOf(() => enumeration(
                value =>
                {
                    Emit(new Assign(new LocalPlace(current), value));
                    Emit(new Assign(new LocalPlace(found), Constant.Of(true)));
                    Emit(new Exit(taken));
                },
                NewLabel()))));
            Emit(Leave(new Unary(UnaryOperator.Not, new LocalRead(found)), done));
            _stable.Add(current);
            return new LocalRead(current);
        };
    }
}
