using System;
using System.Numerics;

/// <summary>
/// What the operators and functions of <see cref="Complex"/> compute, step by step as .NET does: the same values to the bit. Each method stands for the member of its name; that of an instance takes the number first.
/// This file is translated when it changes (ComplexProgramTests), and the translations are what the generator brings along.
/// </summary>
public static class ComplexMembers
{
    private const double RescaleThreshold = double.MaxValue / 2.4142135623730951;

    public static double get_Magnitude(Complex self) => double.Hypot(self.Real, self.Imaginary);

    public static double get_Phase(Complex self) => Math.Atan2(self.Imaginary, self.Real);

    public static Complex op_Implicit(double value) => new Complex(value, 0);

    public static Complex op_Implicit(float value) => new Complex(value, 0);

    public static Complex op_Implicit(int value) => new Complex(value, 0);

    public static Complex op_Implicit(long value) => new Complex(value, 0);

    public static bool op_Equality(Complex left, Complex right) => left.Real == right.Real && left.Imaginary == right.Imaginary;

    public static bool op_Inequality(Complex left, Complex right) => left.Real != right.Real || left.Imaginary != right.Imaginary;

    public static Complex op_UnaryNegation(Complex value) => new Complex(-value.Real, -value.Imaginary);

    public static Complex op_UnaryPlus(Complex value) => value;

    public static Complex op_Addition(Complex left, Complex right) => new Complex(left.Real + right.Real, left.Imaginary + right.Imaginary);

    public static Complex op_Addition(Complex left, double right) => new Complex(left.Real + right, left.Imaginary);

    public static Complex op_Addition(double left, Complex right) => new Complex(left + right.Real, right.Imaginary);

    public static Complex op_Subtraction(Complex left, Complex right) => new Complex(left.Real - right.Real, left.Imaginary - right.Imaginary);

    public static Complex op_Subtraction(Complex left, double right) => new Complex(left.Real - right, left.Imaginary);

    public static Complex op_Subtraction(double left, Complex right) => new Complex(left - right.Real, -right.Imaginary);

    public static Complex op_Multiply(Complex left, Complex right) =>
        new Complex(left.Real * right.Real - left.Imaginary * right.Imaginary, left.Imaginary * right.Real + left.Real * right.Imaginary);

    public static Complex op_Multiply(Complex left, double right)
    {
        if (!double.IsFinite(left.Real))
            return double.IsFinite(left.Imaginary) ? new Complex(left.Real * right, double.NaN) : new Complex(double.NaN, double.NaN);
        if (!double.IsFinite(left.Imaginary))
            return new Complex(double.NaN, left.Imaginary * right);
        return new Complex(left.Real * right, left.Imaginary * right);
    }

    public static Complex op_Multiply(double left, Complex right) => op_Multiply(right, left);

    public static Complex op_Division(Complex left, Complex right)
    {
        double a = left.Real, b = left.Imaginary, c = right.Real, d = right.Imaginary;
        if (Math.Abs(d) < Math.Abs(c))
        {
            var doc = d / c;
            return new Complex((a + b * doc) / (c + d * doc), (b - a * doc) / (c + d * doc));
        }

        var cod = c / d;
        return new Complex((b + a * cod) / (d + c * cod), (-a + b * cod) / (d + c * cod));
    }

    public static Complex op_Division(Complex left, double right)
    {
        if (right == 0)
            return new Complex(double.NaN, double.NaN);
        if (!double.IsFinite(left.Real))
            return double.IsFinite(left.Imaginary) ? new Complex(left.Real / right, double.NaN) : new Complex(double.NaN, double.NaN);
        if (!double.IsFinite(left.Imaginary))
            return new Complex(double.NaN, left.Imaginary / right);
        return new Complex(left.Real / right, left.Imaginary / right);
    }

    public static Complex op_Division(double left, Complex right)
    {
        double a = left, c = right.Real, d = right.Imaginary;
        if (Math.Abs(d) < Math.Abs(c))
        {
            var doc = d / c;
            return new Complex(a / (c + d * doc), -a * doc / (c + d * doc));
        }

        var cod = c / d;
        return new Complex(a * cod / (d + c * cod), -a / (d + c * cod));
    }

    public static Complex Negate(Complex value) => op_UnaryNegation(value);

    public static Complex Add(Complex left, Complex right) => op_Addition(left, right);

    public static Complex Add(Complex left, double right) => op_Addition(left, right);

    public static Complex Add(double left, Complex right) => op_Addition(left, right);

    public static Complex Subtract(Complex left, Complex right) => op_Subtraction(left, right);

    public static Complex Subtract(Complex left, double right) => op_Subtraction(left, right);

    public static Complex Subtract(double left, Complex right) => op_Subtraction(left, right);

    public static Complex Multiply(Complex left, Complex right) => op_Multiply(left, right);

    public static Complex Multiply(Complex left, double right) => op_Multiply(left, right);

    public static Complex Multiply(double left, Complex right) => op_Multiply(left, right);

    public static Complex Divide(Complex dividend, Complex divisor) => op_Division(dividend, divisor);

    public static Complex Divide(Complex dividend, double divisor) => op_Division(dividend, divisor);

    public static Complex Divide(double dividend, Complex divisor) => op_Division(dividend, divisor);

    public static Complex Conjugate(Complex value) => new Complex(value.Real, -value.Imaginary);

    public static Complex Reciprocal(Complex value) => value.Real == 0 && value.Imaginary == 0 ? new Complex(0, 0) : op_Division(new Complex(1, 0), value);

    public static double Abs(Complex value) => double.Hypot(value.Real, value.Imaginary);

    public static Complex FromPolarCoordinates(double magnitude, double phase) => new Complex(magnitude * Math.Cos(phase), magnitude * Math.Sin(phase));

    public static bool IsFinite(Complex value) => double.IsFinite(value.Real) && double.IsFinite(value.Imaginary);

    public static bool IsInfinity(Complex value) => double.IsInfinity(value.Real) || double.IsInfinity(value.Imaginary);

    public static bool IsNaN(Complex value) => !IsInfinity(value) && !IsFinite(value);

    public static Complex Exp(Complex value) => FromPolarCoordinates(Math.Exp(value.Real), value.Imaginary);

    public static Complex Log(Complex value) => new Complex(Math.Log(Abs(value)), Math.Atan2(value.Imaginary, value.Real));

    public static Complex Log(Complex value, double baseValue) => op_Division(Log(value), Log(new Complex(baseValue, 0)));

    public static Complex Log10(Complex value)
    {
        var log = Log(value);
        return new Complex(log.Real * 0.43429448190325, log.Imaginary * 0.43429448190325);
    }

    public static Complex Sqrt(Complex value)
    {
        if (value.Imaginary == 0)
            return value.Real < 0 ? new Complex(0, Math.Sqrt(-value.Real)) : new Complex(Math.Sqrt(value.Real), 0);
        double real = value.Real, imaginary = value.Imaginary;
        var rescale = Math.Abs(real) >= RescaleThreshold || Math.Abs(imaginary) >= RescaleThreshold;
        if (rescale)
        {
            if (double.IsInfinity(imaginary))
                return new Complex(double.PositiveInfinity, imaginary);
            real *= 0.25;
            imaginary *= 0.25;
        }

        double x, y;
        if (real >= 0)
        {
            x = Math.Sqrt((double.Hypot(real, imaginary) + real) * 0.5);
            y = imaginary / (2 * x);
        }
        else
        {
            y = Math.Sqrt((double.Hypot(real, imaginary) - real) * 0.5);
            if (imaginary < 0)
                y = -y;
            x = imaginary / (2 * y);
        }

        if (rescale)
        {
            x *= 2;
            y *= 2;
        }

        return new Complex(x, y);
    }

    public static Complex Pow(Complex value, Complex power)
    {
        if (power.Real == 0 && power.Imaginary == 0)
            return new Complex(1, 0);
        if (value.Real == 0 && value.Imaginary == 0)
            return new Complex(0, 0);
        var magnitude = Abs(value);
        var phase = Math.Atan2(value.Imaginary, value.Real);
        var turned = power.Real * phase + power.Imaginary * Math.Log(magnitude);
        var length = Math.Pow(magnitude, power.Real) * Math.Exp(-power.Imaginary * phase);
        return new Complex(length * Math.Cos(turned), length * Math.Sin(turned));
    }

    public static Complex Pow(Complex value, double power) => Pow(value, new Complex(power, 0));

    public static Complex Sin(Complex value) => new Complex(Math.Sin(value.Real) * Math.Cosh(value.Imaginary), Math.Cos(value.Real) * Math.Sinh(value.Imaginary));

    public static Complex Cos(Complex value) => new Complex(Math.Cos(value.Real) * Math.Cosh(value.Imaginary), -Math.Sin(value.Real) * Math.Sinh(value.Imaginary));

    public static Complex Tan(Complex value)
    {
        var real = 2 * value.Real;
        var imaginary = 2 * value.Imaginary;
        var cosh = Math.Cosh(imaginary);
        if (Math.Abs(value.Imaginary) <= 4)
        {
            var d = Math.Cos(real) + cosh;
            return new Complex(Math.Sin(real) / d, Math.Sinh(imaginary) / d);
        }

        var far = 1 + Math.Cos(real) / cosh;
        return new Complex(Math.Sin(real) / cosh / far, Math.Tanh(imaginary) / far);
    }

    public static Complex Sinh(Complex value)
    {
        var sin = Sin(new Complex(-value.Imaginary, value.Real));
        return new Complex(sin.Imaginary, -sin.Real);
    }

    public static Complex Cosh(Complex value) => Cos(new Complex(-value.Imaginary, value.Real));

    public static Complex Tanh(Complex value)
    {
        var tan = Tan(new Complex(-value.Imaginary, value.Real));
        return new Complex(tan.Imaginary, -tan.Real);
    }
}
