using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace LearnSharp.GradBench.Protocol;

/// <summary>Numbers between JSON and flat arrays, the last index running fastest.</summary>
internal static class Numbers
{
    /// <summary>All numbers of a member of <paramref name="input"/>, arrays in arrays one after the other.</summary>
    public static double[] Flat(JsonElement input, string name) => Flat(input.GetProperty(name));

    /// <summary>All numbers of an element, arrays in arrays one after the other.</summary>
    public static double[] Flat(JsonElement element)
    {
        var numbers = new List<double>();
        Collect(element, numbers);
        return [.. numbers];
    }

    /// <summary>An integer member of <paramref name="input"/>.</summary>
    public static int Int(JsonElement input, string name) => input.GetProperty(name).GetInt32();

    /// <summary>A number of <paramref name="input"/>.</summary>
    public static double Double(JsonElement input, string name) => input.GetProperty(name).GetDouble();

    /// <summary>All integers of an element, arrays in arrays one after the other.</summary>
    public static int[] Integers(JsonElement element) => [.. Flat(element).Select(static number => (int)number)];

    /// <summary>Writes an array.</summary>
    public static void Write(Utf8JsonWriter json, double[] numbers)
    {
        json.WriteStartArray();
        foreach (var number in numbers)
            json.WriteNumberValue(number);
        json.WriteEndArray();
    }

    /// <summary>Writes integers.</summary>
    public static void Write(Utf8JsonWriter json, int[] numbers)
    {
        json.WriteStartArray();
        foreach (var number in numbers)
            json.WriteNumberValue(number);
        json.WriteEndArray();
    }

    /// <summary>Writes a flat array as rows of <paramref name="width"/> numbers each.</summary>
    public static void WriteRows(Utf8JsonWriter json, double[] numbers, int rows, int width)
    {
        json.WriteStartArray();
        for (var row = 0; row < rows; row++)
            Write(json, numbers[(row * width)..((row + 1) * width)]);
        json.WriteEndArray();
    }

    /// <summary>Writes a matrix that is given by its columns, row by row.</summary>
    public static void WriteColumns(Utf8JsonWriter json, double[][] columns)
    {
        json.WriteStartArray();
        for (var row = 0; row < columns[0].Length; row++)
        {
            json.WriteStartArray();
            foreach (var column in columns)
                json.WriteNumberValue(column[row]);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void Collect(JsonElement element, List<double> numbers)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var part in element.EnumerateArray())
                Collect(part, numbers);
        }
        else
        {
            numbers.Add(element.GetDouble());
        }
    }
}
