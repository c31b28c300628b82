using System;
using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

// Where sequences come from.
internal sealed partial class BodyTranslator
{
    /// <summary>The sequence that an expression gives; an error where it is none that is translated.</summary>
    private Sequence SequenceOf(IOperation operation) =>
        TrySequence(operation) ?? throw Unsupported(
            operation,
            $"Going through '{operation.Type!.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}'",
            "use an array, a list made in the method, or a query over one");

    /// <summary>The sequence that an expression gives, or null.</summary>
    private Sequence? TrySequence(IOperation operation)
    {
        var source = Bare(operation);
        switch (source)
        {
            case ITranslatedQueryOperation syntax:
                return TrySequence(syntax.Operation);
            case IInvocationOperation invocation when IsLinq(invocation.TargetMethod):
                return StageOf(invocation);
            case var known when IsSymbolic(known):
                return Bind(known) switch
                {
                    QueryBinding query => query.Sequence,
                    ListBinding list => OfList(list),
                    MapBinding map => OfMap(map),
                    GroupBinding group => group.Elements,
                    LookupBinding lookup => OfLookup(lookup),
                    FunctionsBinding functions => OfFunctions(functions),
                    _ => null,
                };
            case var stored when StoredOf(stored) is { } collection:
                return collection is ListBinding own ? OfList(own) : collection is MapBinding entries ? OfMap(entries) : null;
            case var array when array.Type is IArrayTypeSymbol { IsSZArray: true } || IsSpanType(array.Type):
                return OfArray(Keep(Value(array)));
            default:
                return PassiveElements(source);
        }
    }

    private static bool IsLinq(IMethodSymbol method) =>
        method.ContainingType is { Name: "Enumerable", ContainingNamespace: { Name: "Linq", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } };

    /// <summary>Whether a call gives a sequence, and not a value.</summary>
    private static bool IsStage(IMethodSymbol method) =>
        IsLinq(method) && method.ReturnType.OriginalDefinition.ToDisplayString() is "System.Collections.Generic.IEnumerable<T>" or "System.Linq.IOrderedEnumerable<TElement>";

    /// <summary>The elements of an array or span that nothing replaces any more.</summary>
    private Sequence OfArray(Expression array) =>
        OfIndexed(((ArrayType)array.Type).Element, new Indexed(() => new Length(array), index => new Element(array, index))) with { IsPlain = true, IsStored = true };

    private Sequence OfIndexed(IrType element, Indexed indexed) => new(element, resumable => Count(indexed, resumable))
    {
        Indexed = indexed,
        Bound = indexed.Count,
        Lists = indexed.Lists,
    };

    /// <summary>A loop over positions.</summary>
    private Enumeration Count(Indexed indexed, bool resumable)
    {
        var count = KeepLength(indexed.Count());
        var stored = indexed.Lists.Where(static list => list.Home is not null)
            .Select(list => (Collection: list, Version: list.Home!.Arena.Version is null ? null : Keep(list.Home.Version))).ToList();
        var index = NewLocal(ScalarType.Int, "index");
        Emit(new Declare(index, Constant.Of(0)));
        if (!resumable)
            _stable.Add(index);
        var next = new Assign(new LocalPlace(index), new Binary(BinaryOperator.Add, new LocalRead(index), Constant.Of(1))) { Origin = _origin };
        return (sink, done) =>
        {
            var notes = indexed.Lists.Select(list => (List: list, Note: new ChangeNote(NewLocal(ScalarType.Bool, "hasChanged")))).ToList();
            notes.ForEach(static watched => watched.List.Watching.Add(watched.Note));
            var body = BlockOf(() =>
            {
                // What is left in the middle has counted this turn already.
                var at = resumable ? new LocalRead(Spill(new LocalRead(index), "at")) : new LocalRead(index);
                if (resumable)
                    Emit(next);
                Watched(stored, () => sink(indexed.At(at)));
                foreach (var (collection, note) in notes.Where(static watched => watched.Note.IsUsed))
                    Refuse(new LocalRead(note.Flag), $"new global::System.InvalidOperationException(\"{collection.Changed}\")");
            });
            notes.ForEach(static watched => watched.List.Watching.Remove(watched.Note));
            foreach (var (_, note) in notes.Where(static watched => watched.Note.IsUsed))
                Emit(new Declare(note.Flag, Constant.Of(false)));
            Emit(new Loop(done, NewLabel(), new Binary(BinaryOperator.Less, new LocalRead(index), count), body, resumable ? Block.Empty : new Block([next]), null));
        };
    }

    /// <summary>A length that is read again in each turn where that gives the same.</summary>
    private Expression KeepLength(Expression count) => count is Length { Array: var array } && IsStable(array) ? count : Keep(count);

    private Block BlockOf(Action emit)
    {
        var (statements, _) = Capture<object?>(() =>
        {
            emit();
            return null;
        });
        return new Block(statements.ToEquatableArray());
    }

    /// <summary>Emits a loop over all elements of a sequence.</summary>
    private void Each(Sequence sequence, Action<Expression> sink) => Each(sequence, (element, _) => sink(element));

    /// <summary>Emits a loop over the elements of a sequence that the sink may leave.</summary>
    private void Each(Sequence sequence, Action<Expression, Label> sink)
    {
        var done = NewLabel();
        sequence.Start(false)(element => sink(element, done), done);
    }

    private Sequence Range(IInvocationOperation invocation)
    {
        var values = Values(invocation.Arguments.Select(static a => a.Value));
        var (start, count) = (Keep(values[0]), Keep(values[1]));
        CheckRange(start, count);
        return OfIndexed(
            ScalarType.Int,
            new Indexed(() => count, index => start is Constant { AsLong: 0 } ? index : new Binary(BinaryOperator.Add, start, index))) with { IsPlain = true };
    }

    // Range throws where it is called, before anything is enumerated.
    private void CheckRange(Expression start, Expression count)
    {
        Expression isWrong = new Binary(BinaryOperator.Less, count, Constant.Of(0));
        if (start is not Constant { AsLong: <= 1 })
        {
            var last = new Binary(BinaryOperator.Add, new Ir.Convert(ScalarType.Long, start), new Ir.Convert(ScalarType.Long, count));
            isWrong = new Binary(BinaryOperator.OrElse, isWrong, new Binary(BinaryOperator.Greater, last, Constant.Of(1L + int.MaxValue)));
        }

        if (count is not Constant { AsLong: >= 0 } || start is not Constant { AsLong: <= 1 })
            Refuse(isWrong, ArgumentOutOfRange("count"));
    }

    private Sequence Repeat(IInvocationOperation invocation)
    {
        var values = Values(invocation.Arguments.Select(static a => a.Value));
        var type = TypeOf(invocation.TargetMethod.TypeArguments[0], invocation.Syntax.GetLocation());
        var (element, count) = (Keep(Coerce(values[0], type)), Keep(values[1]));
        if (count is not Constant { AsLong: >= 0 })
            Refuse(new Binary(BinaryOperator.Less, count, Constant.Of(0)), ArgumentOutOfRange("count"));
        return OfIndexed(type, new Indexed(() => count, _ => element)) with { IsPlain = true };
    }

    private static string ArgumentOutOfRange(string parameter) => $"new global::System.ArgumentOutOfRangeException(\"{parameter}\")";

    private const string EmptySequence = "new global::System.InvalidOperationException(\"Sequence contains no elements\")";

    private const string NoMatch = "new global::System.InvalidOperationException(\"Sequence contains no matching element\")";

    /// <summary>Emits a throw where a condition holds.</summary>
    private void Refuse(Expression condition, string exception)
    {
        var type = exception.Substring("new ".Length, exception.IndexOf('(') - "new ".Length);
        var thrown = new Throw(new Extern(new OpaqueType(type), exception, [], Purity.Pure)) { Origin = _origin };
        Emit(new If(condition, new Block([thrown]), Block.Empty));
    }

    /// <summary>An argument of a call by its parameter's name; null where it is left out.</summary>
    private static IOperation? Argument(IInvocationOperation invocation, params string[] names)
    {
        foreach (var argument in invocation.Arguments)
        {
            if (argument.ArgumentKind != ArgumentKind.DefaultValue && Array.IndexOf(names, argument.Parameter!.Name) >= 0)
                return argument.Value;
        }

        return null;
    }
}
