using System;
using static LearnSharp.Ir.Formula;

namespace LearnSharp.Ir;

/// <summary>
/// The table of derivatives: for every operator and function, the partial derivative to each operand as an expression of the operands and the result. The conventions at
/// points where no derivative exists are those of <c>docs/derivatives.md</c>, which this table and the tangents of the interpreter share.
/// </summary>
internal static class Derivatives
{
    /// <summary>Whether the derivative is zero wherever it exists: steps.</summary>
    public static bool IsStep(MathFunction function) => function is MathFunction.Ceiling or MathFunction.Floor or MathFunction.Round or MathFunction.RoundTo
        or MathFunction.Truncate or MathFunction.Sign;

    /// <summary>Whether the operand at a position never carries a derivative, whatever its type: the sign of <c>CopySign</c>, the count of <c>ScaleB</c>.</summary>
    public static bool IsPassiveOperand(MathFunction function, int position) =>
        IsStep(function) || (position == 1 && function is (MathFunction.CopySign or MathFunction.ScaleB));

    /// <summary>Whether the function costs much more than arithmetic: its result is kept rather than computed again.</summary>
    public static bool IsExpensive(MathFunction function) => !IsStep(function) && !IsSelection(function)
        && function is not (MathFunction.Abs or MathFunction.CopySign or MathFunction.FusedMultiplyAdd or MathFunction.ScaleB);

    /// <summary>Whether a partial derivative is written with the result of the call.</summary>
    public static bool UsesResult(MathFunction function) => function is MathFunction.Exp or MathFunction.Sqrt or MathFunction.Tan or MathFunction.Tanh
        or MathFunction.Cbrt or MathFunction.Hypot or MathFunction.Pow or MathFunction.LogBase or MathFunction.IEEERemainder or MathFunction.MaxMagnitude or MathFunction.MinMagnitude;

    /// <summary>Whether the function returns one of its operands: its derivative goes to that one alone (<see cref="Selects"/>).</summary>
    public static bool IsSelection(MathFunction function) => function is MathFunction.Max or MathFunction.Min or MathFunction.MaxMagnitude or MathFunction.MinMagnitude
        or MathFunction.Clamp;

    /// <summary>
    /// The condition under which a selecting function returned its operand at <paramref name="position"/>, given that it returned none of those tested before it. Operands are tested in the
    /// order of <see cref="SelectionOrder"/>; the last one needs no test.
    /// </summary>
    public static Expression Selects(MathCall call, int position, Expression result)
    {
        var a = call.Arguments[0];
        var b = call.Arguments[1];
        return (call.Function, position) switch
        {
            (MathFunction.Max, 0) => new Binary(BinaryOperator.GreaterOrEqual, a, b),
            (MathFunction.Min, 0) => new Binary(BinaryOperator.LessOrEqual, a, b),
            (MathFunction.MaxMagnitude or MathFunction.MinMagnitude, 0) => new Binary(BinaryOperator.Equal, result, a),
            (MathFunction.Clamp, 1) => new Binary(BinaryOperator.Less, a, b),
            (MathFunction.Clamp, 2) => new Binary(BinaryOperator.Greater, a, call.Arguments[2]),
            _ => throw Unknown(call.Function, position),
        };
    }

    /// <summary>The operands of a selecting function in the order in which <see cref="Selects"/> tests them.</summary>
    public static EquatableArray<int> SelectionOrder(MathFunction function) => function == MathFunction.Clamp ? [1, 2, 0] : [0, 1];

    /// <summary>The partial derivative of <c>left op right</c> to one of its operands.</summary>
    /// <param name="binary">A floating operation.</param>
    /// <param name="position">0 for the left operand, 1 for the right one.</param>
    /// <param name="result">An expression of its value.</param>
    public static Expression Partial(Binary binary, int position, Expression result)
    {
        Constant One() => Constant.Floating(binary.Type, 1);
        return (binary.Operator, position) switch
        {
            (BinaryOperator.Add, _) => One(),
            (BinaryOperator.Subtract, 0) => One(),
            (BinaryOperator.Subtract, 1) => Negate(One()),
            (BinaryOperator.Multiply, 0) => binary.Right,
            (BinaryOperator.Multiply, 1) => binary.Left,
            (BinaryOperator.Divide, 0) => Divide(One(), binary.Right),
            // A reciprocal that is at hand: one product instead of a quotient, zero and infinity the same.
            (BinaryOperator.Divide, 1) when binary.Left is Constant { AsDouble: 1 } && result is LocalRead => Negate(Multiply(result, result)),
            (BinaryOperator.Divide, 1) => Negate(Divide(result, binary.Right)),
            (BinaryOperator.Remainder, 0) => One(),
            (BinaryOperator.Remainder, 1) => Negate(Subtracted(binary.Left, binary.Right, result)),
            _ => throw new InvalidOperationException($"{binary.Operator} has no derivative."),
        };
    }

    /// <summary>The partial derivative of a function that is neither a step nor a selection.</summary>
    /// <param name="call">The call.</param>
    /// <param name="position">Which operand.</param>
    /// <param name="result">An expression of its value.</param>
    public static Expression Partial(MathCall call, int position, Expression result)
    {
        var type = call.Overload;
        var x = call.Arguments[0];
        Expression Y() => call.Arguments[1];
        Constant Number(double value) => Constant.Floating(type, value);
        Expression Call(MathFunction function, params Expression[] arguments) => new MathCall(function, type, new(arguments));
        Expression Inverse(Expression denominator) => Divide(Number(1), denominator);
        Expression OnePlus(Expression e) => Add(Number(1), e);
        Expression OneMinus(Expression e) => Subtract(Number(1), e);

        switch (call.Function, position)
        {
            case (MathFunction.Abs, 0):
                return SignOf(x, type);
            case (MathFunction.Acos, 0):
                return Negate(Inverse(Call(MathFunction.Sqrt, Multiply(OneMinus(x), OnePlus(x)))));
            case (MathFunction.Asin, 0):
                return Inverse(Call(MathFunction.Sqrt, Multiply(OneMinus(x), OnePlus(x))));
            case (MathFunction.Acosh, 0):
                return Inverse(Call(MathFunction.Sqrt, Multiply(Subtract(x, Number(1)), Add(x, Number(1)))));
            case (MathFunction.Asinh, 0):
                return Inverse(Call(MathFunction.Sqrt, Add(Multiply(x, x), Number(1))));
            case (MathFunction.Atan, 0):
                return Inverse(OnePlus(Multiply(x, x)));
            case (MathFunction.Atanh, 0):
                return Inverse(Multiply(OneMinus(x), OnePlus(x)));
            case (MathFunction.Cbrt, 0):
                return Inverse(Multiply(Multiply(Number(3), result), result));
            case (MathFunction.Cos, 0):
                return Negate(Call(MathFunction.Sin, x));
            case (MathFunction.Sin, 0):
                return Call(MathFunction.Cos, x);
            case (MathFunction.Cosh, 0):
                return Call(MathFunction.Sinh, x);
            case (MathFunction.Sinh, 0):
                return Call(MathFunction.Cosh, x);
            case (MathFunction.Exp, 0):
                return result;
            case (MathFunction.Log, 0):
                return Inverse(x);
            case (MathFunction.Log2, 0):
                return Inverse(Multiply(x, Number(0.693147180559945309417232121458)));
            case (MathFunction.Log10, 0):
                return Inverse(Multiply(x, Number(2.302585092994045684017991454684)));
            case (MathFunction.Sqrt, 0):
                return Divide(Number(0.5), result);
            case (MathFunction.Tan, 0):
                return OnePlus(Multiply(result, result));
            case (MathFunction.Tanh, 0):
                return Multiply(OneMinus(result), OnePlus(result));
            case (MathFunction.Atan2, _):
                return OfAtan2(x, Y(), position, type);
            case (MathFunction.CopySign, 0):
            {
                // The sign bit of y is read by copying it onto 1: a comparison with zero would miss the one of -0.0.
                var sign = SignOf(x, type);
                return new Conditional(new Binary(BinaryOperator.Less, Call(MathFunction.CopySign, Number(1), Y()), Number(0)), Negate(sign), sign);
            }

            case (MathFunction.FusedMultiplyAdd, 0):
                return Y();
            case (MathFunction.FusedMultiplyAdd, 1):
                return x;
            case (MathFunction.FusedMultiplyAdd, 2):
                return Number(1);
            case (MathFunction.Hypot, _):
                return OfHypot(position == 0 ? x : Y(), result, type);
            case (MathFunction.IEEERemainder, 0):
                return Number(1);
            case (MathFunction.IEEERemainder, 1):
                return Negate(Subtracted(x, Y(), result));
            case (MathFunction.LogBase, 0):
                return Inverse(Multiply(x, Call(MathFunction.Log, Y())));
            case (MathFunction.LogBase, 1):
                return Negate(Divide(result, Multiply(Y(), Call(MathFunction.Log, Y()))));
            case (MathFunction.Pow, 0):
                return OfPowerToBase(x, Y(), type);
            case (MathFunction.Pow, 1):
                return new Conditional(new Binary(BinaryOperator.Greater, x, Number(0)), Multiply(result, Call(MathFunction.Log, x)), Number(0));
            case (MathFunction.ScaleB, 0):
                return Call(MathFunction.ScaleB, Number(1), Y());
            default:
                throw Unknown(call.Function, position);
        }
    }

    private static Conditional SignOf(Expression x, ScalarType type) => new(
        new Binary(BinaryOperator.Greater, x, Zero(type)),
        Constant.Floating(type, 1),
        new Conditional(new Binary(BinaryOperator.Less, x, Zero(type)), Constant.Floating(type, -1), Zero(type)));

    // a % b = a - n * b with an integer n, so the derivative to b is -n.
    private static MathCall Subtracted(Expression a, Expression b, Expression remainder) =>
        new(MathFunction.Round, (ScalarType)a.Type, [Divide(Subtract(a, remainder), b)]);

    // Zero at the tip of the cone, where every slope between -1 and 1 is one.
    private static Conditional OfHypot(Expression side, Expression result, ScalarType type) =>
        new(new Binary(BinaryOperator.Equal, result, Zero(type)), Zero(type), Divide(side, result));

    private static Conditional OfAtan2(Expression y, Expression x, int position, ScalarType type)
    {
        var square = Add(Multiply(x, x), Multiply(y, y));
        var numerator = position == 0 ? x : Negate(y);
        return new Conditional(new Binary(BinaryOperator.Equal, square, Zero(type)), Zero(type), Divide(numerator, square));
    }

    private static Expression OfPowerToBase(Expression x, Expression y, ScalarType type)
    {
        if (y is Constant exponent)
        {
            return exponent.AsDouble switch
            {
                0 => Zero(type),
                1 => Constant.Floating(type, 1),
                2 => Multiply(y, x),
                var n => Multiply(y, new MathCall(MathFunction.Pow, type, [x, Constant.Floating(type, n - 1)])),
            };
        }

        var slope = Multiply(y, new MathCall(MathFunction.Pow, type, [x, Subtract(y, Constant.Floating(type, 1))]));
        return new Conditional(new Binary(BinaryOperator.Equal, y, Zero(type)), Zero(type), slope);
    }

    private static ArgumentOutOfRangeException Unknown(MathFunction function, int position) =>
        new(nameof(function), function, $"The table has no derivative of {function} to operand {position}.");
}
