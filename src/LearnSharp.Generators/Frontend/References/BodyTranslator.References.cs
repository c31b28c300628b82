using System.Collections.Generic;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

// References that may be to one of several variables: an array and an index. A variable among them lives in an array of one element.
internal sealed partial class BodyTranslator
{
    private const string ReferenceWayOut = "choose an index of an array, or store to each where it is chosen";

    /// <summary>Ref locals that are given another target.</summary>
    private readonly HashSet<ISymbol> _moving = new(SymbolEqualityComparer.Default);

    /// <summary>Locals and parameters that such a reference may be to.</summary>
    private readonly HashSet<ISymbol> _chosen = new(SymbolEqualityComparer.Default);

    /// <summary>Collects the references that may be to one of several variables.</summary>
    private void FindReferences(IOperation body)
    {
        foreach (var operation in body.DescendantsAndSelf())
        {
            if (operation is ISimpleAssignmentOperation { IsRef: true, Target: ILocalReferenceOperation { Local: var moved } })
                _moving.Add(moved);
        }

        foreach (var operation in body.DescendantsAndSelf())
        {
            switch (operation)
            {
                case ISimpleAssignmentOperation { IsRef: true } assignment:
                    NoteChosen(assignment.Value);
                    break;
                case IConditionalOperation { IsRef: true } choice:
                    NoteChosen(choice);
                    break;
                case IVariableDeclaratorOperation { Symbol: var symbol } declarator when _moving.Contains(symbol) && declarator.GetVariableInitializer() is { } initializer:
                    NoteChosen(initializer.Value);
                    break;
            }
        }
    }

    private void NoteChosen(IOperation target)
    {
        switch (target)
        {
            case IParenthesizedOperation parenthesized:
                NoteChosen(parenthesized.Operand);
                break;
            case IConditionalOperation { IsRef: true, WhenFalse: { } whenFalse } choice:
                NoteChosen(choice.WhenTrue);
                NoteChosen(whenFalse);
                break;
            case ILocalReferenceOperation { Local: { RefKind: RefKind.None } local }:
                _chosen.Add(local);
                _written.Add(local);
                break;
            case IParameterReferenceOperation { Parameter: { RefKind: RefKind.None } parameter }:
                _chosen.Add(parameter);
                _written.Add(parameter);
                break;
        }
    }

    /// <summary>Declares a variable that lives in an array of one element, where a reference that is chosen may be to it.</summary>
    /// <returns>Whether it is such a variable.</returns>
    private bool DeclareChosen(ISymbol symbol, IrType type, Expression? value)
    {
        if (!_chosen.Contains(symbol) || type is ArrayType or OpaqueType || TypeMapper.HoldsArray(type))
            return false;
        var array = new ArrayType(type, ArrayKind.Array);
        var cell = NewLocal(array, symbol.Name);
        Emit(new Declare(cell, value is null ? new ArrayNew(array, Constant.Of(1)) : new ArrayLiteral(array, [value])));
        _stable.Add(cell);
        _scope.Set(symbol, new PlaceBinding(new ElementPlace(new LocalRead(cell), Constant.Of(0))), _region);
        return true;
    }

    /// <summary>Gives a ref local that has several targets its first one.</summary>
    private PlaceBinding DeclareMoving(ILocalSymbol symbol, IOperation target)
    {
        var (array, index) = Target(target);
        var held = NewLocal(array.Type, symbol.Name);
        var at = NewLocal(ScalarType.Int, symbol.Name + "At");
        Emit(new Declare(held, array));
        Emit(new Declare(at, index));
        return new(new ElementPlace(new LocalRead(held), new LocalRead(at)));
    }

    /// <summary><c>r = ref a[i]</c>: the ref local names other storage from here on.</summary>
    private void Move(ISimpleAssignmentOperation assignment)
    {
        if (assignment.Target is not ILocalReferenceOperation { Local: var symbol }
            || Find(symbol) is not PlaceBinding { Place: ElementPlace { Array: LocalRead { Local: var held }, Index: LocalRead { Local: var at } } })
        {
            throw Unsupported(assignment, "A 'ref' assignment to this", "assign to a ref local");
        }

        var (array, index) = Target(assignment.Value);
        if (!array.Type.Equals(held.Type))
            throw Unsupported(assignment.Value, $"A reference into a '{array.Type}' where others are into a '{held.Type}'", "use the same kind of array for all");
        (array, index) = (Keep(array), Keep(index));
        Emit(new Assign(new LocalPlace(held), array));
        Emit(new Assign(new LocalPlace(at), index));
    }

    /// <summary><c>ref (c ? ref a : ref b)</c>.</summary>
    private ElementPlace ChosenPlace(IConditionalOperation choice)
    {
        var condition = Condition(choice.Condition);
        var (whenTrue, first) = Capture(() => Target(choice.WhenTrue));
        var (whenFalse, second) = Capture(() => Target(choice.WhenFalse!));
        if (!first.Array.Type.Equals(second.Array.Type))
            throw Unsupported(choice, "A reference into one of several kinds of arrays", "use the same kind for all");
        if (whenTrue.Count == 0 && whenFalse.Count == 0 && first.Array.Equals(second.Array) && IsStable(first.Array))
            return new ElementPlace(first.Array, Keep(new Conditional(condition, first.Index, second.Index)));
        var held = NewLocal(first.Array.Type, "chosen");
        var at = NewLocal(ScalarType.Int, "chosenAt");
        Emit(new Declare(held, null));
        Emit(new Declare(at, null));
        Emit(new If(condition, Chosen(whenTrue, first), Chosen(whenFalse, second)));
        _stable.Add(held);
        _stable.Add(at);
        return new ElementPlace(new LocalRead(held), new LocalRead(at));

        Block Chosen(List<Statement> before, (Expression Array, Expression Index) target) =>
            new([.. before, new Assign(new LocalPlace(held), target.Array) { Origin = _origin }, new Assign(new LocalPlace(at), target.Index) { Origin = _origin }]);
    }

    /// <summary>The array and the index of the element that a reference is to.</summary>
    private (Expression Array, Expression Index) Target(IOperation target)
    {
        var place = Hold(PlaceOf(target));
        CheckWritable(place, target);
        return place is ElementPlace element
            ? (element.Array, element.Index)
            : throw Unsupported(target, $"A reference that may be to one of several places, '{Origins.Line(target.Syntax)}' among them,", ReferenceWayOut);
    }

    /// <summary>A reference returned from one of several places.</summary>
    private void ReturnReference(InlineFrame frame, IOperation returned)
    {
        var (array, index) = Target(returned);
        if (frame.Binding is null)
        {
            var (held, at) = (NewLocal(array.Type, "returned"), NewLocal(ScalarType.Int, "returnedAt"));
            frame.Declarations.Add(new Declare(held, null));
            frame.Declarations.Add(new Declare(at, null));
            _stable.Add(held);
            _stable.Add(at);
            frame.Binding = new PlaceBinding(new ElementPlace(new LocalRead(held), new LocalRead(at)));
        }

        if (frame.Binding is not PlaceBinding { Place: ElementPlace { Array: LocalRead array0, Index: LocalRead index0 } } || !array0.Type.Equals(array.Type))
            throw Unsupported(returned, "A reference into one of several kinds of arrays", "use the same kind for all");
        (array, index) = (Keep(array), Keep(index));
        Emit(new Assign(new LocalPlace(array0.Local), array));
        Emit(new Assign(new LocalPlace(index0.Local), index));
        Leave(frame);
    }
}
