using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

internal sealed partial class BodyTranslator
{
    private void For(IForLoopOperation loop)
    {
        var (statements, _) = Capture<object?>(() =>
        {
            Statements(loop.Before);
            Loop(loop, loop.Condition, isFirst: true, loop.AtLoopBottom);
            return null;
        });
        if (statements.Count == 1)
            _out.AddRange(statements);
        else
            Emit(new Block(statements.ToEquatableArray()));
    }

    private void While(IWhileLoopOperation loop) => Loop(loop, loop.Condition, loop.ConditionIsTop, []);

    private void Loop(ILoopOperation loop, IOperation? test, bool isFirst, IEnumerable<IOperation> bottom)
    {
        var (breakLabel, continueLabel) = Labels(loop);
        Expression? condition = null;
        Expression? last = null;
        List<Statement> before = [];
        List<Statement> after = [];
        if (test is not null && !test.ConstantValue.HasValue)
        {
            var (statements, value) = Capture(() => Condition(test));
            if (isFirst && statements.Count == 0)
            {
                condition = value;
            }
            else if (isFirst)
            {
                // A condition with effects is tested in the body: the loop itself only knows pure ones.
                before = statements;
                before.Add(Leave(new Unary(UnaryOperator.Not, value), breakLabel));
            }
            else if (statements.Count == 0)
            {
                last = value;
            }
            else
            {
                var again = NewLocal(ScalarType.Bool, "again");
                Emit(new Declare(again, null));
                after = statements;
                after.Add(new Assign(new LocalPlace(again), value) { Origin = _origin });
                last = new LocalRead(again);
            }
        }
        else if (test is { ConstantValue: { HasValue: true, Value: false } })
        {
            (condition, last) = isFirst ? (Constant.Of(false), null) : ((Expression?)null, Constant.Of(false));
        }

        if (loop is IForLoopOperation counted && isFirst)
            NoteCounter(counted, condition);
        var body = BlockOf(loop.Body);

        // The step reads variables of patterns in the condition: they are declared before the loop.
        if (bottom.Any())
            HoistDeclared(before);
        if (before.Count > 0)
            body = new Block([.. before, .. body.Statements]);
        var (step, _) = Capture<object?>(() =>
        {
            Statements(bottom);
            return null;
        });
        step.AddRange(after);
        Emit(new Loop(breakLabel, continueLabel, condition, body, new Block(step.ToEquatableArray()), last));
    }

    private If Leave(Expression condition, Label label) =>
        new(condition, new Block([new Exit(label) { Origin = _origin }]), Block.Empty) { Origin = _origin };

    private (Label Break, Label Continue) Labels(ILoopOperation loop)
    {
        var labels = (NewLabel(), NewLabel());
        (_labels[loop.ExitLabel], _labels[loop.ContinueLabel]) = labels;
        return labels;
    }

    private void ForEach(IForEachLoopOperation loop)
    {
        var collection = loop.Collection;
        while (collection is IConversionOperation { IsImplicit: true } conversion)
            collection = conversion.Operand;
        CheckNarrowing(loop);
        if (loop.IsAsynchronous)
            throw Unsupported(loop, "'await foreach'", "collect the values in an array before, and pass it in");
        if (IsByReference(loop) && collection.Type is not IArrayTypeSymbol && !IsSpanType(collection.Type))
            throw Unsupported(loop, "'foreach' by reference", "use 'for' and write to the element by its index");
        if (collection.Type!.SpecialType != SpecialType.System_String && (collection.Type is not IArrayTypeSymbol || IsSymbolic(collection)) && !IsSpanType(collection.Type) && TrySequence(collection) is { } sequence)
        {
            ForEach(loop, sequence);
            return;
        }

        if (collection.Type!.SpecialType != SpecialType.System_String && !IsRectangular(collection) && TypeOf(collection) is not ArrayType)
            throw Unsupported(collection, $"'foreach' over '{collection.Type!.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}'", "loop over an array or a span");

        var (statements, _) = Capture<object?>(() =>
        {
            ForEach(loop, Keep(ElementsOf(collection)));
            return null;
        });
        Emit(new Block(statements.ToEquatableArray()));
    }

    private static bool IsByReference(IForEachLoopOperation loop) => loop.Syntax is ForEachStatementSyntax { Type: RefTypeSyntax };

    private void ForEach(IForEachLoopOperation loop, Expression elements)
    {
        var (breakLabel, continueLabel) = Labels(loop);
        var index = NewLocal(ScalarType.Int, "index");
        Emit(new Declare(index, Constant.Of(0)));
        var (body, _) = Capture<object?>(() =>
        {
            Expression element = elements.Type is ArrayType
                ? new Element(elements, new LocalRead(index))
                : new Extern(new OpaqueType("char"), "{0}[{1}]", [elements, new LocalRead(index)], Purity.Pure);
            switch (loop.LoopControlVariable)
            {
                case IVariableDeclaratorOperation { Symbol: var symbol } when IsByReference(loop):
                    _scope.Set(symbol, new PlaceBinding(new ElementPlace(elements, Keep(new LocalRead(index)))), _region);
                    break;
                case IVariableDeclaratorOperation { Symbol: var symbol }:
                    DeclareLocal(symbol, TypeOf(symbol.Type, loop.LoopControlVariable.Syntax.GetLocation()), Coerce(element, TypeOf(symbol.Type, loop.LoopControlVariable.Syntax.GetLocation())));
                    break;
                case var target:
                    Distribute(target, new LocalRead(Spill(element, "element")), ElementOf(loop));
                    break;
            }

            _out.AddRange(BlockOf(loop.Body).Statements);
            return null;
        });
        Emit(new Loop(
            breakLabel,
            continueLabel,
            new Binary(BinaryOperator.Less, new LocalRead(index), elements.Type is ArrayType ? new Length(elements) : new Extern(ScalarType.Int, "{0}.Length", [elements], Purity.Pure)),
            new Block(body.ToEquatableArray()),
            new Block([new Assign(new LocalPlace(index), new Binary(BinaryOperator.Add, new LocalRead(index), Constant.Of(1))) { Origin = _origin }]),
            null));
    }
}
