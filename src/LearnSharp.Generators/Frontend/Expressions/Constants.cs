using System;
using System.Globalization;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Frontend;

/// <summary>Turns constants of the C# compiler into constants of the IR.</summary>
internal static class Constants
{
    /// <summary>The constant <paramref name="value"/> in <paramref name="type"/>, or null when the type has no constants in the IR.</summary>
    public static Constant? Of(IrType type, object value) => type switch
    {
        ScalarType { Kind: ScalarKind.Bool } => Constant.Of((bool)value),
        ScalarType { Kind: ScalarKind.Int } => Constant.Of((int)ToLong(value)),
        ScalarType { Kind: ScalarKind.Long } => Constant.Of(ToLong(value)),
        ScalarType { Kind: ScalarKind.Float } => Constant.Of(System.Convert.ToSingle(value, CultureInfo.InvariantCulture)),
        ScalarType { Kind: ScalarKind.Double } => Constant.Of(System.Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        EnumType enumeration => Constant.Of(enumeration, ToLong(value)),
        _ => null,
    };

    /// <summary>An integer constant of any width, by its bits where it does not fit.</summary>
    public static long ToLong(object value) => value is ulong large ? unchecked((long)large) : System.Convert.ToInt64(value, CultureInfo.InvariantCulture);

    /// <summary>Whether a constant of the compiler is an integer, of any width.</summary>
    public static bool IsInteger(object? value) => value is int or long or short or byte or sbyte or ushort or uint or ulong;

    /// <summary>Whether a constant of the compiler is a number.</summary>
    public static bool IsNumber(object? value) => value is double or float || IsInteger(value);
}
