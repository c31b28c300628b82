using System;
using System.Globalization;

namespace LearnSharp.Ir;

/// <summary>Constants as C# literals that read back to the same bits.</summary>
internal static class Literals
{
    /// <summary>The literal, and how tightly it binds (a sign makes it unary).</summary>
    public static (string Text, Precedence Level) Print(Constant constant)
    {
        var text = constant.Type switch
        {
            ScalarType { Kind: ScalarKind.Bool } => constant.IsTrue ? "true" : "false",
            ScalarType { Kind: ScalarKind.Int } => Integer(constant.AsLong),
            ScalarType { Kind: ScalarKind.Long } => Long(constant.AsLong),
            ScalarType { Kind: ScalarKind.Double } => Double(constant.AsDouble),
            ScalarType { Kind: ScalarKind.Float } => Float((float)constant.AsDouble),
            EnumType type => Enum(type, constant.AsLong),
            _ => throw new InvalidOperationException($"A constant of type {constant.Type} cannot be printed."),
        };
        return (text, text[0] is '-' or '(' ? Precedence.Unary : Precedence.Primary);
    }

    private static string Integer(long value) =>
        value == int.MinValue ? "int.MinValue" : value == int.MaxValue ? "int.MaxValue" : value.ToString(CultureInfo.InvariantCulture);

    private static string Long(long value) =>
        value == long.MinValue ? "long.MinValue" : value == long.MaxValue ? "long.MaxValue" : value.ToString(CultureInfo.InvariantCulture) + "L";

    private static string Enum(EnumType type, long value)
    {
        foreach (var member in type.Members)
        {
            if (member.Value == value)
                return type.CSharpName + "." + Identifiers.Escape(member.Name);
        }

        var number = value.ToString(CultureInfo.InvariantCulture);
        return value < 0 ? $"unchecked(({type.CSharpName})({number}))" : $"({type.CSharpName}){number}";
    }

    private static string Double(double value)
    {
        if (double.IsNaN(value))
        {
            // Only the payload that double.NaN has is spelled by name.
            return BitConverter.DoubleToInt64Bits(value) == BitConverter.DoubleToInt64Bits(double.NaN)
                ? "double.NaN"
                : $"global::System.BitConverter.Int64BitsToDouble({Long(BitConverter.DoubleToInt64Bits(value))})";
        }

        if (double.IsInfinity(value))
            return value > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity";
        if (value == 0)
            return 1 / value < 0 ? "-0.0" : "0.0"; // not every runtime formats the sign of zero
        if (value == double.MaxValue)
            return "double.MaxValue";
        if (value == double.MinValue)
            return "double.MinValue";

        // "R" is not the shortest on every runtime that the compiler runs on; the first of 15, 16, 17 digits that reads back is.
        for (var digits = 15; digits < 17; digits++)
        {
            var text = value.ToString("E" + (digits - 1).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            if (double.Parse(text, CultureInfo.InvariantCulture).Equals(value))
                return Readable(text, ".0");
        }

        return Readable(value.ToString("E16", CultureInfo.InvariantCulture), ".0");
    }

    private static string Float(float value)
    {
        if (float.IsNaN(value))
            return "float.NaN";
        if (float.IsInfinity(value))
            return value > 0 ? "float.PositiveInfinity" : "float.NegativeInfinity";
        if (value == 0)
            return 1 / value < 0 ? "-0f" : "0f";
        for (var digits = 6; digits < 9; digits++)
        {
            var text = value.ToString("E" + (digits - 1).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            if (float.Parse(text, CultureInfo.InvariantCulture).Equals(value))
                return Readable(text, "") + "f";
        }

        return Readable(value.ToString("E8", CultureInfo.InvariantCulture), "") + "f";
    }

    /// <summary>From <c>-1.25000E-003</c> to <c>-0.00125</c>: plain within reach, with an exponent outside.</summary>
    private static string Readable(string scientific, string whole)
    {
        var sign = scientific[0] == '-' ? "-" : "";
        var parts = scientific.Split('E');
        var digits = parts[0].TrimStart('-').Replace(".", "").TrimEnd('0');
        var exponent = int.Parse(parts[1], CultureInfo.InvariantCulture);
        if (exponent is < -5 or > 14)
        {
            var mantissa = digits.Length > 1 ? digits.Insert(1, ".") : digits;
            return sign + mantissa + "e" + exponent.ToString(CultureInfo.InvariantCulture);
        }

        if (exponent < 0)
            return sign + "0." + new string('0', -exponent - 1) + digits;
        return digits.Length <= exponent + 1 ? sign + digits.PadRight(exponent + 1, '0') + whole : sign + digits.Insert(exponent + 1, ".");
    }
}
