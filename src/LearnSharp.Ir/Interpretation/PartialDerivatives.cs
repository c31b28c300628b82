using System;

namespace LearnSharp.Ir;

/// <summary>
/// The partial derivatives of every operation, for dual numbers. The rules are those of docs/derivatives.md, written here a second time on purpose:
/// they are the oracle for the table that reverse mode uses. A null partial passes nothing.
/// </summary>
internal static class PartialDerivatives
{
    private static readonly double Ln2 = Math.Log(2);
    private static readonly double Ln10 = Math.Log(10);

    /// <summary>The partials of an arithmetic operator with result <paramref name="r"/>.</summary>
    public static (Partial? Left, Partial? Right) Of(BinaryOperator operation, double a, double b, double r) => operation switch
    {
        BinaryOperator.Add => (1, 1),
        BinaryOperator.Subtract => (1, -1),
        BinaryOperator.Multiply => (b, a),
        BinaryOperator.Divide => (1 / b, -r / b),
        BinaryOperator.Remainder => (1, -Math.Round((a - r) / b)),
        BinaryOperator.WithDerivativeOf => (null, 1),
        _ => throw new InvalidOperationException($"The operator {operation} has no derivative."),
    };

    /// <summary>The partials of a function, one per floating argument.</summary>
    public static Partial?[] Of(MathFunction function, double[] arguments, int count, double r) => arguments.Length switch
    {
        1 => [OfOne(function, arguments[0], count, r)],
        2 => OfTwo(function, arguments[0], arguments[1], r),
        _ => OfThree(function, arguments[0], arguments[1], arguments[2]),
    };

    private static Partial? OfOne(MathFunction function, double x, int count, double r)
    {
        switch (function)
        {
            case MathFunction.Abs:
                return x > 0 ? 1 : x < 0 ? -1 : null;
            case MathFunction.Acos:
                return Amplified(-1 / Math.Sqrt((1 - x) * (1 + x)), 1, (1 - x) * (1 + x));
            case MathFunction.Acosh:
                return Amplified(1 / Math.Sqrt((x - 1) * (x + 1)), x * x, (x - 1) * (x + 1));
            case MathFunction.Asin:
                return Amplified(1 / Math.Sqrt((1 - x) * (1 + x)), 1, (1 - x) * (1 + x));
            case MathFunction.Asinh:
                return 1 / Math.Sqrt((x * x) + 1);
            case MathFunction.Atan:
                return 1 / (1 + (x * x));
            case MathFunction.Atanh:
                return Amplified(1 / ((1 - x) * (1 + x)), 1, (1 - x) * (1 + x));
            case MathFunction.Cbrt:
                return 1 / (3 * r * r);
            case MathFunction.Ceiling or MathFunction.Floor or MathFunction.Round or MathFunction.RoundTo or MathFunction.Truncate:
                return null;
            case MathFunction.Cos:
                return -Math.Sin(x);
            case MathFunction.Cosh:
                return Math.Sinh(x);
            case MathFunction.Exp:
                return r;
            case MathFunction.Log:
                return 1 / x;
            case MathFunction.Log2:
                return 1 / (x * Ln2);
            case MathFunction.Log10:
                return 1 / (x * Ln10);
            case MathFunction.ScaleB:
                return Math.ScaleB(1, count);
            case MathFunction.Sin:
                return Math.Cos(x);
            case MathFunction.Sinh:
                return Math.Cosh(x);
            case MathFunction.Sqrt:
                return 0.5 / r;
            case MathFunction.Tan:
                return 1 + (r * r);
            case MathFunction.Tanh:
                return new Partial((1 - r) * (1 + r), 1 + (r * r));
            default:
                throw new InvalidOperationException($"The function {function} has no derivative by one argument.");
        }
    }

    private static Partial?[] OfTwo(MathFunction function, double a, double b, double r)
    {
        switch (function)
        {
            case MathFunction.Atan2:
            {
                var squares = (b * b) + (a * a);
                return squares == 0 ? [null, null] : [b / squares, -a / squares];
            }

            case MathFunction.CopySign:
                return [a == 0 || double.IsNaN(a) ? null : (double.IsNegative(a) == double.IsNegative(b) ? 1 : -1), null];
            case MathFunction.Hypot:
                return r == 0 ? [null, null] : [a / r, b / r];
            case MathFunction.IEEERemainder:
                return [1, -Math.Round((a - r) / b)];
            case MathFunction.LogBase:
                return [1 / (a * Math.Log(b)), -r / (b * Math.Log(b))];
            case MathFunction.Max or MathFunction.Min or MathFunction.MaxMagnitude or MathFunction.MinMagnitude:
                return r == a ? [1, null] : [null, 1];
            case MathFunction.Pow:
                return [PowByBase(a, b), a > 0 ? r * Math.Log(a) : null];
            default:
                throw new InvalidOperationException($"The function {function} has no derivative by two arguments.");
        }
    }

    private static Partial?[] OfThree(MathFunction function, double a, double b, double c) => function switch
    {
        MathFunction.Clamp => a < b ? [null, 1, null] : a > c ? [null, null, 1] : [1, null, null],
        MathFunction.FusedMultiplyAdd => [b, a, 1],
        _ => throw new InvalidOperationException($"The function {function} has no derivative by three arguments."),
    };

    private static Partial? PowByBase(double x, double y)
    {
        if (y == 0)
            return null;
        var value = y * Math.Pow(x, y - 1);

        // The rounding of y - 1 is amplified by the logarithm.
        var sensitivity = 1 + Math.Abs(y * Math.Log(Math.Abs(x)));
        return double.IsFinite(sensitivity) ? new Partial(value, Math.Abs(value) * sensitivity) : value;
    }

    /// <summary>A partial with a difference inside, whose rounding counts with the magnitude of the difference's terms.</summary>
    private static Partial Amplified(double value, double terms, double difference)
    {
        var factor = 1 + (terms / Math.Abs(difference));
        return double.IsFinite(factor) ? new Partial(value, Math.Abs(value) * factor) : value;
    }
}
