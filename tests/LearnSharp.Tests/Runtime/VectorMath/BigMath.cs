using System;
using System.Numerics;

namespace LearnSharp.Tests.Runtime;

/// <summary>Elementary functions to about 250 bits, by textbook series after a reduction: the reference for the vector math.</summary>
public static class BigMath
{
    private const int PiBits = 1600;

    // π/2·2^PiBits by Machin's formula.
    private static readonly BigInteger HalfPiScaled = ((ArcCotangent(5) << 2) - ArcCotangent(239)) << 1 >> 64;

    public static BigFloat HalfPi { get; } = new(HalfPiScaled, -PiBits);

    // log 2 = 2 atanh(1/3)
    public static BigFloat Ln2 { get; } = 2 * AtanhSeries(BigFloat.One / 3);

    public static BigFloat Sqrt(BigFloat x)
    {
        if (x.IsZero)
        {
            return x;
        }

        var shift = (2 * BigFloat.Precision) + (x.Exponent & 1);
        var scaled = x.Mantissa << shift;
        var root = BigInteger.One << (int)((scaled.GetBitLength() + 2) / 2);
        while (true)
        {
            var next = (root + (scaled / root)) >> 1;
            if (next >= root)
            {
                return new BigFloat(root, (x.Exponent - shift) / 2);
            }

            root = next;
        }
    }

    public static BigFloat Exp(BigFloat x)
    {
        const int Halvings = 8;
        var n = (x / Ln2).Round();
        var r = (x - (new BigFloat(n, 0) * Ln2)).ScaleB(-Halvings);
        var sum = ExpM1Series(r) + 1;
        for (var i = 0; i < Halvings; i++)
        {
            sum *= sum;
        }

        return sum.ScaleB((int)n);
    }

    public static BigFloat Expm1(BigFloat x) => x.Magnitude < -20 ? ExpM1Series(x) : Exp(x) - 1;

    /// <summary>log x by Halley's iteration on the mantissa, from the double.</summary>
    public static BigFloat Log(BigFloat x)
    {
        var exponent = x.Magnitude;
        var m = x.ScaleB(-exponent);
        if (m > 1.5)
        {
            m = m.ScaleB(-1);
            exponent++;
        }

        BigFloat y = Math.Log((double)m);
        for (var i = 0; i < 2; i++)
        {
            var e = Exp(y);
            y += 2 * (m - e) / (m + e);
        }

        return y + ((BigFloat)exponent * Ln2);
    }

    public static BigFloat LogOnePlus(BigFloat x) => x.Magnitude < -20 ? 2 * AtanhSeries(x / (x + 2)) : Log(x + 1);

    public static BigFloat Sin(BigFloat x) => SinOfQuarter(x, 0);

    public static BigFloat Cos(BigFloat x) => SinOfQuarter(x, 1);

    public static BigFloat Tan(BigFloat x) => Sin(x) / Cos(x);

    /// <summary>atan x = y + atan(tan(atan x − y)) with y the double's: the remaining angle is of the order of its rounding error.</summary>
    public static BigFloat Atan(BigFloat x)
    {
        if (x.Magnitude < -40)
        {
            return x - (x * x * x / 3) + (x * x * x * x * x / 5);
        }

        if (x.Magnitude > 60)
        {
            return (x.Sign > 0 ? HalfPi : -HalfPi) - Atan(1 / x);
        }

        BigFloat y = Math.Atan((double)x);
        var (sin, cos) = (Sin(y), Cos(y));
        var t = ((x * cos) - sin) / (cos + (x * sin));
        return y + t - (t * t * t / 3) + (t * t * t * t * t / 5);
    }

    public static BigFloat Atan2(BigFloat y, BigFloat x)
    {
        if (x.IsZero)
        {
            return y.Sign > 0 ? HalfPi : -HalfPi;
        }

        var angle = Atan(y / x);
        return x.Sign > 0 ? angle : y.Sign < 0 ? angle - (2 * HalfPi) : angle + (2 * HalfPi);
    }

    public static BigFloat Asin(BigFloat x)
        => BigFloat.Abs(x).CompareTo(1) == 0 ? x * HalfPi : Atan(x / Sqrt((1 - x) * (1 + x)));

    public static BigFloat Acos(BigFloat x) => x.CompareTo(-1) == 0 ? 2 * HalfPi : 2 * Atan(Sqrt((1 - x) / (1 + x)));

    public static BigFloat Sinh(BigFloat x)
    {
        var e = Expm1(BigFloat.Abs(x));
        return x.Sign * (e + (e / (e + 1))).ScaleB(-1);
    }

    public static BigFloat Cosh(BigFloat x) => (Exp(x) + Exp(-x)).ScaleB(-1);

    public static BigFloat Tanh(BigFloat x)
    {
        var e = Expm1(2 * BigFloat.Abs(x));
        return x.Sign * e / (e + 2);
    }

    public static BigFloat Asinh(BigFloat x)
    {
        var a = BigFloat.Abs(x);
        return x.Sign * LogOnePlus(a + (a * a / (1 + Sqrt(1 + (a * a)))));
    }

    public static BigFloat Acosh(BigFloat x) => LogOnePlus(x - 1 + Sqrt((x - 1) * (x + 1)));

    public static BigFloat Atanh(BigFloat x) => LogOnePlus(2 * x / (1 - x)).ScaleB(-1);

    public static BigFloat Pow(BigFloat x, BigFloat y) => Exp(y * Log(x));

    public static BigFloat Cbrt(BigFloat x)
    {
        if (x.IsZero)
        {
            return x;
        }

        var third = Math.DivRem(x.Magnitude, 3).Quotient;
        var m = x.ScaleB(-3 * third);
        BigFloat y = Math.Cbrt((double)m);
        for (var i = 0; i < 3; i++)
        {
            y -= ((y * y * y) - m) / (3 * y * y);
        }

        return y.ScaleB(third);
    }

    public static BigFloat Sigmoid(BigFloat x) => 1 / (1 + Exp(-x));

    public static BigFloat Softplus(BigFloat x) => x.Sign < 0 ? LogOnePlus(Exp(x)) : x > 1000 ? x : x + LogOnePlus(Exp(-x));

    /// <summary>2/√π Σ (−1)ᵏ x^(2k+1)/(k!(2k+1)), for |x| ≤ 7; the cancellation costs 70 of the 320 bits there.</summary>
    public static BigFloat Erf(BigFloat x)
    {
        if (BigFloat.Abs(x) > 7)
        {
            return x.Sign;
        }

        var square = x * x;
        var power = x;
        var sum = x;
        for (var k = 1; !power.IsZero && power.Magnitude > sum.Magnitude - BigFloat.Precision; k++)
        {
            power = -power * square / k;
            sum += power / ((2 * k) + 1);
        }

        return 2 * sum / Sqrt(2 * HalfPi);
    }

    /// <summary>From 7 on by the continued fraction e^(−x²)/(x√π) · 1/(1 + q/(1 + 2q/(1 + 3q/…))), q = 1/(2x²).</summary>
    public static BigFloat Erfc(BigFloat x)
    {
        if (!(x > 7))
        {
            return 1 - Erf(x);
        }

        var q = 1 / (2 * x * x);
        var fraction = BigFloat.One;
        for (var k = 200; k > 0; k--)
        {
            fraction = 1 + (k * q / fraction);
        }

        return Exp(-x * x) / (x * Sqrt(2 * HalfPi) * fraction);
    }

    // sin(x + turns·π/2): the remainder by π/2 with 1600 bits of π, exact enough for the greatest double.
    private static BigFloat SinOfQuarter(BigFloat x, int turns)
    {
        if (x.Magnitude < -40 && turns == 0)
        {
            return x - (x * x * x / 6);
        }

        var shift = x.Exponent + PiBits;
        var scaled = shift >= 0 ? x.Mantissa << shift : x.Mantissa >> -shift;
        var quotient = (((scaled << 1) / HalfPiScaled) + (scaled.Sign < 0 ? -1 : 1)) / 2;
        var r = new BigFloat(scaled - (quotient * HalfPiScaled), -PiBits);
        var quadrant = (int)(((quotient + turns) % 4) + 4) & 3;
        var value = (quadrant & 1) == 0 ? TrigonometricSeries(r, r, 1) : TrigonometricSeries(BigFloat.One, r, 0);
        return (quadrant & 2) == 0 ? value : -value;
    }

    private static BigFloat TrigonometricSeries(BigFloat first, BigFloat r, int k)
    {
        var square = r * r;
        var (sum, term) = (first, first);
        while (!term.IsZero && term.Magnitude > sum.Magnitude - BigFloat.Precision)
        {
            term = -term * square / ((k + 1) * (k + 2));
            k += 2;
            sum += term;
        }

        return sum;
    }

    private static BigFloat ExpM1Series(BigFloat r)
    {
        var (sum, term) = (r, r);
        for (var k = 2; !term.IsZero && term.Magnitude > sum.Magnitude - BigFloat.Precision; k++)
        {
            term = term * r / k;
            sum += term;
        }

        return sum;
    }

    private static BigFloat AtanhSeries(BigFloat s)
    {
        var square = s * s;
        var (sum, power) = (s, s);
        for (var k = 3; !power.IsZero && power.Magnitude > sum.Magnitude - BigFloat.Precision; k += 2)
        {
            power *= square;
            sum += power / k;
        }

        return sum;
    }

    // acot(n)·2^(PiBits + 64)
    private static BigInteger ArcCotangent(int n)
    {
        var power = (BigInteger.One << (PiBits + 64)) / n;
        var sum = power;
        for (var k = 3; !power.IsZero; k += 2)
        {
            power = -power / (n * n);
            sum += power / k;
        }

        return sum;
    }
}
