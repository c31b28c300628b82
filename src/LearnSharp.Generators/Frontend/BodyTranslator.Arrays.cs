using System.Collections.Generic;
using System.Linq;
using LearnSharp.Generators.Diagnostics;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

internal sealed partial class BodyTranslator
{
    private Expression ArrayOf(IArrayCreationOperation creation)
    {
        var type = (ArrayType)TypeOf(creation);
        if (creation.Initializer is not { } initializer)
        {
            var length = Value(creation.DimensionSizes[0]);
            return length.Type == ScalarType.Int
                ? new ArrayNew(type, length) { Origin = Origins.Of(creation.Syntax) }
                : throw Unsupported(creation.DimensionSizes[0], "A length that is not an int", "convert it to int");
        }

        var elements = Values(initializer.ElementValues).Select(element => Coerce(element, type.Element)).ToArray();
        CheckRows(creation, elements);
        return new ArrayLiteral(type, elements.ToEquatableArray()) { Origin = Origins.Of(creation.Syntax) };
    }

    private Expression Collection(ICollectionExpressionOperation collection)
    {
        if (collection.Elements.FirstOrDefault(static e => e is ISpreadOperation) is { } spread)
            throw Unsupported(spread, "'..' in a collection expression", "make the array first and fill it with a loop");
        if (TypeOf(collection) is not ArrayType type)
            throw Unsupported(collection, $"A collection expression of type '{collection.Type!.ToDisplayString()}'", "make an array");
        var array = type with { Kind = ArrayKind.Array };
        var elements = Values(collection.Elements).Select(element => Coerce(element, type.Element)).ToArray();
        CheckRows(collection, elements);
        var literal = new ArrayLiteral(array, elements.ToEquatableArray()) { Origin = Origins.Of(collection.Syntax) };
        return type.Kind == ArrayKind.Array ? literal : Coerce(literal, type);
    }

    private void CheckRows(IOperation array, Expression[] elements)
    {
        if (elements.Any(element => element.Type is ArrayType && IsShared(element)))
            throw Fail(Rules.OutsideState, array.Syntax.GetLocation(), "A static array", "copy it into an array of the method before putting it into another one");
    }

    private StructNew TupleOf(ITupleOperation tuple)
    {
        var type = (StructType)TypeOf(tuple);
        var values = Values(tuple.Elements);
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i].Type is ArrayType && IsShared(values[i]))
                throw Fail(Rules.OutsideState, tuple.Elements[i].Syntax.GetLocation(), "A static array", "copy it into an array of the method before putting it into a tuple");
        }

        return new StructNew(type, values.Select((value, i) => Coerce(value, type.Fields[i].Type)).ToEquatableArray());
    }

    /// <summary>An object of an anonymous type, the range variables of a query among them: nothing tells it from a tuple.</summary>
    private StructNew AnonymousOf(IAnonymousObjectCreationOperation anonymous)
    {
        var type = (StructType)TypeOf(anonymous);
        var values = Values(anonymous.Initializers.Select(static initializer => ((ISimpleAssignmentOperation)initializer).Value));
        return new StructNew(type, type.Fields.Select((field, i) => i < values.Length ? Coerce(values[i], field.Type) : Constant.Of(false)).ToEquatableArray());
    }

    /// <summary><c>(a, b) = value</c>: the targets' indices, then the value, then the stores, left to right.</summary>
    private Constant Deconstruct(IDeconstructionAssignmentOperation deconstruction)
    {
        var targets = new List<(IOperation Operation, Place? Place)>();
        CollectTargets(deconstruction.Target, targets);
        var (statements, values) = Capture(() => Parts(deconstruction.Value, deconstruction.Target));
        if (statements.Count > 0)
            HoldAll(targets);
        for (var i = 0; i < targets.Count; i++)
        {
            if (targets[i].Place is not { } place)
                continue;

            // Which storage a target names is decided, and checked to be there, before the values are computed and before the first store.
            var earlier = targets.Take(i).Select(static target => target.Place).OfType<Place>().ToList();
            if (statements.Count == 0 && earlier.Any(written => PlaceReads.MayMove(place, written)))
                targets[i] = (targets[i].Operation, Hold(place));
            if (place is ElementPlace && (statements.Count > 0 || earlier.Any(static written => written is ElementPlace)) && !values.Any(value => PlaceReads.Reads(value, place)))
                Spill(targets[i].Place!.Read, "there");
        }

        _out.AddRange(statements);

        // All values are taken before the first store: that is what makes a swap work.
        if (targets.Count > 1)
            values = [.. values.Select((value, i) => targets[i].Place is null && targets[i].Operation is not IDiscardOperation && i == values.Count - 1 && RectangularVariable(targets[i].Operation) is null ? value : Keep(value))];
        var stored = new List<Expression>();
        for (var i = 0; i < targets.Count; i++)
            StorePart(targets[i].Operation, targets[i].Place, values[i], stored);
        return deconstruction.Parent is IExpressionStatementOperation || deconstruction.Type is null
            ? Constant.Of(false)
            : throw Unsupported(deconstruction, "The value of a deconstruction", "use the parts");
    }

    /// <summary>Stores the parts of a value that is already kept: the variables of a foreach.</summary>
    private void Distribute(IOperation target, Expression value)
    {
        var targets = new List<(IOperation Operation, Place? Place)>();
        CollectTargets(target, targets);
        var parts = new List<Expression>();
        Split(value, target, target, parts);
        for (var i = 0; i < targets.Count; i++)
            StorePart(targets[i].Operation, targets[i].Place, parts[i], []);
    }

    private void HoldAll(List<(IOperation Operation, Place? Place)> targets)
    {
        for (var i = 0; i < targets.Count; i++)
            targets[i] = (targets[i].Operation, targets[i].Place is { } place ? Hold(place) : null);
    }

    private void CollectTargets(IOperation target, List<(IOperation Operation, Place? Place)> targets)
    {
        switch (target)
        {
            case IDeclarationExpressionOperation declaration:
                CollectTargets(declaration.Expression, targets);
                break;
            case ITupleOperation tuple:
                foreach (var element in tuple.Elements)
                    CollectTargets(element, targets);
                break;
            case IDiscardOperation:
                targets.Add((target, null));
                break;
            case var variable when RectangularVariable(variable) is not null:
                targets.Add((target, null));
                break;
            case ILocalReferenceOperation { IsDeclaration: true }:
                targets.Add((target, null));
                break;
            default:
                var (statements, place) = Capture(() => PlaceOf(target));
                if (statements.Count > 0)
                {
                    HoldAll(targets);
                    _out.AddRange(statements);
                }

                targets.Add((target, place));
                break;
        }
    }

    private void StorePart(IOperation target, Place? place, Expression value, List<Expression> stored)
    {
        stored.Add(value);
        switch (target)
        {
            case IDiscardOperation:
                break;
            case var variable when RectangularVariable(variable) is { } rectangular:
                AssignRectangular(rectangular, value);
                break;
            case ILocalReferenceOperation { IsDeclaration: true, Local: { Type: var type } rows } declared when IsRectangular(type):
                DeclareRectangular(rows, (StructType)TypeOf(type, declared.Syntax.GetLocation()), value);
                break;
            case ILocalReferenceOperation { IsDeclaration: true } declared:
            {
                var type = HeldType(declared.Local.Type, declared.Syntax.GetLocation());
                DeclareLocal(declared.Local, type, Coerce(value, type));
                break;
            }

            default:
                CheckWritable(place!, target);
                Emit(new Assign(place!, Coerce(value, place!.Type)));
                break;
        }
    }

    /// <summary>The parts of a value that a target takes apart.</summary>
    private List<Expression> Parts(IOperation value, IOperation target)
    {
        var unwrapped = value;
        while (unwrapped is IConversionOperation { IsImplicit: true } conversion && conversion.Operand is ITupleOperation)
            unwrapped = conversion.Operand;
        if (target is IDeclarationExpressionOperation declaration)
            return Parts(value, declaration.Expression);
        var parts = new List<Expression>();
        if (unwrapped is ITupleOperation written && target is ITupleOperation { Elements.Length: var count } && written.Elements.Length == count
            && !((ITupleOperation)target).Elements.Any(static e => e is ITupleOperation or IDeclarationExpressionOperation { Expression: ITupleOperation }))
        {
            parts.AddRange(Values(written.Elements));
            return parts;
        }

        Split(Keep(Value(value)), target, value, parts);
        return parts;
    }

    private void Split(Expression value, IOperation target, IOperation where, List<Expression> parts)
    {
        if (target is IDeclarationExpressionOperation declaration)
        {
            Split(value, declaration.Expression, where, parts);
            return;
        }

        if (target is not ITupleOperation tuple)
        {
            parts.Add(value);
            return;
        }

        if (value.Type is not StructType type || type.Fields.Count != tuple.Elements.Length || !IsPositional(type))
            throw Unsupported(where, $"Taking apart '{Origins.Line(where.Syntax)}'", "read its members one by one");
        for (var i = 0; i < tuple.Elements.Length; i++)
            Split(new FieldRead(value, i), tuple.Elements[i], where, parts);
    }

    /// <summary>Whether a struct is taken apart into its members in order: tuples, and records without a Deconstruct of their own.</summary>
    private bool IsPositional(StructType type) =>
        type.Form == StructForm.Tuple
        || (type.Form == StructForm.Positional && _types.Layout(type).Constructor is { ContainingType: var owner }
            && (owner.DeclaringSyntaxReferences.IsEmpty || owner.IsRecord)
            && owner.GetMembers("Deconstruct").OfType<IMethodSymbol>().All(m => m.IsImplicitlyDeclared || owner.DeclaringSyntaxReferences.IsEmpty));
}
