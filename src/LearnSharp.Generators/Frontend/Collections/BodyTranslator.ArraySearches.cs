using System;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

// Methods of arrays and lists that look for elements, or take a function.
internal sealed partial class BodyTranslator
{
    /// <summary>Whether a call is <c>Array.IndexOf</c>, <c>Array.Find</c> and the like, or sorts by a comparison or together with a second array.</summary>
    private static bool IsArraySearch(IInvocationOperation invocation)
    {
        if (invocation is not { TargetMethod: { IsStatic: true, ContainingType: var owner, Name: var name }, Arguments: [{ Value: var first }, ..] arguments })
            return false;
        if (owner.ToDisplayString() == "System.MemoryExtensions")
            return name == "Sort" && arguments.Length == 2 && arguments[1].Value.Type?.TypeKind == TypeKind.Delegate;
        return owner.SpecialType == SpecialType.System_Array && Bare(first).Type is IArrayTypeSymbol { IsSZArray: true } && name switch
        {
            "Exists" or "TrueForAll" or "Find" or "FindLast" or "FindIndex" or "FindLastIndex" or "FindAll" or "ConvertAll" or "ForEach" or "IndexOf" or "LastIndexOf" or "BinarySearch" or "Resize" => true,

            // The others are of a run of elements: see ArrayCall.
            "Sort" => arguments.Length == 2,
            _ => false,
        };
    }

    private Expression? ArraySearch(IInvocationOperation invocation)
    {
        var name = invocation.TargetMethod.Name;
        if (name == "Resize")
            return Resized(invocation);
        var array = Keep(Value(Bare(invocation.Arguments[0].Value)));
        switch (name)
        {
            case "ForEach":
            {
                var action = FunctionOf(invocation.Arguments[1].Value);
                Each(OfArray(array), value => Apply(invocation, action, [new ValueBinding(KeepAs(value, "element"))], isUsed: false));
                return null;
            }

            case "ConvertAll":
                return ArrayOf(Select(OfArray(array), CallableOf(invocation.Arguments[1].Value)));
            case "FindAll":
                return ArrayOf(Where(OfArray(array), CallableOf(invocation.Arguments[1].Value)));
            case "Sort":
                return SortWith(invocation, array);
            default:
                return Searched(invocation, new Indexed(() => new Length(array), index => new Element(array, index)), OfArray(array), first: 1);
        }
    }

    private Expression? SortWith(IInvocationOperation invocation, Expression keys)
    {
        var second = invocation.Arguments[1].Value;
        if (Bare(second).Type is IArrayTypeSymbol && invocation.TargetMethod.TypeArguments.Length == 2)
        {
            if (Peek(Bare(second)) is { } itself && Peek(Bare(invocation.Arguments[0].Value)) == itself)
                throw Unsupported(second, "Sorting an array together with itself", "sort it alone");
            var items = Keep(Value(Bare(second)));
            CheckStore(invocation, keys);
            CheckStore(invocation, items);
            Refuse(new Binary(BinaryOperator.Less, new Length(items), new Length(keys)), $"new {TooShort}()");
            var order = Arranged(new Length(keys), position => new Element(keys, position), null);
            Rearrange(keys, Constant.Of(0), new Length(keys), order);
            Rearrange(items, Constant.Of(0), new Length(keys), order);
            return null;
        }

        Sort(invocation, keys, Constant.Of(0), new Length(keys), ComparisonOf(second));
        return null;
    }

    private Expression? Resized(IInvocationOperation invocation)
    {
        var place = BindReference(invocation.Arguments[0].Value, TypeOf(Bare(invocation.Arguments[0].Value))).Place;
        var size = Keep(Value(invocation.Arguments[1].Value));
        Refuse(new Binary(BinaryOperator.Less, size, Constant.Of(0)), ArgumentOutOfRange("newSize"));
        var type = (ArrayType)place.Type;
        var old = new LocalRead(Spill(place.Read, "old"));
        var isOther = new Binary(BinaryOperator.NotEqual, new Length(old), size);
        Emit(new If(isOther, BlockOf(() =>
        {
            var made = new LocalRead(Spill(new ArrayNew(type, size), "resized"));
            Counting(new LocalRead(Spill(Least(new Length(old), size), "count")), index => Emit(new Assign(new ElementPlace(made, index), new Element(old, index))));
            Emit(new Assign(place, made));
        }), Block.Empty));
        return null;
    }

    /// <summary>A search by a predicate or a value, in an array or a list.</summary>
    private LocalRead Searched(IInvocationOperation invocation, Indexed indexed, Sequence sequence, int first)
    {
        var name = invocation.TargetMethod.Name;
        if (invocation.Arguments.Length != first + 1)
            throw Unsupported(invocation, $"'{name}' of a part", "write the loop out, or search a copy of the part");
        var argument = invocation.Arguments[first].Value;
        switch (name)
        {
            case "Exists" or "TrueForAll":
                return Tested(sequence, CallableOf(argument), isAll: name == "TrueForAll");
            case "Find" or "FindLast":
            {
                var at = Position(indexed, CallableOf(argument), isLast: name == "FindLast");
                var result = Variable(sequence.Element, "element", null);
                Emit(new If(IsThere(at), BlockOf(() => Set(result, indexed.At(at))), Block.Empty));
                return Final(result);
            }

            case "FindIndex" or "FindLastIndex":
                return Position(indexed, CallableOf(argument), isLast: name == "FindLastIndex");
            case "IndexOf" or "LastIndexOf":
            {
                var value = Keep(Coerce(Value(argument), sequence.Element));
                return Position(indexed, new Callable(["element"], ScalarType.Bool, given => AreEqual(invocation, given[0], value)), isLast: name == "LastIndexOf");
            }

            case "BinarySearch":
                return BinarySearch(indexed, Keep(Coerce(Value(argument), sequence.Element)));
            default:
                throw Silent();
        }
    }

    /// <summary>The first or last position of an element that a predicate holds of, or -1.</summary>
    private LocalRead Position(Indexed indexed, Callable match, bool isLast)
    {
        var result = Variable(ScalarType.Int, "at", Constant.Of(-1));
        var count = Keep(indexed.Count());
        var position = Variable("position", isLast ? Minus(count, 1) : Constant.Of(0));
        var end = NewLabel();
        var body = BlockOf(() =>
        {
            var element = new LocalRead(Spill(indexed.At(position), match.Names[0]));
            var hit = BlockOf(() =>
            {
                Set(result, position);
                Emit(new Exit(end));
            });
            Emit(new If(match.Of(element), hit, Block.Empty));
        });
        var next = new Assign(new LocalPlace(position.Local), isLast ? Minus(position, 1) : Plus(position, 1)) { Origin = _origin };
        var goesOn = isLast ? new Binary(BinaryOperator.GreaterOrEqual, position, Constant.Of(0)) : new Binary(BinaryOperator.Less, position, count);
        Emit(new Loop(end, NewLabel(), goesOn, body, new Block([next]), null));
        return Final(result);
    }

    private LocalRead Tested(Sequence sequence, Callable match, bool isAll)
    {
        var result = Variable(ScalarType.Bool, isAll ? "all" : "any", Constant.Of(isAll));
        Each(sequence, (value, done) =>
        {
            var holds = match.Of(KeepAs(value, match.Names[0]));
            var found = BlockOf(() =>
            {
                Set(result, Constant.Of(!isAll));
                Emit(new Exit(done));
            });
            Emit(new If(isAll ? new Unary(UnaryOperator.Not, holds) : holds, found, Block.Empty));
        });
        return Final(result);
    }

    /// <summary>The position of a value in what is sorted, or the complement of where it would be.</summary>
    private LocalRead BinarySearch(Indexed indexed, Expression value)
    {
        var result = Variable(ScalarType.Int, "at", Constant.Of(0));
        var low = Variable("low", Constant.Of(0));
        var high = Variable("high", Minus(indexed.Count(), 1));
        var isFound = Flag("isFound");
        Repeat(end =>
        {
            var middle = new LocalRead(Spill(new Binary(BinaryOperator.Add, low, Half(new Binary(BinaryOperator.Subtract, high, low))), "middle"));
            var element = new LocalRead(Spill(indexed.At(middle), "element"));
            var isBelow = new LocalRead(Spill(IsLess(element, value), "isBelow"));
            var isAbove = new LocalRead(Spill(IsLess(value, element), "isAbove"));
            var found = Body(() =>
            {
                Set(result, middle);
                Set(isFound, Constant.Of(true));
                Emit(new Exit(end));
            });
            Emit(new If(isBelow, Body(() => Set(low, Plus(middle, 1))), new Block([new If(isAbove, Body(() => Set(high, Minus(middle, 1))), found)])));
        }, new Binary(BinaryOperator.LessOrEqual, low, high));
        Emit(new If(new LocalRead(isFound), Block.Empty, Body(() => Set(result, new Binary(BinaryOperator.Subtract, Constant.Of(-1), low)))));
        return Final(result);
    }
}
