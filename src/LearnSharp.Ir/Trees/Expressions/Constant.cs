using System;
using System.Globalization;

namespace LearnSharp.Ir;

/// <summary>A literal of a scalar or enum type. Compared by bits: NaN equals NaN, and -0.0 differs from 0.0.</summary>
public sealed record Constant : Expression
{
    private Constant(IrType type, long bits) => (ValueType, Bits) = (type, bits);

    private IrType ValueType { get; }

    /// <summary>The value's bits: IEEE bits of double, and of float in the low 32; integers and enums sign-extended; bool 0 or 1.</summary>
    public long Bits { get; }

    /// <inheritdoc/>
    public override IrType Type => ValueType;

    /// <summary>The double, or the float widened.</summary>
    /// <exception cref="InvalidOperationException">The constant is not floating.</exception>
    public double AsDouble => ValueType switch
    {
        ScalarType { Kind: ScalarKind.Double } => BitConverter.Int64BitsToDouble(Bits),
        ScalarType { Kind: ScalarKind.Float } => BitConverter.ToSingle(BitConverter.GetBytes((int)Bits), 0),
        _ => throw new InvalidOperationException($"A constant of type {ValueType} has no floating value."),
    };

    /// <summary>The integer, enum value or bool (0 or 1).</summary>
    public long AsLong => Bits;

    /// <summary>Whether the constant is <c>true</c>.</summary>
    public bool IsTrue => ValueType == ScalarType.Bool && Bits != 0;

    /// <summary>A double constant.</summary>
    public static Constant Of(double value) => new(ScalarType.Double, BitConverter.DoubleToInt64Bits(value));

    /// <summary>A float constant.</summary>
    public static Constant Of(float value) => new(ScalarType.Float, BitConverter.ToInt32(BitConverter.GetBytes(value), 0));

    /// <summary>An int constant.</summary>
    public static Constant Of(int value) => new(ScalarType.Int, value);

    /// <summary>A long constant.</summary>
    public static Constant Of(long value) => new(ScalarType.Long, value);

    /// <summary>A bool constant.</summary>
    public static Constant Of(bool value) => new(ScalarType.Bool, value ? 1 : 0);

    /// <summary>An enum constant.</summary>
    public static Constant Of(EnumType type, long value) => new(type, value);

    /// <summary>A constant of scalar or enum type from its bits (see <see cref="Bits"/>).</summary>
    public static Constant FromBits(IrType type, long bits) => new(type, bits);

    /// <summary>The floating constant <paramref name="value"/> in <paramref name="type"/> (double or float).</summary>
    public static Constant Floating(IrType type, double value) => type == ScalarType.Float ? Of((float)value) : Of(value);

    /// <summary>The value and its type, for messages: <c>0.5 (double)</c>.</summary>
    public override string ToString()
    {
        var value = ValueType switch
        {
            ScalarType { IsFloating: true } => AsDouble.ToString("R", CultureInfo.InvariantCulture),
            ScalarType { Kind: ScalarKind.Bool } => Bits != 0 ? "true" : "false",
            _ => Bits.ToString(CultureInfo.InvariantCulture),
        };
        return $"{value} ({ValueType})";
    }
}
