using System;
using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

// Methods with 'yield': their body stands around what is done with each element.
internal sealed partial class BodyTranslator
{
    /// <summary>Whether a method gives its elements one by one.</summary>
    private bool IsIterator(IMethodSymbol method)
    {
        var declared = method.OriginalDefinition;
        if (declared.ReturnType.OriginalDefinition.SpecialType != SpecialType.System_Collections_Generic_IEnumerable_T)
            return false;
        if (!_iterators.TryGetValue(declared, out var known))
        {
            known = MethodBodies.Find(declared, _compilation, _cancellation) is { } body
                && Within(body).Any(static operation => operation is IReturnOperation { Kind: OperationKind.YieldReturn or OperationKind.YieldBreak });
            _iterators[declared] = known;
        }

        return known;
    }

    private readonly Dictionary<IMethodSymbol, bool> _iterators = new(SymbolEqualityComparer.Default);

    /// <summary>What a call of an iterator gives: the arguments are taken now, and the body runs each time that the elements are gone through.</summary>
    private QueryBinding IteratorOf(IOperation call, IMethodSymbol method, Binding? receiver, Binding[] arguments, Scope? outer)
    {
        if (CallsItself(method))
            throw Unsupported(call, $"'{method.Name}', which yields and calls itself,", "fill a list that the caller passes, or return an array");
        var body = MethodBodies.Find(method, _compilation, _cancellation) ?? throw Silent();
        FindWritten(body);
        FindDecimals(body);
        var element = TypeOf(((INamedTypeSymbol)Resolve(method).ReturnType).TypeArguments[0], call.Syntax.GetLocation());
        Binding[] kept = [.. arguments.Select(Keep)];
        var self = receiver is null ? null : Keep(receiver);
        return new QueryBinding(new Sequence(element, _ => (sink, done) => Iterate(call, method, self, kept, outer, body, element, sink, done)) { CanResume = false });
    }

    private void Iterate(
        IOperation call, IMethodSymbol method, Binding? receiver, Binding[] arguments, Scope? outer, IOperation body, IrType element, Action<Expression> sink, Label done)
    {
        var (scope, frame) = (_scope, _frame);
        var around = _labels.ToList();
        var block = BlockOf(() => Inline(call, method, receiver, [.. arguments], outer, () =>
        {
            _frame!.Sink = returned =>
            {
                var value = Keep(Coerce(Value(returned), element));
                var (inner, running) = (_scope, _frame);
                var labels = _labels.ToList();
                try
                {
                    (_scope, _frame) = (scope, frame);
                    Restore(around);
                    Emit(BlockOf(() => sink(value)));
                }
                finally
                {
                    (_scope, _frame) = (inner, running);
                    Restore(labels);
                }
            };
            Statement(body);
        }));
        if (ExitFinder.LeavesTo(block, done))
            Emit(new Labelled(done, block));
        else
            _out.AddRange(block.Statements);
    }

    // What goes through the elements, and where they come from, may be the same method: its loops have other labels there.
    private void Restore(List<KeyValuePair<ILabelSymbol, Label>> labels)
    {
        foreach (var known in labels)
            _labels[known.Key] = known.Value;
    }

    private void Yield(IOperation statement, IOperation element) =>
        (_frame?.Sink ?? throw Unsupported(statement, "'yield' in a learnable method", "fill an array and return it"))(element);

    private void LeaveIterator(IOperation statement)
    {
        if (_frame is not { Sink: not null } frame)
            throw Unsupported(statement, "'yield' in a learnable method", "fill an array and return it");
        Leave(frame);
    }
}
