using System.Globalization;
using System.Linq;
using System.Text;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Emission;

/// <summary>Values as C# literals, the same in every culture and exact to the bit.</summary>
internal static class CSharpLiteral
{
    /// <summary>A double: the shortest text that reads back to the same bits.</summary>
    public static string Of(double value)
    {
        if (double.IsNaN(value))
            return "double.NaN";
        if (double.IsInfinity(value))
            return value > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity";
        var text = RoundTrip(value);
        return text.Any(static c => c is '.' or 'E' or 'e') ? text : text + ".0";
    }

    /// <summary>A float.</summary>
    public static string Of(float value)
    {
        if (float.IsNaN(value))
            return "float.NaN";
        if (float.IsInfinity(value))
            return value > 0 ? "float.PositiveInfinity" : "float.NegativeInfinity";
        return value.ToString("R", CultureInfo.InvariantCulture) + "f";
    }

    /// <summary>A bool.</summary>
    public static string Of(bool value) => value ? "true" : "false";

    /// <summary>A floating value in the given type (double or float).</summary>
    public static string Of(IrType type, double value) => type == ScalarType.Float ? Of((float)value) : Of(value);

    /// <summary>A constant of the program; an enum by its member where it has one.</summary>
    public static string Of(Constant constant) => constant.Type switch
    {
        ScalarType { Kind: ScalarKind.Double } => Of(constant.AsDouble),
        ScalarType { Kind: ScalarKind.Float } => Of((float)constant.AsDouble),
        ScalarType { Kind: ScalarKind.Bool } => Of(constant.IsTrue),
        ScalarType { Kind: ScalarKind.Long } => constant.AsLong.ToString(CultureInfo.InvariantCulture) + "L",
        EnumType type => type.Members.FirstOrDefault(member => member.Value == constant.AsLong) is { } member
            ? $"{type.Name}.{NameScope.Escape(member.Name)}"
            : $"({type.Name})({constant.AsLong.ToString(CultureInfo.InvariantCulture)})",
        _ => constant.AsLong.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>A string in quotes.</summary>
    public static string Of(string value)
    {
        var text = new StringBuilder("\"", value.Length + 2);
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                < ' ' or '\u2028' or '\u2029' or '\u0085' or '\u007f' => text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => text.Append(c),
            };
        }

        return text.Append('"').ToString();
    }

    // The compiler host may be .NET Framework, whose "R" is neither shortest nor always exact.
    private static string RoundTrip(double value)
    {
        foreach (var format in (string[])["G15", "G16", "G17"])
        {
            var text = value.ToString(format, CultureInfo.InvariantCulture);
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var back) && back.Equals(value))
                return value == 0 && 1 / value < 0 ? "-0.0" : text;
        }

        return value.ToString("R", CultureInfo.InvariantCulture);
    }
}
