using System;
using System.Collections.Generic;
using LearnSharp.Ir.Tests.RandomPrograms;

namespace LearnSharp.Ir.Tests.Interpretation;

/// <summary>Every operator of the interpreter against C#'s own, on values at the edges.</summary>
public class OperatorTests
{
    private static readonly int[] Ints = [0, 1, -1, 2, 7, -13, 31, 33, 255, int.MaxValue, int.MinValue];
    private static readonly long[] Longs = [0, 1, -1, 5, -77, 63, 65, int.MaxValue, (long)int.MaxValue + 1, long.MaxValue, long.MinValue];
    private static readonly double[] Doubles =
        [0, -0.0, 1, -1.5, 0.1, 3, 1e10, 2147483647.5, -2147483649, 1e300, 5e-324, double.NaN, double.PositiveInfinity, double.NegativeInfinity];

    private static readonly float[] Floats =
        [0, -0.0f, 1, -1.5f, 0.1f, 3, 1e10f, 16777217f, 1e38f, 1e-45f, float.NaN, float.PositiveInfinity, float.NegativeInfinity];

    [Fact]
    public void Int_operators_are_those_of_CSharp() => Compare(Ints, new()
    {
        [BinaryOperator.Add] = (a, b) => unchecked(a + b),
        [BinaryOperator.Subtract] = (a, b) => unchecked(a - b),
        [BinaryOperator.Multiply] = (a, b) => unchecked(a * b),
        [BinaryOperator.Divide] = (a, b) => a / b,
        [BinaryOperator.Remainder] = (a, b) => a % b,
        [BinaryOperator.And] = (a, b) => a & b,
        [BinaryOperator.Or] = (a, b) => a | b,
        [BinaryOperator.Xor] = (a, b) => a ^ b,
        [BinaryOperator.ShiftLeft] = (a, b) => a << b,
        [BinaryOperator.ShiftRight] = (a, b) => a >> b,
        [BinaryOperator.ShiftRightUnsigned] = (a, b) => a >>> b,
        [BinaryOperator.Equal] = (a, b) => a == b,
        [BinaryOperator.NotEqual] = (a, b) => a != b,
        [BinaryOperator.Less] = (a, b) => a < b,
        [BinaryOperator.LessOrEqual] = (a, b) => a <= b,
        [BinaryOperator.Greater] = (a, b) => a > b,
        [BinaryOperator.GreaterOrEqual] = (a, b) => a >= b,
    }, Constant.Of);

    [Fact]
    public void Checked_int_operators_overflow_as_in_CSharp() => Compare(Ints, new()
    {
        [BinaryOperator.Add] = (a, b) => checked(a + b),
        [BinaryOperator.Subtract] = (a, b) => checked(a - b),
        [BinaryOperator.Multiply] = (a, b) => checked(a * b),
    }, Constant.Of, isChecked: true);

    [Fact]
    public void Long_operators_are_those_of_CSharp() => Compare(Longs, new()
    {
        [BinaryOperator.Add] = (a, b) => unchecked(a + b),
        [BinaryOperator.Subtract] = (a, b) => unchecked(a - b),
        [BinaryOperator.Multiply] = (a, b) => unchecked(a * b),
        [BinaryOperator.Divide] = (a, b) => a / b,
        [BinaryOperator.Remainder] = (a, b) => a % b,
        [BinaryOperator.And] = (a, b) => a & b,
        [BinaryOperator.Or] = (a, b) => a | b,
        [BinaryOperator.Xor] = (a, b) => a ^ b,
        [BinaryOperator.Less] = (a, b) => a < b,
        [BinaryOperator.GreaterOrEqual] = (a, b) => a >= b,
    }, Constant.Of);

    [Fact]
    public void Checked_long_operators_overflow_as_in_CSharp() => Compare(Longs, new()
    {
        [BinaryOperator.Add] = (a, b) => checked(a + b),
        [BinaryOperator.Subtract] = (a, b) => checked(a - b),
        [BinaryOperator.Multiply] = (a, b) => checked(a * b),
    }, Constant.Of, isChecked: true);

    [Fact]
    public void Long_shifts_take_six_bits_of_an_int()
    {
        foreach (var a in Longs)
        {
            foreach (var b in Ints)
            {
                Value(new Binary(BinaryOperator.ShiftLeft, Constant.Of(a), Constant.Of(b))).ShouldBe(a << b);
                Value(new Binary(BinaryOperator.ShiftRight, Constant.Of(a), Constant.Of(b))).ShouldBe(a >> b);
                Value(new Binary(BinaryOperator.ShiftRightUnsigned, Constant.Of(a), Constant.Of(b))).ShouldBe(a >>> b);
            }
        }
    }

    [Fact]
    public void Double_operators_are_those_of_CSharp() => Compare(Doubles, new()
    {
        [BinaryOperator.WithDerivativeOf] = (a, _) => a,
        [BinaryOperator.Add] = (a, b) => a + b,
        [BinaryOperator.Subtract] = (a, b) => a - b,
        [BinaryOperator.Multiply] = (a, b) => a * b,
        [BinaryOperator.Divide] = (a, b) => a / b,
        [BinaryOperator.Remainder] = (a, b) => a % b,
        [BinaryOperator.Equal] = (a, b) => a == b,
        [BinaryOperator.NotEqual] = (a, b) => a != b,
        [BinaryOperator.Less] = (a, b) => a < b,
        [BinaryOperator.LessOrEqual] = (a, b) => a <= b,
        [BinaryOperator.Greater] = (a, b) => a > b,
        [BinaryOperator.GreaterOrEqual] = (a, b) => a >= b,
    }, Constant.Of);

    [Fact]
    public void Float_operators_round_to_float_every_time() => Compare(Floats, new()
    {
        [BinaryOperator.WithDerivativeOf] = (a, _) => a,
        [BinaryOperator.Add] = (a, b) => a + b,
        [BinaryOperator.Subtract] = (a, b) => a - b,
        [BinaryOperator.Multiply] = (a, b) => a * b,
        [BinaryOperator.Divide] = (a, b) => a / b,
        [BinaryOperator.Remainder] = (a, b) => a % b,
        [BinaryOperator.Less] = (a, b) => a < b,
        [BinaryOperator.Equal] = (a, b) => a == b,
    }, Constant.Of);

    [Fact]
    public void A_sum_of_floats_is_not_the_sum_in_double()
    {
        var sum = new Binary(BinaryOperator.Subtract, new Binary(BinaryOperator.Add, Constant.Of(16777216f), Constant.Of(1f)), Constant.Of(16777216f));
        Value(sum).ShouldBe(0f);
    }

    [Fact]
    public void Bools_and_enums_combine_bit_by_bit()
    {
        foreach (var a in new[] { false, true })
        {
            Value(new Unary(UnaryOperator.Not, Constant.Of(a))).ShouldBe(!a);
            foreach (var b in new[] { false, true })
            {
                Value(new Binary(BinaryOperator.And, Constant.Of(a), Constant.Of(b))).ShouldBe(a & b);
                Value(new Binary(BinaryOperator.Or, Constant.Of(a), Constant.Of(b))).ShouldBe(a | b);
                Value(new Binary(BinaryOperator.Xor, Constant.Of(a), Constant.Of(b))).ShouldBe(a ^ b);
                Value(new Binary(BinaryOperator.Equal, Constant.Of(a), Constant.Of(b))).ShouldBe(a == b);
            }
        }

        var mode = SampleIrTypes.Mode;
        Value(new Binary(BinaryOperator.Or, Constant.Of(mode, 5), Constant.Of(mode, 2))).ShouldBe(7L);
        Value(new Binary(BinaryOperator.Less, Constant.Of(mode, -3), Constant.Of(mode, 0))).ShouldBe(true);
    }

    [Fact]
    public void Negation_wraps_or_throws()
    {
        Value(new Unary(UnaryOperator.Negate, Constant.Of(int.MinValue))).ShouldBe(int.MinValue);
        Should.Throw<OverflowException>(() => Value(new Unary(UnaryOperator.Negate, Constant.Of(int.MinValue), Checked: true)));
        Should.Throw<OverflowException>(() => Value(new Unary(UnaryOperator.Negate, Constant.Of(long.MinValue), Checked: true)));
        Value(new Unary(UnaryOperator.Complement, Constant.Of(5))).ShouldBe(~5);
        BitConverter.DoubleToInt64Bits((double)Value(new Unary(UnaryOperator.Negate, Constant.Of(0.0)))!).ShouldBe(BitConverter.DoubleToInt64Bits(-0.0));
    }

    [Fact]
    public void Conversions_from_floating_to_integer_saturate_or_throw()
    {
        foreach (var value in Doubles)
        {
            ShouldAgree(() => unchecked((int)value), new Convert(ScalarType.Int, Constant.Of(value)));
            ShouldAgree(() => unchecked((long)value), new Convert(ScalarType.Long, Constant.Of(value)));
            ShouldAgree(() => checked((int)value), new Convert(ScalarType.Int, Constant.Of(value), Checked: true));
            ShouldAgree(() => checked((long)value), new Convert(ScalarType.Long, Constant.Of(value), Checked: true));
            ShouldAgree(() => (float)value, new Convert(ScalarType.Float, Constant.Of(value)));
        }

        foreach (var value in Floats)
        {
            ShouldAgree(() => unchecked((int)value), new Convert(ScalarType.Int, Constant.Of(value)));
            ShouldAgree(() => checked((long)value), new Convert(ScalarType.Long, Constant.Of(value), Checked: true));
            ShouldAgree(() => (double)value, new Convert(ScalarType.Double, Constant.Of(value)));
        }
    }

    [Fact]
    public void Conversions_from_integers_are_those_of_CSharp()
    {
        foreach (var value in Longs)
        {
            ShouldAgree(() => unchecked((int)value), new Convert(ScalarType.Int, Constant.Of(value)));
            ShouldAgree(() => checked((int)value), new Convert(ScalarType.Int, Constant.Of(value), Checked: true));
            ShouldAgree(() => (float)value, new Convert(ScalarType.Float, Constant.Of(value)));
            ShouldAgree(() => (double)value, new Convert(ScalarType.Double, Constant.Of(value)));
        }

        foreach (var value in Ints)
        {
            ShouldAgree(() => (long)value, new Convert(ScalarType.Long, Constant.Of(value)));
            ShouldAgree(() => (float)value, new Convert(ScalarType.Float, Constant.Of(value)));
            ShouldAgree(() => (long)(Mode)value, new Convert(SampleIrTypes.Mode, Constant.Of(value)));
        }
    }

    [Fact]
    public void Functions_of_Math_are_called_as_they_are()
    {
        foreach (var a in Doubles)
        {
            ShouldAgree(() => Math.Tanh(a), Call(MathFunction.Tanh, ScalarType.Double, Constant.Of(a)));
            ShouldAgree(() => Math.Sign(a), Call(MathFunction.Sign, ScalarType.Double, Constant.Of(a)));
            ShouldAgree(() => Math.Round(a, 1), Call(MathFunction.RoundTo, ScalarType.Double, Constant.Of(a), Constant.Of(1)));
            ShouldAgree(() => Math.ScaleB(a, -3), Call(MathFunction.ScaleB, ScalarType.Double, Constant.Of(a), Constant.Of(-3)));
            foreach (var b in Doubles)
            {
                ShouldAgree(() => Math.Pow(a, b), Call(MathFunction.Pow, ScalarType.Double, Constant.Of(a), Constant.Of(b)));
                ShouldAgree(() => Math.Max(a, b), Call(MathFunction.Max, ScalarType.Double, Constant.Of(a), Constant.Of(b)));
                ShouldAgree(() => Math.Log(a, b), Call(MathFunction.LogBase, ScalarType.Double, Constant.Of(a), Constant.Of(b)));
                ShouldAgree(() => Math.Clamp(1.0, a, b), Call(MathFunction.Clamp, ScalarType.Double, Constant.Of(1.0), Constant.Of(a), Constant.Of(b)));
            }
        }

        foreach (var a in Floats)
            ShouldAgree(() => MathF.Sin(a), Call(MathFunction.Sin, ScalarType.Float, Constant.Of(a)));
        foreach (var a in Ints)
        {
            ShouldAgree(() => Math.Abs(a), Call(MathFunction.Abs, ScalarType.Int, Constant.Of(a)));
            ShouldAgree(() => Math.Max((long)a, 3), Call(MathFunction.Max, ScalarType.Long, Constant.Of((long)a), Constant.Of(3L)));
        }
    }

    private static MathCall Call(MathFunction function, ScalarType overload, params Expression[] arguments) => new(function, overload, arguments.ToEquatableArray());

    private static void Compare<T>(T[] values, Dictionary<BinaryOperator, Func<T, T, object>> operators, Func<T, Constant> constant, bool isChecked = false)
    {
        foreach (var (operation, expected) in operators)
        {
            foreach (var a in values)
            {
                foreach (var b in values)
                    ShouldAgree(() => expected(a, b), new Binary(operation, constant(a), constant(b), isChecked));
            }
        }
    }

    /// <summary>Same bits, or the same exception.</summary>
    private static void ShouldAgree<T>(Func<T> expected, Expression expression) =>
        Outcome(() => Value(expression)).ShouldBe(Outcome(() => expected()), expression.ToString());

    private static string Outcome(Func<object?> compute)
    {
        try
        {
            return HostValues.Describe(compute());
        }
        catch (Exception exception) when (exception is ArithmeticException or ArgumentException)
        {
            return exception.GetType().Name;
        }
    }

    private static object? Value(Expression expression)
    {
        var program = new IrProgram(new("Tests.F()", "F", [], [expression.Type], new([new Return([expression])])), []);
        Verifier.ThrowIfInvalid(program);
        return Interpreter.Run(program, []).Results[0];
    }
}
