using System;
using System.Numerics;

namespace LearnSharp.Tests.Runtime;

/// <summary>mantissa·2^exponent with at most 320 bits of mantissa; every operation is rounded (towards minus infinity) to those.</summary>
public readonly struct BigFloat
{
    public const int Precision = 320;

    private readonly BigInteger _mantissa;
    private readonly int _exponent;

    public BigFloat(BigInteger mantissa, int exponent)
    {
        var excess = (int)BigInteger.Abs(mantissa).GetBitLength() - Precision;
        (_mantissa, _exponent) = excess > 0 ? (mantissa >> excess, exponent + excess) : (mantissa, exponent);
    }

    public static BigFloat Zero => default;

    public static BigFloat One => new(BigInteger.One, 0);

    public bool IsZero => _mantissa.IsZero;

    public int Sign => _mantissa.Sign;

    public BigInteger Mantissa => _mantissa;

    public int Exponent => _exponent;

    /// <summary>e with 2^e ≤ |x| &lt; 2^(e+1).</summary>
    public int Magnitude => IsZero ? int.MinValue / 2 : _exponent + (int)BigInteger.Abs(_mantissa).GetBitLength() - 1;

    public static implicit operator BigFloat(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var field = (int)((bits >> 52) & 0x7FF);
        if (field == 0x7FF)
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "A BigFloat is finite.");
        }

        var fraction = bits & 0x000F_FFFF_FFFF_FFFF;
        var mantissa = new BigInteger(field == 0 ? fraction : fraction | 0x0010_0000_0000_0000);
        return new BigFloat(bits < 0 ? -mantissa : mantissa, Math.Max(field, 1) - 1075);
    }

    /// <summary>The value, truncated to a double (not rounded: a starting value only).</summary>
    public static explicit operator double(BigFloat value)
    {
        if (value.IsZero)
        {
            return 0;
        }

        var shift = value.Magnitude - value._exponent - 60;
        var top = (long)(shift > 0 ? value._mantissa >> shift : value._mantissa << -shift);
        return Math.ScaleB(top, value._exponent + shift);
    }

    public static BigFloat operator +(BigFloat a, BigFloat b)
    {
        if (a.IsZero || b.IsZero)
        {
            return a.IsZero ? b : a;
        }

        // What lies more than the precision below the other cannot matter.
        if (Math.Abs(a.Magnitude - b.Magnitude) > (2 * Precision))
        {
            return a.Magnitude > b.Magnitude ? a : b;
        }

        var exponent = Math.Min(a._exponent, b._exponent);
        return new BigFloat((a._mantissa << (a._exponent - exponent)) + (b._mantissa << (b._exponent - exponent)), exponent);
    }

    public static BigFloat operator -(BigFloat a) => new(-a._mantissa, a._exponent);

    public static BigFloat operator -(BigFloat a, BigFloat b) => a + (-b);

    public static BigFloat operator *(BigFloat a, BigFloat b) => new(a._mantissa * b._mantissa, a._exponent + b._exponent);

    public static BigFloat operator /(BigFloat a, BigFloat b)
    {
        const int Extra = 2 * Precision;
        return new BigFloat((a._mantissa << Extra) / b._mantissa, a._exponent - b._exponent - Extra);
    }

    public static bool operator <(BigFloat a, BigFloat b) => a.CompareTo(b) < 0;

    public static bool operator >(BigFloat a, BigFloat b) => a.CompareTo(b) > 0;

    public static BigFloat Abs(BigFloat value) => new(BigInteger.Abs(value._mantissa), value._exponent);

    public BigFloat ScaleB(int power) => new(_mantissa, _exponent + power);

    /// <summary>The nearest integer.</summary>
    public BigInteger Round()
        => _exponent >= 0 ? _mantissa << _exponent : (((_mantissa >> Math.Min(-_exponent - 1, 100_000)) + 1) >> 1);

    public int CompareTo(BigFloat other) => (this - other).Sign;
}
