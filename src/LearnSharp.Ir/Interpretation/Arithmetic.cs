using System;

namespace LearnSharp.Ir;

/// <summary>The values of operators, exactly as C# computes them. Floats are held widened; every float operation is computed in float.</summary>
internal static class Arithmetic
{
    /// <summary>A floating operation; floats come and go as the doubles that equal them.</summary>
    public static double Floating(BinaryOperator operation, bool single, double left, double right)
    {
        if (single)
        {
            var (a, b) = ((float)left, (float)right);
            return operation switch
            {
                BinaryOperator.Add => (float)(a + b),
                BinaryOperator.Subtract => (float)(a - b),
                BinaryOperator.Multiply => (float)(a * b),
                BinaryOperator.Divide => (float)(a / b),
                BinaryOperator.Remainder => (float)(a % b),
                BinaryOperator.WithDerivativeOf => a,
                _ => throw Unknown(operation),
            };
        }

        return operation switch
        {
            BinaryOperator.Add => left + right,
            BinaryOperator.Subtract => left - right,
            BinaryOperator.Multiply => left * right,
            BinaryOperator.Divide => left / right,
            BinaryOperator.Remainder => left % right,
            BinaryOperator.WithDerivativeOf => left,
            _ => throw Unknown(operation),
        };
    }

    /// <summary>A comparison of doubles (or floats widened, which compare alike).</summary>
    public static bool Compare(BinaryOperator operation, double left, double right) => operation switch
    {
        BinaryOperator.Equal => left == right,
        BinaryOperator.NotEqual => left != right,
        BinaryOperator.Less => left < right,
        BinaryOperator.LessOrEqual => left <= right,
        BinaryOperator.Greater => left > right,
        BinaryOperator.GreaterOrEqual => left >= right,
        _ => throw Unknown(operation),
    };

    /// <summary>A comparison of integers, enums or bools (0 and 1), widened.</summary>
    public static bool Compare(BinaryOperator operation, long left, long right) => operation switch
    {
        BinaryOperator.Equal => left == right,
        BinaryOperator.NotEqual => left != right,
        BinaryOperator.Less => left < right,
        BinaryOperator.LessOrEqual => left <= right,
        BinaryOperator.Greater => left > right,
        BinaryOperator.GreaterOrEqual => left >= right,
        _ => throw Unknown(operation),
    };

    /// <summary>An operation on ints; <paramref name="right"/> is the count of a shift.</summary>
    /// <exception cref="DivideByZeroException">Division by zero.</exception>
    /// <exception cref="OverflowException">Checked overflow, or the smallest int divided by -1.</exception>
    public static int Int(BinaryOperator operation, int left, int right, bool overflowThrows) => operation switch
    {
        BinaryOperator.Add => overflowThrows ? checked(left + right) : unchecked(left + right),
        BinaryOperator.Subtract => overflowThrows ? checked(left - right) : unchecked(left - right),
        BinaryOperator.Multiply => overflowThrows ? checked(left * right) : unchecked(left * right),
        BinaryOperator.Divide => left / right,
        BinaryOperator.Remainder => left % right,
        BinaryOperator.And => left & right,
        BinaryOperator.Or => left | right,
        BinaryOperator.Xor => left ^ right,
        BinaryOperator.ShiftLeft => left << right,
        BinaryOperator.ShiftRight => left >> right,
        BinaryOperator.ShiftRightUnsigned => left >>> right,
        _ => throw Unknown(operation),
    };

    /// <summary>An operation on longs other than shifts.</summary>
    /// <exception cref="DivideByZeroException">Division by zero.</exception>
    /// <exception cref="OverflowException">Checked overflow, or the smallest long divided by -1.</exception>
    public static long Long(BinaryOperator operation, long left, long right, bool overflowThrows) => operation switch
    {
        BinaryOperator.Add => overflowThrows ? checked(left + right) : unchecked(left + right),
        BinaryOperator.Subtract => overflowThrows ? checked(left - right) : unchecked(left - right),
        BinaryOperator.Multiply => overflowThrows ? checked(left * right) : unchecked(left * right),
        BinaryOperator.Divide => left / right,
        BinaryOperator.Remainder => left % right,
        BinaryOperator.And => left & right,
        BinaryOperator.Or => left | right,
        BinaryOperator.Xor => left ^ right,
        _ => throw Unknown(operation),
    };

    /// <summary>A shift of a long.</summary>
    public static long Shift(BinaryOperator operation, long left, int count) => operation switch
    {
        BinaryOperator.ShiftLeft => left << count,
        BinaryOperator.ShiftRight => left >> count,
        BinaryOperator.ShiftRightUnsigned => left >>> count,
        _ => throw Unknown(operation),
    };

    /// <summary>A long converted to int.</summary>
    /// <exception cref="OverflowException">Checked, and outside int.</exception>
    public static int ToInt(long value, bool overflowThrows) => overflowThrows ? checked((int)value) : unchecked((int)value);

    /// <summary>A double (or float widened) converted to int: towards zero; unchecked, values outside go to the nearest bound and NaN to 0.</summary>
    /// <exception cref="OverflowException">Checked, and outside int.</exception>
    public static int ToInt(double value, bool overflowThrows) => overflowThrows ? checked((int)value) : unchecked((int)value);

    /// <summary>
    /// A double (or float widened) converted to long: towards zero; unchecked, values outside go to the nearest bound and NaN to 0.
    /// </summary>
    /// <exception cref="OverflowException">Checked, and outside long.</exception>
    public static long ToLong(double value, bool overflowThrows) => overflowThrows ? checked((long)value) : unchecked((long)value);

    private static InvalidOperationException Unknown(BinaryOperator operation) => new($"The operator {operation} does not apply to these operands.");
}
