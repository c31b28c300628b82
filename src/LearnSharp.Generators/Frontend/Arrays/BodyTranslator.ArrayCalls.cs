using System;
using System.Linq;
using LearnSharp.Generators.Diagnostics;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

// Methods of arrays and spans that move or set whole runs of elements, as the loops that they are.
internal sealed partial class BodyTranslator
{
    private const string OutOfRange = "global::System.ArgumentOutOfRangeException";
    private const string TooShort = "global::System.ArgumentException";

    /// <summary><c>Array.Copy</c>, <c>span.Fill</c> and the like: null for any other call, and for overloads that go to code without source.</summary>
    private Expression? ArrayCall(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        var owner = method.ContainingType;
        var isArray = owner.SpecialType == SpecialType.System_Array;
        if (isArray && method is { Name: "Empty", Parameters.Length: 0 })
            return new ArrayNew((ArrayType)TypeOf(invocation), Constant.Of(0)) { Origin = Origins.Of(invocation.Syntax) };
        if (!isArray && !IsSpanType(owner) && owner.ToDisplayString() != "System.MemoryExtensions")
            return null;
        CheckComparisons(invocation);
        var parts = invocation.Arguments.Select(static argument => argument.Value).ToList();
        if (invocation.Arguments.Where(static (argument, i) => argument.ArgumentKind != ArgumentKind.Explicit || argument.Parameter!.Ordinal != i).Any())
            return null;
        if (invocation.Instance is { } instance)
            parts.Insert(0, instance);
        var operands = parts.ConvertAll(Unboxed);
        if (!TakesElements(method.Name, operands, isArray))
            return null;
        var values = Array.ConvertAll(InOrder([.. operands.Select<IOperation, Func<Expression>>(operand => () => ElementsOf(operand))]), Keep);
        var length = new Length(values[0]);
        switch (method.Name, values.Length)
        {
            case ("Fill", 2):
                SetAll(invocation, values[0], Constant.Of(0), length, values[1]);
                break;
            case ("Fill", 4):
                RequireRange(values[0], values[2], values[3], OutOfRange);
                SetAll(invocation, values[0], values[2], values[3], values[1]);
                break;
            case ("Clear", 1):
                SetAll(invocation, values[0], Constant.Of(0), length, new Default(ElementType(values[0])));
                break;
            case ("Clear", 3):
                RequireRange(values[0], values[1], values[2], "global::System.IndexOutOfRangeException");
                SetAll(invocation, values[0], values[1], values[2], new Default(ElementType(values[0])));
                break;
            case ("Reverse", 1):
                Reverse(invocation, values[0], Constant.Of(0), length);
                break;
            case ("Reverse", 3):
                RequireRange(values[0], values[1], values[2], TooShort);
                Reverse(invocation, values[0], values[1], values[2]);
                break;
            case ("Sort", 1):
                Sort(invocation, values[0], Constant.Of(0), length);
                break;
            case ("Sort", 3):
                RequireRange(values[0], values[1], values[2], TooShort);
                Sort(invocation, values[0], values[1], values[2]);
                break;
            case ("Clone" or "ToArray", 1):
                return Copied(values[0], Constant.Of(0), length);
            case ("CopyTo", 2):
                Copy(invocation, values[0], Constant.Of(0), values[1], Constant.Of(0), length);
                break;
            case ("CopyTo", 3):
                Copy(invocation, values[0], Constant.Of(0), values[1], values[2], length);
                break;
            case ("Copy", 3):
                Copy(invocation, values[0], Constant.Of(0), values[1], Constant.Of(0), values[2]);
                break;
            case ("Copy", 5):
                Copy(invocation, values[0], values[1], values[2], values[3], values[4]);
                break;
        }

        return new Default(ScalarType.Bool);
    }

    private bool TakesElements(string name, System.Collections.Generic.List<IOperation> operands, bool isArray)
    {
        // Of several dimensions: the elements row by row, which is what these methods take.
        if (operands.Any(IsRectangular) && (name is not ("Clear" or "Copy")
            || operands.Select(static operand => operand.Type).OfType<IArrayTypeSymbol>().Select(static array => array.Rank).Distinct().Count() > 1))
        {
            return false;
        }

        var kinds = string.Concat(operands.Select(operand =>
            IsRectangular(operand) ? "a" : operand.Type is not null && _types.Map(operand.Type, out _) is ArrayType ? "a" : operand.Type?.SpecialType == SpecialType.System_Int32 ? "i" : "v"));
        IrType? Of(int index) => _types.Map(operands[index].Type!, out _) switch
        {
            ArrayType array => array.Element,
            StructType parts when IsRectangular(operands[index]) => ((ArrayType)parts.Fields[0].Type).Element,
            _ => null,
        };
        return (name, kinds) switch
        {
            ("Fill", "av" or "ai") => true,
            ("Fill", "avii" or "aiii") => isArray,
            ("Clear" or "Reverse", "a") => true,
            ("Clear" or "Reverse", "aii") => isArray,
            ("Sort", "a") => Of(0) is ScalarType { Kind: not ScalarKind.Bool },
            ("Sort", "aii") => isArray && Of(0) is ScalarType { Kind: not ScalarKind.Bool },
            ("Clone", "a") => isArray,
            ("ToArray", "a") => !isArray,
            ("CopyTo", "aa") => Of(0) == Of(1),
            ("CopyTo", "aai") => isArray && Of(0) == Of(1),
            ("Copy", "aai") => isArray && Of(0) == Of(1),
            ("Copy", "aiaii") => isArray && Of(0) == Of(2),
            _ => false,
        };
    }

    private static IrType ElementType(Expression array) => ((ArrayType)array.Type).Element;

    /// <summary><c>array[1..^1]</c>: a copy.</summary>
    private LocalRead SubArray(IArrayElementReferenceOperation part, IRangeOperation range)
    {
        var (array, start, count) = RangeOf(part.ArrayReference, range);
        return Copied(array, start, count);
    }

    /// <summary>What a range names of an array or span, once it is certain that it is there.</summary>
    private (Expression Array, Expression Start, Expression Count) RangeOf(IOperation array, IRangeOperation range)
    {
        var bounds = new[] { range.LeftOperand, range.RightOperand }.OfType<IOperation>().ToList();
        var values = Array.ConvertAll(Values([array, .. bounds.Select(static bound => Bound(bound).Value)]), Keep);
        var length = new Length(values[0]);
        var next = 1;
        Expression At(IOperation? bound, Expression otherwise)
        {
            if (bound is null)
                return otherwise;
            var value = values[next++];
            return Bound(bound).FromEnd ? new Binary(BinaryOperator.Subtract, length, value) : value;
        }

        var start = Keep(At(range.LeftOperand, Constant.Of(0)));
        var count = Keep(new Binary(BinaryOperator.Subtract, At(range.RightOperand, length), start));
        RequireRange(values[0], start, count, OutOfRange);
        return (values[0], start, count);
    }

    private static (IOperation Value, bool FromEnd) Bound(IOperation bound) => bound switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } hat => (hat.Operand, true),
        IConversionOperation { OperatorMethod: not null, Operand.Type.SpecialType: SpecialType.System_Int32 } conversion => (conversion.Operand, false),
        _ => throw new InvalidOperationException("SubArray is asked for ranges of ints only."),
    };

    /// <summary>Whether both ends of a range are written as ints, from the start or from the end.</summary>
    private static bool IsOfInts(IRangeOperation range) => new[] { range.LeftOperand, range.RightOperand }.All(static bound => bound is null
        or IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat }
        or IConversionOperation { OperatorMethod: not null, Operand.Type.SpecialType: SpecialType.System_Int32 });

    private LocalRead Copied(Expression source, Expression start, Expression count)
    {
        var type = new ArrayType(ElementType(source), ArrayKind.Array);
        if (type.Element is ArrayType && IsShared(source))
            throw Unsupported(_where, "A copy of a static array of arrays", "copy its rows");
        var copy = new LocalRead(Spill(new ArrayNew(type, count), "copy"));
        Emit(Upwards(count, index => [Store(copy, index, new Element(source, Sum(start, index)))]));
        return copy;
    }

    private void SetAll(IOperation where, Expression array, Expression start, Expression count, Expression value)
    {
        CheckStore(where, array);
        var stored = value is Default ? value : Keep(Coerce(value, ElementType(array)));
        if (stored.Type is ArrayType && IsShared(stored))
            throw Fail(Rules.OutsideState, where.Syntax.GetLocation(), "A static array", "copy it into an array of the method before putting it into another one");
        Emit(Upwards(count, index => [Store(array, Sum(start, index), stored)]));
    }

    private void Reverse(IOperation where, Expression array, Expression start, Expression count)
    {
        CheckStore(where, array);
        var last = Keep(new Binary(BinaryOperator.Subtract, Sum(start, count), Constant.Of(1)));
        Emit(Upwards(Keep(new Binary(BinaryOperator.Divide, count, Constant.Of(2))), index =>
        {
            var (low, high) = (Sum(start, index), new Binary(BinaryOperator.Subtract, last, index));
            var (first, second) = (NewLocal(ElementType(array), "low"), NewLocal(ElementType(array), "high"));
            return
            [
                new Declare(first, new Element(array, low)),
                new Declare(second, new Element(array, high)),
                Store(array, low, new LocalRead(second)),
                Store(array, high, new LocalRead(first)),
            ];
        }));
    }

    private void Copy(IOperation where, Expression source, Expression from, Expression target, Expression to, Expression count)
    {
        CheckStore(where, target);
        if (ElementType(source) is ArrayType && IsShared(source))
            throw Fail(Rules.OutsideState, where.Syntax.GetLocation(), "A static array", "copy its rows into arrays of the method");
        RequireRange(source, from, count, TooShort);
        RequireRange(target, to, count, TooShort);
        var isFresh = false;
        if (source.Type is ArrayType { Kind: not ArrayKind.Array } && target.Type is ArrayType { Kind: not ArrayKind.Array })
        {
            // Two spans may overlap at any distance: what is moved leaves first.
            (source, from, isFresh) = (Copied(source, from, count), Constant.Of(0), true);
        }

        Statement[] Move(Expression index) => [Store(target, Sum(to, index), new Element(source, Sum(from, index)))];
        var upwards = Upwards(count, Move);
        if (isFresh || to is Constant { AsLong: 0 })
        {
            Emit(upwards);
            return;
        }

        // Where both are one array, what is moved up is moved from its end, so that nothing is overwritten before it is read.
        Emit(new If(new Binary(BinaryOperator.GreaterOrEqual, from, to), new Block([upwards]), new Block([Downwards(count, Move)])));
    }

    private void CheckStore(IOperation where, Expression array) => CheckWritable(new ElementPlace(array, Constant.Of(0)), where);

    private Assign Store(Expression array, Expression index, Expression value) => new(new ElementPlace(array, index), value) { Origin = _origin };

    private static Expression Sum(Expression start, Expression index) => (start, index) switch
    {
        (Constant { AsLong: var first }, Constant { AsLong: var second }) => Constant.Of((int)(first + second)),
        (Constant { AsLong: 0 }, _) => index,
        _ => new Binary(BinaryOperator.Add, start, index),
    };

    /// <summary>Throws what the method throws, before anything is written.</summary>
    private void RequireRange(Expression array, Expression start, Expression count, string exception)
    {
        Expression? outside = null;
        void Or(Expression test) => outside = outside is null ? test : new Binary(BinaryOperator.OrElse, outside, test);
        if (start is not Constant { AsLong: >= 0 })
            Or(new Binary(BinaryOperator.Less, start, Constant.Of(0)));
        if (count is not Length)
            Or(new Binary(BinaryOperator.Less, count, Constant.Of(0)));
        var rest = start is Constant { AsLong: 0 } ? (Expression)new Length(array) : new Binary(BinaryOperator.Subtract, new Length(array), start);
        if (!count.Equals(rest))
            Or(new Binary(BinaryOperator.Greater, count, rest));
        if (outside is null)
            return;
        var thrown = new Throw(new Extern(new OpaqueType(exception), $"new {exception}()", [], Purity.Pure)) { Origin = _origin };
        Emit(new If(outside, new Block([thrown]), Block.Empty));
    }

    private Block Upwards(Expression count, Func<Expression, Statement[]> body)
    {
        var index = NewLocal(ScalarType.Int, "i");
        var read = new LocalRead(index);
        return new Block(
        [
            new Declare(index, Constant.Of(0)) { Origin = _origin },
            new Loop(
                NewLabel(),
                NewLabel(),
                new Binary(BinaryOperator.Less, read, count),
                new Block(body(read).ToEquatableArray()),
                new Block([new Assign(new LocalPlace(index), new Binary(BinaryOperator.Add, read, Constant.Of(1))) { Origin = _origin }]),
                null) { Origin = _origin },
        ]);
    }

    private Block Downwards(Expression count, Func<Expression, Statement[]> body)
    {
        var index = NewLocal(ScalarType.Int, "i");
        var read = new LocalRead(index);
        return new Block(
        [
            new Declare(index, new Binary(BinaryOperator.Subtract, count, Constant.Of(1))) { Origin = _origin },
            new Loop(
                NewLabel(),
                NewLabel(),
                new Binary(BinaryOperator.GreaterOrEqual, read, Constant.Of(0)),
                new Block(body(read).ToEquatableArray()),
                new Block([new Assign(new LocalPlace(index), new Binary(BinaryOperator.Subtract, read, Constant.Of(1))) { Origin = _origin }]),
                null) { Origin = _origin },
        ]);
    }
}
