using System;
using System.Linq;

namespace LearnSharp.Ir.Tests.RandomPrograms;

internal sealed partial class FunctionBuilder
{
    private static readonly double[] Constants = [0.5, -1.25, 0.1, 1.5, 2, -0.75, 1.0 / 3, -0.0, 0, 1];

    /// <summary>An expression with a bound of its absolute value.</summary>
    private readonly record struct Bounded(Expression Value, double Bound);

    /// <summary>The value itself where it is small enough to be stored, otherwise squashed.</summary>
    private Expression Squashed(Bounded value, ScalarType type)
    {
        if (value.Bound <= Limit)
            return value.Value;
        return random.Next(options.MathFunctions ? 6 : 2) switch
        {
            0 => new Binary(BinaryOperator.Remainder, value.Value, Number(type, 1.75)),
            2 => Call(MathFunction.Sin, type, value.Value),
            3 => Call(MathFunction.Tanh, type, value.Value),
            4 => Call(MathFunction.Clamp, type, value.Value, Number(type, -Limit), Number(type, Limit)),
            _ => AtMost(value, Limit, type).Value,
        };
    }

    private static Constant Number(ScalarType type, double value) => Constant.Floating(type, value);

    private static MathCall Call(MathFunction function, ScalarType type, params Expression[] arguments) => new(function, type, arguments.ToEquatableArray());

    /// <summary>The value scaled down to the bound where it may exceed it.</summary>
    private static Bounded AtMost(Bounded value, double bound, ScalarType type) => value.Bound <= bound
        ? value
        : new(new Binary(BinaryOperator.Multiply, value.Value, Number(type, 0.99 * bound / value.Bound)), bound);

    /// <summary>A value made from another that is at least one half.</summary>
    private Bounded Positive(Bounded value, ScalarType type) => random.Next(3) switch
    {
        0 => new(
            new Binary(BinaryOperator.Add, new Binary(BinaryOperator.Multiply, value.Value, value.Value), Number(type, 0.5)), (value.Bound * value.Bound) + 0.5),
        1 when options.MathFunctions => new(
            new Binary(BinaryOperator.Add, Call(MathFunction.Abs, type, value.Value), Number(type, 0.75)), value.Bound + 0.75),
        _ => new(new Binary(BinaryOperator.Add, Number(type, value.Bound + 0.625), value.Value), (2 * value.Bound) + 0.625),
    };

    private Bounded Floating(ScalarType type, int depth)
    {
        if (depth <= 0)
            return Chance(0.9) && Readable(type) is { } read ? new(read, Limit) : FloatingConstant(type);
        Bounded Operand() => AtMost(Floating(type, depth - 1), 30, type);
        var (a, b) = (Operand(), Operand());
        switch (random.Next(options.MathFunctions ? 20 : 11))
        {
            case 0 or 1:
                return new(new Binary(OneOf(BinaryOperator.Add, BinaryOperator.Subtract), a.Value, b.Value), a.Bound + b.Bound);
            case 2 or 3:
                return new(new Binary(BinaryOperator.Multiply, a.Value, b.Value), a.Bound * b.Bound);
            case 4:
                return new(new Binary(BinaryOperator.Divide, a.Value, Positive(b, type).Value), 2 * a.Bound);
            case 5:
                return Chance(0.5)
                    ? new(new Binary(BinaryOperator.Remainder, a.Value, Number(type, 0.7)), System.Math.Min(a.Bound, 0.7))
                    : new(new Binary(BinaryOperator.Remainder, a.Value, Positive(b, type).Value), a.Bound);
            case 6:
                return new(new Unary(UnaryOperator.Negate, a.Value), a.Bound);
            case 7 when options.Conditionals:
                return new(new Conditional(Condition(depth - 1), a.Value, b.Value), System.Math.Max(a.Bound, b.Bound));
            case 8:
                return new(new Convert(type, new Binary(BinaryOperator.Remainder, Integer(ScalarType.Int, depth - 1), Constant.Of(5))), 4);
            case 9 when options.Floats:
            {
                var other = type == ScalarType.Double ? ScalarType.Float : ScalarType.Double;
                var converted = AtMost(Floating(other, depth - 1), 30, other);
                return new(new Convert(type, converted.Value), converted.Bound + 1e-5);
            }

            case < 12:
                return Floating(type, 0);
            default:
                return Function(OneOf(Enum.GetValues<MathFunction>().Where(one => options.Hypotenuses || one != MathFunction.Hypot).ToList()), type, a, b, depth);
        }
    }

    private Bounded FloatingConstant(ScalarType type)
    {
        var value = OneOf(Constants);
        return new(Number(type, value), System.Math.Abs(value) + 1e-6);
    }

    /// <summary>A call of a function of <c>Math</c>, with arguments where it is smooth enough and finite.</summary>
    private Bounded Function(MathFunction function, ScalarType type, Bounded a, Bounded b, int depth)
    {
        switch (function)
        {
            case MathFunction.Abs or MathFunction.Asinh or MathFunction.Truncate:
                return new(Call(function, type, a.Value), a.Bound);
            case MathFunction.Acos or MathFunction.Asin or MathFunction.Atanh:
                return new(Call(function, type, AtMost(a, 0.9, type).Value), 3.2);
            case MathFunction.Acosh:
            {
                var above = Positive(a, type);
                return new(Call(function, type, new Binary(BinaryOperator.Add, above.Value, Number(type, 1))), above.Bound + 1);
            }

            case MathFunction.Atan or MathFunction.Cos or MathFunction.Sin or MathFunction.Tanh:
                return new(Call(function, type, a.Value), 1.6);
            case MathFunction.Hypot:
            {
                var side = Positive(b, type);
                return new(Call(function, type, a.Value, side.Value), a.Bound + side.Bound);
            }

            case MathFunction.Atan2:
                return new(Call(function, type, a.Value, Positive(b, type).Value), 3.2);
            case MathFunction.Cbrt or MathFunction.Sqrt or MathFunction.Log or MathFunction.Log2 or MathFunction.Log10:
            {
                var positive = Positive(a, type);
                return new(Call(function, type, positive.Value), System.Math.Max(1, 1.5 * positive.Bound));
            }

            case MathFunction.LogBase:
            {
                var positive = Positive(a, type);
                var aboveOne = new Binary(BinaryOperator.Add, Positive(b, type).Value, Number(type, 1.5));
                return new(Call(function, type, positive.Value, aboveOne), System.Math.Max(1, 1.5 * positive.Bound));
            }

            case MathFunction.Ceiling or MathFunction.Floor or MathFunction.Round:
                return new(Call(function, type, a.Value), a.Bound + 1);
            case MathFunction.RoundTo:
                return new(Call(function, type, a.Value, Constant.Of(random.Next(3))), a.Bound + 1);
            case MathFunction.Clamp:
            {
                var (low, high) = (Positive(a, type), Positive(b, type));
                var clamped = AtMost(Floating(type, depth - 1), 30, type);
                return new(
                    Call(function, type, clamped.Value, new Unary(UnaryOperator.Negate, low.Value), high.Value), System.Math.Max(low.Bound, high.Bound));
            }

            case MathFunction.CopySign:
                return new(Call(function, type, a.Value, b.Value), a.Bound);
            case MathFunction.Cosh or MathFunction.Exp or MathFunction.Sinh:
                return new(Call(function, type, AtMost(a, 2, type).Value), 7.5);
            case MathFunction.FusedMultiplyAdd:
                return new(Call(function, type, a.Value, b.Value, Readable(type) ?? Number(type, 1.5)), (a.Bound * b.Bound) + Limit);
            case MathFunction.IEEERemainder:
                return new(Call(function, type, a.Value, Positive(b, type).Value), a.Bound);
            case MathFunction.Max or MathFunction.Min or MathFunction.MaxMagnitude or MathFunction.MinMagnitude:
                return new(Call(function, type, a.Value, b.Value), System.Math.Max(a.Bound, b.Bound));
            case MathFunction.Pow:
            {
                if (Chance(0.4))
                {
                    var power = random.Next(4);
                    return new(Call(function, type, AtMost(a, 3, type).Value, Number(type, power)), 27);
                }

                return new(Call(function, type, Positive(AtMost(a, 2, type), type).Value, AtMost(b, 2, type).Value), 32);
            }

            case MathFunction.ScaleB:
                return new(
                    Call(function, type, a.Value, new Binary(
                        BinaryOperator.Subtract, new Binary(BinaryOperator.And, Integer(ScalarType.Int, 1), Constant.Of(3)), Constant.Of(2))),
                    2 * a.Bound);
            case MathFunction.Tan:
                return new(Call(function, type, AtMost(a, 1.2, type).Value), 2.6);
            default:
                return a;
        }
    }
}
