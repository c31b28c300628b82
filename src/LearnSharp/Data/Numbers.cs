using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace LearnSharp;

/// <summary>
/// Reads the numbers in a target of any common type. The tests of type are constants to the compiler for value types, so that nothing is boxed.
/// </summary>
internal static class Numbers
{
    /// <summary>Whether targets of the type are numbers or sequences of numbers (null elements aside).</summary>
    public static bool Supports<T>() => IsScalar<T>() || typeof(IReadOnlyList<double>).IsAssignableFrom(typeof(T))
        || typeof(T) == typeof(float[]) || typeof(T) == typeof(int[]) || typeof(T) == typeof(bool[])
        || typeof(T) == typeof(ReadOnlyMemory<double>) || typeof(T) == typeof(ReadOnlyMemory<float>);

    /// <summary>Whether the type's values are labels (bool, enum) rather than quantities.</summary>
    public static bool IsLabel<T>() => typeof(T) == typeof(bool) || typeof(T).IsEnum;

    /// <summary>The number of numbers in a value of a supported type.</summary>
    /// <exception cref="FitDataException">The value is null.</exception>
    public static int Count<T>(in T value)
    {
        if (IsScalar<T>())
            return 1;
        if (typeof(T) == typeof(ReadOnlyMemory<double>))
            return As<T, ReadOnlyMemory<double>>(value).Length;
        if (typeof(T) == typeof(ReadOnlyMemory<float>))
            return As<T, ReadOnlyMemory<float>>(value).Length;
        return value switch
        {
            IReadOnlyList<double> list => list.Count,
            Array array => array.Length,
            _ => throw new FitDataException("A target is null.") { Column = "target" },
        };
    }

    /// <summary>Writes the numbers of a value of a supported type; bool as 0 or 1, an enum as its value.</summary>
    public static void Write<T>(in T value, Span<double> numbers)
    {
        if (IsScalar<T>())
        {
            numbers[0] = Scalar(value);
            return;
        }

        if (typeof(T) == typeof(ReadOnlyMemory<double>))
        {
            As<T, ReadOnlyMemory<double>>(value).Span.CopyTo(numbers);
            return;
        }

        if (typeof(T) == typeof(ReadOnlyMemory<float>))
        {
            Widen(As<T, ReadOnlyMemory<float>>(value).Span, numbers);
            return;
        }

        switch (value)
        {
            case double[] array:
                array.CopyTo(numbers);
                break;
            case float[] array:
                Widen(array, numbers);
                break;
            case int[] array:
                for (var i = 0; i < array.Length; i++)
                    numbers[i] = array[i];
                break;
            case bool[] array:
                for (var i = 0; i < array.Length; i++)
                    numbers[i] = array[i] ? 1 : 0;
                break;
            case IReadOnlyList<double> list:
                for (var i = 0; i < list.Count; i++)
                    numbers[i] = list[i];
                break;
        }
    }

    private static bool IsScalar<T>() => typeof(T) == typeof(double) || typeof(T) == typeof(float) || typeof(T) == typeof(int)
        || typeof(T) == typeof(long) || typeof(T) == typeof(short) || typeof(T) == typeof(byte) || typeof(T) == typeof(decimal) || IsLabel<T>();

    private static double Scalar<T>(in T value)
    {
        if (typeof(T) == typeof(double))
            return As<T, double>(value);
        if (typeof(T) == typeof(float))
            return As<T, float>(value);
        if (typeof(T) == typeof(int))
            return As<T, int>(value);
        if (typeof(T) == typeof(long))
            return As<T, long>(value);
        if (typeof(T) == typeof(bool))
            return As<T, bool>(value) ? 1 : 0;
        if (typeof(T) == typeof(short))
            return As<T, short>(value);
        if (typeof(T) == typeof(byte))
            return As<T, byte>(value);
        if (typeof(T) == typeof(decimal))
            return (double)As<T, decimal>(value);
        return EnumValue(value);
    }

    private static double EnumValue<T>(in T value) => Type.GetTypeCode(typeof(T)) switch
    {
        TypeCode.Int32 => As<T, int>(value),
        TypeCode.UInt32 => As<T, uint>(value),
        TypeCode.Int64 => As<T, long>(value),
        TypeCode.UInt64 => As<T, ulong>(value),
        TypeCode.Int16 => As<T, short>(value),
        TypeCode.UInt16 => As<T, ushort>(value),
        TypeCode.SByte => As<T, sbyte>(value),
        _ => As<T, byte>(value),
    };

    private static void Widen(ReadOnlySpan<float> from, Span<double> to)
    {
        for (var i = 0; i < from.Length; i++)
            to[i] = from[i];
    }

    private static TTo As<T, TTo>(in T value) => Unsafe.As<T, TTo>(ref Unsafe.AsRef(in value));
}
