using System;
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
        WantHeapIn(collection.Type);
        if (TypeOf(collection) is not ArrayType type)
            return CollectionOfData(collection);
        var array = type with { Kind = ArrayKind.Array };
        if (collection.Elements.Any(static element => element is ISpreadOperation))
            return Coerce(Joined(collection, array), type);
        var elements = Values(collection.Elements).Select(element => Coerce(element, type.Element)).ToArray();
        CheckRows(collection, elements);
        var literal = new ArrayLiteral(array, elements.ToEquatableArray()) { Origin = Origins.Of(collection.Syntax) };
        return type.Kind == ArrayKind.Array ? literal : Coerce(literal, type);
    }

    /// <summary>A collection expression with arrays in it: everything is evaluated first, then put one behind the other.</summary>
    private LocalRead Joined(ICollectionExpressionOperation collection, ArrayType type)
    {
        var values = InOrder([.. collection.Elements.Select<IOperation, Func<Expression>>(element => () => element is not ISpreadOperation { Operand: var whole } ? Value(element)
            : IsSymbolic(whole) ? ArrayOf(SequenceOf(whole)) : Value(whole))]).Select(Keep).ToArray();
        Expression length = Constant.Of(0);
        var starts = new Expression[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (collection.Elements[i] is ISpreadOperation && values[i].Type is not ArrayType)
                throw Unsupported(collection.Elements[i], $"'..' of '{((ISpreadOperation)collection.Elements[i]).Operand.Type!.ToDisplayString()}'", "make an array of it with 'ToArray()'");
            starts[i] = length;
            length = Sum(length, collection.Elements[i] is ISpreadOperation ? new Length(values[i]) : Constant.Of(1));
        }

        var joined = NewLocal(type, "joined");
        Emit(new Declare(joined, new ArrayNew(type, length)));
        _stable.Add(joined);
        for (var i = 0; i < values.Length; i++)
        {
            var (value, start) = (values[i], starts[i]);
            if (collection.Elements[i] is ISpreadOperation)
                Counting(new Length(value), index => Emit(new Assign(new ElementPlace(new LocalRead(joined), Sum(start, index)), Coerce(new Element(value, index), type.Element))));
            else
                Emit(new Assign(new ElementPlace(new LocalRead(joined), start), Coerce(value, type.Element)));
        }

        return new LocalRead(joined) { Origin = Origins.Of(collection.Syntax) };
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
}
