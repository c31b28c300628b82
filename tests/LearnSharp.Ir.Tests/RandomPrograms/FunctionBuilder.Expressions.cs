using System;
using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir.Tests.RandomPrograms;

internal sealed partial class FunctionBuilder
{
    /// <summary>
    /// A value fit to be stored in a local, element or field of the type. Allocation only for arrays, which are declared or assigned whole.
    /// </summary>
    private Expression StoredValue(IrType type, int depth = 3)
    {
        switch (type)
        {
            case ScalarType { IsFloating: true } floating:
                return Squashed(Floating(floating, depth), floating);
            case ScalarType { Kind: ScalarKind.Bool }:
                return Condition(depth - 1);
            case ScalarType integer:
                return Integer(integer, depth);
            case EnumType:
                return Enumerated(depth - 1);
            case StructType structure:
                return Structure(structure, depth - 1);
            case ArrayType array:
                return ArrayValue(array);
            default:
                throw new InvalidOperationException($"Random programs have no values of type {type}.");
        }
    }

    private Expression ArrayValue(ArrayType type)
    {
        var same = Visible(other => other == type);
        if (options.Aliasing && same.Count > 0 && Chance(0.4))
        {
            var first = new LocalRead(OneOf(same).Local);
            return options.Conditionals && same.Count > 1 && Chance(0.3) ? new Conditional(Condition(1), first, new LocalRead(OneOf(same).Local)) : first;
        }

        if (type == SampleIrTypes.Rows)
            return new ArrayLiteral(type, Enumerable.Range(0, random.Next(1, 4)).Select(_ => Row()).ToEquatableArray());
        if (type == SampleIrTypes.Rows.Element && Chance(0.3) && Visible(static other => other == SampleIrTypes.Rows).Count > 0)
            return Row();
        if (type.Kind != ArrayKind.Array)
        {
            var sources = Visible(other => other is ArrayType array && TypeRules.CanConvert(array, type));
            if (sources.Count > 0)
                return new Convert(type, new LocalRead(OneOf(sources).Local));
            if (same.Count > 0)
                return new LocalRead(OneOf(same).Local);
            throw new InvalidOperationException("A span needs something to span.");
        }

        if (Chance(0.4))
            return new ArrayNew(type, new Binary(BinaryOperator.Add, new Binary(BinaryOperator.And, Integer(ScalarType.Int, 1), Constant.Of(3)), Constant.Of(1)));
        var elements = new List<Expression>();
        for (var count = random.Next(1, 5); count > 0; count--)
            elements.Add(StoredValue(type.Element, depth: 1));
        return new ArrayLiteral(type, elements.ToEquatableArray());
    }

    /// <summary>An array that is there already: a local, or a row of one.</summary>
    private Expression Row()
    {
        var rows = Visible(static type => type == SampleIrTypes.Rows);
        var arrays = Visible(static type => type == SampleIrTypes.Rows.Element);
        if (arrays.Count > 0 && (rows.Count == 0 || Chance(0.5)))
            return new LocalRead(OneOf(arrays).Local);
        var array = new LocalRead(OneOf(rows).Local);
        return new Element(array, IndexInto(array));
    }

    private Expression Structure(StructType type, int depth)
    {
        if (depth > 0 && Chance(0.6) && Readable(type) is { } read)
            return read;
        if (Chance(0.05))
            return new Default(type);
        if (options.Conditionals && depth > 1 && Chance(0.1))
            return new Conditional(Condition(1), Structure(type, depth - 1), Structure(type, depth - 1));
        return new StructNew(type, type.Fields.Select(field => StoredValue(field.Type, System.Math.Max(depth - 1, 0))));
    }

    private Constant EnumConstant() => Constant.Of(SampleIrTypes.Mode, OneOf(SampleIrTypes.Mode.Members.AsSpan()).Value);

    private Expression Enumerated(int depth)
    {
        if (depth > 0 && Chance(0.6) && Readable(SampleIrTypes.Mode) is { } read)
            return read;
        if (options.Conditionals && depth > 0 && Chance(0.3))
            return new Conditional(Condition(1), Enumerated(depth - 1), EnumConstant());
        return EnumConstant();
    }

    /// <summary>Something in scope that has the type: a local, a field, an element, an element's field.</summary>
    private Expression? Readable(IrType type)
    {
        var found = new List<Expression>();
        foreach (var variable in _scope)
        {
            var read = new LocalRead(variable.Local);
            Collect(read, type, found);
            if (read.Type is ArrayType array && (array.Element == type || array.Element is StructType))
                Collect(new Element(read, Constant.Of(0)), type, found);
            if (read.Type == SampleIrTypes.Rows && type == ScalarType.Double)
                found.Add(new Element(new Element(read, Constant.Of(0)), Constant.Of(0)));
        }

        if (found.Count == 0)
            return null;
        return OneOf(found) switch
        {
            Element { Array: Element e } => ElementOf(e with { Index = IndexInto(e.Array) }),
            Element e => e with { Index = IndexInto(e.Array) },
            FieldRead { Struct: Element e } f => f with { Struct = e with { Index = IndexInto(e.Array) } },
            var other => other,
        };
    }

    private Element ElementOf(Expression array) => new(array, IndexInto(array));

    private static void Collect(Expression source, IrType type, List<Expression> found)
    {
        if (source.Type == type)
            found.Add(source);
        if (source.Type is not StructType structure)
            return;
        for (var i = 0; i < structure.Fields.Count; i++)
            Collect(new FieldRead(source, i), type, found);
    }

    /// <summary>An index inside the array, which has an element at least; now and then outside where throwing is allowed.</summary>
    private Expression IndexInto(Expression array)
    {
        if (options.Throws && Chance(0.05))
            return Integer(ScalarType.Int, 0);
        if (Chance(0.2))
            return Constant.Of(0);
        return new MathCall(MathFunction.Abs, ScalarType.Int, [new Binary(BinaryOperator.Remainder, Integer(ScalarType.Int, 1), new Length(array))]);
    }

    private Expression Condition(int depth)
    {
        if (depth <= 0)
            return Readable(ScalarType.Bool) is { } read && Chance(0.5) ? read : Comparison(0);
        return random.Next(8) switch
        {
            0 => new Unary(UnaryOperator.Not, Condition(depth - 1)),
            1 when options.Conditionals => new Binary(BinaryOperator.AndAlso, Condition(depth - 1), Condition(depth - 1)),
            2 when options.Conditionals => new Binary(BinaryOperator.OrElse, Condition(depth - 1), Condition(depth - 1)),
            3 => new Binary(
                OneOf(BinaryOperator.And, BinaryOperator.Or, BinaryOperator.Xor, BinaryOperator.Equal, BinaryOperator.NotEqual),
                Condition(depth - 1), Condition(depth - 1)),
            _ => Comparison(depth - 1),
        };
    }

    private Binary Comparison(int depth)
    {
        var operation = OneOf(
            BinaryOperator.Less, BinaryOperator.LessOrEqual, BinaryOperator.Greater, BinaryOperator.GreaterOrEqual, BinaryOperator.Equal, BinaryOperator.NotEqual);
        switch (random.Next(5))
        {
            case 0:
                return new(operation, Integer(ScalarType.Int, depth), Integer(ScalarType.Int, depth));
            case 1 when options.Enums:
                return new(operation, Enumerated(depth), Enumerated(depth));
            case 2 when options.Floats:
                return new(operation, Floating(ScalarType.Float, depth).Value, Floating(ScalarType.Float, depth).Value);
            default:
                return new(operation, Floating(ScalarType.Double, depth).Value, Floating(ScalarType.Double, depth).Value);
        }
    }

    /// <summary>An int or long of any size.</summary>
    private Expression Integer(ScalarType type, int depth)
    {
        if (depth <= 0)
            return Chance(0.7) && Readable(type) is { } read ? read : IntegerConstant(type);
        Expression Operand() => Integer(type, depth - 1);
        Expression Masked(int mask) => new Binary(BinaryOperator.And, Operand(), IntegerConstant(type, mask));
        switch (random.Next(16))
        {
            case < 4:
                return new Binary(OneOf(BinaryOperator.Add, BinaryOperator.Subtract, BinaryOperator.Multiply), Operand(), Operand());
            case 4:
                return new Binary(OneOf(BinaryOperator.And, BinaryOperator.Or, BinaryOperator.Xor), Operand(), Operand());
            case 5:
                return new Binary(
                    OneOf(BinaryOperator.ShiftLeft, BinaryOperator.ShiftRight, BinaryOperator.ShiftRightUnsigned), Operand(), Integer(ScalarType.Int, depth - 1));
            case 6 or 7:
            {
                var divisor = options.Throws && Chance(0.3) ? Operand() : new Binary(BinaryOperator.Add, Masked(7), IntegerConstant(type, 1));
                return new Binary(OneOf(BinaryOperator.Divide, BinaryOperator.Remainder), Operand(), divisor);
            }

            case 8:
                return new Unary(OneOf(UnaryOperator.Negate, UnaryOperator.Complement), Operand());
            case 9:
            {
                var isFree = options.Throws && Chance(0.5);
                return new Binary(
                    OneOf(BinaryOperator.Add, BinaryOperator.Subtract, BinaryOperator.Multiply),
                    isFree ? Operand() : Masked(255), isFree ? Operand() : Masked(255), Checked: true);
            }

            case 10:
                return new MathCall(OneOf(MathFunction.Max, MathFunction.Min), type, [Operand(), Operand()]);
            case 11:
                return random.Next(3) switch
                {
                    0 => new MathCall(MathFunction.Abs, type, [Masked(255)]),
                    1 => new MathCall(MathFunction.Clamp, type, [Operand(), IntegerConstant(type, -5), IntegerConstant(type, 5)]),
                    _ when type == ScalarType.Int => new MathCall(MathFunction.Sign, ScalarType.Double, [Floating(ScalarType.Double, depth - 1).Value]),
                    _ => new MathCall(MathFunction.Max, type, [Operand(), Operand()]),
                };
            case 12 when options.Conditionals:
                return new Conditional(Condition(depth - 1), Operand(), Operand());
            case 13:
                return new Convert(type, Floating(ScalarType.Double, depth - 1).Value, Checked: Chance(0.3));
            case 14 when options.Longs:
                return new Convert(type, Integer(type == ScalarType.Int ? ScalarType.Long : ScalarType.Int, depth - 1));
            case 15 when options.Enums:
                return new Convert(type, Enumerated(depth - 1));
            default:
                return Integer(type, 0);
        }
    }

    private Constant IntegerConstant(ScalarType type) => IntegerConstant(type, Chance(0.05) ? int.MaxValue : random.Next(-4, 8));

    private static Constant IntegerConstant(ScalarType type, int value) => type == ScalarType.Int ? Constant.Of(value) : Constant.Of((long)value);
}
