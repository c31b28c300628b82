using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace LearnSharp.Ir.Tests.RandomPrograms;

/// <summary>Turns the interpreter's values into those of C# and back, and into text that tells every bit.</summary>
public static class HostValues
{
    /// <summary>
    /// The value that compiled C# takes for a value of the interpreter. Spans are handed over as arrays. One array becomes one array.
    /// </summary>
    /// <param name="value">The interpreter's value.</param>
    /// <param name="type">Its type.</param>
    /// <param name="arrays">The arrays that were turned before; a new dictionary for a new call.</param>
    public static object? ToHost(object? value, IrType type, Dictionary<Array, Array> arrays)
    {
        switch (type, value)
        {
            case (EnumType, long number):
                return (Mode)number;
            case (StructType structure, StructValue { Fields: var fields }):
                object? Field(int index) => ToHost(fields[index], structure.Fields[index].Type, arrays);
                if (type == SampleIrTypes.Point)
                    return new Point((double)Field(0)!, (double)Field(1)!);
                if (type == SampleIrTypes.Pair)
                    return ((double)Field(0)!, (int)Field(1)!);
                if (type == SampleIrTypes.Tally)
                    return ((double)Field(0)!, (float)Field(1)!);
                return new Cell
                {
                    Value = (double)Field(0)!, Weight = (float)Field(1)!, Count = (int)Field(2)!, Flag = (bool)Field(3)!, Center = (Point)Field(4)!,
                };
            case (ArrayType { Element: var element }, Array source):
            {
                if (arrays.TryGetValue(source, out var known))
                    return known;
                var target = element is StructType ? new Point[source.Length] : element is EnumType ? new Mode[source.Length] : (Array)source.Clone();
                for (var i = 0; i < source.Length; i++)
                    target.SetValue(ToHost(source.GetValue(i), element, arrays), i);
                arrays[source] = target;
                return target;
            }

            default:
                return value;
        }
    }

    /// <summary>The interpreter's value for a value of C#.</summary>
    public static object? FromHost(object? value) => value switch
    {
        Mode mode => (long)mode,
        Point point => new StructValue([point.X, point.Y]),
        Cell cell => new StructValue([cell.Value, cell.Weight, cell.Count, cell.Flag, FromHost(cell.Center)]),
        ValueTuple<double, int> pair => new StructValue([pair.Item1, pair.Item2]),
        ValueTuple<double, float> tally => new StructValue([tally.Item1, tally.Item2]),
        Point[] points => points.Select(static point => (StructValue)FromHost(point)!).ToArray(),
        Mode[] modes => modes.Select(static mode => (long)mode).ToArray(),
        _ => value,
    };

    /// <summary>Text that is equal for two values when all their bits are; NaNs count as equal.</summary>
    public static string Describe(object? value) => value switch
    {
        null => "null",
        double.NaN or float.NaN => "NaN",
        double number => string.Create(CultureInfo.InvariantCulture, $"{number:R}:{BitConverter.DoubleToInt64Bits(number):x}"),
        float number => string.Create(CultureInfo.InvariantCulture, $"{number:R}f:{BitConverter.SingleToInt32Bits(number):x}"),
        StructValue { Fields: var fields } => "(" + string.Join(", ", fields.Select(Describe)) + ")",
        EquatableArray<object?> values => string.Join("; ", values.Select(Describe)),
        Array array => "[" + string.Join(", ", array.Cast<object?>().Select(Describe)) + "]",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
